import {
  levelReference,
  listLevels,
  type Cube,
  type CubeDimension,
  type CubeQuery,
  type QueryAnswer,
} from '../measure/index.ts'
import { monthsOf, recordingDimensions, spansOnce } from './recorded-periods.ts'
import { allowedCodes } from './resolve-table.ts'
import { restCode } from './code-label.ts'
import type { TableParts } from './table-parts.ts'

/** From when to when something is undecided, in months as `monthSpan` numbers them. */
interface OpenSpan {
  readonly first: number
  readonly last: number
}

/** What is not decided yet of the figures of a cube, and so may still be added to them. */
export interface OpenPeriods {
  /** By country and the codes of the dimensions over which nothing is added, joined by `|`. */
  readonly spans: ReadonlyMap<string, OpenSpan>
  /** Periods in which anything is undecided, by the rule that is shown where none is asked for. */
  readonly unfinished: readonly string[]
}

/**
 * The question what is undecided where and when; undefined of a cube whose figures are final, or that does
 * not tell country and time.
 */
export function undecidedQuery(cube: Cube): CubeQuery | undefined {
  const told = openDimensions(cube)
  const by = cube.measures.find(({ undecidedBy }) => undecidedBy !== undefined)?.undecidedBy
  const measure = cube.measures.find(({ id }) => id === by)
  if (told === undefined || measure === undefined) return undefined
  const month = listLevels(told.time).findIndex(({ from }) => from.kind === 'month')
  return {
    measure,
    rows: [told.area, ...told.apart].map((dimension) => levelReference(dimension, 0)),
    columns: [levelReference(told.time, Math.max(0, month))],
    where: [],
    margins: { rows: false, columns: false, grand: false },
    maxCells: 1_000_000,
  }
}

/** Reads the answer to {@link undecidedQuery}. */
export function openPeriods(cube: Cube, answer: QueryAnswer): OpenPeriods {
  const alone = openDimensions(cube)!.apart.map(({ shownAlone }) => shownAlone)
  const spans = new Map<string, OpenSpan>()
  const unfinished = new Set<string>()
  answer.values.forEach((value, at) => {
    const key = answer.rows[answer.cellRows[at]!]!
    const period = answer.columns[answer.cellColumns[at]!]![0]!
    const months = monthsOf(period)
    if (months === undefined || !((value ?? 0) > 0)) return
    const known = spans.get(key.join('|')) ?? { first: Infinity, last: -Infinity }
    spans.set(key.join('|'), {
      first: Math.min(known.first, months[0]),
      last: Math.max(known.last, months[1]),
    })
    if (alone.every((code, d) => code === undefined || code === key[d + 1])) unfinished.add(period)
  })
  return { spans, unfinished: [...unfinished].sort() }
}

/** Whether something is undecided in a cell; a margin has one key. */
export type OpenCells = (
  row: readonly string[] | undefined,
  column: readonly string[] | undefined,
) => boolean

/**
 * Whether something is undecided in a cell of a table, so that its figure is not final: it may be in the
 * country and period of the cell. Undefined where nothing can be.
 */
export function openCells(parts: TableParts): OpenCells | undefined {
  const { cube, table, domain, open } = parts
  const { query, conditions } = table
  const told = openDimensions(cube)
  if (query.measure.undecidedBy === undefined || told === undefined) return undefined
  if (open === undefined || open.spans.size === 0) return undefined
  /** Codes of a dimension in a cell: on an axis, by a condition, or all; undefined of all periods. */
  const codesOf = ({ id }: CubeDimension, depth: number | undefined) => {
    const on = (references: CubeQuery['rows']) =>
      references.findIndex(
        ({ dimension, depth: own }) =>
          dimension.id === id && (depth === undefined || own === depth),
      )
    const [row, column] = [on(query.rows), on(query.columns)]
    const dimension = cube.dimensions.find((each) => each.id === id)!
    const isHeld = conditions.some(({ reference }) => reference.dimension.id === id)
    const others =
      isHeld || depth !== undefined
        ? allowedCodes(levelReference(dimension, 0), conditions, domain)
        : undefined
    return (rowKey: readonly string[] | undefined, columnKey: readonly string[] | undefined) => {
      const own = (row >= 0 ? rowKey?.[row] : undefined) ?? columnKey?.[column]
      return own === undefined || own === restCode ? others : [own]
    }
  }
  const apart = [told.area, ...told.apart].map((dimension) => codesOf(dimension, 0))
  const periods = codesOf(told.time, undefined)
  const spans = [...open.spans].map(([key, span]) => ({ codes: key.split('|'), ...span }))
  const monthsIn = spansOnce()
  return (row, column) => {
    const wanted = apart.map((codes) => codes(row, column))
    const months = periods(row, column)?.map(monthsIn)
    return spans.some(
      ({ codes, first, last }) =>
        codes.every((code, d) => wanted[d]!.includes(code)) &&
        (months === undefined ||
          months.some((span) => span !== undefined && span[0] <= last && span[1] >= first)),
    )
  }
}

/** Periods on an axis of a table in which any of its cells has something undecided. */
export function unfinishedOn(
  { rows, columns }: Pick<CubeQuery, 'rows' | 'columns'>,
  rowKeys: readonly (readonly string[])[],
  columnKeys: readonly (readonly string[])[],
  isOpen: OpenCells,
): readonly string[] {
  const [inRow, inColumn] = [rows, columns].map((axis) =>
    axis.findIndex(({ dimension }) => dimension.kind === 'time'),
  ) as [number, number]
  const found = new Set<string>()
  for (const row of rowKeys) {
    for (const column of columnKeys) {
      const period = row[inRow] ?? column[inColumn]
      if (period !== undefined && !found.has(period) && isOpen(row, column)) found.add(period)
    }
  }
  return [...found].sort()
}

/** The dimensions that say of what something is undecided: who recorded, when, and by which rule. */
function openDimensions(cube: Cube) {
  const told = recordingDimensions(cube)
  if (told === undefined) return undefined
  const held = new Set(cube.measures.flatMap(({ notAdditiveOver = [] }) => notAdditiveOver))
  const apart = cube.dimensions.filter(
    (each) => held.has(each.id) && each !== told.time && each !== told.area,
  )
  return { ...told, apart }
}
