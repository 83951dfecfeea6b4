import type { CellStatus } from './table.ts'

/** Signs that stand in a cell for a number, or beside it. @see Eurostat, online data codes */
export const statusSigns: Readonly<Record<CellStatus, string>> = {
  missing: ':',
  suppressed: '⊘',
  'not-applicable': '–',
  confidential: 'c',
  provisional: 'p',
  'not-additive': '∅',
  'no-base': '∕',
  'not-comparable': '≠',
}
