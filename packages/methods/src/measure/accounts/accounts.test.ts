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
    expect(reconcile(period)).toEqual({ expected: 1065, residual: -5, missing: [] })
  })

  it('a missing term leaves the account open, and says which', () => {
    expect(reconcile({ ...period, deaths: null })).toEqual({
      expected: null,
      residual: null,
      missing: ['deaths'],
    })
    expect(reconcile({ ...period, closing: null })).toEqual({
      expected: 1065,
      residual: null,
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

  it('a side that does not publish leaves nothing to compare, and no departures no ratio', () => {
    const pair = { departures: null, arrivals: 50, departuresBy: known, arrivalsBy: known }
    expect(compareMirror(pair)).toEqual({ ratio: null, difference: null, reasons: [] })
    expect(compareMirror({ ...pair, departures: 0 })).toMatchObject({ ratio: null, difference: 50 })
  })
})

describe('growth', () => {
  it('is told as known now and as first told', () => {
    const figures = [
      { period: 1, release: 1, value: 100 },
      { period: 1, release: 3, value: 110 },
      { period: 2, release: 2, value: 120 },
      { period: 2, release: 3, value: 121 },
      { period: 3, release: 3, value: null },
    ]
    const [first, second] = growth(figures, 1)
    expect(first).toEqual({ period: 1, latestPercent: null, firstPercent: null, revision: 10 })
    expect(second!.latestPercent).toBeCloseTo(10, 12)
    expect(second!.firstPercent).toBeCloseTo(20, 12)
    expect(second!.revision).toBe(1)
    expect(growth(figures, 1)).toHaveLength(2)
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
