import {
  civilNumber,
  dayNumber,
  drawPoisson,
  easterSunday,
  yearOf,
  type RandomGenerator,
} from '../numerics/index.ts'
import type { TravelParameters } from './parameters.ts'

/**
 * How departures spread over the days: an intensity that averages 1 a day in a year of trend 1,
 * summed up so that a stretch of days has a weight and a weight leads back to a day.
 */
export interface SeasonCurve {
  readonly firstDay: number
  /** `cumulative[i]` is the sum over the first i days. */
  readonly cumulative: Float64Array
}

/** The curve of one season and trend over the days from `firstDay` to `lastDay`. */
export function seasonCurve(
  season: TravelParameters['seasons'][string],
  trend: Readonly<Record<string, number>>,
  firstDay: number,
  lastDay: number,
): SeasonCurve {
  const cumulative = new Float64Array(lastDay - firstDay + 2)
  const mean = season.months.reduce((sum, weight) => sum + weight, 0) / 12
  let easter = easterSunday(yearOf(firstDay))
  let year = yearOf(firstDay)
  for (let day = firstDay; day <= lastDay; day += 1) {
    const civil = civilNumber(day)
    const thisYear = Math.floor(civil / 10000)
    const month = Math.floor(civil / 100) % 100
    const dayOfMonth = civil % 100
    if (thisYear !== year) {
      year = thisYear
      easter = easterSunday(year)
    }
    let intensity = (season.months[month - 1]! / mean) * (trend[String(year)] ?? 1)
    // Saturday before Palm Sunday to Easter Saturday.
    if (day >= easter - 8 && day < easter) intensity *= season.holyWeek
    if (month === 12 && dayOfMonth >= 14 && dayOfMonth <= 30) intensity *= season.yearEnd
    cumulative[day - firstDay + 1] = cumulative[day - firstDay]! + intensity
  }
  return { firstDay, cumulative }
}

/** The weight of the days from `from` up to, not including, `to`. */
export function weightBetween(curve: SeasonCurve, from: number, to: number): number {
  const last = curve.cumulative.length - 1
  const lower = Math.min(Math.max(from - curve.firstDay, 0), last)
  const upper = Math.min(Math.max(to - curve.firstDay, lower), last)
  return curve.cumulative[upper]! - curve.cumulative[lower]!
}

/** One day from `from` up to, not including, `to`, by the curve; `from` where it has no weight. */
export function drawDay(
  curve: SeasonCurve,
  from: number,
  to: number,
  random: RandomGenerator,
): number {
  const { cumulative, firstDay } = curve
  const last = cumulative.length - 1
  let lower = Math.min(Math.max(from - firstDay, 0), last)
  let upper = Math.min(Math.max(to - firstDay, lower), last)
  const start = cumulative[lower]!
  const weight = cumulative[upper]! - start
  if (!(weight > 0)) return from
  const target = start + weight * (random.uint32() / 4294967296)
  // The day i with cumulative[i] <= target < cumulative[i + 1].
  while (upper - lower > 1) {
    const middle = (lower + upper) >> 1
    if (cumulative[middle]! <= target) lower = middle
    else upper = middle
  }
  return firstDay + lower
}

/** The days of a Poisson number of departures at `perYear` a year, not in order. */
export function drawDays(
  curve: SeasonCurve,
  from: number,
  to: number,
  perYear: number,
  random: RandomGenerator,
): number[] {
  const mean = (perYear * weightBetween(curve, from, to)) / 365.25
  const days: number[] = []
  if (!(mean > 0)) return days
  for (let count = drawPoisson(mean, random); count > 0; count -= 1) {
    days.push(drawDay(curve, from, to, random))
  }
  return days
}

/** First and last day of a year. */
export function yearBounds(year: number): readonly [first: number, last: number] {
  return [dayNumber(year, 1, 1), dayNumber(year, 12, 31)]
}
