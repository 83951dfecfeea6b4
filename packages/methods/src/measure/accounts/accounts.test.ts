import { describe, expect, it } from 'vitest'
import { checkParts, checkShares, checkYearOnYear } from './check-arithmetic.ts'
import { growth } from './growth.ts'
import { compareMirror } from './mirror.ts'
import { reconcile } from './stock-flow.ts'

describe('stock and flow', () => {
  const period = {
    opening: 1000,
    immigrants: 120,
    emigrants: 70,
    statusChange: -5,
    births: 30,
    deaths: 10,
    closing: 1060,
  }

  it('the residual is what no term explains, and is shown', () => {
    expect(reconcile(period)).toEqual({
      expected: 1065,
      residual: -5,
      residualPercent: (-5 / 1060) * 100,
      missing: [],
    })
  })

  // Office for National Statistics, Annual Mid-year Population Estimates for England and Wales, 2012 (26 June 2013)
  it('of England and Wales in the year to mid-2012 leaves what its office ascribes to moves within the kingdom', () => {
    const account = reconcile({
      opening: 56_567_800 - 396_900,
      immigrants: 468_900,
      emigrants: 313_500,
      statusChange: 0,
      births: 729_400,
      deaths: 490_300,
      closing: 56_567_800,
    })
    // growth of 396,900: 60 % by nature, 39 % by migration, the remainder is the residual
    expect(account.residual).toBe(396_900 - 239_100 - 155_400)
    expect(Math.round((account.residual! / 396_900) * 100)).toBe(1)
    expect(account.residualPercent).toBeCloseTo(0.00424, 5)
  })

  it('a missing term leaves the account open, and says which', () => {
    expect(reconcile({ ...period, deaths: null })).toEqual({
      expected: null,
      residual: null,
      residualPercent: null,
      missing: ['deaths'],
    })
    expect(reconcile({ ...period, closing: null })).toEqual({
      expected: 1065,
      residual: null,
      residualPercent: null,
      missing: ['closing'],
    })
  })
})

describe('mirror statistics', () => {
  const known = { criterion: '365/487', coverage: 1, isProvisional: false }

  it('two sides that agree need no reason', () => {
    const pair = { departures: 50, arrivals: 50, departuresBy: known, arrivalsBy: known }
    expect(compareMirror(pair)).toEqual({ ratio: 1, difference: 0, reasons: [] })
  })

  it('a difference carries its candidate reasons', () => {
    const other = { criterion: '183/365', coverage: 0.9, isProvisional: true }
    const pair = { departures: 40, arrivals: 50, departuresBy: known, arrivalsBy: other }
    expect(compareMirror(pair)).toEqual({
      ratio: 1.25,
      difference: 10,
      reasons: ['definition', 'coverage', 'lag', 'travel-time'],
    })
  })

  it('figures that were changed to protect persons may differ by that alone', () => {
    const pair = { departures: 50, arrivals: 53, departuresBy: known, arrivalsBy: known }
    expect(compareMirror({ ...pair, isPerturbed: true }).reasons).toEqual([
      'travel-time',
      'protection',
    ])
  })

  it('a side that does not publish leaves nothing to compare, and no departures no ratio', () => {
    const pair = { departures: null, arrivals: 50, departuresBy: known, arrivalsBy: known }
    expect(compareMirror(pair)).toEqual({ ratio: null, difference: null, reasons: [] })
    expect(compareMirror({ ...pair, departures: 0 })).toMatchObject({ ratio: null, difference: 50 })
  })
})

describe('growth', () => {
  it('is told as known now and as first told, each from one release', () => {
    const figures = [
      { period: 1, release: 1, value: 100 },
      { period: 1, release: 3, value: 110 },
      { period: 2, release: 2, value: 120 },
      { period: 2, release: 3, value: 121 },
      { period: 3, release: 3, value: null },
    ]
    const found = growth(figures, { perYear: 1 })
    expect(found.map(({ period, revision }) => [period, revision])).toEqual([
      [1, 10],
      [2, 1],
    ])
    expect(found[0]!.told.map(({ previousPercent }) => previousPercent)).toEqual([null, null])
    const [first, latest] = found[1]!.told
    expect(first).toMatchObject({ release: 2, value: 120, previousPercent: 20 })
    expect(latest!.previousPercent).toBeCloseTo(10, 12)
  })

  it('changes with the revision of its base alone', () => {
    const figures = [
      { period: 1, release: 1, value: 100 },
      { period: 2, release: 2, value: 120 },
      { period: 1, release: 3, value: 80 },
    ]
    const { told, revision } = growth(figures, { perYear: 1 })[1]!
    expect(told.map(({ release, previousPercent }) => [release, previousPercent])).toEqual([
      [2, 20],
      [3, 50],
    ])
    expect(revision).toBe(0)
  })

  // Office for National Statistics, Annual Mid-year Population Estimates, 2010 (30 June 2011): 62.3 million,
  // 470,000 and 0.8 % more than the year before, 0.6 % a year on average in the nine years since 2001
  it('of the United Kingdom to mid-2010 is the published one, over one year and on average over nine', () => {
    const figures = [
      { period: 2001, release: 0, value: 59_113_500 },
      { period: 2009, release: 0, value: 62_262_000 - 470_000 },
      { period: 2010, release: 0, value: 62_262_000 },
    ]
    const told = growth(figures, { perYear: 1 }).at(-1)!.told[0]!
    expect(told.yearPercent!.toFixed(1)).toBe('0.8')
    expect(told.averagePercent!.toFixed(1)).toBe('0.6')
  })

  it('compares a quarter with the one before and with that of the year before', () => {
    const values = [100, 110, 120, 130, 150]
    const figures = values.map((value, period) => ({ period, release: 0, value }))
    const told = growth(figures, { perYear: 4 }).at(-1)!.told[0]!
    expect(told.previousPercent).toBeCloseTo(15.3846, 4)
    expect(told.yearPercent).toBe(50)
    expect(told.averagePercent).toBeCloseTo(50, 10)
  })

  it('has no base where that is missing, zero, or less than a year back on average', () => {
    const figures = [
      { period: 1, release: 0, value: 0 },
      { period: 2, release: 0, value: 5 },
      { period: 4, release: 0, value: 6 },
    ]
    for (const { told } of growth(figures, { perYear: 4 })) {
      expect(told[0]).toMatchObject({
        previousPercent: null,
        yearPercent: null,
        averagePercent: null,
      })
    }
  })

  it('of a balance that was negative keeps the sign of its change', () => {
    const figures = [
      { period: 1, release: 0, value: -50 },
      { period: 2, release: 0, value: -25 },
    ]
    const told = growth(figures, { perYear: 1 })[1]!.told[0]!
    expect(told.previousPercent).toBe(50)
    expect(told.averagePercent).toBeNull()
  })

  it('over a break is marked, whatever it is counted from', () => {
    const figures = [1, 2, 3, 4].map((period) => ({ period, release: 0, value: 10 * period }))
    const over = growth(figures, { perYear: 2, breaks: [3] }).map(({ overBreak }) => overBreak)
    expect(over).toEqual([[], [], ['previous', 'year', 'average'], ['year', 'average']])
  })
})

describe('a publication’s own arithmetic', () => {
  it('a printed total that both of its breakdowns contradict is reported', () => {
    const found = checkParts('returns', 146_883, { sex: [100_000, 46_882], age: [146_000, 882] })
    expect(found.map(({ computed }) => computed)).toEqual([146_882, 146_882])
    expect(checkParts('returns', 146_882, { sex: [100_000, 46_882] })).toEqual([])
  })

  it('shares may be off by their rounding and no more', () => {
    expect(checkShares('sex', [33.3, 33.3, 33.3], 1)).toEqual([])
    expect(checkShares('sex', [33.3, 33.3, 33.1], 1)).toMatchObject([{ computed: 99.7 }])
  })

  it('a change must follow from its two years', () => {
    expect(checkYearOnYear('2023', 12.3, { before: 1000, now: 1123 }, 1)).toEqual([])
    expect(checkYearOnYear('2023', 12.5, { before: 1000, now: 1123 }, 1)).toHaveLength(1)
  })
})
