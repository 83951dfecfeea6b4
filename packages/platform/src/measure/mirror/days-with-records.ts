import { cubeQuestion } from '../cube-question.ts'
import type { OpenCube } from '../open-cube.ts'
import { figuresByRow, type Asker, type ShownFigures } from '../shown-figures.ts'

/** Days of a period on which a country has a record, as they may be shown, of all days of the period. */
export interface DaysWithRecords {
  /** Of a country in a period; 0 where it has none. */
  of(country: string, period: string): number
}

/** Days on which the posts of two countries report, by month or year. */
export async function daysWithRecords(
  figures: ShownFigures,
  asker: Asker,
  movements: OpenCube,
  countries: readonly string[],
  period: 'month' | 'year',
): Promise<DaysWithRecords> {
  const query = cubeQuestion(movements, 'crossings', ['country', 'time'], { country: countries })
  const { answer } = await figures.ask(asker, movements, query)
  const days = new Map<string, number>()
  for (const [key, { value }] of figuresByRow(answer)) {
    if (value === 0) continue
    const [country, day] = key.split(' ') as [string, string]
    const at = day.slice(0, period === 'month' ? 7 : 4)
    days.set(`${country} ${at}`, (days.get(`${country} ${at}`) ?? 0) + 1)
  }
  return { of: (country, at) => days.get(`${country} ${at}`) ?? 0 }
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
