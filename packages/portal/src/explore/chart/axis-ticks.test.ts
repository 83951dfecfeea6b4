import { expect, test } from 'vitest'
import { periodsBetween } from '../../words/period.ts'
import { figureAxis, periodTicks } from './axis-ticks.ts'

test('years are labelled one by one where there is room, else every second, fifth or tenth', () => {
  const years = periodsBetween('1997', '2026')!
  expect(periodTicks(years, 40, 'es')).toHaveLength(30)
  expect(periodTicks(years, 8, 'es').map(({ label }) => label)).toEqual([
    '2000',
    '2005',
    '2010',
    '2015',
    '2020',
    '2025',
  ])
})

test('months over years are labelled at their Januaries', () => {
  const months = periodsBetween('2019-05', '2022-03')!
  expect(periodTicks(months, 10, 'en')).toEqual([
    { at: 8, label: '2020' },
    { at: 20, label: '2021' },
    { at: 32, label: '2022' },
  ])
})

test('a few months are labelled by name', () => {
  const months = periodsBetween('2025-01', '2025-03')!
  expect(periodTicks(months, 10, 'en').map(({ label }) => label)).toEqual([
    'Jan 2025',
    'Feb 2025',
    'Mar 2025',
  ])
})

test('the figures of an axis are as short as its steps allow', () => {
  expect(figureAxis(2_400_000, 500_000, 'en').format(1_500_000)).toBe('1.5')
  expect(figureAxis(900, 200, 'en').format(600)).toBe('600')
  expect(figureAxis(45_000, 10_000, 'fr')).toMatchObject({ unit: 1000 })
  expect(figureAxis(0.8, 0.2, 'es').format(0.4)).toBe('0,4')
})
