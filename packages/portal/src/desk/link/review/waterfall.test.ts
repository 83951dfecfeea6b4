import { describe, expect, it } from 'vitest'
import type { Pair } from '../link-queries.ts'
import { scaleOf, stepsOf } from './waterfall.ts'

const text = { es: '', en: '', fr: '' }
const pair = (kin: number): Pair => ({
  one: '1',
  other: '2',
  weight: -4 + 9 - 2.5 + kin,
  probability: 0.5,
  prior: -4,
  comparisons: [
    { field: 'given_names', label: text, level: 'exact', says: text, bits: 9 },
    { field: 'sex', label: text, level: 'different', says: text, bits: -2.5 },
  ],
  kin,
  crossings: 0,
  together: false,
})

describe('the weight of a pair as a waterfall', () => {
  it('each bar begins where the one before ended, and the last is the whole', () => {
    expect(stepsOf(pair(0)).map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['prior', 0, -4],
      ['comparison', -4, 5],
      ['comparison', 5, 2.5],
      ['whole', 0, 2.5],
    ])
    const steps = stepsOf(pair(-1))
    expect(steps.at(-2)).toEqual({ kind: 'kin', from: 2.5, to: 1.5 })
    expect(steps.at(-1)!.to).toBe(1.5)
  })

  it('a pair that a person decided has no whole: evidence alone does not decide it', () => {
    expect(stepsOf({ ...pair(0), weight: null }).map(({ kind }) => kind)).not.toContain('whole')
  })

  it('every bar and both thresholds lie within the drawing', () => {
    const place = scaleOf(stepsOf(pair(0)), { review: -20, accept: 30 })
    expect(place(-20)).toBeGreaterThan(0)
    expect(place(30)).toBeLessThan(100)
    expect(place(0)).toBeCloseTo(40, 0)
  })
})
