import { linearisedVariance } from './linearised-variance.ts'
import { surveyRefusals } from './refusals.ts'
import type { SurveyDesign, SurveyEstimate } from './survey-design.ts'

/** Who of the sample an estimate is about: true or 1 inside. `[respondents]` */
export type Domain = ArrayLike<number>

/**
 * A total of the population over a domain,
 *
 * ```math
 * \hat Y = \sum_i w_i y_i
 * ```
 *
 * Those outside the domain count with y = 0, as the design requires: they are not left out of the
 * variance.
 *
 * @throws Refusal where a weight or the design is impossible
 * @see Lohr (2010), Sampling: Design and Analysis, 2nd ed., 7.2 and 9.1
 * @example
 * estimateTotal([1, 3], { weights: [10, 10] }).estimate // => 40
 */
export function estimateTotal(
  values: ArrayLike<number>,
  design: SurveyDesign,
  domain?: Domain,
): SurveyEstimate {
  checkWeights(design)
  const scores = new Float64Array(values.length)
  let estimate = 0
  let n = 0
  for (let i = 0; i < values.length; i += 1) {
    if (domain !== undefined && domain[i] !== 1) continue
    scores[i] = values[i]!
    estimate += design.weights[i]! * values[i]!
    n += 1
  }
  return { estimate, variance: linearisedVariance(scores, design), n }
}

/**
 * A ratio of two totals over a domain, with the variance of its linearised scores:
 *
 * ```math
 * \hat R = \frac{\sum_i w_i y_i}{\sum_i w_i x_i}, \qquad z_i = \frac{y_i - \hat R x_i}{\hat X}
 * ```
 *
 * A mean is the ratio to x = 1. Where all respondents of the domain are of one primary sampling unit, that
 * was not taken for certain, the scores add up to nothing within it: no variance can be given.
 *
 * @throws Refusal `measure.denominator-zero` and those of the design
 * @see Särndal, Swensson and Wretman (1992), result 5.6.2
 */
export function estimateRatio(
  numerators: ArrayLike<number>,
  denominators: ArrayLike<number>,
  design: SurveyDesign,
  domain?: Domain,
): SurveyEstimate {
  checkWeights(design)
  const { weights } = design
  const inside = (i: number) => domain === undefined || domain[i] === 1
  let above = 0
  let below = 0
  let n = 0
  for (let i = 0; i < numerators.length; i += 1) {
    if (!inside(i)) continue
    above += weights[i]! * numerators[i]!
    below += weights[i]! * denominators[i]!
    n += 1
  }
  if (below === 0) throw surveyRefusals.refuse('denominator-zero')
  const estimate = above / below
  const scores = new Float64Array(numerators.length)
  for (let i = 0; i < numerators.length; i += 1) {
    if (inside(i)) scores[i] = (numerators[i]! - estimate * denominators[i]!) / below
  }
  const variance = linearisedVariance(scores, design)
  return { estimate, variance: isOfOneUnit(design, n, inside) ? null : variance, n }
}

/** Whether a domain lies in one primary unit of a stratum that was not taken whole. */
function isOfOneUnit(
  { strata, clusters, populationUnits, weights }: SurveyDesign,
  n: number,
  inside: (i: number) => boolean,
): boolean {
  if (n > 1 && clusters === undefined) return false
  const unitsOf = new Map<number, Set<number>>()
  let of: { stratum: number; unit: number } | undefined
  for (let i = 0; i < weights.length; i += 1) {
    const [stratum, unit] = [strata?.[i] ?? 0, clusters?.[i] ?? i]
    unitsOf.set(stratum, (unitsOf.get(stratum) ?? new Set()).add(unit))
    if (!inside(i)) continue
    if (of === undefined) of = { stratum, unit }
    else if (of.stratum !== stratum || of.unit !== unit) return false
  }
  return of !== undefined && populationUnits?.[of.stratum] !== unitsOf.get(of.stratum)!.size
}

/** A mean over a domain, Σ w_i y_i / Σ w_i. {@link estimateRatio} */
export function estimateMean(
  values: ArrayLike<number>,
  design: SurveyDesign,
  domain?: Domain,
): SurveyEstimate {
  return estimateRatio(values, new Float64Array(values.length).fill(1), design, domain)
}

function checkWeights({ weights }: SurveyDesign): void {
  for (let i = 0; i < weights.length; i += 1) {
    const weight = weights[i]!
    if (!(weight > 0 && Number.isFinite(weight))) {
      throw surveyRefusals.refuse('weights-impossible', { row: i + 1, weight })
    }
  }
}
