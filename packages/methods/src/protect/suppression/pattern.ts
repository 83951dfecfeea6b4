import type { Target } from '../primary/targets.ts'
import { gainOf, personsWhoKnow, scaleMove, staysFeasible, type Move } from './move.ts'
import type { SuppressionProblem } from './suppression-problem.ts'

/** Moves remembered a cell, to be tried for other targets. */
const remembered = 40

/**
 * A pattern of hidden cells together with its proof: for every target the moves that protect it.
 * Usually one; two where a person alone in a cell would see through the first.
 */
export class Pattern {
  readonly #problem: SuppressionProblem
  readonly #proofs = new Map<Target, readonly Move[]>()
  readonly #primary: Uint8Array
  readonly #users = new Map<number, Set<Target>>()
  readonly #movesAt = new Map<number, Move[]>()
  #cost = 0

  constructor(problem: SuppressionProblem) {
    this.#problem = problem
    this.#primary = new Uint8Array(problem.programme.cellCount)
    for (const { cell } of problem.targets) {
      if (this.#primary[cell] === 0) this.#cost += problem.weights[cell]!
      this.#primary[cell] = 1
    }
  }

  isPrimary(cell: number): boolean {
    return this.#primary[cell] === 1
  }

  isHidden(cell: number): boolean {
    return this.#primary[cell] === 1 || this.#users.has(cell)
  }

  hidden(): Uint8Array {
    return this.#primary.map((primary, cell) => (primary === 1 || this.#users.has(cell) ? 1 : 0))
  }

  secondaryCells(): number[] {
    return [...this.#users.keys()].filter((cell) => this.#primary[cell] === 0)
  }

  proof(target: Target): readonly Move[] | undefined {
    return this.#proofs.get(target)
  }

  proofs(): ReadonlyMap<Target, readonly Move[]> {
    return this.#proofs
  }

  /** Targets whose proof changes a cell. */
  targetsUsing(cell: number): Target[] {
    return [...(this.#users.get(cell) ?? [])]
  }

  /** Information lost by the pattern, sensitive cells included. */
  cost(): number {
    return this.#cost
  }

  /** What the cells of a proof would add to the cost. */
  addedCost(moves: readonly Move[]): number {
    let cost = 0
    for (const cell of cellsOf(moves)) {
      if (!this.isHidden(cell)) cost += this.#problem.weights[cell]!
    }
    return cost
  }

  /** Takes a proof in; returns the cells that become hidden by it. */
  add(target: Target, moves: readonly Move[]): number[] {
    const newly: number[] = []
    for (const cell of cellsOf(moves)) {
      const users = this.#users.get(cell)
      if (users !== undefined) {
        users.add(target)
        continue
      }
      this.#users.set(cell, new Set([target]))
      if (this.#primary[cell] === 1) continue
      newly.push(cell)
      this.#cost += this.#problem.weights[cell]!
    }
    for (const move of moves) this.#remember(move)
    this.#proofs.set(target, moves)
    return newly
  }

  /** Takes a proof out; returns the cells that are hidden no longer. */
  remove(target: Target): number[] {
    const freed: number[] = []
    for (const cell of cellsOf(this.#proofs.get(target) ?? [])) {
      const users = this.#users.get(cell)!
      users.delete(target)
      if (users.size > 0) continue
      this.#users.delete(cell)
      if (this.#primary[cell] === 1) continue
      freed.push(cell)
      this.#cost -= this.#problem.weights[cell]!
    }
    this.#proofs.delete(target)
    return freed
  }

  /** A proof for a target out of moves made for others, whose cells are all hidden. */
  findProof(target: Target, without = -1): readonly Move[] | undefined {
    let first: { move: Move; known: Set<number> } | undefined
    for (const move of this.#movesAt.get(target.cell) ?? []) {
      const gain = gainOf(target, move)
      if (gain === 0) continue
      if (!move.cells.every((cell) => cell !== without && this.isHidden(cell))) continue
      const times = Math.sign(gain) * Math.ceil(target.need / Math.abs(gain))
      if (!staysFeasible(this.#problem, target, move, times)) continue
      const enough = scaleMove(move, times)
      const known = personsWhoKnow(this.#problem, target, enough)
      if (known.size === 0) return [enough]
      if (first === undefined) first = { move: enough, known }
      else if ([...known].every((person) => !first!.known.has(person))) return [first.move, enough]
    }
    return undefined
  }

  #remember(move: Move): void {
    for (const cell of move.cells) {
      const moves = this.#movesAt.get(cell)
      if (moves === undefined) this.#movesAt.set(cell, [move])
      else if (!moves.includes(move)) {
        if (moves.length === remembered) moves.shift()
        moves.push(move)
      }
    }
  }
}

function cellsOf(moves: readonly Move[]): Set<number> {
  const cells = new Set<number>()
  for (const move of moves) for (const cell of move.cells) cells.add(cell)
  return cells
}
