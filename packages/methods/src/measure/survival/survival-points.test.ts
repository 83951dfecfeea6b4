import { describe, expect, test } from 'vitest'
import { kaplanMeier } from './kaplan-meier.ts'
import { survivalAt } from './survival-at.ts'
import { survivalInterval } from './survival-interval.ts'
import { survivalOfClasses } from './survival-of-classes.ts'

const rounded = (value: number | null) => (value === null ? null : Number(value.toFixed(3)))

describe('the interval of a share that survives', () => {
  // R 4, survival: survfit(Surv(time, status) ~ x, data = aml, conf.type = "log-log"), the group that was maintained
  const times = [9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161]
  const ended = [1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 0]

  test('is the one printed of remissions that were maintained', () => {
    const intervals = kaplanMeier(times, ended).map(({ survival, variance }) =>
      survivalInterval(survival, variance)!.map(rounded),
    )
    expect(intervals).toEqual([
      [0.508, 0.987],
      [0.447, 0.951],
      [0.35, 0.899],
      [0.266, 0.835],
      [0.167, 0.753],
      [0.093, 0.657],
      [0.012, 0.525],
    ])
  })

  test('says nothing before a stay has ended, nor once nobody is left', () => {
    expect(survivalInterval(1, 0)).toBeNull()
    expect(survivalInterval(0, 0)).toBeNull()
  })

  test('at a number of days is that of the last step, and nothing is known after the last stay was cut off', () => {
    const still = (days: number) => times.filter((time) => time > days).length
    const points = survivalAt(kaplanMeier(times, ended), [0, 30, 48, 161], still)
    expect(points.map((point) => [point.still, rounded(point.survival), point.mark])).toEqual([
      [11, 1, null],
      [5, 0.614, null],
      [1, 0.184, null],
      [null, null, 'not-followed'],
    ])
  })
})

describe('the curve of the classes of a table', () => {
  const ended = [
    { upTo: 0, stays: 10 },
    { upTo: 7, stays: 50 },
    { upTo: 30, stays: 20 },
  ]

  test('is that of the stays themselves before any is cut off', () => {
    const days = [...Array<number>(10).fill(0), ...Array<number>(50).fill(5)]
    const more = [...Array<number>(20).fill(29), ...Array<number>(20).fill(400)]
    const steps = kaplanMeier(
      [...days, ...more],
      [...days, ...more].map((day) => (day === 400 ? 0 : 1)),
    )
    const points = survivalOfClasses({ stays: 100, ended, beyond: 20 }, 365)
    points.forEach((point, at) => {
      expect(point.survival).toBeCloseTo(steps[at]!.survival, 12)
      const [low, high] = survivalInterval(steps[at]!.survival, steps[at]!.variance)!
      expect([rounded(point.low), rounded(point.high)]).toEqual([rounded(low), rounded(high)])
    })
    expect(points.map(({ still }) => still)).toEqual([90, 40, 20])
  })

  test('ends where the stay that began last was followed no longer', () => {
    const marks = survivalOfClasses({ stays: 100, ended, beyond: 20 }, 7).map(({ mark }) => mark)
    expect(marks).toEqual([null, 'not-followed', 'not-followed'])
    expect(survivalOfClasses({ stays: 100, ended, beyond: 20 }, 8)[1]!.mark).toBeNull()
  })

  test('leaves out what a withheld figure is needed for, and tells what the others give', () => {
    const hidden = [ended[0]!, { upTo: 7, stays: null }, ended[2]!]
    const points = survivalOfClasses({ stays: 100, ended: hidden, beyond: 20 }, 365)
    expect(points.map(({ still }) => still)).toEqual([90, 40, 20])
    const without = survivalOfClasses({ stays: null, ended: hidden, beyond: 20 }, 365)
    expect(without.map(({ mark }) => mark)).toEqual(['withheld', 'withheld', 'withheld'])
  })

  test('of nobody says nothing', () => {
    const none = survivalOfClasses({ stays: 0, ended: [{ upTo: 0, stays: 0 }], beyond: 0 }, 365)
    expect(none[0]!.mark).toBe('not-followed')
  })
})
