import type { LevelShares } from './estimate-matches.ts'

/**
 * The weight of a level, bits: how many times likelier it is among pairs of one person than among
 * others, as a logarithm to base 2.
 *
 * @param m share among pairs of one person, 0 to 1 @param u share among others, 0 to 1
 * @see Fellegi and Sunter (1969), equation 13
 * @example levelWeight(0.8, 0.1) // => 3
 */
export function levelWeight(m: number, u: number): number {
  return Math.log2(m / u)
}

/** Weights of all levels, bits. */
export function levelWeights(m: LevelShares, u: LevelShares): number[][] {
  return m.map((shares, k) => shares.map((share, l) => levelWeight(share, u[k]![l]!)))
}

/**
 * The weight that two records have before anything is compared, bits: `log2(λ / (1 − λ))`.
 *
 * @param lambda probability that two records drawn at random are one person, 0 to 1
 * @example priorWeight(0.5) // => 0
 */
export function priorWeight(lambda: number): number {
  return Math.log2(lambda) - Math.log2(1 - lambda)
}

/**
 * The probability that goes with a weight.
 *
 * @param weight bits, prior included @returns 0 to 1
 * @example matchProbability(0) // => 0.5
 * @example matchProbability(3).toFixed(4) // => '0.8889'
 */
export function matchProbability(weight: number): number {
  return 1 / (1 + 2 ** -weight)
}

/**
 * The weight at which a probability is reached, bits.
 *
 * @example weightOf(0.5) // => 0
 */
export function weightOf(probability: number): number {
  return Math.log2(probability) - Math.log2(1 - probability)
}

/**
 * What the frequency of a value adds to the weight of agreeing on it exactly, bits: `log2(u / f)`,
 * where `u` is the share of random pairs that agree and `f` the share of records with this value.
 * Agreeing on a rare name says more, on a common one less.
 *
 * @param u share of pairs of different persons that agree exactly @param frequency 0 to 1
 * @see Winkler, "Frequency-Based Matching in Fellegi-Sunter Model of Record Linkage", US Census (1989)
 * @example termFrequencyWeight(0.01, 0.0025) // => 2
 */
export function termFrequencyWeight(u: number, frequency: number): number {
  return Math.log2(u / frequency)
}

export type Decision = 'accept' | 'review' | 'reject'

/**
 * The band a weight lies in.
 *
 * @param accept least weight of an accepted pair, bits @param review least weight for review, bits
 * @example decide(4.2, { accept: 4, review: -2 }) // => 'accept'
 * @example decide(1, { accept: 4, review: -2 }) // => 'review'
 */
export function decide(
  weight: number,
  bands: { readonly accept: number; readonly review: number },
): Decision {
  if (weight >= bands.accept) return 'accept'
  return weight >= bands.review ? 'review' : 'reject'
}
