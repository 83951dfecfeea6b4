import type { CubeTie } from '../measure/ties/index.ts'
import { attackLedger, type LedgerAttack, type ToldLeaks } from './attack/attack-ledger.ts'
import type { LedgerEntry } from './attack/ledger-entry.ts'
import type { Solver } from './solver.ts'
import { WorkBudget } from './work-budget.ts'

/**
 * What would leak all the same if new releases showed nothing at all: releases before them have told it, nothing takes
 * it back, and hiding more is no help.
 *
 * @param count how many entries are new, the last of all
 * @returns nothing where the work allowed did not suffice
 */
export async function alreadyTold(
  entries: readonly LedgerEntry[],
  count: number,
  threshold: number,
  solver: Solver,
  ties: readonly CubeTie[] = [],
): Promise<ToldLeaks> {
  if (entries.length === count) return { leaks: [], changes: [] }
  const before = entries.slice(0, -count)
  const silent = [...before, ...entries.slice(-count).map(hideAll)]
  // what ties say of cells that no release has yet is not held against those before
  const found = [await attackAll(silent, threshold, solver, [])]
  if (ties.length > 0) found.push(await attackAll(before, threshold, solver, ties))
  return {
    leaks: found.flatMap((each) => each?.report.leaks ?? []),
    changes: found.flatMap((each) => each?.changes ?? []),
  }
}

/** The share of the work allowed for finding what was told: what is not found in it is taken for new. */
const shareOfTold = 0.1

async function attackAll(
  entries: readonly LedgerEntry[],
  threshold: number,
  solver: Solver,
  ties: readonly CubeTie[],
): Promise<LedgerAttack | undefined> {
  const work = WorkBudget.forCells(countRows(entries))
  return await work.upTo(shareOfTold, () =>
    attackLedger(entries, threshold, work.meter(solver), ties, { everybody: true }),
  )
}

/** A release that tells nothing, neither that what it hides holds somebody, nor anybody that he is alone in it. */
function hideAll(entry: LedgerEntry): LedgerEntry {
  return {
    ...entry,
    mayHideZeros: true,
    tables: entry.tables.map((table) => ({
      ...table,
      rows: table.rows.map((row) => {
        const { persons: _, alone: _alone, ...known } = row
        return { ...known, hidden: true as const }
      }),
    })),
  }
}

export const countRows = (entries: readonly LedgerEntry[]): number =>
  entries.reduce((sum, { tables }) => tables.reduce((own, { rows }) => own + rows.length, sum), 0)
