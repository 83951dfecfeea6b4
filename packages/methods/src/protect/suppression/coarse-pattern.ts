import type { Programme } from '../table/programme.ts'
import type { SuppressionProblem } from './suppression-problem.ts'

/**
 * How deep every cell lies: the steps from its codes up to the totals, over all dimensions. The grand
 * total has depth 0, `sex F` depth 1, `sex F, place GT01` (of GT) depth 3.
 */
export function cellDepths(programme: Programme): Int32Array {
  const { dimensions, codes, cellCount } = programme
  const steps = dimensions.map(({ parents }) =>
    Int32Array.from(parents, (_, code) => {
      let depth = 0
      for (let up = parents[code]!; up !== -1; up = parents[up]!) depth += 1
      return depth
    }),
  )
  return Int32Array.from({ length: cellCount }, (_, cell) =>
    steps.reduce((sum, own, d) => sum + own[codes[cell * dimensions.length + d]!]!, 0),
  )
}

/** The depths at which a programme has cells, from the finest to the coarsest. */
export function levelsOf(programme: Programme): number[] {
  return [...new Set(cellDepths(programme))].sort((a, b) => b - a)
}

/**
 * The last resort: a pattern that hides whole levels of detail, the finest first, zeros among them, and
 * of what is left the sensitive cells, those that must stay hidden, and in every total with a single
 * hidden part one more. It is found without a solver. With all levels hidden it is safe by construction,
 * because nothing is told; with fewer the attacker decides.
 *
 * @param levels how many levels are hidden
 * @param kept cells hidden in any case
 */
export function coarsePattern(
  problem: SuppressionProblem,
  levels: number,
  kept: Iterable<number>,
): Uint8Array {
  const { programme, targets, suppressible } = problem
  const depths = cellDepths(programme)
  const deepestShown = levelsOf(programme)[levels] ?? -1
  const hidden = Uint8Array.from(depths, (depth) => (depth > deepestShown ? 1 : 0))
  for (const { cell } of targets) hidden[cell] = 1
  for (const cell of kept) hidden[cell] = 1
  const { starts, cells, count } = programme.relations
  for (let isDone = false; !isDone;) {
    isDone = true
    for (let relation = 0; relation < count; relation += 1) {
      const related = cells.subarray(starts[relation], starts[relation + 1])
      if (related.reduce((sum, cell) => sum + hidden[cell]!, 0) !== 1) continue
      const beside = cheapest(
        problem,
        related,
        (cell) => hidden[cell] === 0 && suppressible[cell] === 1,
      )
      if (beside === undefined) continue
      hidden[beside] = 1
      isDone = false
    }
  }
  return hidden
}

function cheapest(
  { weights }: SuppressionProblem,
  cells: Int32Array,
  may: (cell: number) => boolean,
): number | undefined {
  let best: number | undefined
  for (const cell of cells) {
    if (may(cell) && (best === undefined || weights[cell]! < weights[best]!)) best = cell
  }
  return best
}
