import type { Target } from '../primary/targets.ts'
import type { Solver } from '../solver.ts'
import { suppressionLowerBound } from './lower-bound.ts'
import type { Move } from './move.ts'
import { suppressByMoves } from './suppress-by-moves.ts'
import type { SuppressionProblem } from './suppression-problem.ts'

export interface Suppression {
  readonly method: 'exact' | 'moves'
  /** 1 for every hidden cell, sensitive ones included. */
  readonly hidden: Uint8Array
  /** Information lost, in the weights of the problem, sensitive cells included. */
  readonly cost: number
  /** No safe pattern costs less than this. */
  readonly bound: number
  /** (cost − bound) / cost, from 0 (optimal) to 1. */
  readonly gap: number
  readonly proofs: ReadonlyMap<Target, readonly Move[]>
  readonly problemsSolved: number
}

export interface SuppressOptions {
  readonly progress?: (done: number) => void
}

/** Secondary suppression: exact where the programme is small, by moves where it is large. */
export async function suppress(
  problem: SuppressionProblem,
  solver: Solver,
  options: SuppressOptions = {},
): Promise<Suppression> {
  const { pattern, problemsSolved } = await suppressByMoves(problem, solver, options)
  const cost = pattern.cost()
  const bound = suppressionLowerBound(problem)
  return {
    method: 'moves',
    hidden: pattern.hidden(),
    cost,
    bound,
    gap: cost === 0 ? 0 : (cost - bound) / cost,
    proofs: pattern.proofs(),
    problemsSolved,
  }
}
