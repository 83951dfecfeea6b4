import type { Chain, ShownDifference } from './ledger-chain.ts'
import type { CellName, PublicKnowledge } from './public-cells.ts'
import { vintageDimension } from './public-table.ts'
import { reduceToUnknowns } from './unknowns.ts'

/** A difference that is seen, with the name that its cell has in the later vintage. */
export interface SeenDifference extends ShownDifference {
  readonly name: CellName
}

/**
 * Differences between vintages of which the later one counts less somewhere, of cells that follow by subtraction from
 * what is shown of each: in no table, or hidden in one.
 */
export function derivedDifferences(
  knowledge: PublicKnowledge,
  chains: readonly Chain[],
  threshold: number,
): SeenDifference[] {
  if (chains.every(({ notComparable }) => notComparable.length === 0)) return []
  const { derived } = reduceToUnknowns(knowledge)
  const known = new Map([...knowledge.shown, ...derived])
  return chains.flatMap(({ vintages, notComparable, leaks }) =>
    vintages.flatMap((vintage, at) => {
      const before = vintages[at - 1]
      if (before === undefined || !notComparable.includes(vintage.code)) return []
      const [own, other] = [partOf(vintage.code), partOf(before.code)]
      return [...known].flatMap(([name, value]): SeenDifference[] => {
        const parts = name.split('|')
        if (!parts.includes(own)) return []
        const cell = parts.filter((part) => part !== own).join('|')
        const earlier = known.get(parts.map((part) => (part === own ? other : part)).join('|'))
        const difference = Math.abs(value - (earlier ?? value))
        if (difference === 0 || difference >= threshold) return []
        if (leaks.some((leak) => leak.cell === cell && leak.between[1] === vintage.releases))
          return []
        const between = [before.releases, vintage.releases] as const
        const bounds = { low: difference, high: difference, required: threshold }
        return [{ cell, name, between, ...bounds }]
      })
    }),
  )
}

const partOf = (code: string) => `${vintageDimension}=${code}`
