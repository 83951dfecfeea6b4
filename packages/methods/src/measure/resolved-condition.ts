import type { LevelReference } from './dimension-level.ts'

/** Codes of one level that a query keeps. */
export interface ResolvedCondition {
  readonly reference: LevelReference
  readonly codes: readonly string[]
}
