import type { CellStatus } from './table.ts'

/** The cells of a table with its margins, in an order of its own and without words. */
export interface CellFrame {
  /** One code per row dimension; the rest last, where there is one. */
  readonly rowKeys: readonly (readonly string[])[]
  readonly columnKeys: readonly (readonly string[])[]
  /** `[rows × columns]`, row-major. */
  readonly values: readonly (number | null)[]
  readonly statuses: Readonly<Record<number, CellStatus>>
  readonly rowTotals: readonly (number | null)[] | null
  readonly columnTotals: readonly (number | null)[] | null
  readonly grandTotal: number | null
}

/**
 * Sums of decimals carry noise in their last bits; six decimals are kept.
 *
 * @example tidy(0.1 + 0.2) // => 0.3
 */
export function tidy(value: number | null): number | null {
  if (value === null || Number.isInteger(value) || Math.abs(value) > 1e9) return value
  return Math.round(value * 1e6) / 1e6
}

/** The same cells with the rows in another order, by their places in this one. */
export function reorderRows(frame: CellFrame, order: readonly number[]): CellFrame {
  const width = frame.columnKeys.length
  const values: (number | null)[] = []
  const statuses: Record<number, CellStatus> = {}
  for (const row of order) {
    for (let at = row * width; at < (row + 1) * width; at++) {
      const status = frame.statuses[at]
      if (status) statuses[values.length] = status
      values.push(frame.values[at] ?? null)
    }
  }
  return {
    ...frame,
    rowKeys: order.map((row) => frame.rowKeys[row]!),
    values,
    statuses,
    rowTotals: frame.rowTotals && order.map((row) => frame.rowTotals![row] ?? null),
  }
}
