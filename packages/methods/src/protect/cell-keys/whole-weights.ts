/**
 * Turns probabilities into whole shares of 2^32 that keep total, mean 0 and variance exactly: all
 * are rounded, and three neighbouring points take up what rounding changed. Sums of binomial
 * coefficients of the distance from the first of them give a triangular system of whole numbers.
 *
 * The variance is kept to within 2^-31, the finest step that shares of 2^32 can express.
 *
 * @param points increasing whole numbers, at least three of them consecutive
 * @returns the shares, or undefined where no three neighbours are likely enough
 */
export function wholeWeights(
  points: readonly number[],
  shares: readonly number[],
  variance: number,
): number[] | undefined {
  const total = 2n ** 32n
  const weights = shares.map((share) => BigInt(Math.round(share * 2 ** 32)))
  let best = -1
  for (let at = 0; at + 2 < points.length; at += 1) {
    if (points[at + 2] !== points[at]! + 2) continue
    const least = Math.min(shares[at]!, shares[at + 1]!, shares[at + 2]!)
    if (best === -1 || least > Math.min(shares[best]!, shares[best + 1]!, shares[best + 2]!)) {
      best = at
    }
  }
  if (best === -1) return undefined
  const first = BigInt(points[best]!)
  const half = BigInt(Math.round(variance * 2 ** 31))
  // Σ w, Σ w·(d − a) and Σ w·(d − a)(d − a − 1)/2 as they must be
  let zeroth = total
  let firstOrder = -first * total
  let secondOrder = half + (total / 2n) * (first * first + first)
  points.forEach((point, at) => {
    if (at >= best && at <= best + 2) return
    const distance = BigInt(point) - first
    zeroth -= weights[at]!
    firstOrder -= weights[at]! * distance
    secondOrder -= (weights[at]! * distance * (distance - 1n)) / 2n
  })
  weights[best + 2] = secondOrder
  weights[best + 1] = firstOrder - 2n * secondOrder
  weights[best] = zeroth - weights[best + 1]! - weights[best + 2]!
  return weights.some((weight) => weight < 0n) ? undefined : weights.map(Number)
}
