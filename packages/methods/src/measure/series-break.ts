import type { Text } from '../vocabulary/index.ts'
import { monthSpan, parsePeriod } from './period.ts'

/** A point from which on the figures of a cube for a country do not compare with those before. */
export interface RecordedBreak {
  readonly id: number
  readonly country: string
  readonly cube: string
  /** First period after the break: `2024`, `2024-Q1`, `2024-03`, `2024-03-31`. */
  readonly from: string
  readonly reason: Text
  /** Document or decision that says so. */
  readonly source: string
}

/** First and last month of a period; a day lies in its month. */
export const monthsOfPeriod = (period: string) => monthSpan(period.slice(0, 7))

/**
 * Whether a break falls in a period: the first that it spoils.
 *
 * @example fallsIn('2020-05', '2020-Q2') // => true
 * @example fallsIn('2020', '2020-Q2') // => false
 */
export function fallsIn(from: string, period: string): boolean {
  const [at, span] = [monthsOfPeriod(from), monthsOfPeriod(period)]
  if (at === undefined || span === undefined) return false
  return span[0] <= at[0] && at[0] <= span[1]
}

/**
 * Whether a comparison of a period with an earlier one reaches over a break. A break on the first day of the
 * base lies before both.
 *
 * @example liesBetween('2020-05', '2019', '2020') // => true
 * @example liesBetween('2020', '2020', '2021') // => false
 */
export function liesBetween(from: string, base: string, period: string): boolean {
  const [at, before, after] = [from, base, period].map(monthsOfPeriod)
  if (at === undefined || before === undefined || after === undefined) return false
  // Within one month only days can tell.
  if (at[0] === before[0] && from.length === 10 && base.length === 10) {
    return base < from && from <= period
  }
  return before[0] < at[0] && at[0] <= after[1]
}

/**
 * The periods of every frequency in which a break falls, the day among them where it is one.
 *
 * @example periodsOfBreak('2020-05') // => ['2020', '2020-S1', '2020-Q2', '2020-05']
 */
export function periodsOfBreak(from: string): string[] {
  const period = parsePeriod(from)
  if (period === undefined) return []
  const year = from.slice(0, 4)
  const month = period.firstMonth
  return [
    ...new Set([
      year,
      `${year}-S${Math.ceil(month / 6)}`,
      `${year}-Q${Math.ceil(month / 3)}`,
      `${year}-${String(month).padStart(2, '0')}`,
      ...(period.kind === 'day' ? [from] : []),
    ]),
  ]
}
