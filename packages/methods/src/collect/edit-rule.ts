import type { Text } from '../vocabulary/index.ts'
import type { Expression } from './expression.ts'

/** `reject` keeps the record out of the facts; `warn` lets it in with a finding. */
export type RuleLevel = 'reject' | 'warn'

/** An edit rule: what must hold of one record. */
export interface EditRule {
  /** `<record type>.<what is wrong>`, for example `movement.birth-after-crossing`. */
  readonly id: string
  readonly recordType: string
  readonly level: RuleLevel
  /** What must hold. The rule fails where this is false; unknown (null) passes. */
  readonly holds: Expression
  /**
   * Fields that the source itself must give for the rule to be run: where they are derived, it
   * could not fail. Forms, which have no source, run it.
   */
  readonly onlyWhereGiven?: readonly string[]
  /** Fields that a finding shows, in order. */
  readonly fields: readonly string[]
  readonly message: Text
  /** Where the rule comes from: a standard, a manual, a ministry's practice. */
  readonly source: string
}
