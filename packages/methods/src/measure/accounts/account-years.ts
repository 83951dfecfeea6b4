import { monthSpan, parsePeriod } from '../period.ts'

/** A figure of a period as a source tells it: `2020`, `2020-Q1`, `2020-03`. */
export interface PeriodFigure {
  readonly period: string
  readonly value: number
}

export interface SpanTotal {
  readonly value: number
  /** Whether calendar years were split, half and half, for want of shorter periods. */
  readonly isApproximated: boolean
}

/**
 * The events of twelve months from the figures of a source: those of the months themselves, else of quarters,
 * halves or the year that make them up; for twelve months from July to June, where only calendar years are
 * known, half of each of the two. Null where they do not cover the twelve months.
 *
 * @param firstMonth months since the start of the year 0
 * @example totalOfYear([{ period: '2020', value: 10 }, { period: '2021', value: 20 }], 2020 * 12 + 6) // => { value: 15, isApproximated: true }
 * @example totalOfYear([{ period: '2020-Q1', value: 10 }], 2020 * 12) // => null
 */
export function totalOfYear(
  figures: readonly PeriodFigure[],
  firstMonth: number,
): SpanTotal | null {
  const lastMonth = firstMonth + 11
  for (const kind of ['month', 'quarter', 'half', 'year'] as const) {
    const own = figures.filter(({ period }) => parsePeriod(period)?.kind === kind)
    const inside = own.filter(({ period }) => {
      const [from, to] = monthSpan(period)!
      return from >= firstMonth && to <= lastMonth
    })
    const months = inside.reduce((sum, { period }) => {
      const [from, to] = monthSpan(period)!
      return sum + to - from + 1
    }, 0)
    if (months === 12) {
      return { value: inside.reduce((sum, { value }) => sum + value, 0), isApproximated: false }
    }
  }
  if (firstMonth % 12 !== 6) return null
  const year = Math.floor(firstMonth / 12)
  const halves = [year, year + 1].map((each) =>
    figures.find(({ period }) => period === String(each)),
  )
  const [one, other] = halves
  if (one === undefined || other === undefined) return null
  return { value: (one.value + other.value) / 2, isApproximated: true }
}
