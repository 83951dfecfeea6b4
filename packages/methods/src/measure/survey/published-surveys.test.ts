import { describe, expect, it } from 'vitest'
import { estimateMean, estimateRatio, estimateTotal } from './estimate-survey.ts'
import { areWeighedAlike, estimateWithReplicates } from './replicate-variance.ts'
import type { SurveyDesign, SurveyEstimate } from './survey-design.ts'
import { clusteredSchools, stratifiedSchools } from './testing-api-schools.ts'

const told = ({ estimate, variance }: SurveyEstimate) => [estimate, Math.sqrt(variance!)]
const apiOf = (schools: readonly { api: number }[]) => schools.map(({ api }) => api)
const enrolledOf = (schools: readonly { enrolled: number }[]) =>
  schools.map(({ enrolled }) => enrolled)

/** What the package `survey` of R prints of them (version 4.4), and the vignette in fewer digits. */
describe('schools drawn by strata', () => {
  const sizes = [4421, 1018, 755]
  const design: SurveyDesign = {
    weights: stratifiedSchools.map(({ stratum }) => sizes[stratum]! / (stratum === 0 ? 100 : 50)),
    strata: stratifiedSchools.map(({ stratum }) => stratum),
    populationUnits: sizes,
  }

  it('have the published mean, total and ratio with their standard errors', () => {
    const [mean, ofMean] = told(estimateMean(apiOf(stratifiedSchools), design))
    expect(mean).toBeCloseTo(662.287363577655, 6)
    expect(ofMean).toBeCloseTo(9.408940879434, 6)
    const [total, ofTotal] = told(estimateTotal(enrolledOf(stratifiedSchools), design))
    expect(total).toBeCloseTo(3687177.52, 3)
    expect(ofTotal).toBeCloseTo(114641.715190394, 3)
    const [ratio, ofRatio] = told(
      estimateRatio(apiOf(stratifiedSchools), enrolledOf(stratifiedSchools), design),
    )
    expect(ratio).toBeCloseTo(1.11256046332155, 9)
    expect(ofRatio).toBeCloseTo(0.0413595064404803, 9)
  })
})

describe('schools drawn by whole districts', () => {
  const weight = 33.846996307373
  const clusters = clusteredSchools.map(({ district }) => district)
  const weights = clusters.map(() => weight)
  const design: SurveyDesign = { weights, clusters, populationUnits: [757] }
  const api = apiOf(clusteredSchools)
  const enrolled = enrolledOf(clusteredSchools)

  it('have the published mean, total and ratio with their standard errors', () => {
    const [mean, ofMean] = told(estimateMean(api, design))
    expect(mean).toBeCloseTo(644.169398907105, 6)
    expect(ofMean).toBeCloseTo(23.5422406937812, 6)
    const [total, ofTotal] = told(estimateTotal(enrolled, design))
    expect([Math.round(total!), Math.round(ofTotal!)]).toEqual([3404940, 932235])
    const [ratio, ofRatio] = told(estimateRatio(api, enrolled, design))
    expect(ratio).toBeCloseTo(1.17182250144138, 9)
    expect(ofRatio).toBeCloseTo(0.126274636133836, 9)
  })

  it('have them without a correction for the finite population too', () => {
    const [, ofMean] = told(estimateMean(api, { weights, clusters }))
    expect(ofMean).toBeCloseTo(23.7790107208869, 6)
    const [, ofTotal] = told(estimateTotal(enrolled, { weights, clusters }))
    expect(ofTotal).toBeCloseTo(941610.74091198, 2)
  })

  it('have the published errors by the jackknife, a district left out at a time', () => {
    const districts = [...new Set(clusters)]
    const replicates = districts.map((left) =>
      clusters.map((own) => (own === left ? 0 : (weight * 15) / 14)),
    )
    const total = (w: ArrayLike<number>) => api.reduce((sum, value, i) => sum + w[i]! * value, 0)
    const mean = (w: ArrayLike<number>) => total(w) / clusters.reduce((sum, _, i) => sum + w[i]!, 0)
    const jackknife = { kind: 'jk1' } as const
    const [, ofMean] = told(estimateWithReplicates(mean, weights, replicates, jackknife))
    expect(ofMean).toBeCloseTo(26.5997137220988, 6)
    const [, ofTotal] = told(estimateWithReplicates(total, weights, replicates, jackknife))
    expect(ofTotal).toBeCloseTo(907398.705597438, 2)
  })

  it('have the published errors in a part of them, and none where that is a single district', () => {
    const within = (...districts: number[]) =>
      clusters.map((district) => (districts.includes(district) ? 1 : 0))
    const losAngeles = told(estimateMean(api, design, within(197, 406)))
    expect(losAngeles[0]).toBeCloseTo(647.266666666667, 6)
    expect(losAngeles[1]).toBeCloseTo(17.2495860301136, 6)
    const santaClara = told(estimateMean(api, design, within(61, 413, 448)))
    expect(santaClara[1]).toBeCloseTo(15.772923782601, 6)
    // R prints 669 with an error of 0 here
    const alameda = estimateMean(api, design, within(637))
    expect(alameda).toEqual({ estimate: expect.closeTo(669, 9), variance: null, n: 11 })
    const lutherBurbank = estimateMean(api, { weights }, within(413))
    expect(lutherBurbank).toEqual({ estimate: 551, variance: null, n: 1 })
    // a total varies with how many such districts are drawn
    expect(told(estimateTotal(api, design, within(637)))[1]).toBeCloseTo(
      (367686.289765936 * weight) / (757 / 15),
      3,
    )
  })
})

/** Hospitals of three areas, two in each: balanced half-samples. @see Levy and Lemeshow (1999), Sampling of Populations, 3rd ed., and `svrepdesign` of the package `survey` */
describe('ambulance services by balanced half-samples', () => {
  const weights = [1, 1, 1, 1, 1, 1]
  const halves = [
    [2, 0, 2, 0, 2, 0],
    [0, 2, 2, 0, 0, 2],
    [2, 0, 0, 2, 0, 2],
    [0, 2, 0, 2, 2, 0],
  ]
  const mean = (values: readonly number[]) => (w: ArrayLike<number>) =>
    values.reduce((sum, value, i) => sum + w[i]! * value, 0) /
    values.reduce((sum, _, i) => sum + w[i]!, 0)

  it.each([
    ['arrests', [120, 78, 185, 228, 670, 530], 301.833333333333, 25.3930217885851],
    ['alive', [25, 24, 30, 49, 80, 70], 46.3333333333333, 3.58236421003411],
  ])('have the published mean of %s and its error', (_, values, estimate, error) => {
    const found = told(estimateWithReplicates(mean(values), weights, halves, { kind: 'brr' }))
    expect(found[0]).toBeCloseTo(estimate, 9)
    expect(found[1]).toBeCloseTo(error, 9)
  })

  it('say the same by Fay’s weights of any ρ, for a mean whose weights add up alike', () => {
    const values = [120, 78, 185, 228, 670, 530]
    const fay = halves.map((half) => half.map((w) => (w === 2 ? 1.7 : 0.3)))
    const found = told(
      estimateWithReplicates(mean(values), weights, fay, { kind: 'fay', rho: 0.3 }),
    )
    expect(found[1]).toBeCloseTo(25.3930217885851, 9)
  })

  it('say nothing of a single service, which each half weighs up or leaves out', () => {
    expect(areWeighedAlike(weights, halves, [1, 0, 0, 0, 0, 0])).toBe(true)
    expect(areWeighedAlike(weights, halves, [1, 0, 1, 0, 0, 0])).toBe(false)
    const first = (w: ArrayLike<number>) => (w[0] === 0 ? null : 120)
    expect(estimateWithReplicates(first, weights, halves, { kind: 'brr' }).variance).toBe(null)
  })
})

describe('a unit that was taken for certain', () => {
  it('has a mean without variance where its stratum is taken whole, and none that is known where not', () => {
    const design: SurveyDesign = { weights: [1, 5, 5], strata: [0, 1, 1], populationUnits: [1, 10] }
    expect(estimateMean([3, 1, 2], design, [1, 0, 0])).toEqual({ estimate: 3, variance: 0, n: 1 })
    expect(estimateMean([3, 1, 2], design, [0, 1, 0]).variance).toBe(null)
  })
})
