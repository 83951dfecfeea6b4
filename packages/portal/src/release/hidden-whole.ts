import type { TableResult } from '@caudal/methods/publish'

/** Whether a table has figures and every one of them is hidden, its totals too: a table of marks tells nobody anything. */
export function isHiddenWhole(result: TableResult): boolean {
  const { values, statuses, rowTotals, columnTotals, grandTotal } = result
  const shown = [...values, ...(rowTotals ?? []), ...(columnTotals ?? []), grandTotal]
  return (
    shown.every((value) => value === null) &&
    values.length > 0 &&
    values.every((_, at) => statuses[at] === 'suppressed' || statuses[at] === 'missing') &&
    Object.values(statuses).includes('suppressed')
  )
}
