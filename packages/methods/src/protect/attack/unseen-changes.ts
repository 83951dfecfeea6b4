import { follow, followingCells } from './follow-equations.ts'
import type { Inside, Offer } from './offers.ts'
import type { PublicKnowledge } from './public-cells.ts'

/** What the node knows, and alternatives that it offers, with the cells that are in no table and follow from others. */
export function withUnseen(
  { unseen, shown, equations }: Pick<PublicKnowledge, 'unseen' | 'shown' | 'equations'>,
  inside: Inside,
  offers: readonly Offer[],
): { readonly inside: Inside; readonly offers: readonly Offer[] } {
  if (unseen.length === 0) return { inside, offers }
  const truth = new Map(inside.truth)
  const following = followingCells(equations, (cell) => truth.has(cell) || shown.has(cell))
  for (const each of following) {
    truth.set(
      each.cell,
      follow(each, (cell) => truth.get(cell) ?? shown.get(cell)!),
    )
  }
  return {
    inside: { ...inside, truth },
    offers: offers.map(({ cell, changes: given }) => {
      const changes = new Map(given)
      for (const each of following) {
        const change = follow(each, (from) => changes.get(from) ?? 0)
        if (change !== 0) changes.set(each.cell, change)
      }
      return { cell, changes }
    }),
  }
}
