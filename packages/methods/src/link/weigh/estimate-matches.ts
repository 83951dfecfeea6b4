import type { PatternTable } from './patterns.ts'

/** Shares of pairs at each level of each comparison, disagreement last. */
export type LevelShares = readonly (readonly number[])[]

export interface ExpectationOptions {
  /** Comparisons left out (those whose column the block holds equal). */
  readonly without: ReadonlySet<number>
  /** Shares among pairs of different persons, held fixed. */
  readonly u: LevelShares
  /**
   * Comparisons whose shares among pairs of different persons are estimated inside the block too, from `u`
   * on: those on which many strangers agree, and more of them inside a block of one name (a nationality).
   */
  readonly free?: ReadonlySet<number>
  /**
   * Kin in the block, kind by kind, given how one person agrees: pairs that agree on what a family shares
   * and are not one person. Without them such pairs pass for one person with another given name.
   */
  readonly kin?: (m: LevelShares) => readonly LevelShares[]
  /** First guess, and what `priorPairs` pairs are supposed to have said. */
  readonly expected: LevelShares
  /** Weight of the first guess, pairs. */
  readonly priorPairs: number
  /** First guess of the share of pairs of one person in the block. */
  readonly startShare: number
  readonly maxIterations: number
  /** Largest change of any share at which estimation stops. */
  readonly tolerance: number
}

export interface MatchEstimate {
  /** Shares among pairs of one person; of a comparison left out, the first guess. */
  readonly m: LevelShares
  /** Shares among strangers, those of comparisons left free as they are inside the block. */
  readonly u: LevelShares
  /** Share of pairs of one person among those of the block. */
  readonly share: number
  /** Expected number of pairs of one person in the block. */
  readonly matches: number
  readonly iterations: number
  readonly converged: boolean
}

/**
 * Estimates `m`, the shares of levels among pairs of one person, inside one block by expectation and
 * maximisation, with `u` held fixed.
 *
 * Formula: with `π` the share of pairs of one person, the expectation of pattern γ is
 *
 * ```math
 * g(\gamma) = \frac{\pi \prod_k m_k(\gamma_k)}{\pi \prod_k m_k(\gamma_k) + (1 - \pi) \prod_k u_k(\gamma_k)}
 * ```
 *
 * over comparisons that are not missing; then
 *
 * ```math
 * m_k(l) = \frac{\sum_{\gamma:\, \gamma_k = l} n(\gamma)\, g(\gamma) + a\, e_k(l)}{\sum_{\gamma} n(\gamma)\, g(\gamma) + a},
 * \qquad \pi = \frac{\sum_\gamma n(\gamma)\, g(\gamma)}{\sum_\gamma n(\gamma)}
 * ```
 *
 * with `e` the first guess and `a` its weight in pairs. The shares $`u_k`$ of comparisons named `free` follow
 * in the same way from $`1 - g`$.
 *
 * Assumptions: levels are independent given the truth; values are missing at random; `u` is known
 * (random pairs), which is what keeps the estimate from calling every pair of the block a match. What many
 * strangers agree on (sex, nationality) is less rare among those of one name: left fixed it would lend
 * namesakes the look of one person with another birth date.
 *
 * @see Fellegi and Sunter, "A Theory for Record Linkage", JASA 64 (1969) 1183–1210; Winkler, "Using
 * the EM Algorithm for Weight Computation in the Fellegi-Sunter Model", ASA (1988)
 */
export function estimateMatches(table: PatternTable, options: ExpectationOptions): MatchEstimate {
  const { width, levels, counts } = table
  const { without, expected, priorPairs, free = new Set<number>() } = options
  let u = options.u
  let m = expected.map((shares) => [...shares])
  let total = 0
  for (const count of counts) total += count
  if (total === 0) return { m, u, share: 0, matches: 0, iterations: 0, converged: false }
  // shares of the block: pairs of one person, then of each kind of kin; strangers are the rest
  const kinds = options.kin?.(m).length ?? 0
  let parts = [options.startShare, ...Array.from({ length: kinds }, () => 0.01)]
  const odds = new Float64Array(1 + kinds)
  for (let iteration = 1; ; iteration += 1) {
    const sums = expected.map((shares) => shares.map((value) => value * priorPairs))
    const known = expected.map(() => priorPairs)
    const others = options.u.map((shares) => shares.map((value) => value * priorPairs))
    const ratios = [m, ...(options.kin?.(m) ?? [])].map((shares) => logRatios(shares, u))
    const strangers = Math.max(1e-9, 1 - parts.reduce((sum, part) => sum + part, 0))
    const priors = parts.map((part) => Math.log(part) - Math.log(strangers))
    const found = parts.map(() => 0)
    for (let row = 0; row < counts.length; row += 1) {
      let all = 1
      for (let c = 0; c <= kinds; c += 1) {
        let weight = priors[c]!
        const own = ratios[c]!
        for (let k = 0; k < width; k += 1) {
          const level = levels[row * width + k]!
          if (level >= 0 && !without.has(k)) weight += own[k]![level]!
        }
        odds[c] = Math.exp(Math.min(weight, 600))
        all += odds[c]!
      }
      for (let c = 0; c <= kinds; c += 1) found[c]! += (counts[row]! * odds[c]!) / all
      const expectedMatches = (counts[row]! * odds[0]!) / all
      for (let k = 0; k < width; k += 1) {
        const level = levels[row * width + k]!
        if (level < 0) continue
        sums[k]![level]! += expectedMatches
        known[k]! += expectedMatches
        if (free.has(k)) others[k]![level]! += counts[row]! / all
      }
    }
    const next = m.map((shares, k) =>
      without.has(k) ? shares : sums[k]!.map((sum) => sum / known[k]!),
    )
    const nextParts = found.map((pairs) => Math.min(1 - 1e-9, Math.max(1e-12, pairs / total)))
    let change = Math.max(...nextParts.map((part, c) => Math.abs(part - parts[c]!)))
    next.forEach((shares, k) =>
      shares.forEach((value, l) => (change = Math.max(change, Math.abs(value - m[k]![l]!)))),
    )
    m = next
    parts = nextParts
    if (free.size > 0) u = u.map((shares, k) => (free.has(k) ? normalised(others[k]!) : shares))
    const converged = change < options.tolerance
    if (converged || iteration >= options.maxIterations) {
      return { m, u, share: parts[0]!, matches: found[0]!, iterations: iteration, converged }
    }
  }
}

function normalised(shares: readonly number[]): number[] {
  const sum = shares.reduce((total, value) => total + value, 0)
  return shares.map((value) => value / sum)
}

function logRatios(m: LevelShares, u: LevelShares): number[][] {
  return m.map((shares, k) => shares.map((value, l) => Math.log(value / u[k]![l]!)))
}

/**
 * Averages the estimates of several blocks, comparison by comparison, over the blocks that did not
 * hold its column equal, each weighed by the pairs of one person it rests on, at most `most`: a block
 * of a million pairs is no surer of its kind of pair than one of a thousand.
 */
export function averageEstimates(
  estimates: readonly { readonly estimate: MatchEstimate; readonly without: ReadonlySet<number> }[],
  expected: LevelShares,
  most = 2000,
): LevelShares {
  return expected.map((guess, k) => {
    const sums = guess.map(() => 0)
    let weights = 0
    for (const { estimate, without } of estimates) {
      if (without.has(k)) continue
      const weight = Math.min(most, estimate.matches)
      weights += weight
      estimate.m[k]!.forEach((value, l) => (sums[l]! += weight * value))
    }
    return weights === 0 ? guess : sums.map((sum) => sum / weights)
  })
}
