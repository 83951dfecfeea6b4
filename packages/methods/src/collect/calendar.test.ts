import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { completedYears, dateOf, daysBetween, isDate, periodStart } from './calendar.ts'

const anyDay = fc
  .date({
    min: new Date('1000-01-01T00:00:00Z'),
    max: new Date('2999-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  .map((date) => date.toISOString().slice(0, 10))

describe('the calendar', () => {
  test('has a 29 February every fourth year, but not in 1900, and in 2000', () => {
    expect(dateOf(2024, 2, 29)).toBe('2024-02-29')
    expect(dateOf(2000, 2, 29)).toBe('2000-02-29')
    expect(dateOf(1900, 2, 29)).toBeNull()
  })

  test('has no 31 February and no 31 April', () => {
    expect(isDate('2020-02-31')).toBe(false)
    expect(isDate('2020-04-31')).toBe(false)
  })

  test('counts days as the clock of the world does', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (from, to) => {
        const byClock = (Date.parse(to) - Date.parse(from)) / 86_400_000
        expect(daysBetween(from, to)).toBe(byClock)
      }),
    )
  })

  test('lets a year be completed on the birthday and not the day before', () => {
    expect(completedYears('1990-06-15', '2020-06-14')).toBe(29)
    expect(completedYears('1990-06-15', '2020-06-15')).toBe(30)
  })

  test('starts ISO weeks on a Monday, week 1 holding 4 January', () => {
    expect(periodStart('2020-W01')).toBe('2019-12-30')
    expect(periodStart('2020-W53')).toBe('2020-12-28')
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 2998 }), (year) => {
        const monday = periodStart(`${year}-W01`) ?? ''
        expect(new Date(`${monday}T00:00:00Z`).getUTCDay()).toBe(1)
        expect(Math.abs(daysBetween(monday, `${year}-01-04`))).toBeLessThan(7)
      }),
    )
  })
})
