import type { Target } from '../primary/targets.ts'
import type { Solver } from '../solver.ts'
import type { WorkBudget } from '../work-budget.ts'
import { suppressionLowerBound } from './lower-bound.ts'
import type { Move } from './move.ts'
import { suppressByMoves } from './suppress-by-moves.ts'
import { suppressExactly } from './suppress-exactly.ts'
import type { SuppressionProblem } from './suppression-problem.ts'

export interface Suppression {
  /** How it was found; `levels`: whole levels of detail are hidden, see `coarsePattern`. */
  readonly method: 'exact' | 'moves' | 'levels'
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
  readonly work?: WorkBudget
}

/** The share of the work allowed that may go into the cheapest pattern. */
const shareOfExact = 0.2

/** Cells that may be hidden, and targets, up to which the exact method is tried. */
const exactCells = 300
const exactTargets = 120

/**
 * Secondary suppression: by moves, and where the programme is small by cutting planes as well,
 * which either finds the cheapest pattern or shows how far the other is from it at most.
 */
export async function suppress(
  problem: SuppressionProblem,
  solver: Solver,
  options: SuppressOptions = {},
): Promise<Suppression> {
  const { pattern, problemsSolved } = await suppressByMoves(problem, solver, options)
  const found: Suppression = {
    method: 'moves',
    hidden: pattern.hidden(),
    cost: pattern.cost(),
    bound: suppressionLowerBound(problem),
    gap: 0,
    proofs: pattern.proofs(),
    problemsSolved,
  }
  if (problem.targets.length === 0 || !isSmall(problem)) return withGap(found)
  // the pattern by moves does not reckon with insiders: no bound makes it good enough
  const ceiling = problem.insiders === undefined ? found.cost : Number.POSITIVE_INFINITY
  const exactly = () => suppressExactly(problem, solver, ceiling)
  const exact = await (options.work === undefined
    ? exactly()
    : options.work.upTo(shareOfExact, exactly))
  if (exact === undefined) return withGap(found)
  const bound = Math.min(found.cost, Math.max(found.bound, exact.bound))
  const solved = problemsSolved + exact.problemsSolved
  if (exact.best === undefined) return withGap({ ...found, bound, problemsSolved: solved })
  let cost = 0
  exact.best.hidden.forEach((flag, cell) => (cost += flag === 1 ? problem.weights[cell]! : 0))
  return withGap({ ...found, ...exact.best, method: 'exact', cost, bound, problemsSolved: solved })
}

/** Whether the exact method is tried, which alone reckons with insiders. */
export function isSmall({ suppressible, targets }: SuppressionProblem): boolean {
  const size = suppressible.reduce((sum, flag) => sum + flag, 0)
  return size <= exactCells && targets.length <= exactTargets
}

function withGap(suppression: Suppression): Suppression {
  const { cost, bound, method } = suppression
  const gap = cost === 0 ? 0 : Math.max(0, (cost - bound) / cost)
  // the pattern by moves is exact too where no pattern can be cheaper
  const proven = gap < 1e-9
  return { ...suppression, gap: proven ? 0 : gap, method: proven ? 'exact' : method }
}
