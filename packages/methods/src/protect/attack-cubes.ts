import type { CubeTie } from '../measure/ties/index.ts'
import { attackLedger, type LedgerAttack, type LedgerLeak } from './attack/attack-ledger.ts'
import type { LedgerEntry } from './attack/ledger-entry.ts'
import type { Solver } from './solver.ts'
import { WorkBudget } from './work-budget.ts'

/**
 * Attacks releases of several cubes together, with work of their own by their cells. What those before the last
 * tell already of other cubes is no matter of the last.
 *
 * @param count how many entries are new, the last of all
 * @returns undefined where the work did not suffice
 */
export async function attackCubes(
  entries: readonly LedgerEntry[],
  count: number,
  threshold: number,
  solver: Solver,
  ties: readonly CubeTie[],
): Promise<LedgerAttack | undefined> {
  const budget = WorkBudget.forCells(entries.reduce((sum, entry) => sum + countRows(entry), 0))
  const own = new Set(entries.slice(-count).map(({ cube }) => cube))
  return await budget.upTo(1, async () => {
    const metered = budget.meter(solver)
    const together = await attackLedger(entries, threshold, metered, ties)
    const isForeign = (leak: LedgerLeak) => !own.has(leak.cube)
    if (!together.leaks.some(isForeign)) return together
    const before = await attackLedger(entries.slice(0, -count), threshold, metered, ties)
    const leaks = together.leaks.filter(
      (leak) => !isForeign(leak) || !before.leaks.some((known) => tellsAsMuch(known, leak)),
    )
    return { ...together, leaks }
  })
}

const countRows = ({ tables }: LedgerEntry) =>
  tables.reduce((sum, { rows }) => sum + rows.length, 0)

function tellsAsMuch(known: LedgerLeak, leak: LedgerLeak): boolean {
  return (
    known.cube === leak.cube &&
    known.cell === leak.cell &&
    known.low >= leak.low &&
    known.high <= leak.high
  )
}
