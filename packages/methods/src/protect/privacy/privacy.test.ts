import { describe, expect, test } from 'vitest'
import { Xoshiro128 } from '../../numerics/index.ts'
import { Refusal } from '../../vocabulary/index.ts'
import { budgetLeft, openLedger, spendBudget } from './budget-ledger.ts'
import { drawBelow, drawDiscreteGaussian, drawExpMinus, drawGeometric } from './exact-samplers.ts'

const rational = (numerator: number, denominator = 1) => ({
  numerator: BigInt(numerator),
  denominator: BigInt(denominator),
})

/** χ² of draws against probabilities ∝ weight(z), cells of at least 20 expected draws. */
function chiSquare(draws: readonly bigint[], weight: (z: number) => number) {
  const reach = 200
  let total = 0
  for (let z = -reach; z <= reach; z += 1) total += weight(z)
  const seen = new Map<number, number>()
  for (const draw of draws) seen.set(Number(draw), (seen.get(Number(draw)) ?? 0) + 1)
  let statistic = 0
  let cells = 0
  let restSeen = draws.length
  let restExpected = draws.length
  for (let z = -reach; z <= reach; z += 1) {
    const expected = (draws.length * weight(z)) / total
    if (expected < 20) continue
    const count = seen.get(z) ?? 0
    statistic += (count - expected) ** 2 / expected
    cells += 1
    restSeen -= count
    restExpected -= expected
  }
  if (restExpected > 5) {
    statistic += (restSeen - restExpected) ** 2 / restExpected
    cells += 1
  }
  return { statistic, freedom: cells - 1 }
}

/** The 99.9 % point of χ², by Wilson and Hilferty (1931). */
function criticalValue(freedom: number): number {
  const part = 2 / (9 * freedom)
  return freedom * (1 - part + 3.09 * Math.sqrt(part)) ** 3
}

describe('exact samplers', () => {
  test('exp(−x) comes true as often as it must', () => {
    const generator = new Xoshiro128(11)
    const n = 40_000
    let yes = 0
    for (let draw = 0; draw < n; draw += 1) if (drawExpMinus(rational(3, 2), generator)) yes += 1
    const p = Math.exp(-1.5)
    expect(Math.abs(yes / n - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / n))
  })

  test.each([
    [1, 1],
    [5, 2],
    [7, 1],
  ])('geometric noise of scale %i/%i follows its distribution', (numerator, denominator) => {
    const generator = new Xoshiro128(5)
    const scale = rational(numerator, denominator)
    const draws = Array.from({ length: 20_000 }, () => drawGeometric(scale, generator))
    const fit = chiSquare(draws, (z) => Math.exp((-Math.abs(z) * denominator) / numerator))
    expect(fit.statistic).toBeLessThan(criticalValue(fit.freedom))
  })

  test.each([
    [1, 2],
    [4, 1],
    [121, 4],
  ])(
    'discrete Gaussian noise of variance %i/%i follows its distribution',
    (numerator, denominator) => {
      const generator = new Xoshiro128(9)
      const variance = rational(numerator, denominator)
      const draws = Array.from({ length: 20_000 }, () => drawDiscreteGaussian(variance, generator))
      const fit = chiSquare(draws, (z) => Math.exp((-z * z * denominator) / (2 * numerator)))
      expect(fit.statistic).toBeLessThan(criticalValue(fit.freedom))
    },
  )

  test('whole numbers below any bound are drawn without bias at its end', () => {
    const generator = new Xoshiro128(3)
    const counts = [0, 0, 0]
    for (let draw = 0; draw < 30_000; draw += 1) counts[Number(drawBelow(3n, generator))]! += 1
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(4 * Math.sqrt(6667))
    expect(drawBelow(2n ** 80n, generator)).toBeLessThan(2n ** 80n)
  })
})

describe('the budget ledger', () => {
  test('adds spendings exactly and refuses the first that overspends', () => {
    let ledger = openLedger('a research group', rational(1))
    for (let third = 0; third < 3; third += 1) {
      ledger = spendBudget(ledger, { purpose: 'a table', amount: rational(1, 3) })
    }
    expect(budgetLeft(ledger)).toEqual({ numerator: 0n, denominator: 1n })
    const more = { purpose: 'one more', amount: rational(1, 1_000_000) }
    expect(() => spendBudget(ledger, more)).toThrow(Refusal)
    expect(ledger.spent).toHaveLength(3)
  })
})
