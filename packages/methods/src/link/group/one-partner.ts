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
