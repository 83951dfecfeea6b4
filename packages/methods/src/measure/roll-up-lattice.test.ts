import { describe, expect, test } from 'vitest'
import * as fc from 'fast-check'
import { chooseRollUps, covers, listRollUpPoints } from './index.ts'

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
          const chosen = chooseRollUps(counts, rowsOf, { rollUps, rows, leastRows })
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
    const lazily = chooseRollUps(counts, rowsOf, limits)
    expect(lazily.map(({ point }) => point)).toEqual(eagerly(counts, rowsOf, limits))
  })

  test('leaves a cube alone whose cells cost no more than the least', () => {
    expect(chooseRollUps(counts, () => 10, { rollUps: 9, rows: 99, leastRows: 1000 })).toEqual([])
  })

  test('more roll-ups never make a question dearer', () => {
    const cost = (rollUps: number, wanted: readonly number[]) =>
      Math.min(
        10_000,
        ...chooseRollUps(counts, rowsOf, { rollUps, rows: 20_000, leastRows: 10 })
          .filter(({ point }) => covers(point, wanted))
          .map(({ rows }) => rows),
      )
    for (const wanted of listRollUpPoints(counts)) {
      expect(cost(8, wanted)).toBeLessThanOrEqual(cost(2, wanted))
    }
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
