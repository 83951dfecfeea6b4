import { monthSpan, type AccountFigure } from '@caudal/methods/measure'
import { cubeQuestion } from '../cube-question.ts'
import type { OpenCube } from '../open-cube.ts'
import { figuresByRow, type Asker, type FigureRegime, type ShownFigures } from '../shown-figures.ts'

/** Migrations of countries by month, as they may be shown. */
export interface MigrationFlows {
  readonly regime: FigureRegime
  /** Of twelve months from one on, counted since the start of the year 0. */
  of(country: string, direction: 'arrival' | 'departure', firstMonth: number): AccountFigure
}

const criterion = ['twelve-in-sixteen']

/**
 * Reads the migrations of countries by month. A month without any crossing was not observed: twelve months
 * that hold one are missing, not few.
 */
export async function readMigrationFlows(
  figures: ShownFigures,
  asker: Asker,
  migrations: OpenCube | undefined,
  movements: OpenCube | undefined,
): Promise<MigrationFlows> {
  if (migrations === undefined || movements === undefined) {
    return { regime: 'none', of: () => ({ value: null, mark: 'missing' }) }
  }
  const rows = ['country', 'time.month', 'direction']
  const ask = async (measure: string) =>
    figures.ask(asker, migrations, cubeQuestion(migrations, measure, rows, { criterion }))
  const counted = await ask('migrations')
  const open = await ask('undecided')
  const seen = await figures.ask(
    asker,
    movements,
    cubeQuestion(movements, 'crossings', ['country', 'time.month'], {}),
  )
  const decided = figuresByRow(counted.answer)
  const undecided = figuresByRow(open.answer)
  const observed = new Set(
    [...figuresByRow(seen.answer)].filter(([, { value }]) => value !== 0).map(([key]) => key),
  )
  return {
    regime: counted.regime,
    of(country, direction, firstMonth) {
      const months = Array.from({ length: 12 }, (_, at) => monthName(firstMonth + at))
      if (!months.every((month) => observed.has(`${country} ${month}`))) {
        return { value: null, mark: 'missing' }
      }
      const keys = months.map((month) => `${country} ${month} ${direction}`)
      if (keys.some((key) => decided.get(key)?.isWithheld)) return { value: null, mark: 'withheld' }
      const value = keys.reduce((sum, key) => sum + (decided.get(key)?.value ?? 0), 0)
      const isOpen = keys.some((key) => {
        const found = undecided.get(key)
        return found !== undefined && (found.isWithheld || (found.value ?? 0) > 0)
      })
      return { value, mark: isOpen ? 'provisional' : null }
    },
  }
}

/** @example monthName(2020 * 12 + 6) // => '2020-07' */
export function monthName(month: number): string {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`
}

/** The first month of a year, counted as months of spans are. */
export const firstMonthOf = (year: number): number => monthSpan(String(year))![0]
