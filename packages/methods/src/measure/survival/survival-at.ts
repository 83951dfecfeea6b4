import type { SurvivalStep } from './kaplan-meier.ts'
import { survivalInterval } from './survival-interval.ts'

/** A curve of survival at one number of days. */
export interface SurvivalPoint {
  readonly days: number
  /** Stays that are known to have lasted longer; null where that is not told. */
  readonly still: number | null
  /** Share of stays that last longer, 0 to 1; null where it is not known or not told. */
  readonly survival: number | null
  readonly low: number | null
  readonly high: number | null
  /** Why there is no share: nobody was followed so long, or cells that it needs are withheld. */
  readonly mark: 'not-followed' | 'withheld' | null
}

/** A point of a curve, with its 95 % interval. */
export function survivalPoint(
  days: number,
  still: number,
  survival: number,
  variance: number,
): SurvivalPoint {
  const interval = survivalInterval(survival, variance)
  return {
    days,
    still,
    survival,
    low: interval?.[0] ?? null,
    high: interval?.[1] ?? null,
    mark: null,
  }
}

/** A point of which nothing is told, and why. */
export const pointWithout = (
  days: number,
  mark: NonNullable<SurvivalPoint['mark']>,
): SurvivalPoint => ({ days, still: null, survival: null, low: null, high: null, mark })

/**
 * A curve at some numbers of days. Where every stay was cut off before without having ended, or all others had,
 * nothing is known.
 *
 * @param still stays that are known to have lasted longer than so many days
 */
export function survivalAt(
  steps: readonly SurvivalStep[],
  days: readonly number[],
  still: (days: number) => number,
): SurvivalPoint[] {
  return days.map((day) => {
    const step = steps.findLast(({ time }) => time <= day)
    const left = still(day)
    const isKnown = left > 0 || step?.survival === 0
    if (!isKnown) return pointWithout(day, 'not-followed')
    return survivalPoint(day, left, step?.survival ?? 1, step?.variance ?? 0)
  })
}
