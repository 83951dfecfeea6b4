import type { CubeQuery } from '../measure/index.ts'
import { codesInCell, type CellKey } from './codes-in-cell.ts'
import { liesInOpen, openDimensions } from './open-periods.ts'
import { spansOnce } from './recorded-periods.ts'
import type { TableParts } from './table-parts.ts'

/** Whether something is undecided in a cell. */
export type OpenCells = (row: CellKey, column: CellKey) => boolean

/**
 * Whether something is undecided in a cell of a table, so that its figure is not final: it may be in the
 * country and period of the cell. Undefined where nothing can be.
 */
export function openCells(parts: TableParts): OpenCells | undefined {
  const { cube, table, open } = parts
  const told = openDimensions(cube)
  if (table.query.measure.undecidedBy === undefined || told === undefined) return undefined
  if (open === undefined || open.spans.size === 0) return undefined
  const apart = [told.area, ...told.apart].map((dimension) => codesInCell(parts, dimension, 0))
  const periods = codesInCell(parts, told.time)
  const monthsIn = spansOnce()
  // Many cells of a table are of the same country and period.
  const known = new Map<string, boolean>()
  return (row, column) => {
    const wanted = apart.map((codes) => codes(row, column))
    const when = periods(row, column)
    const name = [...wanted, when].join('|')
    const before = known.get(name)
    if (before !== undefined) return before
    const isOpen = liesInOpen(open.spans, wanted, when?.map(monthsIn))
    known.set(name, isOpen)
    return isOpen
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
