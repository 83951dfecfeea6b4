import type { Dependency } from '../table/dependency.ts'
import type { CodeTree } from './code-tree.ts'

/** One dependency, by the numbers of codes: 0 is the total of each tree. */
interface Known {
  readonly places: readonly number[]
  /** Every combination of codes, totals too, that holds finest codes that go together. */
  readonly filled: ReadonlySet<string>
  /** By place, of each such combination without its code there: the codes that it has there. */
  readonly beside: readonly ReadonlyMap<string, ReadonlySet<number>>[]
  /** By combination of the same: how many of its finest codes go together, each place that is total left out. */
  readonly counts: ReadonlyMap<string, number>
  /** By place and code: how many finest codes lie in it, of those of which something is said. */
  readonly leaves: readonly ReadonlyMap<number, number>[]
  /** By place: whether a code holds something of which nothing is said. */
  readonly isOpen: readonly ((code: number) => boolean)[]
}

/**
 * The cells that hold nobody by what everybody knows of their codes: nobody comes by land over an airport. The
 * attacker's own reading of dependencies, and on purpose not that of a draft.
 */
export class StructuralZeros {
  readonly #known: readonly Known[]

  constructor(
    dimensions: readonly string[],
    trees: readonly CodeTree[],
    dependencies: readonly Dependency[],
  ) {
    this.#known = joined(within(dimensions, dependencies)).map((dependency) => {
      const places = dependency.dimensions.map((name) => dimensions.indexOf(name))
      return know(
        dependency,
        places,
        places.map((d) => trees[d]!),
      )
    })
  }

  /** Dimensions that a dimension has a dependency with. */
  beside(d: number): number[] {
    const all = this.#known.flatMap(({ places }) => (places.includes(d) ? places : []))
    return [...new Set(all)].filter((other) => other !== d)
  }

  has(codes: readonly number[]): boolean {
    return this.#known.some(({ places, filled, isOpen }) => {
      const own = places.map((d) => codes[d]!)
      return !own.some((code, at) => isOpen[at]!(code)) && !filled.has(own.join(','))
    })
  }

  /** The parts of a cell that may hold somebody, by a dimension, without those that hold nobody by what is beside it. */
  without(codes: readonly number[], d: number, parts: readonly number[]): readonly number[] {
    return this.#known.reduce((left, { places, beside, isOpen }) => {
      const at = places.indexOf(d)
      if (at === -1) return left
      const own = places.map((each) => codes[each]!)
      if (own.some((code, i) => i !== at && isOpen[i]!(code))) return left
      const filled = beside[at]!.get(besideKey(own, at))
      return left.filter((part) => isOpen[at]!(part) || filled?.has(part) === true)
    }, parts)
  }

  /** Whether what a cell holds by a dimension is told in part by its other codes. */
  narrows(codes: readonly number[], d: number): boolean {
    return this.#known.some(({ places, counts, leaves }) => {
      const at = places.indexOf(d)
      if (at === -1) return false
      const own = places.map((each) => codes[each]!)
      // the parts of the total, too
      const asked = own.map((code, i) => (i === at && code === 0 ? wholeTree : code))
      const open = asked.flatMap((code, i) => (code === 0 ? [] : [{ code, i }]))
      if (open.length < 2) return false
      const all = open.reduce((product, { code, i }) => product * (leaves[i]!.get(code) ?? 0), 1)
      return (counts.get(asked.join(',')) ?? 0) < all
    })
  }
}

const besideKey = (own: readonly number[], at: number) => own.with(at, 0).join(',')

/** Stands for all codes of a tree, told apart; 0, its total, for none of them. */
const wholeTree = -1

/** What dependencies say of some dimensions, of which a code may be the total of all others: posts and modes of all countries. */
function within(dimensions: readonly string[], dependencies: readonly Dependency[]): Dependency[] {
  return dependencies.flatMap((each) => {
    const kept = [...each.dimensions.keys()].filter((at) =>
      dimensions.includes(each.dimensions[at]!),
    )
    if (kept.length < 2) return []
    if (kept.length === each.dimensions.length) return [each]
    return [
      {
        dimensions: kept.map((at) => each.dimensions[at]!),
        together: each.together.map((codes) => kept.map((at) => codes[at]!)),
      },
    ]
  })
}

/** What several releases say of the same dimensions, as one: of each code, all that it went together with. */
function joined(dependencies: readonly Dependency[]): Dependency[] {
  const found = new Map<string, Dependency>()
  for (const each of dependencies) {
    const key = each.dimensions.join('|')
    const known = found.get(key)
    found.set(
      key,
      known === undefined ? each : { ...each, together: [...known.together, ...each.together] },
    )
  }
  return [...found.values()]
}

function know(
  { together }: Dependency,
  places: readonly number[],
  trees: readonly CodeTree[],
): Known {
  const filled = new Set<string>()
  const projected = new Map<string, Set<string>>()
  const said = trees.map(() => new Set<number>())
  const beside = trees.map(() => new Map<string, Set<number>>())
  for (const codes of together) {
    const leaf = codes.map((code, at) => trees[at]!.of(code))
    leaf.forEach((code, at) => said[at]!.add(code))
    const above = leaf.map((code, at) => trees[at]!.lineage(code))
    for (const combination of product(above)) {
      filled.add(combination.join(','))
      combination.forEach((code, at) => {
        const key = besideKey(combination, at)
        const known = beside[at]!.get(key)
        if (known === undefined) beside[at]!.set(key, new Set([code]))
        else known.add(code)
      })
    }
    for (const combination of product(above.map((codes) => [...codes, wholeTree]))) {
      const key = combination.join(',')
      const own = projected.get(key) ?? new Set()
      projected.set(key, own.add(leaf.filter((_, at) => combination[at] !== 0).join(',')))
    }
  }
  const isOpen = trees.map((tree, at) => {
    const { size } = tree
    const unsaid = tree.holding((code) => !said[at]!.has(code))
    // rests come up later
    return (code: number) => code >= size || unsaid.has(code)
  })
  const leaves = trees.map((tree, at) => {
    const found = new Map<number, number>()
    for (const leaf of said[at]!) {
      for (const code of [...tree.lineage(leaf), wholeTree]) {
        found.set(code, (found.get(code) ?? 0) + 1)
      }
    }
    return found
  })
  const counts = new Map([...projected].map(([key, own]) => [key, own.size]))
  return { places, filled, beside, counts, leaves, isOpen }
}

/** Every combination of one of each. */
function product(lists: readonly (readonly number[])[]): number[][] {
  return lists.reduce<number[][]>(
    (found, list) => found.flatMap((start) => list.map((each) => [...start, each])),
    [[]],
  )
}
