import { dayNumber } from '../../numerics/index.ts'
import type { ResidenceCriterion } from '../residence/index.ts'

export type FigureStatus = 'final' | 'provisional'

/**
 * Whether a month's figures can still change: they are final when every crossing of the month has
 * been followed for W days. With W = 487 that is in the seventeenth month after it.
 *
 * @param month year · 100 + month
 * @param observedUntil first day that the release does not see
 * @example figureStatus(202201, dayNumber(2023, 6, 3), { thresholdDays: 365, windowDays: 487 }) // => 'final'
 */
export function figureStatus(
  month: number,
  observedUntil: number,
  { windowDays }: ResidenceCriterion,
): FigureStatus {
  const isDecember = month % 100 === 12
  const end = dayNumber(
    Math.floor(month / 100) + (isDecember ? 1 : 0),
    isDecember ? 1 : (month % 100) + 1,
    1,
  )
  return end - 1 + windowDays < observedUntil ? 'final' : 'provisional'
}
