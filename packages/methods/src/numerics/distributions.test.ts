import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  aliasTable,
  choiceOf,
  drawChoice,
  drawExponential,
  drawIndex,
  drawPoisson,
  drawQuantile,
  interpolate,
  Xoshiro128,
} from './index.ts'

function moments(draw: () => number, n = 100_000) {
  let sum = 0
  let squares = 0
  for (let i = 0; i < n; i += 1) {
    const drawn = draw()
    sum += drawn
    squares += drawn * drawn
  }
  return { mean: sum / n, variance: squares / n - (sum / n) ** 2 }
}

describe('distributions', () => {
  it('an exponential deviate has mean 1 and variance 1', () => {
    const random = new Xoshiro128(1)
    const { mean, variance } = moments(() => drawExponential(random))
    expect(mean).toBeCloseTo(1, 1)
    expect(Math.abs(variance - 1)).toBeLessThan(0.04)
  })

  it('a Poisson count has its mean for variance', () => {
    for (const expected of [0, 0.3, 2.5, 12]) {
      const random = new Xoshiro128(2, Math.round(expected * 10))
      const { mean, variance } = moments(() => drawPoisson(expected, random), 40_000)
      expect(Math.abs(mean - expected)).toBeLessThan(0.06)
      expect(Math.abs(variance - expected)).toBeLessThan(0.06 + expected * 0.04)
    }
  })

  it('an alias table draws every index as often as its weight says', () => {
    const weights = [1, 0, 3, 0.5, 5.5]
    const table = aliasTable(weights)
    const random = new Xoshiro128(3)
    const counts = weights.map(() => 0)
    for (let i = 0; i < 100_000; i += 1) {
      const index = drawIndex(table, random)
      counts[index] = counts[index]! + 1
    }
    weights.forEach((weight, i) => expect(counts[i]! / 100_000).toBeCloseTo(weight / 10, 2))
    expect(counts[1]).toBe(0)
  })

  it('an alias table keeps exactly the probability of every weight', () => {
    const weights = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), {
      minLength: 1,
      maxLength: 40,
    })
    fc.assert(
      fc.property(weights, (values) => {
        const sum = values.reduce((total, value) => total + value, 0)
        fc.pre(sum > 0)
        const { n, keep, alias } = aliasTable(values)
        const probability = new Float64Array(n)
        for (let i = 0; i < n; i += 1) {
          const kept = keep[i]! / 4294967296
          probability[i] = probability[i]! + kept / n
          probability[alias[i]!] = probability[alias[i]!]! + (1 - kept) / n
        }
        values.forEach((value, i) => expect(probability[i]!).toBeCloseTo(value / sum, 9))
      }),
    )
  })

  it('weights that cannot be drawn from are refused', () => {
    expect(() => aliasTable([0, 0])).toThrow(RangeError)
    expect(() => aliasTable([1, -1])).toThrow(RangeError)
    expect(() => aliasTable([])).toThrow(RangeError)
    expect(() => drawPoisson(-1, new Xoshiro128(0))).toThrow(RangeError)
  })

  it('a choice answers with one of its values', () => {
    const choice = choiceOf([
      ['a', 1],
      ['b', 0],
    ])
    expect(drawChoice(choice, new Xoshiro128(4))).toBe('a')
  })

  it('half of what a quantile table draws lies below its median', () => {
    const random = new Xoshiro128(5)
    const table = [
      [0, 1],
      [0.5, 6],
      [1, 30],
    ] as const
    let below = 0
    for (let i = 0; i < 20_000; i += 1) if (drawQuantile(table, random) < 6) below += 1
    expect(below / 20_000).toBeCloseTo(0.5, 1)
  })

  it('a line through points is level beyond them', () => {
    const points = [
      [2010, 1],
      [2020, 0.5],
    ] as const
    expect([2000, 2010, 2015, 2020, 2030].map((x) => interpolate(points, x))).toEqual([
      1, 1, 0.75, 0.5, 0.5,
    ])
  })
})
