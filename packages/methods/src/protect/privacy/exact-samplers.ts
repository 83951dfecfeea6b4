import type { RandomGenerator } from '../../numerics/index.ts'

/** A positive rational number, kept exactly. */
export interface Rational {
  readonly numerator: bigint
  readonly denominator: bigint
}

/** A whole number from 0 to n − 1, each equally likely, out of 32-bit words by rejection. */
export function drawBelow(n: bigint, generator: RandomGenerator): bigint {
  const words = Math.ceil(n.toString(2).length / 32)
  const range = 1n << BigInt(32 * words)
  const limit = range - (range % n)
  for (;;) {
    let drawn = 0n
    for (let word = 0; word < words; word += 1) drawn = (drawn << 32n) | BigInt(generator.uint32())
    if (drawn < limit) return drawn % n
  }
}

/** True with probability numerator/denominator, exactly. */
function drawBernoulli({ numerator, denominator }: Rational, generator: RandomGenerator): boolean {
  return drawBelow(denominator, generator) < numerator
}

/**
 * True with probability exp(−x), exactly, for a rational x ≥ 0.
 *
 * @see Canonne, Kamath and Steinke, "The discrete Gaussian for differential privacy", NeurIPS
 *   (2020), algorithm 1
 */
export function drawExpMinus(x: Rational, generator: RandomGenerator): boolean {
  let { numerator } = x
  const { denominator } = x
  while (numerator > denominator) {
    if (!drawExpMinusUnit({ numerator: denominator, denominator }, generator)) return false
    numerator -= denominator
  }
  return drawExpMinusUnit({ numerator, denominator }, generator)
}

function drawExpMinusUnit(x: Rational, generator: RandomGenerator): boolean {
  let k = 1n
  while (drawBernoulli({ numerator: x.numerator, denominator: x.denominator * k }, generator)) {
    k += 1n
  }
  return k % 2n === 1n
}

/**
 * Two-sided geometric noise (discrete Laplace): P(z) ∝ exp(−|z|/scale), a whole number.
 *
 * With scale = sensitivity/ε a count is ε-differentially private. Only integer arithmetic: the
 * usual Laplace noise of floating-point numbers gives the private count away.
 *
 * @see Canonne, Kamath and Steinke (2020), algorithm 2
 * @see Mironov, "On significance of the least significant bits for differential privacy", CCS 2012
 */
export function drawGeometric(scale: Rational, generator: RandomGenerator): bigint {
  const { numerator: t, denominator: s } = scale
  for (;;) {
    const u = drawBelow(t, generator)
    if (!drawExpMinusUnit({ numerator: u, denominator: t }, generator)) continue
    let v = 0n
    while (drawExpMinusUnit({ numerator: 1n, denominator: 1n }, generator)) v += 1n
    const magnitude = (u + t * v) / s
    const negative = drawBelow(2n, generator) === 1n
    if (negative && magnitude === 0n) continue
    return negative ? -magnitude : magnitude
  }
}

/**
 * Discrete Gaussian noise: P(z) ∝ exp(−z²/(2σ²)), a whole number, exactly.
 *
 * With σ² = sensitivity²/(2ρ) a count satisfies ρ-concentrated differential privacy.
 *
 * @param variance σ², rational and above 0
 * @see Canonne, Kamath and Steinke (2020), algorithm 3
 */
export function drawDiscreteGaussian(variance: Rational, generator: RandomGenerator): bigint {
  const { numerator, denominator } = variance
  const t = squareRoot(numerator / denominator) + 1n
  for (;;) {
    const z = drawGeometric({ numerator: t, denominator: 1n }, generator)
    const magnitude = z < 0n ? -z : z
    // (|z| − σ²/t)² / (2σ²), all in whole numbers
    const distance = magnitude * t * denominator - numerator
    const exponent = {
      numerator: distance * distance,
      denominator: 2n * numerator * denominator * t * t,
    }
    if (drawExpMinus(exponent, generator)) return z
  }
}

function squareRoot(n: bigint): bigint {
  if (n < 2n) return n
  let root = BigInt(Math.floor(Math.sqrt(Number(n))))
  while (root * root > n) root -= 1n
  while ((root + 1n) * (root + 1n) <= n) root += 1n
  return root
}
