import type { CellStatus, TableResult } from './table.ts'
import { restCode } from './code-label.ts'

/** The subtotal of a group of rows, by column and over all. */
export interface GroupTotal {
  /** Codes of the group, from the outermost dimension. */
  readonly key: readonly string[]
  readonly values: readonly (number | null)[]
  /** Column → why there is no subtotal. */
  readonly statuses: Readonly<Record<number, CellStatus>>
  readonly total: number | null
}

/** Why a table gives no subtotals for its groups. */
export type WithoutSubtotals = 'one-dimension' | 'not-additive' | 'rows-cut' | 'perturbed'

/**
 * The subtotals of the groups of rows, one for every code of every row dimension but the last.
 *
 * Assumption: the rows of a group are all of its rows; that is why a table of which `top` has cut
 * rows has none. A cell that is missing adds nothing, as in the totals of the cube; one that is
 * suppressed or confidential takes the subtotal with it, which would disclose it.
 *
 * @returns groups in the order of the table, outer before inner; or why there are none
 */
export function groupTotals(result: TableResult): readonly GroupTotal[] | WithoutSubtotals {
  const { rowKeys, columnKeys, calculation } = result
  if (result.rows.length < 2) return 'one-dimension'
  if (
    result.measure.distinct ||
    result.columnTotals === null ||
    (calculation && !calculation.adds.columns)
  ) {
    return 'not-additive'
  }
  if (result.protection === 'perturbed') return 'perturbed'
  if (rowKeys.some((key) => key[0] === restCode)) return 'rows-cut'
  const width = columnKeys.length
  const groups = new Map<string, Draft>()
  rowKeys.forEach((key, row) => {
    for (let depth = 1; depth < key.length; depth++) {
      const own = key.slice(0, depth)
      const id = own.join('\u0000')
      const group = groups.get(id) ?? draft(own, width)
      groups.set(id, group)
      for (let column = 0; column < width; column++) {
        const at = row * width + column
        add(group, column, result.values[at] ?? null, result.statuses[at])
      }
      group.total = sum(group.total, result.rowTotals?.[row] ?? null)
    }
  })
  return [...groups.values()].map(({ key, values, statuses, total }) => ({
    key,
    values: values.map((value, column) => (isHidden(statuses[column]) ? null : value)),
    statuses,
    // A total over a hidden column would give it away.
    total: Object.values(statuses).some(isHidden) ? null : total,
  }))
}

interface Draft {
  readonly key: readonly string[]
  readonly values: (number | null)[]
  readonly statuses: Record<number, CellStatus>
  total: number | null
}

const draft = (key: readonly string[], width: number): Draft => ({
  key,
  values: Array.from({ length: width }, () => null),
  statuses: {},
  total: null,
})

function add(group: Draft, column: number, value: number | null, status: CellStatus | undefined) {
  const before = group.values[column] ?? null
  group.values[column] = sum(before, value)
  if (isHidden(status)) group.statuses[column] = status!
  else if (isHidden(group.statuses[column])) return
  else if (group.values[column] === null) group.statuses[column] = status ?? 'missing'
  else if (status === 'provisional') group.statuses[column] = status
  else if (group.statuses[column] !== 'provisional') delete group.statuses[column]
}

const isHidden = (status: CellStatus | undefined) =>
  status === 'suppressed' || status === 'confidential'

function sum(one: number | null, other: number | null): number | null {
  if (other === null) return one
  // Sums of decimals carry noise in their last bits.
  return Math.round(((one ?? 0) + other) * 1e6) / 1e6
}
