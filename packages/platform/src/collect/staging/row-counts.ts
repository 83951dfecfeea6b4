import { mappedColumns, quoteName } from '@caudal/methods/collect'
import { masksOf, rejectingBits, type Check } from './checks.ts'
import { stagedRows, type Staging } from './staged-rows.ts'

export interface RowCounts {
  /** Rows of the staging file. */
  readonly staged: number
  readonly leftOut: number
  readonly accepted: number
  /** Rows that a check rejects. */
  readonly rejected: number
  /** Rows of which nothing was found. */
  readonly sound: number
  /** Rows that fail each check that any row fails. */
  readonly failed: ReadonlyMap<Check, number>
}

/** Grain: one row per combination of masks; there are few of them, however many rows. */
export function maskCountsSelect(staging: Staging): string {
  const columns = masksOf(staging.checks).map((mask, n) => `${quoteName(mask)} AS mask_${n}`)
  const leftOut = `${quoteName(mappedColumns.leftOut)} AS left_out`
  return `SELECT ${[...columns, leftOut, 'count(*) AS row_count'].join(', ')} FROM ${stagedRows(staging)} GROUP BY ALL`
}

/** Reads the counts out of the combinations. */
export function countRows(
  staging: Staging,
  combinations: readonly Record<string, unknown>[],
): RowCounts {
  const masks = masksOf(staging.checks)
  const rejecting = masks.map((mask) => rejectingBits(staging.checks, mask))
  const counts = { staged: 0, leftOut: 0, accepted: 0, rejected: 0, sound: 0 }
  const failed = new Map<Check, number>()
  for (const combination of combinations) {
    const rows = Number(combination['row_count'])
    counts.staged += rows
    if (combination['left_out'] === true) {
      counts.leftOut += rows
      continue
    }
    const bits = masks.map((_, n) => BigInt(combination[`mask_${n}`] as number | bigint))
    if (bits.some((each, n) => (each & rejecting[n]!) !== 0n)) counts.rejected += rows
    else counts.accepted += rows
    if (bits.every((each) => each === 0n)) counts.sound += rows
    for (const check of staging.checks) {
      const isFailed = ((bits[masks.indexOf(check.mask)]! >> BigInt(check.bit)) & 1n) === 1n
      if (isFailed) failed.set(check, (failed.get(check) ?? 0) + rows)
    }
  }
  return { ...counts, failed }
}
