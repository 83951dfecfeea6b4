import type { LedgerLeak } from './attack-ledger.ts'
import type { LedgerTable } from './ledger-entry.ts'
import { cellName, type CellName } from './public-cells.ts'

/** By the name of a cell, what it needs beside the rules so that no revision isolates anybody. */
export type CellNeeds = ReadonlyMap<CellName, number>

/**
 * Gives the cells of a release that leak beside earlier ones a need, or a larger one.
 *
 * @param needs raised in place, so that they only grow from round to round
 * @returns whether any of the leaks is of a cell of this release: else hiding more of it is no help
 */
export function raiseNeeds(
  needs: Map<CellName, number>,
  tables: readonly LedgerTable[],
  leaks: readonly LedgerLeak[],
): boolean {
  const values = new Map(
    tables.flatMap(({ dimensions, rows }) =>
      rows.map(({ codes, value }) => [cellName(dimensions, codes), value] as const),
    ),
  )
  let raised = false
  for (const { cell, low, required, between, need } of leaks) {
    const value = values.get(cell)
    if (value === undefined) continue
    // what was added between two vintages falls short of the threshold, or the cell itself of its reach
    const missing = need ?? (between[0] === between[1] ? required - value : required - low)
    const before = needs.get(cell)
    needs.set(cell, Math.max(1, Math.ceil(missing), before === undefined ? 0 : before + 1))
    raised = true
  }
  return raised
}
