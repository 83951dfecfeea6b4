import { expect, test } from 'vitest'
import { testCube } from './testing-table.ts'

const cell = (
  country: string,
  time: string,
  criterion: string,
  migrations: number,
  undecided: number,
) => ({ country, time, criterion, outcome: '_U', direction: 'arrival', migrations, undecided })

const sixteen = 'twelve-in-sixteen'
const declared = 'declared-purpose'
const flows = testCube('migrations', [
  cell('CRI', '2022-05-01', sixteen, 9, 0),
  cell('CRI', '2023-05-01', sixteen, 8, 0),
  cell('CRI', '2023-11-03', sixteen, 1, 2),
  cell('CRI', '2024-02-01', sixteen, 0, 7),
  cell('CRI', '2024-02-01', declared, 5, 0),
  cell('SLV', '2023-01-09', sixteen, 4, 0),
  cell('SLV', '2024-01-09', sixteen, 3, 0),
])
const shown = (query: string) => {
  const table = flows.table(query)
  const width = table.columnKeys.length
  return {
    ...table,
    cells: Object.fromEntries(
      table.values.map((value, at) => [
        [...table.rowKeys[Math.floor(at / width)]!, ...table.columnKeys[at % width]!].join(' '),
        [value, table.statuses[at]],
      ]),
    ),
  }
}

test('a figure of a country and a year in which anything is undecided is provisional, and no other', () => {
  const { cells, unfinished, marginStatuses } = shown('rows=country&columns=time.year')
  expect(cells).toEqual({
    'CRI 2022': [9, undefined],
    'CRI 2023': [9, 'provisional'],
    'CRI 2024': [0, 'provisional'],
    'SLV 2022': [0, undefined],
    'SLV 2023': [4, undefined],
    'SLV 2024': [3, undefined],
  })
  expect(unfinished).toEqual(['2023', '2024'])
  expect(marginStatuses).toMatchObject({
    rows: { 0: 'provisional' },
    columns: { 1: 'provisional', 2: 'provisional' },
    grand: 'provisional',
  })
})

test('months before the first undecided crossing are final', () => {
  const { unfinished } = shown('rows=time.month&where=country:CRI')
  expect(unfinished).toEqual(['2023-11', '2024-01', '2024-02'])
})

test('what another criterion leaves undecided is no matter', () => {
  const { cells, unfinished } = shown('rows=time.year&where=criterion:declared-purpose')
  expect(cells).toMatchObject({ '2023': [0, undefined], '2024': [5, undefined] })
  expect(unfinished).toBeUndefined()
})

test('a country without undecided crossings has final figures', () => {
  expect(shown('rows=time.year&where=country:SLV').unfinished).toBeUndefined()
})

test('the count of what is undecided is itself no minimum', () => {
  expect(shown('measure=undecided&rows=time.year').unfinished).toBeUndefined()
})

test('a change on or from a provisional figure is not told, a share is told as provisional', () => {
  const change = shown('columns=time.year&where=country:CRI&show=year-change')
  expect(change.cells).toMatchObject({
    '2023': [null, 'not-comparable'],
    '2024': [null, 'not-comparable'],
  })
  const share = shown('rows=country&columns=time.year&show=column-share')
  const [value, status] = share.cells['CRI 2023']!
  expect(value).toBeCloseTo((100 * 9) / 13, 3)
  expect(status).toBe('provisional')
})

test('over all periods together the figure is provisional where any of them is', () => {
  const { cells } = shown('rows=country')
  expect(cells).toEqual({ CRI: [18, 'provisional'], SLV: [7, undefined] })
})
