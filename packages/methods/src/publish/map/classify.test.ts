import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { classifyValues, classMethods, findClass } from './classify.ts'
import { naturalBreaks } from './natural-breaks.ts'

/**
 * Employees per square kilometre in the 58 counties of California: the worked example of Rey,
 * Arribas-Bel and Wolf, Geographic Data Science with PySAL and the PyData Stack, 2020, ch. 5, whose
 * results for five classes are quoted below (data of PySAL's mapclassify, BSD 3-Clause).
 */
const employment = [
  329.92, 0.42, 5.9, 14.03, 2.78, 1.34, 181.27, 1.65, 10.03, 16.7, 1.32, 3.99, 3.16, 0.22, 8.7,
  6.56, 3.27, 0.33, 370.5, 4.51, 75.29, 0.99, 2.74, 8.68, 0.14, 0.92, 12.63, 28.7, 12.02, 722.85,
  36.68, 0.74, 29.82, 192.05, 3.38, 11.15, 110.74, 4111.45, 49.47, 10.33, 317.11, 20.47, 264.93,
  66.26, 5.39, 0.13, 0.61, 50.65, 40.48, 36.67, 13.09, 1.81, 0.2, 7.6, 2.51, 57.26, 24.32, 6.97,
]

const upper = (method: (typeof classMethods)[number]) =>
  classifyValues(employment, method).map(({ to }) => Math.round(to * 1000) / 1000)
const counts = (method: (typeof classMethods)[number]) =>
  classifyValues(employment, method).map(({ count }) => count)

describe('published examples', () => {
  test('quantiles of employment in California', () => {
    expect(upper('quantile')).toEqual([1.464, 5.798, 13.278, 54.616, 4111.45])
    expect(counts('quantile')).toEqual([12, 11, 12, 11, 12])
  })

  test('equal intervals of employment in California leave three classes empty', () => {
    expect(upper('equal')).toEqual([822.394, 1644.658, 2466.922, 3289.186, 4111.45])
    expect(counts('equal')).toEqual([57, 0, 0, 0, 1])
    expect(classifyValues(employment, 'equal').at(1)?.occurring).toBeNull()
  })

  test('natural breaks of employment in California', () => {
    expect(upper('natural')).toEqual([75.29, 192.05, 370.5, 722.85, 4111.45])
    expect(counts('natural')).toEqual([49, 3, 4, 1, 1])
  })

  test('natural breaks of the example of Wang and Song', () => {
    expect(naturalBreaks([-1, 2, -1, 2, 4, 5, 6, -1, 2, -1], 3)).toEqual([-1, 2, 6])
  })

  test('natural breaks of four values part nine and ten from four and five', () => {
    expect(naturalBreaks([4, 5, 9, 10], 2)).toEqual([5, 10])
  })
})

describe('hard cases', () => {
  test('no values make no classes', () => {
    for (const method of classMethods) expect(classifyValues([], method)).toEqual([])
  })

  test('one value makes one class', () => {
    for (const method of classMethods) {
      expect(classifyValues([7], method)).toEqual([
        { from: 7, to: 7, count: 1, occurring: [7, 7], side: 1, shade: 3 },
      ])
    }
  })

  test('equal values make one class', () => {
    for (const method of classMethods) {
      const classes = classifyValues([3, 3, 3, 3], method)
      expect(classes.map(({ count }) => count)).toEqual([4])
      expect(findClass(classes, 3)).toBe(0)
    }
  })

  test('ties stay together, so that quantiles may give fewer classes', () => {
    const classes = classifyValues([0, 0, 0, 0, 0, 0, 0, 1, 2, 9], 'quantile')
    expect(classes[0]).toMatchObject({ from: 0, to: 0, count: 7 })
    expect(classes.reduce((sum, { count }) => sum + count, 0)).toBe(10)
    expect(classes.length).toBeLessThan(5)
  })

  test('gains and losses never share a class', () => {
    for (const method of classMethods) {
      const classes = classifyValues([-40, -3, -1, 0, 2, 5, 80, 81], method)
      const held = classes.filter(({ occurring }) => occurring !== null)
      expect(held.map(({ occurring }) => occurring!.map(Math.sign))).toEqual(
        held.map(({ side }) => [side, side]),
      )
      expect(classes.filter(({ side }) => side === 0)).toHaveLength(1)
      expect(findClass(classes, 0)).toBe(classes.findIndex(({ side }) => side === 0))
    }
  })

  test('losses alone are deepest where they are greatest', () => {
    const classes = classifyValues([-5, -4, -3, -2, -1], 'equal')
    expect(classes.map(({ shade }) => shade)).toEqual([5, 4, 3, 2, 1])
    expect(classes.every(({ side }) => side === -1)).toBe(true)
  })

  test('a figure that is no number is refused', () => {
    expect(() => classifyValues([1, Number.NaN], 'equal')).toThrow(RangeError)
    expect(() => classifyValues([1], 'equal', 0)).toThrow(RangeError)
  })
})

test('every value has exactly one class and the classes are in order', () => {
  const values = fc.array(
    fc.oneof(
      fc.integer({ min: -1000, max: 1000 }),
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    ),
    {
      minLength: 1,
      maxLength: 80,
    },
  )
  fc.assert(
    fc.property(
      values,
      fc.constantFrom(...classMethods),
      fc.integer({ min: 1, max: 5 }),
      (list, method, k) => {
        const classes = classifyValues(list, method, k)
        expect(classes.reduce((sum, { count }) => sum + count, 0)).toBe(list.length)
        const found = list.map((value) => findClass(classes, value))
        expect(classes.map((_, place) => found.filter((at) => at === place).length)).toEqual(
          classes.map(({ count }) => count),
        )
        for (let i = 1; i < classes.length; i++) {
          expect(classes.at(i)!.from).toBeGreaterThanOrEqual(classes.at(i - 1)!.to)
        }
      },
    ),
  )
})

const spread = (list: readonly number[], uppers: readonly number[]) =>
  uppers.reduce((sum, to, i) => {
    const within = list.filter((x) => x <= to && x > (uppers[i - 1] ?? -Infinity))
    const mean = within.reduce((a, b) => a + b, 0) / within.length
    return sum + within.reduce((a, b) => a + (b - mean) ** 2, 0)
  }, 0)

test('no other cut of a short list has less spread than the natural breaks', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 3, maxLength: 12 }),
      (list) => {
        const distinct = [...new Set(list)].toSorted((a, b) => a - b)
        fc.pre(distinct.length >= 3)
        const best = spread(list, naturalBreaks(list, 3))
        for (let a = 0; a < distinct.length - 2; a++) {
          for (let b = a + 1; b < distinct.length - 1; b++) {
            const other = spread(list, [distinct[a]!, distinct[b]!, distinct.at(-1)!])
            expect(best).toBeLessThanOrEqual(other + 1e-9)
          }
        }
      },
    ),
  )
})

test('limits by hand make the classes, and those beyond the values are left out', () => {
  const classes = classifyValues([1, 5, 20, 300], [-4, 10, 100, 5000])
  expect(classes.map(({ from, to, count }) => [from, to, count])).toEqual([
    [1, 10, 2],
    [10, 100, 1],
    [100, 300, 1],
  ])
  expect(classifyValues([-5, -1, 2, 8], [-2, 5]).map(({ to, side }) => [to, side])).toEqual([
    [-2, -1],
    [-1, -1],
    [5, 1],
    [8, 1],
  ])
})
