import { monthSpan } from '@caudal/methods/measure'
import type { TableResult } from '@caudal/methods/publish'

/** Which time the records of a cube are about. */
export interface Coverage {
  /** The first and the last finest period with any record: 2016-01 and 2025-03. */
  readonly first: string
  readonly last: string
  /** Months with any record, as `monthSpan` numbers them; where absent, all from first to last. */
  readonly months?: ReadonlySet<number>
  /** Periods of a table in which something is undecided: what is counted in them is a minimum. */
  readonly unfinished?: readonly string[]
}

/** Of a period that the data fill, at least this share of the months has records. */
const leastShare = 0.75

/**
 * The level of a time dimension whose codes tell coverage: months, since no more is asked of it and a
 * list of every day is too long to be sent whole; the finest one where there are no months.
 *
 * @example levelOfCoverage([{ id: 'time' }, { id: 'time.month' }, { id: 'time.year' }]) // => 'time.month'
 * @example levelOfCoverage([{ id: 'time' }, { id: 'time.year' }]) // => 'time'
 */
export function levelOfCoverage(levels: readonly { readonly id: string }[]): string | undefined {
  return (levels.find(({ id }) => id.endsWith('.month')) ?? levels[0])?.id
}

/** Reads coverage from the finest periods that occur in a cube, in their order. */
export function coverageOf(periods: readonly string[]): Coverage | undefined {
  const first = periods[0]
  const last = periods.at(-1)
  if (first === undefined || last === undefined) return undefined
  const months = new Set<number>()
  for (const period of periods) {
    const [from, to] = monthSpan(period) ?? [0, -1]
    for (let month = from; month <= to; month += 1) months.add(month)
  }
  return { first, last, months }
}

/**
 * The coverage of one table, which may have undecided figures.
 *
 * @param periods those of the table, which stand for the data where nothing else is known of them
 */
export function coverageIn(
  { unfinished }: Pick<TableResult, 'unfinished'>,
  coverage: Coverage | undefined,
  periods: readonly string[] = [],
): Coverage | undefined {
  if (unfinished === undefined) return coverage
  const known = coverage ?? coverageOf(periods)
  return known && { ...known, unfinished }
}

/**
 * Whether the data reach over the whole of a period, to the month. A year of which only three
 * months have been counted must never be compared with a full one, nor one in which anything is
 * undecided. Unknown coverage counts as whole.
 *
 * @example isWhole('2025', { first: '2016-01', last: '2025-03' }) // => false
 * @example isWhole('2024', { first: '2016-01', last: '2025-03' }) // => true
 */
export function isWhole(code: string, coverage: Coverage | undefined): boolean {
  const period = monthSpan(code)
  if (!period || coverage?.unfinished?.includes(code) === true) return false
  const first = coverage && monthSpan(coverage.first)
  const last = coverage && monthSpan(coverage.last)
  if (!first || !last) return true
  if (period[0] < first[0] || last[1] < period[1]) return false
  if (!coverage.months) return true
  let counted = 0
  for (let month = period[0]; month <= period[1]; month += 1) {
    if (coverage.months.has(month)) counted += 1
  }
  return counted >= leastShare * (period[1] - period[0] + 1)
}
