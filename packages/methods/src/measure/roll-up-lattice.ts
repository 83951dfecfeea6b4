import type { Cube } from './cube.ts'
import { listLevels } from './dimension-level.ts'

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

/**
 * Chooses the roll-ups worth building: the greedy algorithm by benefit per unit of space, for
 * questions that each name a dimension with probability `inclusion`, all levels alike.
 *
 * The cost of a question is the rows of the smallest roll-up that covers it, but never less than
 * `leastRows`, below which an engine spends its time on other things; space is reckoned alike, so
 * that one roll-up of many dimensions is preferred to many small ones.
 *
 * @param counts levels of each dimension
 * @param rowsOf expected rows of a roll-up
 * @param limits at most so many roll-ups, and so many rows in all of them
 * @returns in the order of choice; the cells themselves (all zeros) are not among them
 * @see Harinarayan, Rajaraman and Ullman (1996), Implementing data cubes efficiently, SIGMOD '96,
 * sections 4 and 5.2 (benefit per unit space); evaluated lazily, as the benefit is submodular
 */
export function chooseRollUps(
  counts: readonly number[],
  rowsOf: (point: RollUpPoint) => number,
  limits: { readonly rollUps: number; readonly rows: number; readonly leastRows: number },
  inclusion = 0.4,
): RollUpChoice[] {
  const points = listRollUpPoints(counts)
  const rows = points.map((point) => Math.max(1, rowsOf(point)))
  const cost = rows.map((size) => Math.max(size, limits.leastRows))
  const weight = points.map((point) =>
    point.reduce(
      (product, depth, i) =>
        product * (depth === counts[i] ? 1 - inclusion : inclusion / counts[i]!),
      1,
    ),
  )
  const paid = points.map(() => cost[0]!)
  const benefit = (candidate: number) => {
    let saved = 0
    for (let q = 0; q < points.length; q++) {
      if (paid[q]! > cost[candidate]! && covers(points[candidate]!, points[q]!)) {
        saved += (paid[q]! - cost[candidate]!) * weight[q]!
      }
    }
    return saved / cost[candidate]!
  }

  const queue = points
    .map((_, index) => ({ index, gain: Infinity }))
    .filter(({ index }) => index > 0 && rows[index]! <= rows[0]! / 2)
  const chosen: RollUpChoice[] = []
  let space = 0
  while (chosen.length < limits.rollUps && queue.length > 0) {
    queue.sort((a, b) => b.gain - a.gain)
    const best = queue[0]!
    const gain = benefit(best.index)
    if (gain < (queue[1]?.gain ?? 0)) {
      best.gain = gain
      continue
    }
    queue.shift()
    if (gain <= 0) break
    if (space + rows[best.index]! > limits.rows) continue
    space += rows[best.index]!
    chosen.push({ point: points[best.index]!, rows: rows[best.index]! })
    for (let q = 0; q < points.length; q++) {
      if (covers(points[best.index]!, points[q]!)) paid[q] = Math.min(paid[q]!, cost[best.index]!)
    }
  }
  return chosen
}
