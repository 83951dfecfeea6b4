import { surveyRefusals } from './refusals.ts'
import type { SurveyEstimate } from './survey-design.ts'

/** How far replicates of a kind are from the whole sample: variance = scale · Σ_r (θ_r − θ)². */
export type ReplicateMethod =
  | { readonly kind: 'brr' }
  /** Fay's: weights are multiplied by ρ and 2 − ρ; 0 ≤ ρ < 1. */
  | { readonly kind: 'fay'; readonly rho: number }
  /** One unit left out at a time, no strata. */
  | { readonly kind: 'jk1' }
  /** One unit left out at a time within strata: (n_h − 1) / n_h for each replicate. `[replicates]` */
  | { readonly kind: 'jkn'; readonly scales: ArrayLike<number> }
  | { readonly kind: 'bootstrap' }
  /** What the owner of the sample prints: one factor for all replicates, or one for each. */
  | { readonly kind: 'scaled'; readonly scales: ArrayLike<number> }

/**
 * An estimate with the variance of its replicates, each made with a set of weights of its own. No
 * variance can be given where a replicate has no estimate, as where it leaves a whole domain out.
 *
 * @param statistic the estimate under a set of weights; null where they have none
 * @param weights of the whole sample. `[respondents]`
 * @param replicates sets of weights. `[replicates][respondents]`
 * @throws Refusal `measure.denominator-zero` where the whole sample has no estimate
 * @see Wolter (2007), Introduction to Variance Estimation, 2nd ed., 3.2 to 5.2
 */
export function estimateWithReplicates(
  statistic: (weights: ArrayLike<number>) => number | null,
  weights: ArrayLike<number>,
  replicates: readonly ArrayLike<number>[],
  method: ReplicateMethod,
): SurveyEstimate {
  const estimate = statistic(weights)
  if (estimate === null) throw surveyRefusals.refuse('denominator-zero')
  let variance: number | null = 0
  replicates.forEach((replicate, r) => {
    const found = statistic(replicate)
    if (found === null) variance = null
    if (found === null || variance === null) return
    variance += scaleOf(method, r, replicates.length) * (found - estimate) ** 2
  })
  return { estimate, variance, n: weights.length }
}

/**
 * Whether the replicates weigh respondents up and down all alike, as they do where these are of one
 * primary unit, or are one person. Means and ratios come out the same in every replicate then, which
 * says nothing of their variance.
 *
 * @param domain who they are: 1 inside. `[respondents]`
 * @example areWeighedAlike([2, 4, 1], [[4, 8, 0], [0, 0, 2]], [1, 1, 0]) // => true
 */
export function areWeighedAlike(
  weights: ArrayLike<number>,
  replicates: readonly ArrayLike<number>[],
  domain: ArrayLike<number>,
): boolean {
  const first = Array.from({ length: domain.length }, (_, i) => i).find((i) => domain[i] === 1)
  if (first === undefined) return false
  return replicates.every((replicate) => {
    const factor = replicate[first]! / weights[first]!
    for (let i = first + 1; i < domain.length; i += 1) {
      if (domain[i] !== 1) continue
      const own = replicate[i]! / weights[i]!
      if (Math.abs(own - factor) > 1e-9 * Math.max(1, Math.abs(factor))) return false
    }
    return true
  })
}

/**
 * The method that a source names, with its factor; undefined where that is no method, or its factor is
 * missing or out of range. Methods without a factor take none.
 *
 * @param factor ρ of Fay's method, or the one factor of `scaled`
 * @example findReplicateMethod('fay', 0.3) // => { kind: 'fay', rho: 0.3 }
 * @example findReplicateMethod('fay', null) // => undefined
 */
export function findReplicateMethod(
  name: string,
  factor: number | null,
): ReplicateMethod | undefined {
  switch (name) {
    case 'brr':
    case 'jk1':
    case 'bootstrap':
      return { kind: name }
    case 'fay':
      return factor !== null && factor >= 0 && factor < 1 ? { kind: name, rho: factor } : undefined
    case 'scaled':
      return factor !== null && factor > 0 ? { kind: name, scales: [factor] } : undefined
    default:
      return undefined
  }
}

function scaleOf(method: ReplicateMethod, replicate: number, count: number): number {
  switch (method.kind) {
    case 'brr':
      return 1 / count
    case 'fay':
      return 1 / (count * (1 - method.rho) ** 2)
    case 'jk1':
      return (count - 1) / count
    case 'jkn':
      return method.scales[replicate]!
    case 'scaled':
      return method.scales.length === 1 ? method.scales[0]! : method.scales[replicate]!
    case 'bootstrap':
      return 1 / count
  }
}
