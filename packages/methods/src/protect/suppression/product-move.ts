import type { Target } from '../primary/targets.ts'
import type { Dimension } from '../table/dimension.ts'
import type { Move } from './move.ts'
import type { SuppressionProblem } from './suppression-problem.ts'

/** Changes along one dimension: codes and +1 or −1 for each; every parent is the sum of its parts. */
interface Strand {
  readonly codes: readonly number[]
  readonly signs: readonly number[]
  /** Change of the total: 0 for an exchange between two leaves, 1 for an addition. */
  readonly total: number
}

/** The most strands tried a dimension. */
const strandLimit = 60
const starts = 4

/**
 * Finds moves that are products of one strand a dimension: a cell changes by the product of the
 * signs of its codes. Such a move is what exchanging (or adding) whole persons does to every table
 * at once, so all relations hold in hierarchies, margins and linked tables alike; in one table
 * without hierarchy it is the hypercube of the classical method. The search changes one strand at
 * a time for the better, from several beginnings.
 *
 * It is quick and finds no proof that nothing cheaper exists: where it finds none, the linear
 * problem decides.
 *
 * @see Giessing and Repsilber, "Tools and strategies to protect multiple tables with the GHQUAR
 *   cell suppression engine", Inference Control in Statistical Databases (2002)
 */
export class ProductMoves {
  readonly #problem: SuppressionProblem
  readonly #price: (cell: number) => number
  readonly #strides: readonly (readonly number[])[]
  readonly #outside: readonly (readonly number[])[]

  /** @param price what hiding a cell costs now; infinite where it may not change */
  constructor(problem: SuppressionProblem, price: (cell: number) => number) {
    this.#problem = problem
    this.#price = price
    const { dimensions, tables } = problem.programme
    this.#strides = tables.map((table) => {
      const strides: number[] = []
      let stride = 1
      for (let at = table.length - 1; at >= 0; at -= 1) {
        strides[at] = stride
        stride *= dimensions[table[at]!]!.codes.length
      }
      return strides
    })
    this.#outside = tables.map((table) =>
      dimensions.map((_, d) => d).filter((d) => !table.includes(d)),
    )
  }

  /** A cheap move for a target that raises it by what it needs; cells of `frozen` stay. */
  find(target: Target, frozen: ReadonlySet<number>): Move | undefined {
    const { programme } = this.#problem
    const width = programme.dimensions.length
    const own = programme.codes.subarray(target.cell * width, (target.cell + 1) * width)
    const choices = programme.dimensions.map((dimension, d) =>
      this.#strandsThrough(dimension, own[d]!, d, own, target.need, frozen),
    )
    if (choices.some((choice) => choice.length === 0)) return undefined
    let best: { strands: Strand[]; cost: number } | undefined
    for (let start = 0; start < starts; start += 1) {
      const strands = choices.map((choice) => choice[Math.min(start, choice.length - 1)]!)
      const cost = this.#descend(strands, choices, target.need, frozen)
      if (cost < (best?.cost ?? Number.POSITIVE_INFINITY)) best = { strands, cost }
    }
    return best === undefined ? undefined : this.#moveOf(best.strands, target.need)
  }

  /**
   * The cells around a target that its most promising strands span, in every table: where a
   * linear problem is small and yet likely to hold a cheap move.
   *
   * @param most cells at most, about
   */
  neighbourhood(target: Target, frozen: ReadonlySet<number>, most: number): number[] {
    const { programme, suppressible } = this.#problem
    const width = programme.dimensions.length
    const own = programme.codes.subarray(target.cell * width, (target.cell + 1) * width)
    const strands = programme.dimensions.map((dimension, d) =>
      this.#strandsThrough(dimension, own[d]!, d, own, target.need, frozen),
    )
    for (let breadth = 24; ; breadth = Math.floor(breadth * 0.75)) {
      const spans = strands.map((choice, d) => {
        const codes = new Set(lineage(programme.dimensions[d]!, own[d]!))
        for (const strand of choice.slice(0, breadth))
          for (const code of strand.codes) codes.add(code)
        return [...codes]
      })
      const size = programme.tables.reduce(
        (sum, table) => sum + table.reduce((product, d) => product * spans[d]!.length, 1),
        0,
      )
      if (size > most && breadth > 2) continue
      const cells = new Set<number>()
      for (const [t, table] of programme.tables.entries()) {
        this.#span(t, table, spans, (cell) => {
          if (suppressible[cell] === 1 && !frozen.has(cell)) cells.add(cell)
        })
      }
      return [...cells]
    }
  }

  #span(
    t: number,
    table: readonly number[],
    spans: readonly (readonly number[])[],
    see: (cell: number) => void,
  ): void {
    const strides = this.#strides[t]!
    const cells = this.#problem.programme.tableCells[t]!
    const walk = (depth: number, offset: number): void => {
      if (depth === table.length) return see(cells[offset]!)
      for (const code of spans[table[depth]!]!) walk(depth + 1, offset + code * strides[depth]!)
    }
    walk(0, 0)
  }

  #descend(
    strands: Strand[],
    choices: readonly (readonly Strand[])[],
    need: number,
    frozen: ReadonlySet<number>,
  ): number {
    let cost = this.#costOf(strands, need, frozen, Number.POSITIVE_INFINITY)
    for (let round = 0; round < 4; round += 1) {
      let changed = false
      for (const [d, choice] of choices.entries()) {
        const before = strands[d]!
        let bestStrand = before
        for (const strand of choice) {
          strands[d] = strand
          const found = this.#costOf(strands, need, frozen, cost)
          if (found < cost) {
            cost = found
            bestStrand = strand
            changed = true
          }
        }
        strands[d] = bestStrand
      }
      if (!changed) break
    }
    // beginnings that meet an empty cell cost infinitely much: a count of such cells leads out
    return Number.isFinite(cost) && cost < blocked ? cost : Number.POSITIVE_INFINITY
  }

  #costOf(
    strands: readonly Strand[],
    need: number,
    frozen: ReadonlySet<number>,
    limit: number,
  ): number {
    let cost = 0
    this.#visit(strands, (cell, sign) => {
      const { values, floors } = this.#problem
      const stays = sign < 0 && values[cell]! - need < floors[cell]!
      const price = this.#price(cell)
      cost += stays || frozen.has(cell) || price === Number.POSITIVE_INFINITY ? blocked : price
      return cost < limit
    })
    return cost
  }

  #moveOf(strands: readonly Strand[], need: number): Move {
    const found = new Map<number, number>()
    this.#visit(strands, (cell, sign) => {
      found.set(cell, sign * need)
      return true
    })
    return { cells: [...found.keys()], amounts: [...found.values()] }
  }

  /** Calls with every cell that the product changes, once a table; stops when told to. */
  #visit(strands: readonly Strand[], see: (cell: number, sign: number) => boolean): void {
    const { tables, tableCells } = this.#problem.programme
    for (const [t, table] of tables.entries()) {
      if (this.#outside[t]!.some((d) => strands[d]!.total === 0)) continue
      const strides = this.#strides[t]!
      const cells = tableCells[t]!
      const walk = (depth: number, offset: number, sign: number): boolean => {
        if (depth === table.length) return see(cells[offset]!, sign)
        const { codes, signs } = strands[table[depth]!]!
        for (let at = 0; at < codes.length; at += 1) {
          if (!walk(depth + 1, offset + codes[at]! * strides[depth]!, sign * signs[at]!))
            return false
        }
        return true
      }
      if (!walk(0, 0, 1)) return
    }
  }

  /** The strands through a code, the most promising first. */
  #strandsThrough(
    dimension: Dimension,
    code: number,
    d: number,
    own: Int32Array,
    need: number,
    frozen: ReadonlySet<number>,
  ): Strand[] {
    const { programme, values, floors } = this.#problem
    const codes = Array.from(own)
    // what the target's cell would look like with another code tells how promising that code is
    const appeal = (other: number, falls: boolean): number => {
      codes[d] = other
      const cell = programme.find(codes)
      codes[d] = own[d]!
      if (cell === undefined) return 0
      if (frozen.has(cell) || (falls && values[cell]! - need < floors[cell]!)) return blocked
      const price = this.#price(cell)
      return price === Number.POSITIVE_INFINITY ? blocked : price
    }
    const ranked: { strand: Strand; rank: number }[] = []
    for (const leaf of this.#leavesUnder(dimension, code, appeal)) {
      const rank = leaf === code ? 0 : appeal(leaf, false)
      ranked.push({
        strand: addition(dimension, leaf),
        rank: rank + upwardRank(dimension, code, appeal),
      })
      const parent = dimension.parents[code]!
      if (parent === -1) continue
      for (const sibling of dimension.children[parent]!) {
        if (sibling === code) continue
        const fall = appeal(sibling, true)
        for (const other of this.#leavesUnder(dimension, sibling, appeal).slice(0, 3)) {
          ranked.push({ strand: exchange(dimension, leaf, other), rank: rank + fall })
        }
      }
    }
    return ranked
      .sort((a, b) => a.rank - b.rank)
      .slice(0, strandLimit)
      .map(({ strand }) => strand)
  }

  /** Leaves below a code (itself, where it is one), the cheapest first. */
  #leavesUnder(
    dimension: Dimension,
    code: number,
    appeal: (code: number, falls: boolean) => number,
  ): number[] {
    const leaves: number[] = []
    const pending = [code]
    while (pending.length > 0) {
      const next = pending.pop()!
      const children = dimension.children[next]!
      if (children.length === 0) leaves.push(next)
      else pending.push(...children)
    }
    if (leaves.length === 1) return leaves
    const ranks = new Map(leaves.map((leaf) => [leaf, appeal(leaf, false)]))
    return leaves.sort((a, b) => ranks.get(a)! - ranks.get(b)!).slice(0, 8)
  }
}

/** Stands for one cell that may not change, in sums that must stay comparable. */
const blocked = 1e15

function upwardRank(
  dimension: Dimension,
  code: number,
  appeal: (code: number, falls: boolean) => number,
): number {
  let rank = 0
  for (let up = dimension.parents[code]!; up !== -1; up = dimension.parents[up]!) {
    rank += appeal(up, false)
  }
  return rank
}

/** A leaf and all above it, each up by one. */
function addition(dimension: Dimension, leaf: number): Strand {
  const codes = lineage(dimension, leaf)
  return { codes, signs: codes.map(() => 1), total: 1 }
}

/** A leaf up and another down, with what lies above only one of them. */
function exchange(dimension: Dimension, rising: number, falling: number): Strand {
  const up = lineage(dimension, rising)
  const down = lineage(dimension, falling)
  const shared = new Set(up.filter((code) => down.includes(code)))
  const codes: number[] = []
  const signs: number[] = []
  for (const code of up) {
    if (!shared.has(code)) {
      codes.push(code)
      signs.push(1)
    }
  }
  for (const code of down) {
    if (!shared.has(code)) {
      codes.push(code)
      signs.push(-1)
    }
  }
  return { codes, signs, total: 0 }
}

function lineage(dimension: Dimension, code: number): number[] {
  const codes: number[] = []
  for (let at = code; at !== -1; at = dimension.parents[at]!) codes.push(at)
  return codes
}
