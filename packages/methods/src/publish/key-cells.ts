import type { CellStatus, TableResult } from './table.ts'

/** A cell of a table, or a total: null stands for the total of an axis. */
export interface KeyCell {
  readonly row: readonly string[] | null
  readonly column: readonly string[] | null
  readonly value: number | null
  readonly status: CellStatus | undefined
}

/** Every cell of a table with its keys, margins that are shown or withheld included. */
export function* keyCells(result: TableResult): Generator<KeyCell> {
  const { rowKeys, columnKeys, values, statuses, marginStatuses } = result
  for (const [r, row] of rowKeys.entries()) {
    for (const [c, column] of columnKeys.entries()) {
      const at = r * columnKeys.length + c
      yield { row, column, value: values[at]!, status: statuses[at] }
    }
  }
  const has = (value: number | null | undefined, status: CellStatus | undefined) =>
    (value !== null && value !== undefined) || status !== undefined
  // a table without rows or columns has one nameless key there, which is its total
  if (result.columns.length > 0) {
    for (const [r, row] of rowKeys.entries()) {
      const [value, status] = [result.rowTotals?.[r], marginStatuses?.rows[r]]
      if (has(value, status)) yield { row, column: null, value: value ?? null, status }
    }
  }
  if (result.rows.length > 0) {
    for (const [c, column] of columnKeys.entries()) {
      const [value, status] = [result.columnTotals?.[c], marginStatuses?.columns[c]]
      if (has(value, status)) yield { row: null, column, value: value ?? null, status }
    }
  }
  if (result.rows.length > 0 && result.columns.length > 0) {
    const [value, status] = [result.grandTotal, marginStatuses?.grand]
    if (has(value, status)) yield { row: null, column: null, value: value ?? null, status }
  }
}

/** What stands for the code of a total, in files that have them beside cells. */
export const totalCode = '_T'

/** Totals that are shown or withheld; none of an axis on which `_T` is a code of the source. */
export function totalCells(result: TableResult): KeyCell[] {
  const isTaken = (side: 'rows' | 'columns') =>
    result[side].some(({ codes }) => codes.some(({ code }) => code === totalCode))
  const [rows, columns] = [isTaken('rows'), isTaken('columns')]
  return [...keyCells(result)].filter(
    ({ row, column }) =>
      (row === null || column === null) && !(row === null && rows) && !(column === null && columns),
  )
}
