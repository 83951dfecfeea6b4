import type { Language } from '@caudal/methods/vocabulary'

/** The words of the field, by section. */
export interface Glossary {
  readonly sections: readonly {
    readonly title: Readonly<Record<Language, string>>
    readonly terms: readonly GlossaryTerm[]
  }[]
  /** The works that the terms name, in full. */
  readonly sources: readonly { readonly id: string; readonly text: string }[]
}

/** A term with its meaning, in three languages. */
export interface GlossaryTerm {
  readonly words: Readonly<Record<Language, string>>
  readonly meaning: Readonly<Record<Language, string>>
  /** The official source by its short name, with the code there where it has one. */
  readonly source?: string
}
