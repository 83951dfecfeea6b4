import {
  quoteName,
  selectMapped,
  type CompiledCheck,
  type CompiledMapping,
} from '@caudal/methods/collect'
import { recordColumn } from './source-relation.ts'

/** Digest of the source's columns: equal for equal records. */
export const digestColumn = '~digest'

export interface StagingPlan {
  readonly mapping: CompiledMapping
  readonly rules: readonly CompiledCheck[]
  /** Columns of the source, all of them. */
  readonly sourceColumns: readonly string[]
  /** Whether one record of the file becomes several rows. */
  readonly isLong: boolean
}

/**
 * The one pass over the source: typed fields, what is wrong with each record as bits, and what a
 * finding will quote. One row per row of the source, in its order.
 *
 * @param source a relation whose columns are the plan's source columns
 */
export function stagingSelect(plan: StagingPlan, source: string): string {
  const passthrough = [digestColumn, ...(plan.isLong ? [recordColumn] : [])].map(quoteName)
  const digest = `hash(${plan.sourceColumns.map(quoteName).join(', ')}) AS ${quoteName(digestColumn)}`
  return selectMapped(plan.mapping, {
    from: `(SELECT *, ${digest} FROM ${source})`,
    passthrough,
    checks: plan.rules,
  })
}
