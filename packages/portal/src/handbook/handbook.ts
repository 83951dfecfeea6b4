import type { Prose } from '../prose/prose-tree.ts'

/** The contents of the handbook: its chapters and, by stage, what the methods offer. */
export interface HandbookContents {
  readonly chapters: readonly { readonly id: string; readonly title: string }[]
  readonly stages: readonly {
    readonly id: string
    readonly functions: number
    readonly folders: readonly HandbookFolder[]
  }[]
}

/** A folder of a stage with the names that stand on its part of the page. */
export interface HandbookFolder {
  readonly folder: string
  readonly names: readonly string[]
}

/** A chapter: prose on one method as a whole. */
export interface HandbookChapter {
  readonly title: string
  readonly text: readonly Prose[]
}

/** The page of a stage: everything that its folder offers, in the order of its index. */
export interface HandbookStage {
  readonly folders: readonly {
    readonly folder: string
    readonly entries: readonly HandbookEntry[]
  }[]
}

/** One thing that the methods offer, as its docstring explains it. */
export interface HandbookEntry {
  readonly name: string
  readonly kind: 'function' | 'class' | 'type' | 'value'
  /** Its declaration as written, without what it does inside. */
  readonly declaration: string
  /** Where it stands, below the folder of the methods. */
  readonly file: string
  readonly text: readonly Prose[]
  readonly parameters: readonly { readonly name: string; readonly text: readonly Prose[] }[]
  readonly returns?: readonly Prose[]
  readonly throws: readonly (readonly Prose[])[]
  readonly see: readonly (readonly Prose[])[]
  readonly examples: readonly string[]
}
