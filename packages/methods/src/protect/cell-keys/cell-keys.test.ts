import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Xoshiro128 } from '../../numerics/index.ts'
import { Refusal } from '../../vocabulary/index.ts'
import { addKeyedCounts, cellKey, independentKey } from './cell-key.ts'
import {
  makePerturbationTable,
  perturbCount,
  perturbCrossings,
  type PerturbationRow,
} from './perturbation-table.ts'

const key = fc.integer({ min: 0, max: 2 ** 32 - 1 })

describe('cell keys', () => {
  test('the same persons have the same key in any order', () => {
    fc.assert(
      fc.property(fc.array(key, { maxLength: 3000 }), fc.nat(), (keys, seed) => {
        const generator = new Xoshiro128(seed)
        const shuffled = keys
          .map((each) => ({ each, rank: generator.uint32() }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ each }) => each)
        expect(cellKey(shuffled)).toBe(cellKey(keys))
      }),
      { numRuns: 50 },
    )
  })

  test('totals made of keyed counts of several nodes equal the direct ones', () => {
    const table = makePerturbationTable({ variance: 3, bound: 6, smallest: 3 })
    fc.assert(
      fc.property(fc.array(fc.array(key, { maxLength: 40 }), { maxLength: 8 }), (nodes) => {
        const direct = { persons: nodes.flat().length, key: cellKey(nodes.flat()) }
        const sent = nodes.map((keys) => ({ persons: keys.length, key: cellKey(keys) }))
        const total = addKeyedCounts(sent)
        expect(total).toEqual(direct)
        expect(perturbCount(table, total.persons, total.key)).toBe(
          perturbCount(table, direct.persons, direct.key),
        )
      }),
    )
  })

  test('the second figure of a cell gets noise that does not follow the first', () => {
    const table = makePerturbationTable({ variance: 4, bound: 6, smallest: 1 })
    const generator = new Xoshiro128(7)
    let product = 0
    const n = 40_000
    for (let draw = 0; draw < n; draw += 1) {
      const first = generator.uint32()
      const persons = perturbCount(table, 100, first) - 100
      const cell = { crossings: 5000, persons: 100, key: first }
      const crossings = (perturbCrossings(table, cell, 10, independentKey(first, 1)) - 5000) / 10
      product += persons * crossings
    }
    // variance 4 of both: the mean product of independent noises has standard error 4/√n
    expect(Math.abs(product / n)).toBeLessThan((4 * 4) / Math.sqrt(n))
  })
})

describe('the perturbation table', () => {
  const moments = ({ changes, limits }: PerturbationRow) => {
    let before = 0
    let mean = 0n
    let square = 0n
    changes.forEach((change, at) => {
      const weight = BigInt(limits[at]! - before)
      before = limits[at]!
      mean += weight * BigInt(change)
      square += weight * BigInt(change * change)
    })
    return { mean, square }
  }

  test.each([
    { variance: 2, bound: 5, smallest: 1 },
    { variance: 4, bound: 8, smallest: 3 },
    { variance: 10, bound: 12, smallest: 4 },
    { variance: 2.5, bound: 6, smallest: 3 },
  ])('has mean 0 and variance $variance exactly in every row it can', (parameters) => {
    const { rows } = makePerturbationTable(parameters)
    const inFull = rows.slice(1).filter((row) => row.variance === parameters.variance)
    expect(inFull.length).toBeGreaterThanOrEqual(rows.length - parameters.smallest)
    for (const row of inFull) {
      const exact = { mean: 0n, square: BigInt(parameters.variance * 2 ** 32) }
      expect(moments(row)).toEqual(exact)
    }
    // the others are no wider than the gap below the smallest count forces
    for (const [count, row] of rows.entries()) {
      if (count === 0 || inFull.includes(row)) continue
      const { mean } = moments(row)
      const least = count * (parameters.smallest - count)
      expect([row.variance, Math.abs(Number(mean)) <= parameters.smallest]).toEqual([least, true])
    }
  })

  test('keeps 0, stays in its bound, and never lands between 1 and the smallest count', () => {
    const table = makePerturbationTable({ variance: 4, bound: 8, smallest: 3 })
    fc.assert(
      fc.property(fc.nat({ max: 60 }), key, (persons, drawn) => {
        const shown = perturbCount(table, persons, drawn)
        expect(Math.abs(shown - persons)).toBeLessThanOrEqual(8)
        expect(shown === 0 || shown >= 3).toBe(true)
        expect(persons > 0 || shown === 0).toBe(true)
      }),
    )
  })

  test('refuses a variance that its bound cannot hold', () => {
    expect(() => makePerturbationTable({ variance: 30, bound: 5, smallest: 1 })).toThrow(Refusal)
    expect(() => makePerturbationTable({ variance: 2, bound: 1, smallest: 3 })).toThrow(Refusal)
  })
})
