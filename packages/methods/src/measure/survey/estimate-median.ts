import { median } from '../indicators/median.ts'
import { estimateMean, type Domain } from './estimate-survey.ts'
import type { SurveyDesign, SurveyEstimate } from './survey-design.ts'

/** Half width of a 95 % interval, in standard errors. */
const z95 = 1.959964

/**
 * The weighted median over a domain. Its standard error is that of Woodruff: the 95 % interval of the
 * share at or below the median is carried back to values, and its width is taken for 2 · 1.96 standard
 * errors.
 *
 * Where the domain lies in one primary unit, no variance can be given.
 *
 * @throws Refusal `measure.denominator-zero` where the domain is empty, and those of the design
 * @see Woodruff (1952), Confidence intervals for medians and other position measures, Journal of the
 *   American Statistical Association 47; Lohr (2010), Sampling: Design and Analysis, 2nd ed., 9.5.2
 */
export function estimateMedian(
  values: ArrayLike<number>,
  design: SurveyDesign,
  domain?: Domain,
): SurveyEstimate {
  const inside: { value: number; weight: number }[] = []
  for (let i = 0; i < values.length; i += 1) {
    if (domain !== undefined && domain[i] !== 1) continue
    inside.push({ value: values[i]!, weight: design.weights[i]! })
  }
  const estimate = median(inside) ?? 0
  const below = Float64Array.from(values, (value) => (value <= estimate ? 1 : 0))
  const { variance: ofShare, n } = estimateMean(below, design, domain)
  if (ofShare === null) return { estimate, variance: null, n }
  const half = z95 * Math.sqrt(ofShare)
  const sorted = inside.sort((a, b) => a.value - b.value)
  const standardError = (valueAt(sorted, 0.5 + half) - valueAt(sorted, 0.5 - half)) / (2 * z95)
  return { estimate, variance: standardError ** 2, n }
}

/** The least value at which a share of the weight is reached. */
function valueAt(sorted: readonly { value: number; weight: number }[], share: number): number {
  const wanted = share * sorted.reduce((sum, { weight }) => sum + weight, 0)
  let reached = 0
  for (const { value, weight } of sorted) {
    reached += weight
    if (reached >= wanted) return value
  }
  return sorted.at(-1)!.value
}
