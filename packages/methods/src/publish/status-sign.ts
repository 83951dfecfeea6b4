import type { CellStatus, TableResult } from './table.ts'

/** Signs that stand in a cell for a number, or beside it. @see Eurostat, online data codes */
export const statusSigns: Readonly<Record<CellStatus, string>> = {
  missing: ':',
  suppressed: '⊘',
  'not-applicable': '–',
  confidential: 'c',
  provisional: 'p',
  released: '=',
  perturbed: '~',
  'not-additive': '∅',
  'no-base': '∕',
  'not-comparable': '≠',
  break: 'b',
}

/**
 * What a reader must know of a figure: why it is missing, or what it is. In a table of perturbed figures
 * every number that is nothing else is perturbed.
 */
export function statusOf(
  { protection }: Pick<TableResult, 'protection'>,
  value: number | null,
  status: CellStatus | undefined,
): CellStatus | undefined {
  if (status !== undefined) return status
  if (value === null) return 'missing'
  return protection === 'perturbed' ? 'perturbed' : undefined
}
