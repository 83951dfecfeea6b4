import type { QueryAnswer } from '../measure/index.ts'
import type { OpenCells } from './open-cells.ts'
import type { CellStatus, TableResult } from './table.ts'

/** Notes in `statuses` which cells are withheld, or stand as a release shows them. */
export function protectionStatus(
  { protectionOf }: QueryAnswer,
  rowKeys: readonly (readonly string[])[],
  columnKeys: readonly (readonly string[])[],
  statuses: Record<number, CellStatus>,
): void {
  if (protectionOf === undefined) return
  rowKeys.forEach((row, r) => {
    columnKeys.forEach((column, c) => {
      const status = protectionOf(row, column)
      if (status !== undefined) statuses[r * columnKeys.length + c] = status
    })
  })
}

/** The same of the margins of a table, and where something is undecided in them. */
export function marginStatuses(
  { protectionOf }: QueryAnswer,
  rowKeys: readonly (readonly string[])[],
  columnKeys: readonly (readonly string[])[],
  isOpen?: OpenCells,
): Pick<TableResult, 'marginStatuses'> {
  if (protectionOf === undefined && isOpen === undefined) return {}
  const statusOf = (row: readonly string[] | null, column: readonly string[] | null) =>
    protectionOf?.(row, column) ??
    (isOpen?.(row ?? undefined, column ?? undefined) ? ('provisional' as const) : undefined)
  const along = (
    keys: readonly (readonly string[])[],
    of: (key: readonly string[]) => CellStatus | undefined,
  ) =>
    Object.fromEntries(
      keys.flatMap((key, at) => {
        const status = of(key)
        return status === undefined ? [] : [[at, status]]
      }),
    )
  const grand = statusOf(null, null)
  return {
    marginStatuses: {
      rows: along(rowKeys, (key) => statusOf(key, null)),
      columns: along(columnKeys, (key) => statusOf(null, key)),
      ...(grand !== undefined && { grand }),
    },
  }
}
