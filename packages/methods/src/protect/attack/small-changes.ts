import { isOfFew, reachOfAdded, type Chain } from './ledger-chain.ts'
import type { LedgerUnknown } from './ledger-insiders.ts'
import { cellIn } from './ledger-vintages.ts'
import type { CellName } from './public-cells.ts'
import { vintageDimension } from './public-table.ts'

/** A change of few persons between two vintages of which nobody knows that records were only added. */
export interface SmallChange {
  /** Its name in its cube, whatever the vintage. */
  readonly cell: CellName
  readonly between: readonly [string, string]
  readonly from: ChangedCell
  readonly to: ChangedCell
  /** Attackers must be able to believe that so much came, or that so much went. */
  readonly reach: number
}

/** A cell in one of the vintages. */
export interface ChangedCell {
  readonly name: CellName
  readonly value: number
  readonly persons: number | undefined
}

/**
 * The changes of few persons that two releases may tell by their difference, for every two vintages between which
 * records were taken out: of cells of tables, and of those in no table that follow from them.
 *
 * @param unseen cells in no table, as far as they are known: see `knowUnseen`
 */
export function smallChanges(
  { vintages, notComparable }: Chain,
  unseen: readonly LedgerUnknown[],
  threshold: number,
): SmallChange[] {
  const known = vintages.map(({ code, cells }) => {
    const own = new Map<CellName, ChangedCell>()
    for (const [name, { codes, value, persons }] of cells) {
      own.set(name, { name: cellIn(codes, code), value, persons })
    }
    const part = `${vintageDimension}=${code}`
    for (const { name, value } of unseen) {
      const parts = name.split('|')
      if (!parts.includes(part)) continue
      const cell = parts.filter((each) => each !== part).join('|')
      own.set(cell, { name, value, persons: undefined })
    }
    return own
  })
  const found: SmallChange[] = []
  vintages.forEach((after, at) => {
    vintages.slice(0, at).forEach((before, earlier) => {
      const isCut = vintages
        .slice(earlier + 1, at + 1)
        .some(({ code }) => notComparable.includes(code))
      for (const [cell, to] of known[at]!) {
        const from = known[earlier]!.get(cell)
        // what was only added is an unknown of its own, and attacked as such
        if (from === undefined || !(isCut || to.value < from.value)) continue
        const change = smallChange(from, to, threshold)
        if (change === undefined) continue
        found.push({ cell, between: [before.releases, after.releases], ...change })
      }
    })
  })
  return found
}

/** What attackers must be able to believe of a change, where it is one of few persons. */
export function smallChange(
  from: ChangedCell,
  to: ChangedCell,
  threshold: number,
): Pick<SmallChange, 'from' | 'to' | 'reach'> | undefined {
  const value = Math.abs(to.value - from.value)
  if (value === 0 || !isOfFew(from, to, threshold)) return undefined
  return { from, to, reach: reachOfAdded(value, threshold) }
}
