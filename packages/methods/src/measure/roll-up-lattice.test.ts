import { describe, expect, test } from 'vitest'
import * as fc from 'fast-check'
import { Xoshiro128 } from '../numerics/index.ts'
import { chooseRollUps, covers, listRollUpPoints } from './index.ts'

const random = new Xoshiro128(1)

describe('the choice of roll-ups', () => {
  /** Ten codes a dimension: the size of a roll-up is ten to the number of its dimensions. */
  const counts = [1, 1, 1, 1]
  const rowsOf = (point: readonly number[]) => 10 ** point.filter((depth) => depth === 0).length

  test('the lattice of four dimensions has sixteen points, the cells first', () => {
    const points = listRollUpPoints(counts)
    expect(points).toHaveLength(16)
    expect(points[0]).toEqual([0, 0, 0, 0])
    expect(listRollUpPoints([2, 1])).toHaveLength(6)
  })

  test('stays within its limits, and never chooses the cells themselves', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 0, max: 20_000 }),
        fc.integer({ min: 1, max: 500 }),
        (rollUps, rows, leastRows) => {
          const chosen = chooseRollUps(counts, rowsOf, { rollUps, rows, leastRows }, random)
          expect(chosen.length).toBeLessThanOrEqual(rollUps)
          expect(chosen.reduce((sum, each) => sum + each.rows, 0)).toBeLessThanOrEqual(rows)
          expect(chosen.every(({ point }) => point.some((depth) => depth > 0))).toBe(true)
          expect(new Set(chosen.map(({ point }) => point.join())).size).toBe(chosen.length)
        },
      ),
    )
  })

  test('takes first what helps most for its space: as the greedy algorithm without haste would', () => {
    const limits = { rollUps: 5, rows: 5000, leastRows: 1 }
    const lazily = chooseRollUps(counts, rowsOf, limits, random)
    expect(lazily.map(({ point }) => point)).toEqual(eagerly(counts, rowsOf, limits))
  })

  test('leaves a cube alone whose cells cost no more than the least', () => {
    const limits = { rollUps: 9, rows: 99, leastRows: 1000 }
    expect(chooseRollUps(counts, () => 10, limits, random)).toEqual([])
  })

  test('more roll-ups never make a question dearer', () => {
    const cost = (rollUps: number, wanted: readonly number[]) =>
      Math.min(
        10_000,
        ...chooseRollUps(counts, rowsOf, { rollUps, rows: 20_000, leastRows: 10 }, random)
          .filter(({ point }) => covers(point, wanted))
          .map(({ rows }) => rows),
      )
    for (const wanted of listRollUpPoints(counts)) {
      expect(cost(8, wanted)).toBeLessThanOrEqual(cost(2, wanted))
    }
  })

  test('a cube of twenty dimensions is not looked through point by point, and the same each time', () => {
    const many = [1, 4, 1, 1, 1, 3, 3, 3, 1, 5, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]
    const codes = [7, 3000, 2, 30, 5, 200, 200, 200, 3, 91, 9, 22, 300, 22, 300, 9, 9, 9, 9, 9]
    const sizeOf = (point: readonly number[]) =>
      Math.min(
        2_000_000,
        point.reduce(
          (size, depth, i) =>
            size * (codes[i]! / 6 ** depth > 1 && depth < many[i]! ? codes[i]! / 6 ** depth : 1),
          1,
        ),
      )
    const limits = { rollUps: 48, rows: 3_000_000, leastRows: 50_000 }
    const choose = () => chooseRollUps(many, sizeOf, limits, new Xoshiro128(7))
    const chosen = choose()
    expect(chosen).toEqual(choose())
    expect(chosen.length).toBeGreaterThan(5)
    expect(chosen.reduce((sum, { rows }) => sum + rows, 0)).toBeLessThanOrEqual(limits.rows)
    // what is asked every day is answered from a small part of the cells
    const asked = many.map((count, i) => (i === 0 ? 0 : i === 1 ? 3 : i === 2 ? 0 : count))
    const cost = Math.min(
      ...chosen.filter(({ point }) => covers(point, asked)).map(({ rows }) => rows),
    )
    expect(cost).toBeLessThan(200_000)
  })
})

/** The greedy algorithm as published: every benefit anew in every round. */
function eagerly(
  counts: readonly number[],
  rowsOf: (point: readonly number[]) => number,
  limits: { rollUps: number; rows: number; leastRows: number },
): (readonly number[])[] {
  const points = listRollUpPoints(counts)
  const weight = (point: readonly number[]) =>
    point.reduce((product, depth, i) => product * (depth === counts[i] ? 0.6 : 0.4 / counts[i]!), 1)
  const chosen: (readonly number[])[] = []
  let space = 0
  while (chosen.length < limits.rollUps) {
    const paid = (wanted: readonly number[]) =>
      Math.min(rowsOf(points[0]!), ...chosen.filter((each) => covers(each, wanted)).map(rowsOf))
    const gains = points
      .filter((point) => rowsOf(point) <= rowsOf(points[0]!) / 2 && !chosen.includes(point))
      .filter((point) => space + rowsOf(point) <= limits.rows)
      .map((point) => ({
        point,
        gain:
          points
            .filter((wanted) => covers(point, wanted))
            .reduce(
              (sum, each) => sum + Math.max(0, paid(each) - rowsOf(point)) * weight(each),
              0,
            ) / rowsOf(point),
      }))
      .filter(({ gain }) => gain > 0)
    const best = gains.sort((a, b) => b.gain - a.gain)[0]
    if (!best) break
    space += rowsOf(best.point)
    chosen.push(best.point)
  }
  return chosen
}
