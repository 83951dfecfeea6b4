/** Pairs of strangers that are added to those asked about: of one pair nobody knows how many are one person. */
const added = 20

/**
 * λ, the probability that two records drawn at random are one person, from rules that are nearly
 * always right: `λ = found / (recall · (pairs + 20))`, from 10⁻¹⁵ to .5.
 *
 * @param found pairs that satisfy one of the rules @param recall share of all pairs of one person
 * that satisfy one, above 0 to 1 @param pairs all pairs that could be compared
 * @example priorFromRules(700, 0.7, 1_000_000).toFixed(4) // => '0.0010'
 * @example priorFromRules(1, 1, 1).toFixed(2) // => '0.05'
 */
export function priorFromRules(found: number, recall: number, pairs: number): number {
  const lambda = Math.max(found, 0.5) / recall / (pairs + added)
  return Math.min(0.5, Math.max(1e-15, lambda))
}

/**
 * Takes pairs of one person out of shares that were counted over random pairs:
 * `u = (p − λ m) / (1 − λ)`. In a small file with many duplicates they would make agreement look
 * common.
 *
 * @param p shares over random pairs, by level @param m shares among pairs of one person
 * @returns shares among pairs of different persons, by level; they sum to 1
 */
export function withoutMatches(
  p: readonly number[],
  m: readonly number[],
  lambda: number,
  floor: number,
): number[] {
  const u = p.map((share, level) => Math.max(floor, (share - lambda * m[level]!) / (1 - lambda)))
  const sum = u.reduce((total, share) => total + share, 0)
  return u.map((share) => share / sum)
}
