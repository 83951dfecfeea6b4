import type { Chain } from './ledger-chain.ts'
import type { LedgerUnknown } from './ledger-insiders.ts'
import { cellIn } from './ledger-vintages.ts'
import type { CellName } from './public-cells.ts'
import type { UnseenCell } from './selected-cells.ts'

/** What the node knows of cells that no release has, as far as they follow from those that releases have. */
export function unseenUnknowns(
  unseen: readonly UnseenCell[],
  chains: readonly Chain[],
): LedgerUnknown[] {
  const values = new Map<CellName, number>()
  for (const { vintages, unknowns } of chains) {
    for (const { name, value } of unknowns) values.set(name, value)
    for (const { cells, code } of vintages) {
      for (const { codes, value } of cells.values()) values.set(cellIn(codes, code), value)
    }
  }
  const valueOf = (cell: CellName) => values.get(cell) ?? Number.NaN
  const unknowns: LedgerUnknown[] = []
  for (const { cell, whole, parts } of unseen) {
    const ofParts = parts.reduce((sum, part) => sum + valueOf(part), 0)
    const value = whole === undefined ? ofParts : valueOf(whole) - ofParts
    if (Number.isNaN(value)) continue
    values.set(cell, value)
    // one that is counted is of one person; of more it is not known of how many
    const persons = value < 2 ? value : undefined
    unknowns.push({ name: cell, codes: {}, vintage: cell, value, persons, least: 1, alone: [] })
  }
  return unknowns
}
