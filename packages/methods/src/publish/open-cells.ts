import { levelReference, type CubeDimension, type CubeQuery } from '../measure/index.ts'
import { restCode } from './code-label.ts'
import { openDimensions } from './open-periods.ts'
import { spansOnce } from './recorded-periods.ts'
import { allowedCodes } from './resolve-table.ts'
import type { TableParts } from './table-parts.ts'

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
