import { drawExponential } from './exponential.ts'
import type { RandomGenerator } from './random-generator.ts'

/**
 * A Poisson count: the arrivals of a unit-rate process before `mean`. Time grows with the mean;
 * meant for means below a few dozen.
 *
 * @param mean expected count, not negative
 */
export function drawPoisson(mean: number, random: RandomGenerator): number {
  if (!(mean >= 0)) throw new RangeError(`a mean is not negative: ${String(mean)}`)
  let count = 0
  for (let at = drawExponential(random); at < mean; at += drawExponential(random)) count += 1
  return count
}
