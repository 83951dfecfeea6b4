/**
 * Divides records into persons by the weights of all their pairs: beginning with every record alone,
 * the two groups whose pairs weigh most on average are joined, as long as that average speaks for
 * one person.
 *
 * A chain of likely pairs is not yet a person: where A is like B and B like C, what A and C say of
 * each other counts too. Joining groups by the sign of their mean weight raises the likelihood of the
 * partition at each step (correlation clustering, greedy).
 *
 * @param size records, numbered from 0
 * @param weights `[size × size]`, row-major, symmetric, bits; the diagonal is not read
 * @param least mean weight from which groups are joined, bits
 * @param counts how often each record was written, by record: one that was written a thousand times says more
 * of its person than one with a slip of the pen; once each where absent
 * @returns least member of each record's group, by record
 * @see Bansal, Blum and Chawla, "Correlation Clustering", Machine Learning 56 (2004)
 * @example [...agglomerate(3, Float64Array.of(0, 9, -9, 9, 0, 3, -9, 3, 0), 0)] // => [0, 0, 2]
 * @example [...agglomerate(3, Float64Array.of(0, 9, -9, 9, 0, 3, -9, 3, 0), 0, Float64Array.of(1, 9, 9))] // => [0, 0, 0]
 */
export function agglomerate(
  size: number,
  weights: Float64Array,
  least: number,
  counts?: Float64Array,
): Int32Array {
  const sizes = counts === undefined ? new Float64Array(size).fill(1) : Float64Array.from(counts)
  const sums = Float64Array.from(
    weights,
    (weight, at) => weight * sizes[Math.floor(at / size)]! * sizes[at % size]!,
  )
  const groups = Int32Array.from({ length: size }, (_, at) => at)
  const open = Array.from({ length: size }, (_, at) => at)
  for (;;) {
    let best = Number.NEGATIVE_INFINITY
    let first = -1
    let second = -1
    for (let i = 0; i < open.length; i += 1) {
      const a = open[i]!
      for (let j = i + 1; j < open.length; j += 1) {
        const b = open[j]!
        const mean = sums[a * size + b]! / (sizes[a]! * sizes[b]!)
        if (mean > best) {
          best = mean
          first = a
          second = b
        }
      }
    }
    if (best < least || first === -1) return groups
    for (const other of open) {
      const joined = sums[first * size + other]! + sums[second * size + other]!
      sums[first * size + other] = joined
      sums[other * size + first] = joined
    }
    sizes[first]! += sizes[second]!
    open.splice(open.indexOf(second), 1)
    for (let at = 0; at < size; at += 1) if (groups[at] === second) groups[at] = first
  }
}
