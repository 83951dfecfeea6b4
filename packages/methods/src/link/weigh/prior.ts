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

/** Share of the records of a file that are reckoned without a partner, at the least. */
const leastAlone = 0.1

/**
 * λ among the records of two files that have no partner yet, where each file names a person once:
 * odds of `n / ((N₁ − n) (N₂ − n))`. Where nearly all of a file have their partner in the other, the next one
 * has too, and those who are taken are not for it; a tenth of each file is reckoned to be alone at the least.
 *
 * @param partners expected pairs of one person, n @param records of each file, N₁ and N₂
 * @returns probability that a record of each, neither partnered, are one person
 * @see Sadinle, "Bayesian Estimation of Bipartite Matchings for Record Linkage" (2017), section 4
 * @example priorOfPartners(0, [100, 100]) // => 0
 * @example priorOfPartners(50, [100, 100]).toFixed(4) // => '0.0196'
 */
export function priorOfPartners(partners: number, records: readonly [number, number]): number {
  const [left, right] = records.map((all) => Math.max(all - partners, leastAlone * all))
  const odds = partners / (left! * right!)
  return odds / (1 + odds)
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
