import {
  restCode,
  type AxisDimension,
  type CellStatus,
  type TableResult,
} from '@caudal/methods/publish'
import { specialCodes, type Language } from '@caudal/methods/vocabulary'
import { ageInWords } from '../../words/age.ts'
import { isPeriod } from '../../words/period.ts'

/** One line of a chart: the figures of one combination of categories, a figure a period. */
export interface Series {
  /** Codes of the categories, joined by `|`; empty where there are none. */
  readonly key: string
  readonly codes: readonly string[]
  readonly label: string
  /** The label in a sentence, where an age says that it is one: "women, aged 20–24". */
  readonly said: string
  /** One figure a period; a single one where the table has no time. */
  readonly values: readonly (number | null)[]
  readonly statuses: readonly (CellStatus | undefined)[]
  /** Whether it is what `top` added up, or codes such as "unknown". */
  readonly rest: boolean
}

/** A table read the way people do: what, over which periods, with which totals. */
export interface Reading {
  /** Codes of the periods in order; undefined where time is on neither axis. */
  readonly periods: readonly string[] | undefined
  readonly series: readonly Series[]
  /** Labels of the dimensions that make the categories. */
  readonly categories: readonly string[]
  /** Margin over all categories, one a period; undefined where the cube does not give it. */
  readonly totals: readonly (number | null)[] | undefined
}

/** Where time is in a table: the axis, and which of its dimensions. */
export interface TimePlace {
  readonly axis: 'rows' | 'columns'
  readonly position: number
}

/** Codes that stand for what has no name of its own. */
const nameless: ReadonlySet<string> = new Set([...Object.values(specialCodes), restCode])

/** The dimension of time of a table, if one of its axes has it. */
export function findTime(result: TableResult, timeIds: ReadonlySet<string>): TimePlace | undefined {
  for (const axis of ['columns', 'rows'] as const) {
    const position = result[axis].findIndex(
      (dimension) => timeIds.has(dimension.id.split('.')[0]!) && hasPeriods(dimension),
    )
    if (position >= 0) return { axis, position }
  }
  return undefined
}

/** Reads a table: its cells by category and period, and its margins as the cube gives them. */
export function readTable(result: TableResult, timeIds: ReadonlySet<string>): Reading {
  const time = findTime(result, timeIds)
  const byRow = !time && !result.calculation && rowMargins(result)
  if (byRow) return byRow
  const periods = time && periodsOf(result, time)
  const periodAt = new Map(periods?.map((code, index) => [code, index]))
  const width = result.columnKeys.length
  const dimensions = [
    ...without(result.rows, time, 'rows'),
    ...without(result.columns, time, 'columns'),
  ]
  const names = namesOf(dimensions)
  const found = new Map<string, Draft>()

  for (const [row, rowKey] of result.rowKeys.entries()) {
    for (const [column, columnKey] of result.columnKeys.entries()) {
      const at = time
        ? periodAt.get((time.axis === 'rows' ? rowKey : columnKey)[time.position]!)
        : 0
      if (at === undefined) continue
      const codes = [...without(rowKey, time, 'rows'), ...without(columnKey, time, 'columns')]
      const key = codes.join('|')
      let series = found.get(key)
      if (!series) {
        series = draft(key, codes, names, periods?.length ?? 1, result.language as Language)
        found.set(key, series)
      }
      const index = row * width + column
      series.values[at] = result.values[index] ?? null
      series.statuses[at] = result.statuses[index]
    }
  }
  return {
    periods,
    series: [...found.values()],
    categories: dimensions.map(({ label }) => label),
    totals: marginsOf(result, time, periods, found),
  }
}

/**
 * A table of categories by categories is told by its rows, each with the margin that the cube
 * gives it; undefined where there is no such margin or nothing on one of the axes.
 */
function rowMargins(result: TableResult): Reading | undefined {
  const margins = result.rowTotals
  if (!margins || result.rows.length === 0 || result.columns.length === 0) return undefined
  const names = namesOf(result.rows)
  return {
    periods: undefined,
    series: result.rowKeys.map((codes, row) => {
      const series = draft(codes.join('|'), codes, names, 1, result.language as Language)
      series.values[0] = margins[row] ?? null
      return series
    }),
    categories: result.rows.map(({ label }) => label),
    totals: result.grandTotal === null ? undefined : [result.grandTotal],
  }
}

function namesOf(dimensions: readonly AxisDimension[]): Map<string, string>[] {
  return dimensions.map(({ codes }) => new Map(codes.map(({ code, label }) => [code, label])))
}

interface Draft extends Series {
  readonly values: (number | null)[]
  readonly statuses: (CellStatus | undefined)[]
}

function draft(
  key: string,
  codes: readonly string[],
  names: Map<string, string>[],
  length: number,
  language: Language,
): Draft {
  const labels = codes.map((code, position) => names[position]?.get(code) ?? code)
  const said = codes.map((code, position) => ageInWords(code, language) ?? labels[position])
  return {
    key,
    codes,
    label: labels.join(', '),
    said: said.join(', '),
    values: Array.from({ length }, () => null),
    statuses: Array.from({ length }, () => undefined),
    rest: codes.some((code) => nameless.has(code)),
  }
}

function hasPeriods({ codes }: AxisDimension): boolean {
  return codes.some(({ code }) => isPeriod(code))
}

function periodsOf(result: TableResult, time: TimePlace): string[] {
  const dimension = result[time.axis][time.position]!
  return dimension.codes
    .map(({ code }) => code)
    .filter(isPeriod)
    .sort()
}

function without<Item>(
  items: readonly Item[],
  time: TimePlace | undefined,
  axis: 'rows' | 'columns',
): readonly Item[] {
  return time?.axis === axis ? items.toSpliced(time.position, 1) : items
}

function marginsOf(
  result: TableResult,
  time: TimePlace | undefined,
  periods: readonly string[] | undefined,
  found: ReadonlyMap<string, Series>,
): readonly (number | null)[] | undefined {
  if (!marginsHold(result, time)) return undefined
  if (!time) return result.grandTotal === null ? undefined : [result.grandTotal]
  const only = found.get('')
  if (only) return only.values
  const margins = time.axis === 'rows' ? result.rowTotals : result.columnTotals
  if (!margins) return undefined
  if (result[time.axis].length > 1 && !addsUp(result)) return undefined
  const keys = time.axis === 'rows' ? result.rowKeys : result.columnKeys
  const byCode = new Map<string, number | null>()
  for (const [index, key] of keys.entries()) {
    const code = key[time.position]!
    const before = byCode.get(code)
    const margin = margins[index] ?? null
    byCode.set(code, before === undefined ? margin : sum(before, margin))
  }
  return periods!.map((code) => byCode.get(code) ?? null)
}

/** Whether the categories of a period add up to its margin: shares of a row, or changes, do not. */
function marginsHold({ calculation }: TableResult, time: TimePlace | undefined): boolean {
  if (!calculation) return true
  return time ? calculation.adds[time.axis] : calculation.adds.rows && calculation.adds.columns
}

/**
 * Whether margins may be added up to the margin of a period: where the cube gives a total of all,
 * and none of its figures was altered for protection.
 */
export function addsUp({ grandTotal, protection }: TableResult): boolean {
  return grandTotal !== null && protection !== 'perturbed'
}

function sum(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a + b
}
