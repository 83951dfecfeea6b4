import { UnionFind } from './union-find.ts'

/** What somebody decided of two records. */
export interface PairVerdict {
  readonly one: string
  readonly other: string
  readonly kind: 'same' | 'different'
}

/**
 * The first decision that a new one cannot stand beside: what is one person through other decisions
 * cannot be decided to be two, and the other way round.
 *
 * @returns undefined where all of them can hold at once
 * @example findContradiction([{ one: 'a', other: 'b', kind: 'same' }, { one: 'b', other: 'c', kind: 'same' }], { one: 'a', other: 'c', kind: 'different' })?.kind // => 'same'
 * @example findContradiction([{ one: 'a', other: 'b', kind: 'same' }], { one: 'b', other: 'c', kind: 'different' }) // => undefined
 */
export function findContradiction<Verdict extends PairVerdict>(
  decided: readonly Verdict[],
  next: PairVerdict,
): Verdict | undefined {
  const names = [...new Set([...decided, next].flatMap(({ one, other }) => [one, other]))]
  const place = new Map(names.map((name, at) => [name, at]))
  const of = (name: string) => place.get(name)!
  const groups = new UnionFind(names.length)
  const same = decided.filter(({ kind }) => kind === 'same')
  if (next.kind === 'different') {
    // the decision that brings the two together, in the order in which they were taken
    return same.find((each) => {
      groups.union(of(each.one), of(each.other))
      return groups.find(of(next.one)) === groups.find(of(next.other))
    })
  }
  for (const each of [...same, next]) groups.union(of(each.one), of(each.other))
  return decided.find(
    ({ kind, one, other }) =>
      kind === 'different' && groups.find(of(one)) === groups.find(of(other)),
  )
}
