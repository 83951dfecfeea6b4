import type { CubeQuery } from '@caudal/methods/measure'
import { cubeQuestion } from '../cube-question.ts'
import type { OpenCube } from '../open-cube.ts'
import {
  figuresByRow,
  isRefusal,
  type Asker,
  type ShownAnswer,
  type ShownFigures,
} from '../shown-figures.ts'

/** Days of a period on which a country has a record, as they may be shown, of all days of the period. */
export interface DaysWithRecords {
  /** Of a country in a period; 0 where it has none, null where figures that may be shown do not tell. */
  of(country: string, period: string): number | null
  /** Whether the figures of days were changed a little at random before they were counted. */
  readonly isApproximate: boolean
}

/**
 * Crossings that a day must have on average for perturbed figures to tell days with records from days
 * without: chance alone makes one or two crossings of a day into none, and hardly ever ten.
 */
const leastPerDay = 10

/** Days on which the posts of two countries report, by month or year. */
export async function daysWithRecords(
  figures: ShownFigures,
  asker: Asker,
  movements: OpenCube,
  countries: readonly string[],
  period: 'month' | 'year',
): Promise<DaysWithRecords> {
  const query = cubeQuestion(movements, 'crossings', ['country', 'time'], { country: countries })
  const told = await askUnlessFew(figures, asker, movements, query)
  if (told === undefined) return { of: () => null, isApproximate: false }
  const isExact = told.regime === 'none' || told.regime === 'unprotected'
  const found = new Map<string, { days: number; crossings: number; isWithheld: boolean }>()
  for (const [key, { value, isWithheld }] of figuresByRow(told.answer)) {
    if (value === 0) continue
    const [country, day] = key.split(' ') as [string, string]
    const at = `${country} ${day.slice(0, period === 'month' ? 7 : 4)}`
    const before = found.get(at) ?? { days: 0, crossings: 0, isWithheld: false }
    found.set(at, {
      days: before.days + 1,
      crossings: before.crossings + (value ?? 0),
      isWithheld: before.isWithheld || isWithheld,
    })
  }
  return {
    of(country, at) {
      const seen = found.get(`${country} ${at}`)
      if (isExact || seen === undefined) return isExact ? (seen?.days ?? 0) : null
      const isTold = !seen.isWithheld && seen.crossings / seen.days >= leastPerDay
      return isTold ? seen.days : null
    },
    isApproximate: told.regime === 'perturbed',
  }
}

/** The answer as it may be shown; undefined where the persons are too few for any. */
async function askUnlessFew(
  figures: ShownFigures,
  asker: Asker,
  movements: OpenCube,
  query: CubeQuery,
): Promise<ShownAnswer | undefined> {
  try {
    return await figures.ask(asker, movements, query)
  } catch (error) {
    if (!isRefusal(error, ['protect.population-small'])) throw error
    return undefined
  }
}

/** @example daysIn('2020-02') // => 29 */
export function daysIn(period: string): number {
  const [year, month] = period.split('-').map(Number) as [number, number?]
  const [from, to] =
    month === undefined
      ? [Date.UTC(year, 0), Date.UTC(year + 1, 0)]
      : [Date.UTC(year, month - 1), Date.UTC(year, month)]
  return (to - from) / 86_400_000
}
