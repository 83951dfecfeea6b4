import type { QueryAnswer } from '../measure/index.ts'
import { restCode } from './code-label.ts'

/** The figures that a table is divided by or compared with, found by the keys of its cells. */
export interface CompanionFigures {
  cell(row: readonly string[], column: readonly string[]): number | null
  rowTotal(row: readonly string[]): number | null
  columnTotal(column: readonly string[]): number | null
  readonly grandTotal: number | null
}

const keyOf = (codes: readonly string[]) => codes.join('\u0000')

/**
 * Reads the answer to the companion question of a table. What its table sums into the rest is
 * summed here too: every row that the table does not keep, whether it occurs there or not.
 *
 * @param kept rows that the table shows one by one
 * @param whenAbsent what a combination without a record means
 */
export function companionFigures(
  answer: QueryAnswer,
  kept: readonly (readonly string[])[],
  whenAbsent: 0 | null,
): CompanionFigures {
  const shown = new Set(kept.map(keyOf))
  const rows = answer.rows.map(keyOf)
  const columns = answer.columns.map(keyOf)
  const cells = new Map<string, number | null>()
  const rest = new Map<string, number | null>()
  answer.values.forEach((value, i) => {
    const row = rows[answer.cellRows[i]!]!
    const column = columns[answer.cellColumns[i]!]!
    cells.set(`${row}\u0001${column}`, value)
    if (!shown.has(row)) rest.set(column, add(rest.get(column), value))
  })
  const restTotal = rows.reduce<number | null>(
    (sum, row, i) => (shown.has(row) ? sum : add(sum, answer.rowTotals?.[i] ?? null)),
    null,
  )
  const totals = (keys: readonly string[], margins: QueryAnswer['rowTotals']) =>
    new Map(keys.map((key, i) => [key, margins?.[i] ?? null]))
  const rowTotals = totals(rows, answer.rowTotals)
  const columnTotals = totals(columns, answer.columnTotals)
  const found = (figures: ReadonlyMap<string, number | null>, key: string) => {
    const figure = figures.get(key)
    return figure === undefined ? whenAbsent : figure
  }
  return {
    cell: (row, column) =>
      row[0] === restCode
        ? found(rest, keyOf(column))
        : found(cells, `${keyOf(row)}\u0001${keyOf(column)}`),
    rowTotal: (row) =>
      row[0] === restCode ? (restTotal ?? whenAbsent) : found(rowTotals, keyOf(row)),
    columnTotal: (column) => found(columnTotals, keyOf(column)),
    grandTotal: answer.grandTotal,
  }
}

function add(sum: number | null | undefined, value: number | null): number | null {
  return value === null ? (sum ?? null) : (sum ?? 0) + value
}
