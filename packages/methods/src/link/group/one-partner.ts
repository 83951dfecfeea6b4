/**
 * Gives every record at most one partner in the other file: pairs are taken from the heaviest down,
 * and one is left where either side has its partner already.
 *
 * Assumption: each file names a person once. Greedy, not the assignment of greatest sum: a pair is
 * never given up for the sake of two weaker ones.
 *
 * @param left record in the first file, by pair, heaviest pair first
 * @param right record in the second file, by pair
 * @param records number of records, both files together
 * @returns 1 where the pair was taken, by pair
 */
export function takeOnePartner(left: Int32Array, right: Int32Array, records: number): Uint8Array {
  const partnered = new Uint8Array(records)
  const taken = new Uint8Array(left.length)
  for (let pair = 0; pair < left.length; pair += 1) {
    const a = left[pair]!
    const b = right[pair]!
    if (partnered[a] === 1 || partnered[b] === 1) continue
    partnered[a] = 1
    partnered[b] = 1
    taken[pair] = 1
  }
  return taken
}

/** Pairs across two files, the heaviest first. */
export interface WeighedPairs {
  /** Record in the first file, by pair. */
  readonly left: Int32Array
  /** Record in the second file, by pair. */
  readonly right: Int32Array
  /** Weight, bits, prior included, by pair. */
  readonly weights: Float64Array
}

/**
 * How probable the partners are that {@link takeOnePartner} takes, beside those that either could have had:
 * `o / (1 + Σ o')`, where o = 2^weight and o' are the odds of all pairs of the two records, the pair itself
 * among them, whose other record is not another's partner by a heavier pair. Of two Marías who are as good,
 * neither is sure.
 *
 * @param pairs down to weights that still count as rivals
 * @param records number of records, both files together
 * @returns probability of a taken pair, 0 of any other, by pair
 */
export function partnerProbabilities(
  { left, right, weights }: WeighedPairs,
  records: number,
): Float64Array {
  const taken = takeOnePartner(left, right, records)
  const own = new Float64Array(records).fill(Number.NEGATIVE_INFINITY)
  taken.forEach((is, pair) => {
    if (is === 1) own[left[pair]!] = own[right[pair]!] = weights[pair]!
  })
  // odds beside the pair of a record, in parts of the odds of that pair
  const rivals = new Float64Array(records)
  for (let pair = 0; pair < left.length; pair += 1) {
    if (taken[pair] === 1) continue
    const [a, b, weight] = [left[pair]!, right[pair]!, weights[pair]!]
    if (own[b]! <= weight) rivals[a]! += 2 ** (weight - own[a]!)
    if (own[a]! <= weight) rivals[b]! += 2 ** (weight - own[b]!)
  }
  return weights.map((weight, pair) =>
    taken[pair] === 1 ? 1 / (1 + 2 ** -weight + rivals[left[pair]!]! + rivals[right[pair]!]!) : 0,
  )
}
