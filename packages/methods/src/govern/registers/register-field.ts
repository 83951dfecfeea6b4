import type { Text } from '../../vocabulary/index.ts'

/**
 * What stands in a field of a document, and so how it is entered and shown.
 *
 * - `line`, `paragraph`: text; `identifier`: lower case, digits and hyphens; `number`: a whole one.
 * - `day`, `moment`: a day; an instant.
 * - `country`, `purpose`, `record-type`, `institution`, `activity`, `assessment`: one of those there
 *   are; `purposes`, `record-types`, `institutions`: several of them.
 * - `party`: an institution with its country. `choice`: one of `options`; `yes-no`: true or false.
 * - `list`: entries of two parts each. `fields`: names of fields; `shared-fields`: by record type.
 * - `signature`: by whom, and on which day.
 */
export type RegisterFieldKind =
  | 'line'
  | 'paragraph'
  | 'identifier'
  | 'number'
  | 'day'
  | 'moment'
  | 'country'
  | 'purpose'
  | 'purposes'
  | 'record-type'
  | 'record-types'
  | 'institution'
  | 'institutions'
  | 'activity'
  | 'assessment'
  | 'party'
  | 'choice'
  | 'yes-no'
  | 'list'
  | 'fields'
  | 'shared-fields'
  | 'signature'

/** A field of the documents of a register, declared once for forms, pages and refusals. */
export interface RegisterField {
  /** Where it stands in a document, like `retention.recordsDays`. */
  readonly place: string
  readonly label: Text
  readonly hint?: Text
  readonly kind: RegisterFieldKind
  /** Whether a document may do without it. */
  readonly optional?: true
  /** Set by an act (signing, approving), never written by hand. */
  readonly byAct?: true
  /** Asked only where another field says so: its place, and what stands there. */
  readonly when?: readonly [place: string, value: string]
  /** What a `choice` offers. */
  readonly options?: Readonly<Record<string, Text>>
  /** The parts of an entry of a `list`. */
  readonly parts?: readonly [RegisterField, RegisterField]
}
