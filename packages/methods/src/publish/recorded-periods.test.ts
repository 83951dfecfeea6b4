import { expect, test } from 'vitest'
import { recordedPeriods } from './index.ts'
import { testCube } from './testing-table.ts'

const cell = (country: string, time: string, direction: string, crossings: number) => ({
  country,
  time,
  direction,
  crossings,
})

const cells = [
  cell('GTM', '2019-03', 'arrival', 5),
  cell('GTM', '2021-02', 'arrival', 4),
  cell('GTM', '2021-06', 'departure', 3),
  cell('SLV', '2020-01', 'arrival', 2),
]
const crossings = testCube('movements', cells)
const recorded = recordedPeriods(cells.map(({ country, time }) => [country, time] as const))
const table = (query: string) => {
  const { rowKeys, columnKeys, values, statuses, rowTotals } = crossings.table(
    query,
    'en',
    {},
    recorded,
  )
  return {
    rowTotals,
    cells: Object.fromEntries(
      rowKeys.flatMap((row, r) =>
        columnKeys.map((column, c) => {
          const at = r * columnKeys.length + c
          return [[...row, ...column].join(' '), statuses[at] ?? values[at]]
        }),
      ),
    ),
  }
}

test('a year in which a country has no records is missing, one in which it counted none is zero', () => {
  expect(table('rows=country&columns=time.year').cells).toEqual({
    'GTM 2019': 5,
    'GTM 2020': 'missing',
    'GTM 2021': 7,
    'SLV 2019': 'missing',
    'SLV 2020': 2,
    'SLV 2021': 'missing',
  })
  expect(table('rows=country,direction&columns=time.year&where=country:GTM').cells).toMatchObject({
    'GTM departure 2019': 0,
    'GTM departure 2021': 3,
  })
})

test('before its first month and after its last a country has counted nothing', () => {
  const { cells: months } = table('rows=time&columns=direction&where=country:GTM;time.year:2021')
  expect(months).toMatchObject({ '2021-02 departure': 0, '2021-06 arrival': 0 })
  const years = table('rows=time.year&columns=direction&where=country:SLV')
  expect(years.cells).toMatchObject({ '2019 arrival': 'missing', '2020 arrival': 2 })
  expect(years.rowTotals).toEqual([null, 2, null])
})

test('what all countries together counted is a count where one of them did', () => {
  expect(table('rows=direction&columns=time.year').cells).toMatchObject({
    'departure 2019': 0,
    'departure 2020': 0,
  })
})
