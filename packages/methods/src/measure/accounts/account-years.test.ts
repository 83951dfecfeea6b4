import { expect, it } from 'vitest'
import { totalOfYear } from './account-years.ts'

const july = 2020 * 12 + 6
const months = Array.from({ length: 18 }, (_, at) => ({
  period: `${2020 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
  value: at + 1,
}))

it('twelve months from July are the months themselves where they are known', () => {
  expect(totalOfYear(months, july)).toEqual({
    value: 7 + 8 + 9 + 10 + 11 + 12 + 13 + 14 + 15 + 16 + 17 + 18,
    isApproximated: false,
  })
})

it('months go before the calendar years that hold them', () => {
  const years = [2020, 2021].map((year) => ({ period: String(year), value: 1_000_000 }))
  expect(totalOfYear([...years, ...months], july)!.isApproximated).toBe(false)
  expect(totalOfYear([...years, ...months.slice(7)], july)).toEqual({
    value: 1_000_000,
    isApproximated: true,
  })
})

it('quarters and halves make a year up, and eleven months do not', () => {
  const quarters = ['2020-Q3', '2020-Q4', '2021-Q1', '2021-Q2'].map((period) => ({
    period,
    value: 5,
  }))
  expect(totalOfYear(quarters, july)).toEqual({ value: 20, isApproximated: false })
  expect(
    totalOfYear(
      [
        { period: '2020-S2', value: 3 },
        { period: '2021-S1', value: 4 },
      ],
      july,
    )!.value,
  ).toBe(7)
  expect(totalOfYear(months.slice(6, 17), july)).toBeNull()
  expect(totalOfYear(quarters.slice(1), july)).toBeNull()
})

it('a calendar year is never split for itself', () => {
  expect(totalOfYear([{ period: '2020', value: 9 }], 2020 * 12)).toEqual({
    value: 9,
    isApproximated: false,
  })
  expect(totalOfYear([{ period: '2020', value: 9 }], 2021 * 12)).toBeNull()
})
