import type { Dependency } from './dependency.ts'
import type { Dimension } from './dimension.ts'
import { PossibleCodes } from './possible-codes.ts'
import type { Programme } from './programme.ts'
import { RestCodes } from './rest-codes.ts'

/**
 * A table that shows a selection: of each axis the codes listed, other dimensions held at one
 * code. A monthly sheet holds the month; a series of thirteen months lists them.
 */
export interface TableSelection {
  readonly axes: readonly { readonly dimension: number; readonly codes: readonly number[] }[]
  readonly held: readonly { readonly dimension: number; readonly code: number }[]
}

/**
 * Lays out the cells of tables that each show a selection. A cell has one identity across them, and every total of
 * which parts are shown somewhere, in one table or in several, is their sum: with a _rest_ where they are not all. Rests
 * are cells in no table, behind all others: nobody is shown them, and they are not negative.
 *
 * @param dependencies what codes tell of each other: cells that hold nobody, as everybody knows, are in no sum
 */
export function makeSelectedProgramme(
  dimensions: readonly Dimension[],
  selections: readonly TableSelection[],
  dependencies: readonly Dependency[] = [],
): Programme {
  const layout = new Layout(dimensions, new PossibleCodes(dimensions, dependencies))
  const tableCells = selections.map(({ axes, held }) => {
    const listed: number[] = []
    const current = dimensions.map(({ total }) => total)
    for (const { dimension, code } of held) current[dimension] = code
    const visit = (depth: number): void => {
      const axis = axes[depth]
      if (axis === undefined) {
        listed.push(layout.put(current))
        return
      }
      for (const code of axis.codes) {
        current[axis.dimension] = code
        visit(depth + 1)
      }
    }
    visit(0)
    return Int32Array.from(listed)
  })
  const firstRest = layout.count
  layout.complete()
  const relations = layout.relate()
  const cellCount = layout.count
  return {
    dimensions: layout.rests.dimensions(),
    tables: selections.map(({ axes, held }) =>
      [...axes, ...held].map(({ dimension }) => dimension),
    ),
    selected: true,
    ...(dependencies.length === 0 ? {} : { dependencies }),
    cellCount,
    codes: Int32Array.from(layout.codes),
    tableCells,
    relations,
    ...(firstRest === cellCount ? {} : { rests: new Uint8Array(cellCount).fill(1, firstRest) }),
    find: (wanted) => layout.find(wanted),
  }
}

/**
 * The rests of a programme as selections, so that they can be counted like its tables: those of the same
 * dimensions as one. What else lies among their codes is no cell.
 */
export function restSelections({
  dimensions,
  cellCount,
  codes,
  rests,
}: Programme): TableSelection[] {
  const width = dimensions.length
  const found = new Map<string, Map<number, Set<number>>>()
  for (let cell = 0; cell < cellCount; cell += 1) {
    if (rests?.[cell] !== 1) continue
    const own = codes.subarray(cell * width, (cell + 1) * width)
    const axes = [...own.keys()].filter((d) => own[d] !== dimensions[d]!.total)
    const key = axes.join(',')
    const selection = found.get(key) ?? new Map(axes.map((d) => [d, new Set<number>()]))
    found.set(key, selection)
    for (const d of axes) selection.get(d)!.add(own[d]!)
  }
  return [...found.values()].map((axes) => ({
    axes: [...axes].map(([dimension, own]) => ({ dimension, codes: [...own] })),
    held: [],
  }))
}

/** Cells in no table that may come up, as multiples of those that are in some, and in any case. */
const mostUnseen = 4
const alwaysUnseen = 2000

/** Times that all cells are gone through for more of them. */
const mostRounds = 6

const nothing: ReadonlySet<number> = new Set()

/** The cells of selections, by their codes, and then their rests. */
class Layout {
  readonly rests: RestCodes
  readonly codes: number[] = []
  readonly #dimensions: readonly Dimension[]
  readonly #cells = new Map<string, number>()
  /** By dimension and the codes in all others: the codes of it that there are. */
  readonly #present: readonly Map<string, Set<number>>[]
  readonly #possible: PossibleCodes
  /** What was found of parts, by their dimension, the code above them and those that they are tied to. */
  readonly #children = new Map<string, readonly number[]>()
  /** By dimension, those of which the codes tell something of its own. */
  readonly #tied: readonly (readonly number[])[]

  constructor(dimensions: readonly Dimension[], possible: PossibleCodes) {
    this.#dimensions = dimensions
    this.#possible = possible
    this.#tied = dimensions.map((_, d) => possible.tiedTo(d))
    this.#present = dimensions.map(() => new Map())
    this.rests = new RestCodes(dimensions)
  }

  get count(): number {
    return this.#cells.size
  }

  find(codes: ArrayLike<number>): number | undefined {
    return this.#cells.get(Array.prototype.join.call(codes, ','))
  }

  put(codes: readonly number[]): number {
    const key = codes.join(',')
    const known = this.#cells.get(key)
    if (known !== undefined) return known
    const cell = this.#cells.size
    this.#cells.set(key, cell)
    this.codes.push(...codes)
    this.#present.forEach((present, d) => {
      const context = codes.with(d, -1).join(',')
      const own = present.get(context)
      if (own === undefined) present.set(context, new Set([codes[d]!]))
      else own.add(codes[d]!)
    })
    return cell
  }

  /**
   * Adds the cells that are in no table and by which those that are hang together: totals of which all parts are there,
   * or that lie between a cell and another that holds it, and a part that is missing alone. A row over two columns
   * is the sum of all cells in it by the sums of each of the two, which no table shows.
   */
  complete(): void {
    const most = alwaysUnseen + (1 + mostUnseen) * this.count
    const width = this.#dimensions.length
    for (let round = 0; round < mostRounds; round += 1) {
      const before = this.count
      for (let cell = 0; cell < this.count; cell += 1) {
        const own = this.codes.slice(cell * width, (cell + 1) * width)
        if (!this.#possible.isPossible(own)) continue
        for (let d = 0; d < width; d += 1) {
          if (this.count > most) return
          const { parts, missing } = this.#partsOf(own, d)
          if (parts.length > 0 && missing.length === 1) this.put(own.with(d, missing[0]!))
          this.#putAbove(own, d)
          if (this.#possible.tellsOfParts(own, d)) this.#putBetween(own, d)
        }
      }
      if (this.count === before) return
    }
  }

  /** Totals of a cell: those of which all parts are there, where they say more than these, and those in a cell. */
  #putAbove(own: readonly number[], d: number): void {
    const { parents } = this.#dimensions[d]!
    for (let up = parents[own[d]!] ?? -1; up !== -1; up = parents[up]!) {
      const codes = own.with(d, up)
      if (this.find(codes) !== undefined) return
      const liesIn = this.#dimensions.some((_, e) => e !== d && this.#liesIn(codes, e))
      const isWhole = this.#partsOf(codes, d).missing.length === 0
      const holds = () =>
        this.#dimensions.some((_, e) => e !== d && this.#partsOf(codes, e).parts.length > 0)
      if (!liesIn && !(isWhole && holds())) continue
      this.put(codes)
      if (isWhole) return
    }
  }

  /** Parts of a cell that lie in another too, where its other codes tell what is in them. */
  #putBetween(own: readonly number[], d: number): void {
    for (const child of this.#childrenOf(own, d)) {
      const codes = own.with(d, child)
      if (this.find(codes) !== undefined) continue
      if (this.#tied[d]!.some((e) => this.#liesIn(codes, e))) this.put(codes)
      else this.#putBetween(codes, d)
    }
  }

  /** The parts of a code that can hold anybody beside the other codes of a cell. */
  #childrenOf(codes: readonly number[], d: number): readonly number[] {
    const children = this.#dimensions[d]!.children[codes[d]!] ?? []
    const tied = this.#tied[d]!
    if (tied.length === 0 || children.length === 0) return children
    const key = [d, codes[d], ...tied.map((e) => codes[e])].join(',')
    const known = this.#children.get(key)
    if (known !== undefined) return known
    const found = this.#possible.partsOf(codes, d, children)
    this.#children.set(key, found)
    return found
  }

  #liesIn(codes: readonly number[], d: number): boolean {
    const { parents } = this.#dimensions[d]!
    const present = this.#presentBeside(codes, d)
    if (present.size === 0) return false
    for (let up = parents[codes[d]!] ?? -1; up !== -1; up = parents[up]!) {
      if (present.has(up)) return true
    }
    return false
  }

  #partsOf(codes: readonly number[], d: number): Parts {
    const present = this.#presentBeside(codes, d)
    if (present.size === 0 || (present.size === 1 && present.has(codes[d]!))) {
      return { parts: [], missing: this.#childrenOf(codes, d) }
    }
    return partsShown(codes[d]!, present, (code) => this.#childrenOf(codes.with(d, code), d))
  }

  /** The codes of a dimension that there are with the other codes of a cell. */
  #presentBeside(codes: readonly number[], d: number): ReadonlySet<number> {
    return this.#present[d]!.get(codes.with(d, -1).join(',')) ?? nothing
  }

  /** How the cells add up. Rests come behind all others, and have rests of their own in further dimensions. */
  relate(): Programme['relations'] {
    const width = this.#dimensions.length
    const starts = [0]
    const cells: number[] = []
    for (let cell = 0; cell < this.count; cell += 1) {
      const own = this.codes.slice(cell * width, (cell + 1) * width)
      if (!this.#possible.isPossible(own)) continue
      this.#dimensions.forEach((_, d) => {
        const at = (code: number) => own.with(d, code)
        const { parts, missing } = this.#partsOf(own, d)
        if (parts.length === 0) return
        cells.push(cell, ...parts.map((code) => this.find(at(code))!))
        if (missing.length > 0) {
          const [only] = missing
          // what is missing alone is the rest
          const rest = missing.length === 1 ? only! : this.rests.of(d, own[d]!, parts)
          cells.push(this.put(at(rest)))
        }
        starts.push(cells.length)
      })
    }
    return {
      count: starts.length - 1,
      starts: Int32Array.from(starts),
      cells: Int32Array.from(cells),
    }
  }
}

/** The parts of a code that are shown, and the codes of which nothing is. */
interface Parts {
  readonly parts: readonly number[]
  readonly missing: readonly number[]
}

/**
 * What is shown of the parts of a code: its children or, where one is not shown, what lies below it. A table of
 * countries with its total tells that they add up to it, though no table shows the regions between them.
 */
function partsShown(
  code: number,
  shown: ReadonlySet<number>,
  childrenOf: (code: number) => readonly number[],
): Parts {
  const parts: number[] = []
  const missing: number[] = []
  for (const child of childrenOf(code)) {
    const below = shown.has(child)
      ? { parts: [child], missing: [] }
      : partsShown(child, shown, childrenOf)
    parts.push(...below.parts)
    missing.push(...(below.parts.length === 0 ? [child] : below.missing))
  }
  return { parts, missing }
}
