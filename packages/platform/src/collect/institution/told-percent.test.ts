import { expect, test } from 'vitest'
import { sayDays, sayMonth } from './said-day.ts'
import { toldPercent } from './told-percent.ts'

test('two of thousands are not told as none of them, nor all but two as all', () => {
  expect(toldPercent(2, 4988)).toBe(0.04)
  expect(toldPercent(4986, 4988)).toBe(99.96)
  expect(toldPercent(1, 2_000_000)).toBe(0.00005)
  expect(toldPercent(1_999_999, 2_000_000)).toBe(99.99995)
})

test('none and all are told as such, and other shares to one decimal', () => {
  expect([toldPercent(0, 4988), toldPercent(4988, 4988)]).toEqual([0, 100])
  expect([toldPercent(1, 3), toldPercent(-1, 3)]).toEqual([33.3, -33.3])
})

test('days in a text are written by language, and what is no day is left', () => {
  expect(sayDays('2020-03-05', 'es')).toBe('5\u00a0mar\u00a02020')
  expect(sayDays('2020-03-05 – 2020-03-08, 2020-13-40', 'en')).toBe(
    '5\u00a0Mar\u00a02020 – 8\u00a0Mar\u00a02020, 2020-13-40',
  )
  expect(sayMonth('2020-03', 'fr')).toBe('mars 2020')
})
