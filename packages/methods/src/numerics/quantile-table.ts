import { interpolate } from './interpolate.ts'
import type { RandomGenerator } from './random-generator.ts'

/**
 * A continuous distribution given by its quantiles: points `[probability, value]` with both
 * rising, the first probability 0 and the last 1, joined by straight lines. Parameters stay
 * readable ("half of the stays are at most 6 days") and no transcendental function is needed.
 */
export type QuantileTable = readonly (readonly [probability: number, value: number])[]

/** A value drawn from the distribution. */
export function drawQuantile(table: QuantileTable, random: RandomGenerator): number {
  return interpolate(table, random.uint32() / 4294967296)
}
