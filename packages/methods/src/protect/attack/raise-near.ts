import type { LedgerLeak, NearCell } from './attack-ledger.ts'
import type { LedgerEntry } from './ledger-entry.ts'
import { cellName, type CellName } from './public-cells.ts'

/**
 * Gives needs to the cells of a draft by which cells of other releases leak: of those that hang together with the
 * leaking cell the nearest that the draft shows, or, where it shows none, the nearest at all.
 *
 * @param needs raised in place, so that they only grow from round to round
 * @param near the cells that a leaking one hangs together with, by steps
 * @param known cells that other releases of the same records show: hiding them here would help nobody
 * @returns whether there were any
 */
export function raiseNear(
  needs: Map<CellName, number>,
  { cube = '', vintage, tables }: LedgerEntry,
  leaks: readonly LedgerLeak[],
  near: (leak: LedgerLeak) => readonly (readonly NearCell[])[],
  known: Pick<ReadonlySet<CellName>, 'has'>,
): boolean {
  const hidden = new Map<CellName, boolean>()
  for (const { dimensions, rows } of tables) {
    for (const row of rows) {
      const name = cellName(dimensions, row.codes)
      if (row.value > 0 && !known.has(name)) hidden.set(name, row.hidden === true)
    }
  }
  let isRaised = false
  for (const leak of leaks) {
    const steps = near(leak).map((step) =>
      step.flatMap((each) =>
        each.cube === cube && each.vintage === vintage && hidden.has(each.cell) ? [each.cell] : [],
      ),
    )
    const shown = steps
      .map((step) => step.filter((cell) => hidden.get(cell) === false))
      .find((step) => step.length > 0)
    const found = shown ?? steps.find((step) => step.length > 0) ?? []
    for (const cell of found) {
      const before = needs.get(cell)
      const missing = leak.need ?? Math.max(1, Math.ceil(leak.required - leak.low))
      needs.set(cell, Math.max(missing, before === undefined ? 0 : before + 1))
      isRaised = true
    }
  }
  return isRaised
}
