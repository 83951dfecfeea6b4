import type { RandomGenerator } from '../numerics/index.ts'
import type { Cube } from './cube.ts'
import { listLevels } from './dimension-level.ts'
import { drawQuestions } from './drawn-questions.ts'

/**
 * A point of the lattice of roll-ups: for each dimension of the cube in order, the depth of the
 * level that is kept (0 the finest), or the number of its levels where the dimension is summed away.
 */
export type RollUpPoint = readonly number[]

/** Number of levels of each dimension of a cube, in order. */
export function levelCounts(cube: Cube): number[] {
  return cube.dimensions.map((dimension) => listLevels(dimension).length)
}

/** Every point of the lattice, the cells themselves (all zeros) first. */
export function listRollUpPoints(counts: readonly number[]): RollUpPoint[] {
  return counts.reduce<number[][]>(
    (points, count) =>
      points.flatMap((point) => Array.from({ length: count + 1 }, (_, depth) => [...point, depth])),
    [[]],
  )
}

/**
 * Whether a question at point `wanted` can be answered from a roll-up at point `kept`.
 *
 * @example covers([0, 1], [2, 1]) // => true
 * @example covers([1, 1], [0, 1]) // => false
 */
export function covers(kept: RollUpPoint, wanted: RollUpPoint): boolean {
  for (let i = 0; i < kept.length; i++) if (kept[i]! > wanted[i]!) return false
  return true
}

export interface RollUpChoice {
  readonly point: RollUpPoint
  /** Rows expected, before it is built. */
  readonly rows: number
}

export interface RollUpLimits {
  /** At most so many roll-ups. */
  readonly rollUps: number
  /** At most so many rows in all of them. */
  readonly rows: number
  /** Below so many rows a question costs no less. */
  readonly leastRows: number
}

/** Points of a lattice that is looked through whole; of a larger one, questions are drawn. */
const mostPoints = 4096

/**
 * Chooses the roll-ups worth building: the greedy algorithm by benefit per unit of space, for
 * questions that each name a dimension with probability `inclusion`, all levels alike.
 *
 * The cost of a question is the rows of the smallest roll-up that covers it, but never less than
 * `leastRows`, below which an engine spends its time on other things; space is reckoned alike, so
 * that one roll-up of many dimensions is preferred to many small ones.
 *
 * A cube of twenty dimensions has hundreds of millions of points: there a sample of questions stands
 * for all of them, and what answers one or two of them is what may be built.
 *
 * @param counts levels of each dimension
 * @param rowsOf expected rows of a roll-up
 * @param random draws the sample
 * @returns in the order of choice; the cells themselves (all zeros) are not among them
 * @see Harinarayan, Rajaraman and Ullman (1996), Implementing data cubes efficiently, SIGMOD '96,
 * sections 4 and 5.2 (benefit per unit space); evaluated lazily, as the benefit is submodular
 */
export function chooseRollUps(
  counts: readonly number[],
  rowsOf: (point: RollUpPoint) => number,
  limits: RollUpLimits,
  random: RandomGenerator,
  inclusion = 0.4,
): RollUpChoice[] {
  const size = counts.reduce((product, count) => product * (count + 1), 1)
  if (size > mostPoints) {
    const { questions, candidates } = drawQuestions(counts, inclusion, random)
    return chooseAmong(candidates, questions, () => 1, rowsOf(counts.map(() => 0)), rowsOf, limits)
  }
  const points = listRollUpPoints(counts)
  const weightOf = (point: RollUpPoint) =>
    point.reduce(
      (product, depth, i) =>
        product * (depth === counts[i] ? 1 - inclusion : inclusion / counts[i]!),
      1,
    )
  return chooseAmong(points.slice(1), points, weightOf, rowsOf(points[0]!), rowsOf, limits)
}

function chooseAmong(
  candidates: readonly RollUpPoint[],
  questions: readonly RollUpPoint[],
  weightOf: (question: RollUpPoint) => number,
  cells: number,
  rowsOf: (point: RollUpPoint) => number,
  limits: RollUpLimits,
): RollUpChoice[] {
  const most = Math.max(1, cells)
  const costOf = (rows: number) => Math.max(rows, limits.leastRows)
  const weight = questions.map(weightOf)
  const paid = questions.map(() => costOf(most))
  const queue = candidates
    .map((point) => ({ point, rows: Math.max(1, rowsOf(point)), gain: Infinity }))
    .filter(({ rows }) => rows <= most / 2)
  const benefit = ({ point, rows }: RollUpChoice) => {
    const cost = costOf(rows)
    let saved = 0
    for (let q = 0; q < questions.length; q++) {
      if (paid[q]! > cost && covers(point, questions[q]!)) saved += (paid[q]! - cost) * weight[q]!
    }
    return saved / cost
  }

  const chosen: RollUpChoice[] = []
  let space = 0
  while (chosen.length < limits.rollUps && queue.length > 0) {
    queue.sort((a, b) => b.gain - a.gain)
    const best = queue[0]!
    const gain = benefit(best)
    if (gain < (queue[1]?.gain ?? 0)) {
      best.gain = gain
      continue
    }
    queue.shift()
    if (gain <= 0) break
    const { point, rows } = best
    if (space + rows > limits.rows) continue
    space += rows
    chosen.push({ point, rows })
    for (let q = 0; q < questions.length; q++) {
      if (covers(point, questions[q]!)) paid[q] = Math.min(paid[q]!, costOf(rows))
    }
  }
  return chosen
}
