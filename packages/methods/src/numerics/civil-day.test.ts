import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  civilNumber,
  completedYears,
  dayNumber,
  dayOfIso,
  easterSunday,
  isoDay,
  weekday,
  yearOf,
} from './civil-day.ts'

describe('days as numbers', () => {
  it('agree with the calendar from 1000 to 2999', () => {
    const days = fc.integer({ min: -354_285, max: 376_199 })
    fc.assert(
      fc.property(days, (day) => {
        const date = new Date(day * 86_400_000)
        const iso = date.toISOString().slice(0, 10)
        const [year, month, dayOfMonth] = iso.split('-').map(Number) as [number, number, number]
        expect(isoDay(day)).toBe(iso)
        expect(dayOfIso(iso)).toBe(day)
        expect(dayNumber(year, month, dayOfMonth)).toBe(day)
        expect(civilNumber(day)).toBe(Number(iso.replaceAll('-', '')))
        expect(yearOf(day)).toBe(year)
        expect(weekday(day)).toBe((date.getUTCDay() + 6) % 7)
      }),
    )
  })

  it('a birthday on 29 February is reached on 1 March in common years', () => {
    const birth = dayNumber(2004, 2, 29)
    expect(completedYears(birth, dayNumber(2025, 2, 28))).toBe(20)
    expect(completedYears(birth, dayNumber(2025, 3, 1))).toBe(21)
  })

  it('Easter falls where the church tables have it', () => {
    expect(
      [1818, 1943, 2000, 2015, 2016, 2019, 2024, 2038].map((y) => isoDay(easterSunday(y))),
    ).toEqual([
      '1818-03-22',
      '1943-04-25',
      '2000-04-23',
      '2015-04-05',
      '2016-03-27',
      '2019-04-21',
      '2024-03-31',
      '2038-04-25',
    ])
  })
})
