import type { Target } from '../primary/targets.ts'
import type { Solver } from '../solver.ts'
import type { WorkBudget } from '../work-budget.ts'
import { dropDearCells, rerouteTargets } from './improve.ts'
import { Pattern } from './pattern.ts'
import { ProofSearch } from './proof-search.ts'
import type { SuppressionProblem } from './suppression-problem.ts'

export interface MoveSearch {
  readonly pattern: Pattern
  readonly problemsSolved: number
}

export interface SearchOptions {
  /** Linear problems that the improvement may take; 1,000 where absent, fewer in a middling programme. */
  readonly allowance?: number
  /** Told the share done, from 0 to 1. */
  readonly progress?: (done: number) => void
  /** Work from which improvement takes a share; without limit where absent. */
  readonly work?: WorkBudget
}

/** The share of the work allowed that may go into cheaper patterns than the first safe one. */
const shareOfImproving = 0.25

/**
 * Secondary suppression by moves: each sensitive cell in turn is given the cheapest move that
 * protects it, given what is hidden already; the cells that the move changes become hidden. Then
 * proofs are looked for again, now that others share their cells, and dear cells are dropped
 * where every target that uses them finds another proof for less.
 *
 * The pattern is safe by construction: each target's moves are checked in whole numbers against
 * every relation. Nothing depends on the clock, so the same figures give the same pattern.
 *
 * @throws the refusal `infeasible` where a target cannot be protected at all
 * @see Castro, "Recent advances in optimization techniques for statistical tabular data
 *   protection", EJOR 216 (2012), section 4.2
 */
export async function suppressByMoves(
  problem: SuppressionProblem,
  solver: Solver,
  options: SearchOptions = {},
): Promise<MoveSearch> {
  const pattern = new Pattern(problem)
  const search = await ProofSearch.open(problem, solver)
  const progress = options.progress ?? (() => {})
  try {
    for (let cell = 0; cell < problem.programme.cellCount; cell += 1) search.price(pattern, cell)
    const targets = inOrder(problem)
    for (const [at, target] of targets.entries()) {
      const proof = pattern.findProof(target) ?? (await search.get(target))
      for (const cell of pattern.add(target, proof)) search.price(pattern, cell)
      progress((0.5 * at) / targets.length)
    }
    const allowance = options.allowance ?? search.allowance
    const work = { problem, pattern, search, most: search.solved + allowance }
    search.settleForQuick()
    const improve = async () => {
      if (!search.isLarge) await rerouteTargets(work, targets)
      progress(0.6)
      await dropDearCells(work, (done) => progress(0.6 + 0.4 * done))
      if (!search.isLarge) await rerouteTargets(work, targets)
    }
    // what is safe already may stay as dear as it is
    await (options.work === undefined ? improve() : options.work.upTo(shareOfImproving, improve))
    return { pattern, problemsSolved: search.solved }
  } finally {
    await search.close()
  }
}

/** Margins first: they have the fewest ways to move. Then the cells with the largest need. */
function inOrder(problem: SuppressionProblem): Target[] {
  const { programme } = problem
  const width = programme.dimensions.length
  const depth = (cell: number) => {
    let sum = 0
    for (let d = 0; d < width; d += 1) {
      let up = programme.dimensions[d]!.parents[programme.codes[cell * width + d]!]!
      for (; up !== -1; up = programme.dimensions[d]!.parents[up]!) sum += 1
    }
    return sum
  }
  const depths = new Map(problem.targets.map(({ cell }) => [cell, depth(cell)]))
  return [...problem.targets].sort(
    (a, b) => depths.get(a.cell)! - depths.get(b.cell)! || b.need - a.need || a.cell - b.cell,
  )
}
