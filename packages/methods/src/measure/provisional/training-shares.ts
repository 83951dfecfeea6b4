import { riskStates } from './risk-state.ts'

/** A share learnt from finalised crossings. */
export interface LearntShare {
  readonly share: number
  /** Variance of the share itself, not of a crossing's outcome. */
  readonly variance: number
}

interface Counts {
  /** Crossings undecided in this state at each elapsed day, and those that became migrations. */
  readonly all: Float64Array
  readonly migrations: Float64Array
}

const strengths = [0.5, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 4096]
const strengthSteps = 30

/**
 * The share of finalised crossings that turned out to be migrations among those that were still
 * undecided after the same time elapsed, in the same risk state, in the same cell, shrunk towards
 * the cell above.
 *
 * ```math
 * p_c = \frac{x_c + \kappa_l\, p_{\text{parent}}}{n_c + \kappa_l}
 * ```
 *
 * κ_l, the strength of a parent, is one number a level: the one under which the counts of the
 * level are most likely (beta-binomial). Variance: p(1 − p) / (n_c + κ_l + 1) + (κ_l / (n_c + κ_l))² ·
 * Var(p_parent).
 *
 * @see Morris (1983), Parametric Empirical Bayes Inference, JASA 78; Efron (2010), Large-Scale
 *   Inference, chapter 1
 */
export class TrainingShares {
  readonly #windowDays: number
  readonly #levels: Map<number, Counts>[]
  readonly #strengths: number[] = []

  /** @param levels how many cells, one in the other, each crossing lies in */
  constructor(levels: number, windowDays: number) {
    this.#windowDays = windowDays
    this.#levels = Array.from({ length: levels }, () => new Map<number, Counts>())
  }

  /** Takes a crossing that was undecided in `risk` from elapsed day `from` up to the day `to`. */
  add(cells: Int32Array, risk: number, from: number, to: number, isMigration: boolean): void {
    if (to <= from) return
    for (let level = 0; level < this.#levels.length; level += 1) {
      const counts = this.#countsOf(level, cells[level]! * riskStates + risk)
      // Differences first; running sums once all are in.
      counts.all[from]! += 1
      counts.all[to]! -= 1
      if (isMigration) {
        counts.migrations[from]! += 1
        counts.migrations[to]! -= 1
      }
    }
  }

  /** Ends the taking in: sums the counts up and learns how strongly each level leans on its parent. */
  learn(parents: readonly Int32Array[]): void {
    for (const level of this.#levels) {
      for (const { all, migrations } of level.values()) {
        for (let day = 1; day < all.length; day += 1) {
          all[day]! += all[day - 1]!
          migrations[day]! += migrations[day - 1]!
        }
      }
    }
    this.#strengths.push(1)
    for (let level = 1; level < this.#levels.length; level += 1) {
      this.#strengths.push(this.#bestStrength(level, parents))
    }
  }

  /** The share for a crossing in `cells`, in `risk` after `elapsed` days. */
  share(cells: Int32Array, risk: number, elapsed: number): LearntShare {
    // Nothing is known before the first level: half, worth one crossing.
    let share = 0.5
    let variance = 1 / 12
    for (let level = 0; level < this.#levels.length; level += 1) {
      const counts = this.#levels[level]!.get(cells[level]! * riskStates + risk)
      const n = counts?.all[elapsed] ?? 0
      const x = counts?.migrations[elapsed] ?? 0
      const strength = this.#strengths[level]!
      const weight = strength / (n + strength)
      share = (x + strength * share) / (n + strength)
      variance = (share * (1 - share)) / (n + strength + 1) + weight * weight * variance
    }
    return { share, variance }
  }

  #countsOf(level: number, key: number): Counts {
    const known = this.#levels[level]!.get(key)
    if (known !== undefined) return known
    const days = this.#windowDays + 2
    const counts = { all: new Float64Array(days), migrations: new Float64Array(days) }
    this.#levels[level]!.set(key, counts)
    return counts
  }

  /** The strength under which the counts of a level are most likely, given the level above. */
  #bestStrength(level: number, parents: readonly Int32Array[]): number {
    const seen: { n: number; x: number; mean: number }[] = []
    for (const [key, { all, migrations }] of this.#levels[level]!) {
      const cell = Math.floor(key / riskStates)
      const above = parents[level]![cell]! * riskStates + (key % riskStates)
      const parent = this.#levels[level - 1]!.get(above)!
      for (let day = strengthSteps / 2; day < all.length; day += strengthSteps) {
        const n = all[day]!
        const parentN = parent.all[day]!
        // A cell that is all of its parent says nothing of how cells differ.
        if (n < 1 || parentN <= n) continue
        const mean = (parent.migrations[day]! + 0.5) / (parentN + 1)
        seen.push({ n, x: migrations[day]!, mean })
      }
    }
    let best = strengths.at(-1)!
    let bestLikelihood = Number.NEGATIVE_INFINITY
    for (const strength of strengths) {
      let likelihood = 0
      for (const { n, x, mean } of seen) {
        likelihood += betaBinomial(x, n, strength * mean, strength * (1 - mean))
      }
      if (likelihood > bestLikelihood) {
        bestLikelihood = likelihood
        best = strength
      }
    }
    return best
  }
}

/** Logarithm of the beta-binomial probability of x in n, without the binomial coefficient. */
function betaBinomial(x: number, n: number, a: number, b: number): number {
  return rising(a, x) + rising(b, n - x) - rising(a + b, n)
}

/** log Γ(a + k) − log Γ(a). */
function rising(a: number, k: number): number {
  return logGamma(a + k) - logGamma(a)
}

/**
 * Logarithm of the gamma function for x > 0: the recurrence up to 8, Stirling's series from there;
 * relative error below 1e-10.
 *
 * @see Abramowitz and Stegun (1964), 6.1.15 and 6.1.41
 */
function logGamma(x: number): number {
  let shift = 0
  let z = x
  while (z < 8) {
    shift -= Math.log(z)
    z += 1
  }
  const inverse = 1 / (z * z)
  const series = (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse * (1 / 1680)))) / z
  return shift + (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + series
}
