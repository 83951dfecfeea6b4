import type { Pair } from '../link-queries.ts'

/**
 * The pairs that hold the records of a person together: from the heaviest down, each that joins records
 * that were not joined before (a strongest tree, Kruskal). What a person decided comes first.
 *
 * @param pairs of one person @returns the binding pairs and the others, each in their order
 */
export function bindingPairs(pairs: readonly Pair[]): {
  readonly binding: readonly Pair[]
  readonly others: readonly Pair[]
} {
  const groups = new Map<string, string>()
  const find = (card: string): string => {
    let root = card
    while ((groups.get(root) ?? root) !== root) root = groups.get(root)!
    groups.set(card, root)
    return root
  }
  const strength = ({ weight, together }: Pair) =>
    weight ?? (together ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY)
  const binding: Pair[] = []
  const others: Pair[] = []
  for (const pair of pairs.toSorted((a, b) => (strength(a) < strength(b) ? 1 : -1))) {
    const [one, other] = [find(pair.one), find(pair.other)]
    if (one === other || !pair.together) others.push(pair)
    else {
      groups.set(one, other)
      binding.push(pair)
    }
  }
  return { binding, others }
}
