/** However few pairs there are, most of those that anybody asks about are not one person. */
const most = 0.05

/**
 * λ, the probability that two records drawn at random are one person, from rules that are nearly
 * always right: `λ = found / (recall · pairs)`, at most .05.
 *
 * @param found pairs that satisfy one of the rules @param recall share of all pairs of one person
 * that satisfy one, above 0 to 1 @param pairs all pairs that could be compared
 * @example priorFromRules(700, 0.7, 1_000_000) // => 0.001
 */
export function priorFromRules(found: number, recall: number, pairs: number): number {
  const lambda = Math.max(found, 0.5) / recall / Math.max(pairs, 1)
  return Math.min(most, Math.max(1e-15, lambda))
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
