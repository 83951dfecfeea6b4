import { describe, expect, it } from 'vitest'
import { estimateMean, estimateRatio, estimateTotal } from './estimate-survey.ts'
import { estimateWithReplicates } from './replicate-variance.ts'

/** Values with a mean and a variance, of which estimates of a stratum depend alone. */
function sampleWith(n: number, mean: number, variance: number): number[] {
  const raw = Array.from({ length: n }, (_, i) => (i * 7919) % 101)
  const rawMean = raw.reduce((sum, value) => sum + value, 0) / n
  const rawVariance = raw.reduce((sum, value) => sum + (value - rawMean) ** 2, 0) / (n - 1)
  const scale = Math.sqrt(variance / rawVariance)
  return raw.map((value) => mean + (value - rawMean) * scale)
}

describe('published examples', () => {
  it('acres of farmland in the United States, four strata (Lohr, example 3.2)', () => {
    const strata = [
      { units: 1054, n: 103, mean: 300_504.16, variance: 29_618_183_543 },
      { units: 220, n: 21, mean: 97_629.81, variance: 7_647_472_708 },
      { units: 1382, n: 135, mean: 211_315.04, variance: 53_587_487_856 },
      { units: 422, n: 41, mean: 662_295.51, variance: 396_185_950_266 },
    ]
    const values = strata.flatMap(({ n, mean, variance }) => sampleWith(n, mean, variance))
    const design = {
      weights: strata.flatMap(({ units, n }) => Array<number>(n).fill(units / n)),
      strata: strata.flatMap(({ n }, stratum) => Array<number>(n).fill(stratum)),
      populationUnits: strata.map(({ units }) => units),
    }
    const total = estimateTotal(values, design)
    expect(total.estimate / 1e6).toBeCloseTo(909.736, 2)
    expect(Math.sqrt(total.variance) / 1e6).toBeCloseTo(50.417, 2)
    const mean = estimateMean(values, design)
    expect(Math.sqrt(mean.variance)).toBeCloseTo(16_379.87, 0)
  })

  it('grade point averages of students drawn by suites (Lohr, example 5.2)', () => {
    const grades = [
      [3.08, 2.6, 3.44, 3.04],
      [2.36, 3.04, 3.28, 2.68],
      [2.0, 2.56, 2.52, 1.88],
      [3.0, 2.88, 3.44, 3.64],
      [2.68, 1.92, 3.28, 3.2],
    ]
    const design = {
      weights: Array<number>(20).fill(20),
      clusters: grades.flatMap((suite, at) => suite.map(() => at)),
      populationUnits: [100],
    }
    const total = estimateTotal(grades.flat(), design)
    expect(total.estimate).toBeCloseTo(1130.4, 6)
    const mean = estimateMean(grades.flat(), design)
    expect(mean.estimate).toBeCloseTo(2.826, 6)
    expect(Math.sqrt(mean.variance)).toBeCloseTo(0.164, 3)
  })
})

describe('the design', () => {
  const values = [4, 7, 1, 9, 5, 6]
  const others = [2, 3, 1, 4, 2, 4]
  const weights = [10, 10, 12, 12, 12, 12]
  const strata = [0, 0, 1, 1, 1, 1]
  const clusters = [0, 1, 2, 2, 3, 3]
  const design = { weights, strata, clusters }

  it('a domain is estimated with the whole sample, not with the domain as if it were one', () => {
    const all = estimateTotal(values, design, [1, 0, 1, 1, 0, 0])
    expect(all.estimate).toBe(40 + 120)
    expect(all.n).toBe(3)
    const zeros = estimateTotal([4, 0, 1, 9, 0, 0], design)
    expect(all.variance).toBe(zeros.variance)
  })

  it('the jackknife of strata gives a total the variance of the formula', () => {
    const units = [0, 1, 2, 3]
    const replicates = units.map((left) =>
      weights.map((weight, i) => {
        if (clusters[i] === left) return 0
        const mine = strata[clusters.indexOf(left)] === strata[i]
        return mine ? weight * 2 : weight
      }),
    )
    const total = (w: ArrayLike<number>) => values.reduce((sum, y, i) => sum + w[i]! * y, 0)
    const jackknife = estimateWithReplicates(total, weights, replicates, {
      kind: 'jkn',
      scales: [0.5, 0.5, 0.5, 0.5],
    })
    expect(jackknife.variance).toBeCloseTo(estimateTotal(values, design).variance, 8)
  })

  it('a ratio to one is a mean, and a ratio to itself is one without variance', () => {
    const mean = estimateMean(values, design)
    const ones = estimateRatio(values, [1, 1, 1, 1, 1, 1], design)
    expect(ones).toEqual(mean)
    const self = estimateRatio(others, others, design)
    expect(self.estimate).toBe(1)
    expect(self.variance).toBeCloseTo(0, 12)
  })

  it('Fay’s weights with ρ = 0 are balanced half-samples', () => {
    const halves = [
      [20, 0, 24, 24, 0, 0],
      [0, 20, 0, 0, 24, 24],
    ]
    const total = (w: ArrayLike<number>) => values.reduce((sum, y, i) => sum + w[i]! * y, 0)
    expect(estimateWithReplicates(total, weights, halves, { kind: 'fay', rho: 0 })).toEqual(
      estimateWithReplicates(total, weights, halves, { kind: 'brr' }),
    )
  })

  it('a stratum of one unit, a weight of nothing and an empty domain are refused', () => {
    expect(() => estimateTotal([1, 2], { weights: [1, 1], strata: [0, 1] })).toThrow(/single unit/)
    expect(() => estimateTotal([1, 2], { weights: [1, 0] })).toThrow(/weight of row 2/)
    expect(() => estimateMean([1, 2], { weights: [1, 1] }, [0, 0])).toThrow(/zero/)
    expect(() => estimateTotal([1, 2], { weights: [1, 1], populationUnits: [1] })).toThrow(
      /population/,
    )
  })

  it('a stratum taken whole has no variance', () => {
    const whole = { weights: [1, 5, 5], strata: [0, 1, 1], populationUnits: [1, 10] }
    const rest = { weights: [5, 5], populationUnits: [10] }
    expect(estimateTotal([3, 1, 2], whole).variance).toBe(estimateTotal([1, 2], rest).variance)
  })
})
