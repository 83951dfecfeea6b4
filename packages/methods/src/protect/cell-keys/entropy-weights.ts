/**
 * The distribution of greatest entropy on given points with mean 0 and a given variance,
 *
 * ```math
 * p(d) \propto \exp(a d + b d^2)
 * ```
 *
 * its two parameters found by Newton's method on the convex dual, with halved steps where a full one
 * would not descend:
 *
 * ```math
 * \min_{a, b}\; \ln \sum_d \exp\!\left(a d + b (d^2 - V)\right)
 * ```
 *
 * @param points distinct numbers on both sides of 0
 * @returns probabilities, or undefined where no such distribution was found
 * @see Jaynes, "Information theory and statistical mechanics", Physical Review 106 (1957)
 */
export function entropyWeights(points: readonly number[], variance: number): number[] | undefined {
  let a = 0
  let b = 0
  let current = evaluate(points, variance, a, b)
  for (let step = 0; step < 500; step += 1) {
    const [mean, spread] = current.gradient
    if (Math.abs(mean) < 1e-14 && Math.abs(spread) < 1e-13 * Math.max(1, variance)) break
    const [aa, ab, bb] = current.curvature
    const ridge = 1e-13 * (aa + bb)
    const determinant = (aa + ridge) * (bb + ridge) - ab * ab
    if (!(determinant > 0)) return undefined
    const stepA = -((bb + ridge) * mean - ab * spread) / determinant
    const stepB = -((aa + ridge) * spread - ab * mean) / determinant
    let length = 1
    let next = evaluate(points, variance, a + stepA, b + stepB)
    while (!(next.value <= current.value) && length > 1e-12) {
      length /= 2
      next = evaluate(points, variance, a + length * stepA, b + length * stepB)
    }
    if (length <= 1e-12) break
    a += length * stepA
    b += length * stepB
    current = next
  }
  const [mean, spread] = current.gradient
  const met = Math.abs(mean) < 1e-7 && Math.abs(spread) < 1e-6 * Math.max(1, variance)
  return met ? current.shares : undefined
}

interface Evaluation {
  readonly value: number
  readonly gradient: readonly [mean: number, spread: number]
  readonly curvature: readonly [aa: number, ab: number, bb: number]
  readonly shares: number[]
}

function evaluate(points: readonly number[], variance: number, a: number, b: number): Evaluation {
  const exponents = points.map((d) => a * d + b * (d * d - variance))
  const highest = Math.max(...exponents)
  const terms = exponents.map((exponent) => Math.exp(exponent - highest))
  const total = terms.reduce((sum, term) => sum + term, 0)
  const shares = terms.map((term) => term / total)
  const expect = (of: (d: number) => number) =>
    points.reduce((sum, d, at) => sum + shares[at]! * of(d), 0)
  const mean = expect((d) => d)
  const spread = expect((d) => d * d - variance)
  return {
    value: highest + Math.log(total),
    gradient: [mean, spread],
    curvature: [
      expect((d) => d * d) - mean * mean,
      expect((d) => d * (d * d - variance)) - mean * spread,
      expect((d) => (d * d - variance) ** 2) - spread * spread,
    ],
    shares,
  }
}
