import type { Inside, Offer } from './offers.ts'
import type { CellName, PublicKnowledge } from './public-cells.ts'
import type { UnseenCell } from './selected-cells.ts'

/** What the node knows, and alternatives that it offers, with the cells that are in no table and follow from others. */
export function withUnseen(
  { unseen, shown }: Pick<PublicKnowledge, 'unseen' | 'shown'>,
  inside: Inside,
  offers: readonly Offer[],
): { readonly inside: Inside; readonly offers: readonly Offer[] } {
  if (unseen.length === 0) return { inside, offers }
  const truth = new Map(inside.truth)
  for (const each of unseen) {
    const value = follow(each, (cell) => truth.get(cell) ?? shown.get(cell) ?? Number.NaN)
    if (!truth.has(each.cell) && !Number.isNaN(value)) truth.set(each.cell, value)
  }
  const following = new Map<CellName, number[]>()
  unseen.forEach(({ whole, parts }, at) => {
    for (const cell of whole === undefined ? parts : [whole, ...parts]) {
      const list = following.get(cell)
      if (list === undefined) following.set(cell, [at])
      else list.push(at)
    }
  })
  return {
    inside: { ...inside, truth },
    offers: offers.map(({ cell, changes: given }) => {
      const changes = new Map(given)
      const touched = [...new Set([...given.keys()].flatMap((from) => following.get(from) ?? []))]
      while (touched.length > 0) {
        // those that others follow from come before them
        const at = touched.splice(touched.indexOf(Math.min(...touched)), 1)[0]!
        const each = unseen[at]!
        const change = follow(each, (from) => changes.get(from) ?? 0)
        if (given.has(each.cell) || change === 0) continue
        changes.set(each.cell, change)
        for (const next of following.get(each.cell) ?? []) {
          if (!touched.includes(next)) touched.push(next)
        }
      }
      return { cell, changes }
    }),
  }
}

function follow({ whole, parts }: UnseenCell, of: (cell: CellName) => number): number {
  const ofParts = parts.reduce((sum, part) => sum + of(part), 0)
  return whole === undefined ? ofParts : of(whole) - ofParts
}
