import type { SuppressionProblem } from './suppression-problem.ts'

/**
 * A lower bound of the information that any safe pattern loses: the sensitive cells themselves,
 * and, in every relation that has a sensitive cell, at least one more hidden cell (a cell cannot
 * move alone). Each cell's weight pays for the relations it stands in once, first come first
 * served, so the payments never exceed what a pattern costs (dual ascent for covering).
 *
 * @returns cost in the weights of the problem; 0 where nothing is sensitive
 * @see Chvátal, "A greedy heuristic for the set-covering problem", Math. of OR 4 (1979)
 */
export function suppressionLowerBound(problem: SuppressionProblem): number {
  const { programme, weights, suppressible, targets } = problem
  const primary = new Uint8Array(programme.cellCount)
  for (const { cell } of targets) primary[cell] = 1
  let bound = 0
  for (let cell = 0; cell < programme.cellCount; cell += 1) {
    if (primary[cell] === 1) bound += weights[cell]!
  }
  const left = weights.slice()
  const { starts, cells, count } = programme.relations
  for (let relation = 0; relation < count; relation += 1) {
    let sensitive = 0
    let cheapest = Number.POSITIVE_INFINITY
    for (let at = starts[relation]!; at < starts[relation + 1]!; at += 1) {
      const cell = cells[at]!
      if (primary[cell] === 1) sensitive += 1
      else if (suppressible[cell] === 1) cheapest = Math.min(cheapest, left[cell]!)
    }
    if (sensitive !== 1 || !Number.isFinite(cheapest) || cheapest === 0) continue
    bound += cheapest
    for (let at = starts[relation]!; at < starts[relation + 1]!; at += 1) {
      const cell = cells[at]!
      if (primary[cell] === 0 && suppressible[cell] === 1) left[cell]! -= cheapest
    }
  }
  return bound
}
