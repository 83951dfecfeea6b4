import { surveyRefusals } from './refusals.ts'
import type { SurveyDesign } from './survey-design.ts'

/**
 * The variance of a weighted total, the sum of w·z, by ultimate clusters: units are compared within
 * strata,
 *
 * ```math
 * \sum_h \left(1 - \frac{n_h}{N_h}\right) \frac{n_h}{n_h - 1} \sum_u (z_{hu} - \bar z_h)^2,
 * \qquad z_{hu} = \sum_{i \in u} w_i z_i
 * ```
 *
 * A stratum with one unit says nothing of its own variance and is refused, unless it is the whole
 * stratum (n_h = N_h).
 *
 * @param scores z, the linearised values. `[respondents]`
 * @see Särndal, Swensson and Wretman (1992), Model Assisted Survey Sampling, 4.6; Lohr (2010), Sampling:
 *   Design and Analysis, 2nd ed., 9.1
 * @throws Refusal `measure.stratum-of-one-unit`, `measure.population-below-sample`
 */
export function linearisedVariance(scores: ArrayLike<number>, design: SurveyDesign): number {
  const { weights, strata, stratumNames, clusters, populationUnits } = design
  const totals = new Map<number, Map<number, number>>()
  for (let i = 0; i < scores.length; i += 1) {
    const stratum = strata?.[i] ?? 0
    const unit = clusters?.[i] ?? i
    let units = totals.get(stratum)
    if (units === undefined) {
      units = new Map()
      totals.set(stratum, units)
    }
    units.set(unit, (units.get(unit) ?? 0) + weights[i]! * scores[i]!)
  }
  let variance = 0
  for (const [at, units] of totals) {
    const n = units.size
    const stratum = stratumNames?.[at] ?? at
    const population = populationUnits?.[at] ?? Number.POSITIVE_INFINITY
    if (population < n) {
      throw surveyRefusals.refuse('population-below-sample', { stratum, population, units: n })
    }
    if (population === n) continue
    if (n === 1) throw surveyRefusals.refuse('stratum-of-one-unit', { stratum })
    let mean = 0
    for (const total of units.values()) mean += total / n
    let squares = 0
    for (const total of units.values()) squares += (total - mean) ** 2
    variance += (1 - n / population) * (n / (n - 1)) * squares
  }
  return variance
}
