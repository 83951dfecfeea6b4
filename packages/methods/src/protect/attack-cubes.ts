import type { CubeTie } from '../measure/ties/index.ts'
import { countRows } from './already-told.ts'
import { attackLedger, type LedgerAttack, type ToldLeaks } from './attack/attack-ledger.ts'
import type { LedgerEntry } from './attack/ledger-entry.ts'
import type { Solver } from './solver.ts'
import { WorkBudget } from './work-budget.ts'

/**
 * Attacks releases of several cubes together, with work of their own by their cells.
 *
 * @param told what leaks whatever the last of them show
 * @returns undefined where the work did not suffice
 */
export async function attackCubes(
  entries: readonly LedgerEntry[],
  threshold: number,
  solver: Solver,
  ties: readonly CubeTie[],
  told?: ToldLeaks,
): Promise<LedgerAttack | undefined> {
  const budget = WorkBudget.forCells(countRows(entries))
  const reporting = told === undefined ? {} : { told }
  return await budget.upTo(1, () =>
    attackLedger(entries, threshold, budget.meter(solver), ties, reporting),
  )
}
