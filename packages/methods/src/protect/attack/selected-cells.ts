import type { Dependency } from '../table/dependency.ts'
import { cellName, type CellName } from './cell-name.ts'
import { CodeTree } from './code-tree.ts'
import { vintageDimension, type PublicHierarchies, type PublicTable } from './public-table.ts'
import { StructuralZeros } from './structural-zeros.ts'

/** Some of the cells. */
export type CellTest = Pick<ReadonlySet<CellName>, 'has'>

/** A cell that no table has. */
export interface UnseenCell {
  readonly cell: CellName
  /** It is of what was added: no less than nothing only where nothing was taken out. */
  readonly ifAdded?: true
}

/** How the cells of tables that show selections add up. */
export interface SelectedSums {
  /** The first cell of each is the sum of the others. */
  readonly equations: readonly (readonly CellName[])[]
  /** Cells in no table by which those that are hang together. */
  readonly unseen: readonly UnseenCell[]
}

/** Cells in no table that may come up, as multiples of those that are in some. */
const mostUnseen = 4
const alwaysUnseen = 2000

/** Times that all cells are gone through for more of them. */
const mostRounds = 6

/**
 * Reads how the cells of tables add up of which each shows a selection of codes. All tables of a cube are read as
 * one: twelve monthly tables and a yearly one say together that the year is the sum of its months.
 *
 * - A total of which some parts are out and others not is the sum of these and of a _rest_, which is not negative.
 * - A total that is in no table is known where all its parts are, and so is a part that is missing alone.
 * - Where a cell lies in another by two steps, of which no table shows the one between, that one is a cell too.
 * - Where codes tell of each other, a cell that holds nobody is in no sum, and what two cells share is one:
 *   a post that is an airport, and all who came by air.
 *
 * The attacker's own reading, and on purpose not that of `makeSelectedProgramme`, which lays out the same for a draft:
 * what one of them overlooks the other may find.
 *
 * @param lessThanNothing cells of what was added that may be less than nothing, for records were taken out: of them
 *   nothing is said
 */
export function selectedSums(
  tables: readonly PublicTable[],
  hierarchies: PublicHierarchies,
  lessThanNothing: CellTest,
  dependencies: readonly Dependency[] = [],
): SelectedSums {
  const cells = new SelectedCells(tables, hierarchies, lessThanNothing, dependencies)
  cells.complete()
  return cells.sums()
}

const nothing: ReadonlySet<number> = new Set()

class SelectedCells {
  readonly #dimensions: readonly string[]
  readonly #trees: readonly CodeTree[]
  readonly #vintage: number
  /** Vintages of which something is shown; others are of what was added. */
  readonly #seenVintages = new Set<number>()
  readonly #known = new Map<string, readonly number[]>()
  /** By dimension and the codes in all others: the codes of it that there are. */
  readonly #present: readonly Map<string, Set<number>>[]
  readonly #unseen: UnseenCell[] = []
  readonly #mostKnown: number
  readonly #lessThanNothing: CellTest
  readonly #zeros: StructuralZeros
  /** What was found of parts, by their dimension, the code above them and those that tell of them. */
  readonly #parts = new Map<string, readonly number[]>()
  /** By dimension, those with which it has a dependency. */
  readonly #beside: readonly (readonly number[])[]

  constructor(
    tables: readonly PublicTable[],
    hierarchies: PublicHierarchies,
    lessThanNothing: CellTest,
    dependencies: readonly Dependency[],
  ) {
    this.#lessThanNothing = lessThanNothing
    this.#dimensions = [...new Set(tables.flatMap(({ dimensions }) => dimensions))].sort()
    this.#trees = this.#dimensions.map((dimension) => new CodeTree(hierarchies[dimension]))
    this.#vintage = this.#dimensions.indexOf(vintageDimension)
    this.#present = this.#dimensions.map(() => new Map())
    for (const { dimensions, rows } of tables) {
      const places = dimensions.map((dimension) => this.#dimensions.indexOf(dimension))
      for (const { codes, value } of rows) {
        const own = this.#dimensions.map(() => 0)
        places.forEach((d, at) => (own[d] = this.#trees[d]!.of(codes[at]!)))
        this.#know(own)
        if (value !== null && this.#vintage !== -1) this.#seenVintages.add(own[this.#vintage]!)
      }
    }
    this.#mostKnown = alwaysUnseen + (1 + mostUnseen) * this.#known.size
    this.#zeros = new StructuralZeros(this.#dimensions, this.#trees, dependencies)
    this.#beside = this.#dimensions.map((_, d) => this.#zeros.beside(d))
  }

  /** Adds the cells that are in no table and by which those that are hang together. */
  complete(): void {
    for (let round = 0; round < mostRounds; round += 1) {
      const before = this.#known.size
      // A Map is walked in the order in which it grows: cells that come up are gone through too.
      for (const own of this.#known.values()) {
        if (this.#zeros.has(own)) continue
        for (let d = 0; d < this.#trees.length; d += 1) {
          if (this.#known.size > this.#mostKnown) return
          this.#addMissing(own, d)
          if (d !== this.#vintage) this.#addAbove(own, d)
          if (this.#isSeen(own) && this.#zeros.narrows(own, d)) this.#addShared(own, d)
        }
      }
      if (this.#known.size === before) return
    }
  }

  sums(): SelectedSums {
    const equations: CellName[][] = []
    for (const own of this.#known.values()) {
      if (this.#zeros.has(own)) continue
      for (const [d, tree] of this.#trees.entries()) {
        const { parts, missing } = this.#partsOf(own, d)
        if (parts.length === 0) continue
        const equation = [own, ...parts.map((code) => own.with(d, code))]
        if (missing.length > 0) {
          const rest = own.with(d, tree.rest(own[d]!, parts))
          if (!this.#addPart(rest, d)) continue
          equation.push(rest)
        }
        equations.push(equation.map((codes) => this.#nameOf(codes)))
      }
    }
    return { equations, unseen: this.#unseen }
  }

  /** The one part of a total that is not there, where all others are. */
  #addMissing(own: readonly number[], d: number): void {
    const { parts, missing } = this.#partsOf(own, d)
    if (parts.length > 0 && missing.length === 1) this.#addPart(own.with(d, missing[0]!), d)
  }

  /** Totals of a cell: where all parts of one are there, or it lies in a cell itself. */
  #addAbove(own: readonly number[], d: number): void {
    const tree = this.#trees[d]!
    for (let up = tree.above(own[d]!); up !== -1; up = tree.above(up)) {
      const codes = own.with(d, up)
      if (this.#has(codes)) return
      const { missing } = this.#partsOf(codes, d)
      const liesIn = this.#liesIn(codes, d)
      if (missing.length === 0) {
        // else it says no more than its parts
        if (!liesIn && !this.#holds(codes, d)) continue
        this.#add(codes)
        return
      }
      if (this.#isSeen(own) && liesIn) this.#add(codes)
    }
  }

  /** What a cell has in common with others that there are, by a dimension of which its codes tell something. */
  #addShared(own: readonly number[], d: number): void {
    for (const part of this.#below(own, d)) {
      const codes = own.with(d, part)
      if (this.#has(codes)) continue
      if (this.#isShared(codes, d)) this.#add(codes)
      else this.#addShared(codes, d)
    }
  }

  /** Whether a cell lies in another by what its codes tell of a dimension, in its own vintage or in any that is seen. */
  #isShared(codes: readonly number[], d: number): boolean {
    const vintages = this.#vintage === -1 ? [codes] : this.#inVintages(codes)
    return vintages.some((own) => this.#beside[d]!.some((e) => this.#isIn(own, e)))
  }

  #inVintages(codes: readonly number[]): number[][] {
    return [...this.#seenVintages].map((vintage) => codes.with(this.#vintage, vintage))
  }

  /** The parts of a cell by a dimension that may hold somebody. */
  #below(codes: readonly number[], d: number): readonly number[] {
    const all = this.#trees[d]!.below(codes[d]!)
    const beside = this.#beside[d]!
    if (beside.length === 0 || all.length === 0) return all
    const key = [d, codes[d], ...beside.map((e) => codes[e])].join(',')
    const known = this.#parts.get(key)
    if (known !== undefined) return known
    const found = this.#zeros.without(codes, d, all)
    this.#parts.set(key, found)
    return found
  }

  /** Whether a cell lies in one that there is, by another dimension. */
  #liesIn(codes: readonly number[], besides: number): boolean {
    return this.#trees.some((_, d) => d !== besides && this.#isIn(codes, d))
  }

  #isIn(codes: readonly number[], d: number): boolean {
    const present = this.#presentBeside(codes, d)
    if (present.size === 0) return false
    const tree = this.#trees[d]!
    for (let up = tree.above(codes[d]!); up !== -1; up = tree.above(up)) {
      if (present.has(up)) return true
    }
    return false
  }

  /** Whether a cell holds some that there are, by another dimension. */
  #holds(codes: readonly number[], besides: number): boolean {
    return this.#trees.some((_, d) => d !== besides && this.#partsOf(codes, d).parts.length > 0)
  }

  #isSeen(codes: readonly number[]): boolean {
    return this.#vintage === -1 || this.#seenVintages.has(codes[this.#vintage]!)
  }

  /** Adds a part of a total; not where it may be less than nothing. */
  #addPart(codes: readonly number[], d: number): boolean {
    const isCertain = d !== this.#vintage && this.#isSeen(codes)
    if (!isCertain && this.#lessThanNothing.has(this.#nameOf(codes))) return false
    this.#add(codes, !isCertain)
    return true
  }

  /** The parts of a total that there are, or what lies below those that there are not; and what is missing. */
  #partsOf(own: readonly number[], d: number) {
    const present = this.#presentBeside(own, d)
    const parts: number[] = []
    if (present.size === 0 || (present.size === 1 && present.has(own[d]!))) {
      return { parts, missing: this.#below(own, d) }
    }
    const look = (code: number): number[] => {
      const missing: number[] = []
      for (const child of this.#below(own.with(d, code), d)) {
        if (present.has(child)) {
          parts.push(child)
          continue
        }
        const before = parts.length
        const left = look(child)
        // of what nothing is there, all is missing
        if (parts.length === before) missing.push(child)
        else missing.push(...left)
      }
      return missing
    }
    const missing: readonly number[] = look(own[d]!)
    return { parts, missing }
  }

  /** The codes of a dimension that there are with the other codes of a cell. */
  #presentBeside(codes: readonly number[], d: number): ReadonlySet<number> {
    return this.#present[d]!.get(codes.with(d, -1).join(',')) ?? nothing
  }

  #know(codes: readonly number[]): void {
    this.#known.set(codes.join(','), codes)
    this.#present.forEach((present, d) => {
      const key = codes.with(d, -1).join(',')
      const own = present.get(key)
      if (own === undefined) present.set(key, new Set([codes[d]!]))
      else own.add(codes[d]!)
    })
  }

  #has(codes: readonly number[]): boolean {
    return this.#known.has(codes.join(','))
  }

  #add(codes: readonly number[], ifAdded = false): void {
    const key = codes.join(',')
    if (this.#known.has(key)) return
    this.#know(codes)
    this.#unseen.push({ cell: this.#nameOf(codes), ...(ifAdded ? { ifAdded } : {}) })
  }

  #nameOf(codes: readonly number[]): CellName {
    return cellName(
      this.#dimensions,
      codes.map((code, d) => this.#trees[d]!.name(code)),
    )
  }
}
