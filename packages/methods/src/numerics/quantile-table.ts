import type { RandomGenerator } from './random-generator.ts'

/**
 * A continuous distribution given by its quantiles: points `[probability, value]` with both
 * rising, the first probability 0 and the last 1, joined by straight lines. Parameters stay
 * readable ("half of the stays are at most 6 days") and no transcendental function is needed.
 */
export type QuantileTable = readonly (readonly [probability: number, value: number])[]

/**
 * The value at a probability from 0 to 1.
 *
 * @example quantileAt([[0, 1], [0.5, 6], [1, 30]], 0.75) // => 18
 */
export function quantileAt(table: QuantileTable, probability: number): number {
  for (let i = 1; i < table.length; i += 1) {
    const [upper, high] = table[i]!
    if (probability <= upper) {
      const [lower, low] = table[i - 1]!
      return upper === lower ? high : low + ((high - low) * (probability - lower)) / (upper - lower)
    }
  }
  return table.at(-1)![1]
}

/** A value drawn from the distribution. */
export function drawQuantile(table: QuantileTable, random: RandomGenerator): number {
  return quantileAt(table, random.uint32() / 4294967296)
}
