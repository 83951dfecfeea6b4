import type { Programme } from '../table/programme.ts'
import type { SuppressionProblem } from './suppression-problem.ts'

/**
 * How deep every cell lies: the steps from its codes up to the totals, over all dimensions. The grand
 * total has depth 0, `sex F` depth 1, `sex F, place GT01` (of GT) depth 3.
 */
function cellDepths({ dimensions, codes, cellCount, rests }: Programme): Int32Array {
  const steps = dimensions.map(({ parents }) =>
    Int32Array.from(parents, (_, code) => {
      let depth = 0
      for (let up = parents[code]!; up !== -1; up = parents[up]!) depth += 1
      return depth
    }),
  )
  return Int32Array.from({ length: cellCount }, (_, cell) =>
    rests?.[cell] === 1
      ? inNoTable
      : steps.reduce((sum, own, d) => sum + own[codes[cell * dimensions.length + d]!]!, 0),
  )
}

/** The depth of what is in no table: it lies on no level, and nobody sees it. */
const inNoTable = -1

/**
 * The patterns of the last resort: each hides whole levels of detail, the finest first, zeros among them,
 * and of what is left the sensitive cells, those that are kept hidden, and in every total with a single
 * hidden part one more. They are found without a solver. With all levels hidden a pattern is safe by
 * construction, because nothing is told; with fewer the attacker decides.
 */
export class CoarsePatterns {
  readonly #problem: SuppressionProblem
  readonly #kept: readonly number[]
  readonly #depths: Int32Array
  /** The depths at which there are cells, the finest first. */
  readonly #levels: readonly number[]

  /** @param kept cells hidden in any case */
  constructor(problem: SuppressionProblem, kept: readonly number[]) {
    this.#problem = problem
    this.#kept = kept
    this.#depths = cellDepths(problem.programme)
    this.#levels = [...new Set(this.#depths)]
      .filter((depth) => depth !== inNoTable)
      .sort((a, b) => b - a)
  }

  /** Levels that there are. */
  get levels(): number {
    return this.#levels.length
  }

  /** Whether a cell lies on one of the `levels` finest. */
  isBelow(levels: number, cell: number): boolean {
    return this.#depths[cell]! > (this.#levels[levels] ?? inNoTable)
  }

  /** The pattern that hides the `levels` finest levels whole: 1 for every hidden cell. */
  hide(levels: number): Uint8Array {
    const { programme, targets, suppressible, weights } = this.#problem
    const hidden = Uint8Array.from(this.#depths, (_, cell) => (this.isBelow(levels, cell) ? 1 : 0))
    for (const { cell } of targets) hidden[cell] = 1
    for (const cell of this.#kept) hidden[cell] = 1
    this.#depths.forEach((depth, cell) => {
      if (depth === inNoTable) hidden[cell] = 1
    })
    const { starts, cells, count } = programme.relations
    for (let isDone = false; !isDone;) {
      isDone = true
      for (let relation = 0; relation < count; relation += 1) {
        const related = cells.subarray(starts[relation], starts[relation + 1])
        const alone = related.filter((cell) => hidden[cell] === 1)
        if (alone.length !== 1 || this.#depths[alone[0]!] === inNoTable) continue
        const beside = [...related]
          .filter((cell) => hidden[cell] === 0 && suppressible[cell] === 1)
          .reduce<number | undefined>(
            (best, cell) => (best === undefined || weights[cell]! < weights[best]! ? cell : best),
            undefined,
          )
        if (beside === undefined) continue
        hidden[beside] = 1
        isDone = false
      }
    }
    return hidden
  }
}
