import type { LedgerEntry } from './ledger-entry.ts'
import { cellName, type CellName } from './public-cells.ts'

/** What earlier releases have settled about the cells of a new one. */
export interface SettledCells {
  /** Hidden earlier, and hardly changed since: shown now, they would tell what was hidden then. */
  readonly hidden: ReadonlySet<CellName>
  /** Shown earlier of records to which others were added: they hold that much at least. */
  readonly atLeast: ReadonlyMap<CellName, number>
  /**
   * Hidden earlier, or of another value since. A release that hides all of these tells of what was
   * released before only that nothing was added to what it shows again.
   */
  readonly changed: ReadonlySet<CellName>
  /** Shown by another cube of the same records: hiding them here would keep nothing from anybody. */
  readonly known?: ReadonlySet<CellName>
}

export const nothingSettled: SettledCells = {
  hidden: new Set(),
  atLeast: new Map(),
  changed: new Set(),
}

/**
 * What the last release that has a cell says of it. Whoever hides the same cells again can give the
 * same alternatives for both releases; a cell that was shown gives hardly any.
 *
 * @param values the cells of the new release by name, with the persons behind them
 * @param threshold a cell that has gained this many persons tells nothing of what it was
 */
export function settledCells(
  values: ReadonlyMap<CellName, { readonly value: number; readonly persons: number }>,
  earlier: readonly LedgerEntry[],
  threshold: number,
): SettledCells {
  const last = new Map<CellName, { value: number; persons: number; shown: boolean }>()
  for (const { tables } of earlier) {
    for (const { dimensions, rows } of tables) {
      for (const { codes, value, persons = value, hidden } of rows) {
        last.set(cellName(dimensions, codes), { value, persons, shown: hidden !== true })
      }
    }
  }
  const hidden = new Set<CellName>()
  const changed = new Set<CellName>()
  const atLeast = new Map<CellName, number>()
  let onlyAdded = true
  for (const [name, { value, persons }] of values) {
    const before = last.get(name)
    if (before === undefined) continue
    if (value < before.value) onlyAdded = false
    if (!before.shown || value !== before.value) changed.add(name)
    if (before.shown) atLeast.set(name, before.value)
    else if (persons > 0 && Math.abs(persons - before.persons) < threshold) hidden.add(name)
  }
  return { hidden, changed, atLeast: onlyAdded ? atLeast : new Map() }
}
