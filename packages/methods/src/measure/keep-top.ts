import type { QueryAnswer } from './query-answer.ts'
import type { TopRows } from './top-rows.ts'

/**
 * Keeps the first rows of a whole answer by their totals (or by one column, where totals make no
 * sense) and sums the others into the rest. Equals go by the order of `precedes`.
 */
export function keepTop(
  answer: QueryAnswer,
  top: TopRows,
  precedes: (one: number, other: number) => number,
): QueryAnswer {
  if (answer.rows.length <= top.rows) return answer
  const ranked = answer.rows.map((): number | null => null)
  const { rankedBy } = top
  answer.values.forEach((value, i) => {
    const column = answer.columns[answer.cellColumns[i]!]!
    if (value === null || (rankedBy && column[rankedBy.column] !== rankedBy.code)) return
    const row = answer.cellRows[i]!
    ranked[row] = (ranked[row] ?? 0) + value
  })
  const order = answer.rows
    .map((_, index) => index)
    .sort((a, b) => {
      const [one, other] = [ranked[a]!, ranked[b]!]
      if (one === null || other === null) {
        return one === other ? precedes(a, b) : one === null ? 1 : -1
      }
      return (top.least ? one - other : other - one) || precedes(a, b)
    })
  const place = answer.rows.map(() => -1)
  order.slice(0, top.rows).forEach((row, position) => {
    place[row] = position
  })

  const kept = {
    cellRows: [] as number[],
    cellColumns: [] as number[],
    values: [] as (number | null)[],
  }
  const rest = answer.columns.map((): number | null | undefined => undefined)
  let restTotal: number | null = null
  answer.values.forEach((value, i) => {
    const column = answer.cellColumns[i]!
    const row = place[answer.cellRows[i]!]!
    if (row >= 0) {
      kept.cellRows.push(row)
      kept.cellColumns.push(column)
      kept.values.push(value)
      return
    }
    rest[column] = add(rest[column], value)
    restTotal = add(restTotal, value)
  })
  const rows = order.slice(0, top.rows)
  return {
    ...answer,
    ...kept,
    rows: rows.map((row) => answer.rows[row]!),
    rowTotals: answer.rowTotals && rows.map((row) => answer.rowTotals![row]!),
    rest: {
      rows: answer.rows.length - rows.length,
      values: rest,
      total: answer.rowTotals && restTotal,
    },
  }
}

function add(sum: number | null | undefined, value: number | null): number | null {
  if (value === null) return sum ?? null
  return (sum ?? 0) + value
}
