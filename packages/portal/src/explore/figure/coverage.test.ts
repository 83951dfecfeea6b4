import { describe, expect, test } from 'vitest'
import { periodsBetween } from '../../words/period.ts'
import { coverageOf, isWhole, levelOfCoverage } from './coverage.ts'

describe('the coverage of a cube', () => {
  test('ends with its last month', () => {
    const coverage = coverageOf(periodsBetween('2022-01', '2024-03')!)
    expect(
      ['2023', '2024', '2024-Q1', '2024-03', '2024-04'].map((each) => isWhole(each, coverage)),
    ).toEqual([true, false, true, true, false])
  })

  test('has a hole where the months of a year are missing', () => {
    const months = [
      ...periodsBetween('2019-01', '2020-01')!,
      ...periodsBetween('2022-01', '2022-12')!,
    ]
    const coverage = coverageOf(months)
    expect(['2019', '2020', '2021', '2022'].map((year) => isWhole(year, coverage))).toEqual([
      true,
      false,
      false,
      true,
    ])
  })

  test('forgives a month in which nothing happened', () => {
    const months = periodsBetween('2022-01', '2022-12')!.filter((month) => month !== '2022-08')
    expect(isWhole('2022', coverageOf(months))).toBe(true)
  })

  test('of years counts every month of each', () => {
    const coverage = coverageOf(['1990', '1995', '2000'])
    expect(['1990', '1992', '1995'].map((year) => isWhole(year, coverage))).toEqual([
      true,
      false,
      true,
    ])
  })

  test('that is not known leaves every period whole', () => {
    expect(isWhole('2031', undefined)).toBe(true)
  })
})

test('a cube of days tells its coverage by months, of which there are never too many for one list', () => {
  const days = [{ id: 'time' }, { id: 'time.month' }, { id: 'time.quarter' }, { id: 'time.year' }]
  expect(levelOfCoverage(days)).toBe('time.month')
  expect(levelOfCoverage([{ id: 'time' }, { id: 'time.year' }])).toBe('time')
  expect(levelOfCoverage([])).toBeUndefined()
})
