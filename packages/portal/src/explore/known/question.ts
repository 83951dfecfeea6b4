import {
  restCode,
  statusOf,
  type CellStatus,
  type Condition,
  type CubeAnswer,
  type TableResult,
  type TableSpec,
} from '@caudal/methods/publish'
import { levelBelow } from '../specification/drill.ts'
import type { AskedCell } from '../table/asked-cell.ts'

/** What a reader asks of one number of a table. */
export interface NumberQuestion {
  readonly value: number | null
  readonly status: CellStatus | undefined
  /** The codes that the number is of, in words. */
  readonly codes: readonly { readonly id: string; readonly label: string; readonly code: string }[]
  /** Labels of the dimensions that it is a total over. */
  readonly margins: readonly string[]
  /** The table of the figure itself; undefined for what `top` summed up. */
  readonly spec: TableSpec | undefined
  /** Codes that it is of, to find the batches of a country among them. */
  readonly areas: ReadonlySet<string>
}

/**
 * Reads a number and what it is of from its table; a margin where a row or a column is not given. A filter
 * that a code of the number lies within says nothing more of it, and is left out.
 *
 * @param cube whose levels say what lies within what
 */
export function questionOf(
  result: TableResult,
  { row, column }: AskedCell,
  cube: Pick<CubeAnswer, 'dimensions'>,
): NumberQuestion {
  const rowKey = row === undefined ? undefined : result.rowKeys[row]
  const columnKey = column === undefined ? undefined : result.columnKeys[column]
  const codes: NumberQuestion['codes'][number][] = []
  const own: Condition[] = []
  const areas = new Set<string>(result.spec.where.flatMap((condition) => condition.codes ?? []))
  let rest = false
  for (const [axis, key] of [
    [result.rows, rowKey],
    [result.columns, columnKey],
  ] as const) {
    axis.forEach(({ id, label, codes: known }, place) => {
      const code = key?.[place]
      if (code === undefined) return
      if (code === restCode) {
        rest = true
        if (place > 0) return
      }
      codes.push({ id, label, code: known.find((each) => each.code === code)?.label ?? code })
      areas.add(code)
      own.push({ dimension: id, codes: [code] })
    })
  }
  const where = [
    ...result.spec.where.filter(
      (filter) => !own.some(({ dimension }) => liesWithin(cube, dimension, filter.dimension)),
    ),
    ...own,
  ]
  const margins = [...(rowKey ? [] : result.rows), ...(columnKey ? [] : result.columns)]
  const at =
    row !== undefined && column !== undefined ? row * result.columnKeys.length + column : -1
  const { measure } = result.spec
  const ofMargins = result.marginStatuses
  const [value, status] =
    at >= 0
      ? [result.values[at] ?? null, result.statuses[at]]
      : row !== undefined
        ? [result.rowTotals?.[row] ?? null, ofMargins?.rows[row]]
        : column !== undefined
          ? [result.columnTotals?.[column] ?? null, ofMargins?.columns[column]]
          : [result.grandTotal, ofMargins?.grand]
  return {
    value,
    status: value === null ? status : statusOf(result, value, status),
    codes,
    margins: margins.map(({ label }) => label),
    spec: rest ? undefined : { rows: [], columns: [], where, ...(measure && { measure }) },
    areas,
  }
}

/** Whether a code of one level lies within one of another: of the same level, or of one above it. */
function liesWithin(
  cube: Pick<CubeAnswer, 'dimensions'>,
  level: string,
  filtered: string,
): boolean {
  for (let at: string | undefined = filtered; at !== undefined; at = levelBelow(cube, at)) {
    if (at === level) return true
  }
  return false
}
