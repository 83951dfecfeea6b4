import { describe, expect, it } from 'vitest'
import { estimateMedian } from './estimate-median.ts'
import { estimateMean, estimateRatio, estimateTotal } from './estimate-survey.ts'
import { estimateWithReplicates } from './replicate-variance.ts'

describe('examples worked by hand', () => {
  it('a total of two strata, drawn without replacement', () => {
    // 3 of 30 and 2 of 10: 10·(2 + 4 + 9) + 5·(10 + 14) = 270;
    // variances 13 and 8: 30²·(1 − 3/30)·13/3 + 10²·(1 − 2/10)·8/2 = 3510 + 320
    const design = {
      weights: [10, 10, 10, 5, 5],
      strata: [0, 0, 0, 1, 1],
      populationUnits: [30, 10],
    }
    const total = estimateTotal([2, 4, 9, 10, 14], design)
    expect(total.estimate).toBe(270)
    expect(total.variance).toBeCloseTo(3830, 9)
    // the weights add up to the 40 units: the mean is 270/40 and its variance 3830/40²
    const mean = estimateMean([2, 4, 9, 10, 14], design)
    expect(mean.estimate).toBe(6.75)
    expect(mean.variance).toBeCloseTo(3830 / 1600, 9)
  })

  it('a mean of persons drawn by whole dwellings', () => {
    // 3 of 12 dwellings of two persons; their totals 3, 7 and 11: t = 4·21 = 84, mean 84/24 = 3.5;
    // variance of the totals 16: 12²·(1 − 3/12)·16/3 = 576, of the mean 576/24² = 1
    const design = {
      weights: [4, 4, 4, 4, 4, 4],
      clusters: [0, 0, 1, 1, 2, 2],
      populationUnits: [12],
    }
    const values = [1, 2, 3, 4, 5, 6]
    expect(estimateTotal(values, design)).toEqual({ estimate: 84, variance: 576, n: 6 })
    const mean = estimateMean(values, design)
    expect(mean.estimate).toBe(3.5)
    expect(mean.variance).toBeCloseTo(1, 12)
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
    expect(jackknife.variance).toBeCloseTo(estimateTotal(values, design).variance!, 8)
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

describe('a median', () => {
  it('has an interval carried back from that of the share below it', () => {
    // 100 of many, drawn alike: the share is 0.5 ± 1.96 · √(0.25 / 99) = 0.4015 to 0.5985,
    // which the 41st and the 60th value reach
    const values = Array.from({ length: 100 }, (_, at) => at + 1)
    const { estimate, variance, n } = estimateMedian(values, { weights: values.map(() => 7) })
    expect([estimate, n]).toEqual([50.5, 100])
    expect(Math.sqrt(variance!)).toBeCloseTo((60 - 41) / (2 * 1.959964), 9)
  })

  it('weighs: a value that stands for more than half of the population is the median', () => {
    expect(estimateMedian([1, 5, 9], { weights: [1, 1, 3] }).estimate).toBe(9)
  })
})
