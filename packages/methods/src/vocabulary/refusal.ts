import { frenchSpaces } from './french-spaces.ts'
import type { Language, Text } from './language.ts'

/** What a refusal says: what happened, and what to do about it. `{name}` stands for a detail. */
export interface RefusalDefinition {
  /** HTTP status of the answer, from 400 to 599. */
  readonly status: number
  /** What happened, in one sentence with its full stop. */
  readonly what: Text
  /** What to do, in one sentence with its full stop. */
  readonly advice: Text
}

/** Values that fill the places of a refusal's words; a text is told in the reader's language. */
export type RefusalDetails = Readonly<Record<string, string | number | Text>>

/**
 * A refusal is an answer, not a bug: a request that cannot be met, with a code that programs
 * read and words that people read. Everything else that is thrown is a bug.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: string
  readonly status: number
  readonly details: RefusalDetails
  readonly #definition: RefusalDefinition

  constructor(code: string, definition: RefusalDefinition, details: RefusalDetails = {}) {
    super(`${fill(definition.what, 'en', details)} ${fill(definition.advice, 'en', details)}`)
    this.code = code
    this.status = definition.status
    this.details = details
    this.#definition = definition
  }

  /** What happened, in the reader's language. */
  what(language: Language): string {
    return fill(this.#definition.what, language, this.details)
  }

  /** What to do, in the reader's language. */
  advice(language: Language): string {
    return fill(this.#definition.advice, language, this.details)
  }
}

/**
 * The refusals of one stage, by name. The code of a refusal is `<stage>.<name>`; the generated
 * page `docs/reference/refusals.md` lists them all.
 *
 * @example
 * const refusals = defineRefusals('collect', {
 *   'file-empty': { status: 422, what: {…}, advice: {…} },
 * })
 * throw refusals.refuse('file-empty', { file: 'entries.csv' })
 */
export function defineRefusals<Name extends string>(
  stage: string,
  definitions: Readonly<Record<Name, RefusalDefinition>>,
) {
  return {
    stage,
    definitions,
    refuse(name: Name, details?: RefusalDetails): Refusal {
      return new Refusal(`${stage}.${name}`, definitions[name], details)
    },
  }
}

function fill(template: Text, language: Language, details: RefusalDetails): string {
  const words = language === 'fr' ? frenchSpaces(template.fr) : template[language]
  return words.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = details[name] ?? whole
    return typeof value === 'object' ? value[language] : String(value)
  })
}
