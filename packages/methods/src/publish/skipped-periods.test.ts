import { expect, test } from 'vitest'
import { recordedPeriods } from './index.ts'
import { skippedPeriods } from './skipped-periods.ts'
import { testCube } from './testing-table.ts'

const months = ['2023-11', '2023-12', '2024-03', '2024-04']

test('months without records between others are those that an axis jumps over', () => {
  expect(skippedPeriods(months, [], 'time.month')).toEqual(['2024-01', '2024-02'])
  expect(skippedPeriods(['2019-Q3', '2020-Q1', '2020-Q2'], [], 'time.quarter')).toEqual(['2019-Q4'])
})

test('periods that nobody asked for are not missing', () => {
  const of = (...codes: string[]) => [{ dimension: 'time.year', codes }]
  expect(skippedPeriods(months, of('2023', '2024'), 'time.month')).toEqual(['2024-01', '2024-02'])
  expect(skippedPeriods(['2021', '2022', '2024'], of('2021', '2022', '2024'), 'time.year')).toEqual(
    [],
  )
  const range = ['2023-11', '2024-01'] as const
  expect(skippedPeriods(months, [{ dimension: 'time.month', range }], 'time.month')).toEqual([
    '2024-01',
  ])
})

test('a series of every fifth year, a stray year and periods of several levels jump over nothing', () => {
  expect(skippedPeriods(['1990', '1995', '2000', '2005'], [], 'time')).toEqual([])
  expect(skippedPeriods(['1905', '2018', '2019', '2020'], [], 'time')).toEqual([])
  expect(skippedPeriods(['2018', '2019-01', '2021'], [], 'time')).toEqual([])
})

test('a month without records is a count of none for a country that counted before and after it', () => {
  const cell = (country: string, time: string) => ({
    country,
    time,
    direction: 'arrival',
    crossings: 4,
  })
  const cells = [
    ...['2019-01', '2019-02', '2019-04', '2019-05'].map((time) => cell('GTM', time)),
    ...['2019-01', '2019-02'].map((time) => cell('SLV', time)),
  ]
  const recorded = recordedPeriods(cells.map(({ country, time }) => [country, time] as const))
  const noneIn = (query: string) =>
    testCube('movements', cells).table(query, 'en', {}, recorded).noneIn
  expect(noneIn('rows=time.month&where=country:GTM')).toEqual(['2019-03'])
  expect(noneIn('rows=direction&columns=time.month')).toEqual(['2019-03'])
  // who counted no longer found nothing because nobody looked
  expect(noneIn('rows=time.month&where=country:SLV')).toBeUndefined()
})
