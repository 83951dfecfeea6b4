import { protectMethodRefusals } from '../refusals.ts'
import type { Target } from '../primary/targets.ts'
import type { Solver } from '../solver.ts'
import { nameCell } from '../table/programme.ts'
import { gainOf, personsWhoKnow, staysFeasible, type Move } from './move.ts'
import { MoveFinder } from './move-finder.ts'
import type { Pattern } from './pattern.ts'
import { ProductMoves } from './product-move.ts'
import type { SuppressionProblem } from './suppression-problem.ts'
import { findMoveAmong } from './whole-move.ts'

/** Suppressible cells from which a linear problem over everything for every target takes too long. */
const largeFrom = 3000

/** Suppressible cells up to which improvement may take its time too. */
const thoroughUpTo = 150

/** Sizes of the small linear problems around a target, and the dearest cells that they may use. */
const stages = [
  { most: 600, dearest: 60 },
  { most: 3000, dearest: 600 },
] as const

/** Problems in whole numbers of many cells, after which products take their place. */
const mostWhole = 8

/** Linear problems that improvement may take, and how many cells they may have together. */
const mostImprovements = 1000
const improvementWork = 200_000

/** Problems over everything that a large programme may take before products come first. */
const wholeLimit = 400

/**
 * Searches for proofs: the moves that protect a target from everybody, those included who are
 * alone in a hidden cell and so know its value. In a large programme it looks near the target
 * first, then for a product of strands, and only then at the whole.
 */
export class ProofSearch {
  readonly #problem: SuppressionProblem
  readonly #solver: Solver
  readonly #finder: MoveFinder
  readonly #products: ProductMoves | undefined
  readonly #cellsOfPerson = new Map<number, number[]>()
  readonly #size: number
  #nearbySolved = 0
  #spare: ProductMoves | undefined

  private constructor(problem: SuppressionProblem, solver: Solver, finder: MoveFinder) {
    this.#problem = problem
    this.#solver = solver
    this.#finder = finder
    const size = problem.suppressible.reduce((sum, flag) => sum + flag, 0)
    this.#size = size
    if (problem.programme.selected !== true) finder.effort = { left: mostWhole }
    // products need every combination of codes to be there
    if (size > largeFrom && problem.programme.selected !== true) {
      this.#products = new ProductMoves(problem, (cell) => finder.costOf(cell))
    }
    problem.persons.forEach((person, cell) => {
      if (person === -1) return
      const cells = this.#cellsOfPerson.get(person)
      if (cells === undefined) this.#cellsOfPerson.set(person, [cell])
      else cells.push(cell)
    })
  }

  static async open(problem: SuppressionProblem, solver: Solver): Promise<ProofSearch> {
    return new ProofSearch(problem, solver, await MoveFinder.open(problem, solver))
  }

  /** Linear problems solved so far. */
  get solved(): number {
    return this.#finder.solved + this.#nearbySolved
  }

  /** Linear problems that improvement may take: every one is over all cells unless the programme is large. */
  get allowance(): number {
    if (this.isLarge) return mostImprovements
    return Math.max(100, Math.min(mostImprovements, Math.floor(improvementWork / this.#size)))
  }

  get isLarge(): boolean {
    return this.#products !== undefined
  }

  /** From here on a proof is wanted only where it is soon found: there is another already. */
  settleForQuick(): void {
    if (this.#size > thoroughUpTo) this.#finder.widest = 0
  }

  /** Tells what a cell costs now: next to nothing when hidden, its weight when not. */
  price(pattern: Pattern, cell: number): void {
    if (this.#problem.suppressible[cell] === 0) return
    // a cell of one person costs a little more, for he would notice
    const hidden = 0.001 + (this.#problem.persons[cell] === -1 ? 0 : 0.02)
    const lost = pattern.isHidden(cell) ? 0 : this.#problem.weights[cell]!
    this.#finder.setCost(cell, lost + hidden)
  }

  /**
   * The cheapest proof found for a target that leaves the cells of `avoided` as they are.
   *
   * @returns undefined where there is none (with `nearbyOnly`: none near the target)
   */
  async find(
    target: Target,
    avoided: Iterable<number> = [],
    nearbyOnly = false,
  ): Promise<readonly Move[] | undefined> {
    const moves: Move[] = []
    const frozen = new Set(avoided)
    let common: Set<number> | undefined
    for (let attempt = 0; attempt < 4; attempt += 1) {
      const move = await this.#findMove(target, frozen, nearbyOnly)
      if (move === undefined) break
      const known = personsWhoKnow(this.#problem, target, move)
      if (known.size === 0) return [move]
      moves.push(move)
      common = common === undefined ? known : new Set([...known].filter((p) => common!.has(p)))
      if (common.size === 0) return moves
      for (const person of common) this.#freeze(person, frozen, target)
    }
    if (moves.length === 0) return undefined
    // a person who sees through every move found so far needs one of his own
    for (const person of common ?? []) {
      const cells = new Set(avoided)
      this.#freeze(person, cells, target)
      const move = await this.#findMove(target, cells, nearbyOnly)
      if (move === undefined) return undefined
      moves.push(move)
    }
    return moves
  }

  /** As `find`, where there must be a proof. @throws the refusal `infeasible` */
  async get(target: Target): Promise<readonly Move[]> {
    const proof = await this.find(target)
    if (proof !== undefined) return proof
    // nothing is refused for want of time alone
    this.#finder.effort = { left: mostWhole }
    const later = await this.find(target)
    if (later !== undefined) return later
    const cell = nameCell(this.#problem.programme, target.cell)
    throw protectMethodRefusals.refuse('infeasible', { cell })
  }

  async close(): Promise<void> {
    await this.#finder.close()
  }

  async #findMove(
    target: Target,
    frozen: ReadonlySet<number>,
    nearbyOnly: boolean,
  ): Promise<Move | undefined> {
    if (this.#products !== undefined && target.parent === undefined) {
      const near = await this.#findNearby(target, frozen, nearbyOnly)
      if (near !== undefined || nearbyOnly) return near
    }
    const move = await this.#finder.find(target, [...frozen])
    if (move !== undefined || this.#products !== undefined) return move
    return this.#findSpare(target, frozen)
  }

  /** Where no whole move was found in the time that it may take: a product of strands is whole as it is. */
  #findSpare(target: Target, frozen: ReadonlySet<number>): Move | undefined {
    const products = this.#spareProducts()
    if (target.parent === undefined) return products?.find(target, frozen)
    // what contains the cell rises, and the cell stays: the rest of it has risen
    const above = { cell: target.parent, rule: target.rule, need: target.need }
    const move = products?.find(above, new Set([...frozen, target.cell]))
    if (move === undefined || gainOf(target, move) < target.need) return undefined
    return staysFeasible(this.#problem, target, move, 1) ? move : undefined
  }

  #spareProducts(): ProductMoves | undefined {
    if (this.#problem.programme.selected === true) return undefined
    this.#spare ??= new ProductMoves(this.#problem, (cell) => this.#finder.costOf(cell))
    return this.#spare
  }

  async #findNearby(
    target: Target,
    frozen: ReadonlySet<number>,
    nearbyOnly: boolean,
  ): Promise<Move | undefined> {
    const products = this.#products!
    const costOf = (cell: number) => this.#finder.costOf(cell)
    for (const { most, dearest } of nearbyOnly ? stages.slice(0, 1) : stages) {
      const cells = products
        .neighbourhood(target, frozen, most)
        .filter((cell) => costOf(cell) <= dearest)
      this.#nearbySolved += 1
      const move = await findMoveAmong(
        this.#problem,
        this.#solver,
        target,
        cells,
        [...frozen],
        costOf,
      )
      if (move !== undefined) return move
    }
    if (nearbyOnly || this.#finder.solved < wholeLimit) return undefined
    return products.find(target, frozen)
  }

  #freeze(person: number, frozen: Set<number>, target: Target): void {
    for (const cell of this.#cellsOfPerson.get(person) ?? []) {
      if (cell !== target.cell) frozen.add(cell)
    }
  }
}
