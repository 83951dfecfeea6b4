import type { RandomGenerator } from './random-generator.ts'

/** A discrete distribution over 0 … n − 1 that is drawn from in constant time. */
export interface AliasTable {
  readonly n: number
  /** Probability of keeping column i, as a threshold of 32 bits. */
  readonly keep: Float64Array
  readonly alias: Int32Array
}

/**
 * Prepares weights (not negative, at least one positive) for drawing.
 *
 * @see Vose, "A linear algorithm for generating random numbers with a given distribution",
 *   IEEE Transactions on Software Engineering 17 (1991)
 */
export function aliasTable(weights: readonly number[]): AliasTable {
  const n = weights.length
  let sum = 0
  for (const weight of weights) {
    if (!(weight >= 0)) throw new RangeError(`a weight is not negative: ${String(weight)}`)
    sum += weight
  }
  if (!(sum > 0) || sum === Infinity) throw new RangeError('at least one weight is positive')
  const keep = new Float64Array(n)
  const alias = new Int32Array(n)
  const scaled = weights.map((weight) => (weight * n) / sum)
  const small: number[] = []
  const large: number[] = []
  scaled.forEach((weight, i) => (weight < 1 ? small : large).push(i))
  while (small.length > 0 && large.length > 0) {
    const poor = small.pop()!
    const rich = large.pop()!
    keep[poor] = scaled[poor]! * 4294967296
    alias[poor] = rich
    scaled[rich] = scaled[rich]! + scaled[poor]! - 1
    if (scaled[rich] < 1) small.push(rich)
    else large.push(rich)
  }
  for (const i of [...small, ...large]) {
    keep[i] = 4294967296
    alias[i] = i
  }
  return { n, keep, alias }
}

/** An index from 0 to n − 1, drawn with the probability of its weight. */
export function drawIndex(table: AliasTable, random: RandomGenerator): number {
  const column = random.below(table.n)
  return random.uint32() < table.keep[column]! ? column : table.alias[column]!
}
