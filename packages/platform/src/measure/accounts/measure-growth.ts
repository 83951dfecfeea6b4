import { basename } from 'node:path'
import { csvLine } from '@caudal/methods/measure'
import {
  growth,
  type Growth,
  type GrowthAsTold,
  type VintageFigure,
} from '@caudal/methods/measure/accounts'
import { groupRows, readPlainRows, type PlainRow } from '../../collect/plain-csv/read-plain-rows.ts'
import { readFigure, readPeriod } from './read-figure.ts'
import { accountRefusals } from './refusals.ts'

export interface GrowthColumns {
  readonly period: string
  readonly value: string
  /** The day of the release that told the figure; a file may have none. */
  readonly vintage: string
}

export interface GrowthFileOptions {
  readonly columns: GrowthColumns
  readonly by: readonly string[]
  /** Periods from which on figures do not compare with those before. */
  readonly breaks: readonly string[]
  /** One line for every vintage of a period, in place of its first beside its latest. */
  readonly everyVintage: boolean
}

export interface GrowthReport {
  readonly periods: number
  readonly revised: number
  readonly overBreak: number
}

/**
 * Growth of the series of a file: on the period before, on the same period of the year before, and a year on
 * average since the first; as first told and as the latest vintage has it, or after every vintage.
 *
 * @throws Refusal `measure.period-unreadable`, `measure.vintage-unreadable`, `measure.period-twice`,
 *   `measure.figure-unreadable`, `measure.account-empty`, and those of the file
 */
export async function measureGrowthFile(
  path: string,
  { columns, by, breaks, everyVintage }: GrowthFileOptions,
  write: (text: string) => Promise<void>,
): Promise<GrowthReport> {
  const rows = await readPlainRows(path, [...by, columns.period, columns.value], [columns.vintage])
  if (rows.length === 0) throw accountRefusals.refuse('account-empty', { file: basename(path) })
  const vintages = vintagesOf(rows, columns.vintage)
  await write(csvLine([...by, ...(everyVintage ? everyHeader : header)]))
  const report = { periods: 0, revised: 0, overBreak: 0 }
  for (const { key, rows: own } of groupRows(rows, by)) {
    const series = seriesOf(own, key, columns, vintages)
    const found = growth(series.figures, {
      perYear: series.perYear,
      breaks: breaks.map((each) => breakIn(each, series.perYear)),
    })
    report.periods += found.length
    report.revised += found.filter(({ revision }) => revision !== 0).length
    report.overBreak += found.filter(({ overBreak }) => overBreak.length > 0).length
    const lines = found.flatMap((each) => {
      const period = series.names.get(each.period)!
      const line = everyVintage ? everyLines(each, vintages) : [latestLine(each, vintages)]
      return line.map((cells) => csvLine([...key, period, ...cells, each.overBreak.join(' ')]))
    })
    await write(lines.join(''))
  }
  return report
}

const growths = ['previous_percent', 'year_percent', 'average_percent']
const told = ['vintage', 'value', ...growths]
const everyHeader = ['period', ...told, 'over_break']
const header = ['period', ...told, ...told.map((name) => `first_${name}`), 'revision', 'over_break']

type Cells = (string | number | null)[]

const toldCells = (one: GrowthAsTold, vintages: readonly string[]): Cells => [
  vintages[one.release]!,
  one.value,
  one.previousPercent,
  one.yearPercent,
  one.averagePercent,
]

const everyLines = (each: Growth, vintages: readonly string[]): Cells[] =>
  each.told.map((one) => toldCells(one, vintages))

const latestLine = (each: Growth, vintages: readonly string[]): Cells => [
  ...toldCells(each.told.at(-1)!, vintages),
  ...toldCells(each.told[0]!, vintages),
  each.revision,
]

/** The vintages of a file in their order; a file without any has one, which has no name. */
function vintagesOf(rows: readonly PlainRow[], column: string): string[] {
  if (!(column in rows[0]!)) return ['']
  const texts = [...new Set(rows.map((row) => row[column]?.trim() ?? ''))]
  const wrong = texts.find(
    (text) =>
      !/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(text) ||
      text.length !== texts[0]!.length,
  )
  if (wrong !== undefined) {
    throw accountRefusals.refuse('vintage-unreadable', { text: wrong.slice(0, 60), column })
  }
  return texts.toSorted()
}

function seriesOf(
  rows: readonly PlainRow[],
  key: readonly string[],
  columns: GrowthColumns,
  vintages: readonly string[],
) {
  const names = new Map<number, string>()
  const seen = new Set<string>()
  const releases = new Map(vintages.map((vintage, at) => [vintage, at]))
  let perYear: number | undefined
  const figures = rows.map((row): VintageFigure => {
    const counted = readPeriod(row[columns.period], columns.period)
    const text = row[columns.period]!.trim()
    const release = releases.get(row[columns.vintage]?.trim() ?? '')!
    perYear ??= counted.perYear
    if (counted.perYear !== perYear) {
      throw accountRefusals.refuse('period-unreadable', { text, column: columns.period })
    }
    const place = `${counted.ordinal} ${release}`
    if (seen.has(place)) {
      const group = [...key, vintages[release]!].filter((each) => each !== '').join(', ')
      throw accountRefusals.refuse('period-twice', { period: text, group: group || '–' })
    }
    seen.add(place)
    names.set(counted.ordinal, text)
    return { period: counted.ordinal, release, value: readFigure(row, columns.value) }
  })
  return { figures, names, perYear: perYear ?? 1 }
}

/** The period of a series in which a break falls that is told as a period of any frequency. */
function breakIn(text: string, perYear: number): number {
  const { ordinal, perYear: own } = readPeriod(text, '--break')
  return Math.floor((ordinal / own) * perYear)
}
