import type { CubeQuery } from './cube-query.ts'
import type { QueryAnswer } from './query-answer.ts'
import type { TopRows } from './top-rows.ts'

/**
 * The answer to a question about distinct persons, exact at every margin: margins are asked for, not
 * added up, since who is in several cells is one person in their total. Rows that are not shown have
 * no sum, and say so by having no figure.
 *
 * @param ask answers one question without margins
 */
export async function answerDistinct(
  query: CubeQuery,
  ask: (query: CubeQuery) => Promise<QueryAnswer>,
): Promise<QueryAnswer> {
  const { top, ...rest } = query
  const without: CubeQuery = { ...rest, margins: { rows: false, columns: false, grand: false } }
  const none: QueryAnswer | undefined = undefined
  const [cells, byRow, byColumn, all] = await Promise.all([
    ask(without),
    query.margins.rows ? ask({ ...without, columns: [] }) : none,
    query.margins.columns ? ask({ ...without, rows: [] }) : none,
    query.margins.grand ? ask({ ...without, rows: [], columns: [] }) : none,
  ])
  const answer: QueryAnswer = {
    ...cells,
    rowTotals: byRow ? marginOf(cells.rows, byRow.rows, byRow.cellRows, byRow.values) : null,
    columnTotals: byColumn
      ? marginOf(cells.columns, byColumn.columns, byColumn.cellColumns, byColumn.values)
      : null,
    grandTotal: all?.values[0] ?? null,
  }
  return top === undefined ? answer : keepFirst(answer, top)
}

/** The rows with the most persons in all, or in one column, and how many others there are. */
export function keepFirst(answer: QueryAnswer, { rows, least, rankedBy }: TopRows): QueryAnswer {
  if (answer.rows.length <= rows) return answer
  const ranks = answer.rows.map((_, row) => answer.rowTotals?.[row] ?? null)
  if (rankedBy || answer.rowTotals === null) {
    answer.values.forEach((value, i) => {
      const column = answer.columns[answer.cellColumns[i]!]!
      if (rankedBy && column[rankedBy.column] !== rankedBy.code) return
      ranks[answer.cellRows[i]!] = value
    })
  }
  const order = answer.rows
    .map((key, row) => ({ row, key: key.join(), rank: ranks[row] ?? (least ? Infinity : -1) }))
    .sort((a, b) => (least ? a.rank - b.rank : b.rank - a.rank) || (a.key < b.key ? -1 : 1))
    .slice(0, rows)
  const place = new Map(order.map(({ row }, at) => [row, at]))
  const shown = answer.values.map((_, i) => i).filter((i) => place.has(answer.cellRows[i]!))
  return {
    ...answer,
    rows: order.map(({ row }) => answer.rows[row]!),
    cellRows: shown.map((i) => place.get(answer.cellRows[i]!)!),
    cellColumns: shown.map((i) => answer.cellColumns[i]!),
    values: shown.map((i) => answer.values[i]!),
    rowTotals: answer.rowTotals && order.map(({ row }) => answer.rowTotals![row]!),
    rest: {
      rows: answer.rows.length - order.length,
      values: answer.columns.map(() => null),
      total: null,
    },
  }
}

/** One figure for each key, from an answer that has them in an order of its own. */
function marginOf(
  keys: QueryAnswer['rows'],
  own: QueryAnswer['rows'],
  places: readonly number[],
  values: QueryAnswer['values'],
): (number | null)[] {
  const found = new Map(values.map((value, i) => [own[places[i]!]!.join(), value]))
  return keys.map((key) => found.get(key.join()) ?? null)
}
