import { monthSpan } from '@caudal/methods/measure'

/** The first and the last finest period for which a cube has any record: 2016-01 to 2025-03. */
export interface Coverage {
  readonly first: string
  readonly last: string
}

/**
 * Whether the data reach over the whole of a period, to the month. A year of which only three
 * months have been counted must never be compared with a full one. Unknown coverage counts as
 * whole.
 *
 * @example isWhole('2025', { first: '2016-01', last: '2025-03' }) // => false
 * @example isWhole('2024', { first: '2016-01', last: '2025-03' }) // => true
 */
export function isWhole(code: string, coverage: Coverage | undefined): boolean {
  const period = monthSpan(code)
  if (!period) return false
  const first = coverage && monthSpan(coverage.first)
  const last = coverage && monthSpan(coverage.last)
  if (!first || !last) return true
  return first[0] <= period[0] && period[1] <= last[1]
}
