import type { TableResult } from './table.ts'

/** How far the cells of a table add up to its totals. */
export interface AdditionCheck {
  /** Rows and columns whose cells differ from their total by more than rounding. */
  readonly rows: number
  readonly columns: number
  /** Cells that have no figure and so are in no sum. */
  readonly without: number
}

/**
 * Adds the cells of a table up and compares them with the totals that the cube gives: a published
 * table whose parts do not make its total must say so, and does not correct itself.
 *
 * A difference of half a unit of the last decimal that is shown, for each cell that was added, is
 * rounding. Where cells are not meant to add up (row shares down a column, changes, distinct persons) nothing is
 * compared.
 */
export function checkAddition(result: TableResult): AdditionCheck {
  const { values, rowTotals, columnTotals, calculation, measure } = result
  const adds = measure.distinct !== true
  const width = result.columnKeys.length
  const height = result.rowKeys.length
  const unit = 0.5 * 10 ** -measure.decimals
  const differs = (total: number | null | undefined, cells: readonly (number | null)[]) => {
    if (total === null || total === undefined) return false
    const sum = cells.reduce<number>((before, value) => before + (value ?? 0), 0)
    return Math.abs(sum - total) > unit * Math.max(1, measure.decimals > 0 ? cells.length : 1)
  }
  const rows =
    rowTotals && result.columns.length > 0 && (calculation?.adds.rows ?? adds)
      ? rowTotals.filter((total, row) =>
          differs(total, values.slice(row * width, (row + 1) * width)),
        )
      : []
  const columns =
    columnTotals && result.rows.length > 0 && (calculation?.adds.columns ?? adds)
      ? columnTotals.filter((total, column) =>
          differs(
            total,
            Array.from({ length: height }, (_, row) => values[row * width + column] ?? null),
          ),
        )
      : []
  return {
    rows: rows.length,
    columns: columns.length,
    without: values.filter((value) => value === null).length,
  }
}
