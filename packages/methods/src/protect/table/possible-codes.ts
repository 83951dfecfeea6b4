import type { Dependency } from './dependency.ts'
import type { Dimension } from './dimension.ts'

/** Finest codes that go together, each with all codes that it lies in. */
type Together = readonly { readonly leaf: number; readonly in: ReadonlySet<number> }[]

/** A dependency by positions. */
interface Placed {
  readonly dimensions: readonly number[]
  /** For each of its dimensions and each code, the finest codes that go together of which one lies in it. */
  readonly holding: readonly ReadonlyMap<number, readonly Together[]>[]
  /** For each of its dimensions the codes that hold something of which nothing is said. */
  readonly open: readonly ReadonlySet<number>[]
  /** For each of its dimensions and each code, how many finest codes of which something is said lie in it. */
  readonly sizes: readonly ReadonlyMap<number, number>[]
}

/** Which combinations of codes can hold anybody at all, by what they tell of each other. */
export class PossibleCodes {
  readonly #placed: readonly Placed[]
  readonly #totals: readonly number[]
  readonly #possible = new Map<string, boolean>()
  readonly #split = new Map<string, boolean>()

  constructor(dimensions: readonly Dimension[], dependencies: readonly Dependency[]) {
    this.#totals = dimensions.map(({ total }) => total)
    const places = new Map(dimensions.map(({ name }, d) => [name, d]))
    this.#placed = dependencies.flatMap((dependency) => {
      const own = dependency.dimensions.flatMap((name) => places.get(name) ?? [])
      return own.length < dependency.dimensions.length ? [] : [placed(dependency, own, dimensions)]
    })
  }

  /** The dimensions of which codes tell something of those of a dimension. */
  tiedTo(d: number): number[] {
    const tied = this.#placed.flatMap(({ dimensions }) =>
      dimensions.includes(d) ? dimensions : [],
    )
    return [...new Set(tied)].filter((other) => other !== d)
  }

  isPossible(codes: readonly number[]): boolean {
    return this.#placed.every((placed, at) => {
      const own = placed.dimensions.map((d) => codes[d]!)
      const key = `${at}:${own.join(',')}`
      const known = this.#possible.get(key)
      if (known !== undefined) return known
      const said = this.#saidOf(placed, own)
      const isPossible =
        said.length < 2 ||
        said.some((i) => placed.open[i]!.has(own[i]!)) ||
        fewestHolding(placed, own, said).some(isWithin(own, said))
      this.#possible.set(key, isPossible)
      return isPossible
    })
  }

  /** Those of the parts of a possible cell by a dimension that can hold anybody: told by the codes tied to it alone. */
  partsOf(codes: readonly number[], d: number, parts: readonly number[]): readonly number[] {
    return this.#placed.reduce((left, placed) => {
      const at = placed.dimensions.indexOf(d)
      if (at === -1 || left.length === 0) return left
      const own = placed.dimensions.map((each) => codes[each]!)
      const others = this.#saidOf(placed, own).filter((i) => i !== at)
      if (others.length === 0 || others.some((i) => placed.open[i]!.has(own[i]!))) return left
      const beside = fewestHolding(placed, own, others).filter(isWithin(own, others))
      const held = new Set(beside.flatMap((leaves) => [...leaves[at]!.in]))
      return left.filter((part) => held.has(part) || placed.open[at]!.has(part))
    }, parts)
  }

  /** Whether the other codes of a cell tell which of its parts by a dimension hold nobody, or hold less. */
  tellsOfParts(codes: readonly number[], d: number): boolean {
    return this.#placed.some((placed, at) => {
      const i = placed.dimensions.indexOf(d)
      if (i === -1) return false
      const own = placed.dimensions.map((each) => codes[each]!)
      const key = `${at}:${i}:${own.join(',')}`
      const known = this.#split.get(key)
      if (known !== undefined) return known
      const said = [...new Set([...this.#saidOf(placed, own), i])].sort((a, b) => a - b)
      const tells = said.length > 1 && isNarrow(placed, own, said)
      this.#split.set(key, tells)
      return tells
    })
  }

  /** Of which of its dimensions a cell has a code; rests, which stand behind the totals, are of any. */
  #saidOf({ dimensions }: Placed, own: readonly number[]): number[] {
    return [...own.keys()].filter((i) => own[i]! < this.#totals[dimensions[i]!]!)
  }
}

/** Whether fewer of the finest codes in those given go together than there are combinations of them. */
function isNarrow(placed: Placed, own: readonly number[], said: readonly number[]): boolean {
  const { sizes } = placed
  const found = new Set<string>()
  for (const leaves of fewestHolding(placed, own, said).filter(isWithin(own, said))) {
    found.add(said.map((i) => leaves[i]!.leaf).join(','))
  }
  return found.size < said.reduce((product, i) => product * (sizes[i]!.get(own[i]!) ?? 0), 1)
}

const isWithin = (own: readonly number[], said: readonly number[]) => (leaves: Together) =>
  said.every((i) => leaves[i]!.in.has(own[i]!))

/** Of what goes together the shortest list that has all that lies in a cell: of a municipality, its own. */
function fewestHolding(
  { holding }: Placed,
  own: readonly number[],
  said: readonly number[],
): readonly Together[] {
  const lists = said.map((i) => holding[i]!.get(own[i]!) ?? [])
  return lists.reduce((fewest, list) => (list.length < fewest.length ? list : fewest))
}

function placed(
  { together }: Dependency,
  places: readonly number[],
  dimensions: readonly Dimension[],
): Placed {
  const own = places.map((d) => dimensions[d]!)
  const positions = own.map(({ codes }) => new Map(codes.map((code, at) => [code, at])))
  const lineage = own.map(({ parents }) => (leaf: number) => {
    const found = new Set<number>()
    for (let up = leaf; up !== -1; up = parents[up]!) found.add(up)
    return found
  })
  const placedCodes = together.flatMap((codes) => {
    const leaves = codes.map((code, i) => positions[i]!.get(code) ?? -1)
    return leaves.includes(-1) ? [] : [leaves.map((leaf, i) => ({ leaf, in: lineage[i]!(leaf) }))]
  })
  const sizes: Map<number, number>[] = []
  const open: Set<number>[] = []
  own.forEach(({ codes, children, total }, i) => {
    const said = new Set(placedCodes.map((leaves) => leaves[i]!.leaf))
    const size = new Map<number, number>()
    const unsaid = new Set<number>()
    for (let code = 0; code < codes.length; code += 1) {
      if (code === total || (children[code] ?? []).length > 0) continue
      for (const up of lineage[i]!(code)) {
        if (said.has(code)) size.set(up, (size.get(up) ?? 0) + 1)
        else unsaid.add(up)
      }
    }
    sizes.push(size)
    open.push(unsaid)
  })
  const holding = own.map((_, i) => {
    const found = new Map<number, Together[]>()
    for (const leaves of placedCodes) {
      for (const code of leaves[i]!.in) {
        const known = found.get(code)
        if (known === undefined) found.set(code, [leaves])
        else known.push(leaves)
      }
    }
    return found
  })
  return { dimensions: places, holding, open, sizes }
}
