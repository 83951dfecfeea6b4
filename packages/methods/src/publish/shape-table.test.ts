import { describe, expect, test } from 'vitest'
import { restCode } from './index.ts'
import { testCube } from './testing-table.ts'

const crossing = (country: string, time: string, sex: string, value: number, more = {}) => ({
  country,
  time,
  sex,
  direction: 'arrival',
  value,
  ...more,
})

const crossings = testCube('movements', [
  crossing('SLV', '2019-03', 'F', 5),
  crossing('SLV', '2019-04', 'M', 7),
  crossing('SLV', '2021-01', 'F', 1),
  crossing('GTM', '2019-03', 'F', 20),
  crossing('HND', '2019-07', '_U', 2, { direction: 'departure' }),
  crossing('CRI', '2019-07', 'M', 2),
])

describe('a table', () => {
  test('holds its cells row by row in the order of the code list, with margins', () => {
    const table = crossings.table('rows=country&columns=sex')
    expect(table.rowKeys).toEqual([['CRI'], ['GTM'], ['HND'], ['SLV']])
    expect(table.columnKeys).toEqual([['F'], ['M'], ['_U']])
    expect(table.values).toEqual([0, 2, 0, 20, 0, 0, 0, 0, 2, 6, 7, 0])
    expect(table.rowTotals).toEqual([2, 20, 2, 13])
    expect(table.columnTotals).toEqual([26, 9, 2])
    expect(table.grandTotal).toBe(37)
    expect(table.statuses).toEqual({})
  })

  test('without dimensions is one number', () => {
    const table = crossings.table('')
    expect(table.rowKeys).toEqual([[]])
    expect(table.columnKeys).toEqual([[]])
    expect(table.values).toEqual([37])
    expect(table.rowTotals).toEqual([37])
    expect(table.grandTotal).toBe(37)
  })

  test('of several dimensions holds the combinations that occur', () => {
    const table = crossings.table('rows=country,sex&columns=time.year,direction')
    expect(table.rowKeys).toContainEqual(['SLV', 'F'])
    expect(table.rowKeys).not.toContainEqual(['GTM', 'M'])
    expect(table.columnKeys).toEqual([
      ['2019', 'arrival'],
      ['2019', 'departure'],
      ['2021', 'arrival'],
    ])
    expect(table.values.reduce<number>((sum, value) => sum + (value ?? 0), 0)).toBe(37)
  })

  test('shows the periods of the cube that have no record, because a gap must be seen', () => {
    const table = crossings.table('rows=time&where=country:GTM')
    expect(table.rowKeys.flat()).toEqual(['2019-03', '2019-04', '2019-07', '2021-01'])
    expect(table.values).toEqual([20, 0, 0, 0])
    expect(crossings.table('rows=time&where=country:GTM;time.year:2019').values).toEqual([20, 0, 0])
  })

  test('puts margins from the cube on an axis of which rows are cut', () => {
    const table = crossings.table('rows=country&columns=sex&top=2')
    expect(table.rowKeys).toEqual([['GTM'], ['SLV'], [restCode]])
    expect(table.values).toEqual([20, 0, 0, 6, 7, 0, 0, 2, 2])
    expect(table.rowTotals).toEqual([20, 13, 4])
    expect(table.columnTotals).toEqual([26, 9, 2])
    expect(table.grandTotal).toBe(37)
    expect(table.rows[0]!.codes.at(-1)).toEqual({ code: restCode, label: 'All other (2)' })
    expect(table.notes).toContain(
      'The 2 largest rows are shown; the other 2 are summed into “All other”.',
    )
  })

  test('keeps the smallest rows when the order is ascending', () => {
    const table = crossings.table('rows=country&sort=total&top=2')
    expect(table.rowKeys).toEqual([['CRI'], ['HND'], [restCode]])
    expect(table.values).toEqual([2, 2, 33])
  })

  test('shows the greatest rows by name when the order is by label', () => {
    const table = crossings.table('rows=country&sort=-label&top=3', 'es')
    expect(table.rowKeys).toEqual([['GTM'], ['SLV'], ['CRI'], [restCode]])
  })

  test('cuts nothing where there are no more rows than asked for', () => {
    const table = crossings.table('rows=country&top=4')
    expect(table.rowKeys).toEqual([['GTM'], ['SLV'], ['CRI'], ['HND']])
    expect(table.notes.join(' ')).not.toContain('All other')
  })

  test('is ordered as a tree: groups by their sums, rows within their group', () => {
    const table = crossings.table('rows=country,sex&sort=-total')
    expect(table.rowKeys).toEqual([
      ['GTM', 'F'],
      ['SLV', 'M'],
      ['SLV', 'F'],
      ['CRI', 'M'],
      ['HND', '_U'],
    ])
  })

  test('says its filters in words', () => {
    const table = crossings.table('rows=sex&where=country:SLV,GTM;time.year:2019..2021', 'es')
    expect(table.filters).toEqual([
      { dimension: 'country', label: 'País que registra', values: ['El Salvador', 'Guatemala'] },
      { dimension: 'time.year', label: 'Año', values: ['2019 – 2021'] },
    ])
  })

  test('that no record meets says so, and keeps its margins honest', () => {
    const table = crossings.table('rows=country&columns=sex&where=country:FRA')
    expect(table.rowKeys).toEqual([])
    expect(table.values).toEqual([])
    expect(table.grandTotal).toBe(0)
    expect(table.notes).toContain('No record meets all the conditions.')
    expect(table.notes).toContain('No records in the whole cube: Recording country: France.')
  })

  test('of too many cells is refused', () => {
    const many = testCube(
      'movements',
      Array.from({ length: 60 }, (_, i) =>
        crossing('SLV', `20${String(10 + i).slice(-2)}-01`, 'F', i),
      ),
    )
    expect(() => many.table('rows=time&columns=time.year')).toThrow(/more than 1000 cells/)
  })
})

test('a year of which only a part has arrived is said to be incomplete', () => {
  const months = Array.from({ length: 14 }, (_, i) =>
    crossing(
      'SLV',
      `20${20 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
      'F',
      1,
    ),
  )
  const cube = testCube('movements', months)
  const note = '2021 is incomplete: the cube holds January 2021 to February 2021 only.'
  expect(cube.table('rows=time.year').notes).toContain(note)
  expect(cube.table('rows=time.year&where=time.year:2020').notes).not.toContain(note)
  expect(cube.table('rows=time').notes.join()).not.toContain('incomplete')
})

describe('what a table says of its origin', () => {
  test('records of persons are unprotected unless they are drawn', () => {
    const observed = crossings.table('rows=country')
    expect(observed.protection).toBe('unprotected')
    expect(observed.notes[0]).toMatch(/^UNPROTECTED/)
    const drawn = crossings.table('rows=country', 'en', { synthetic: true, observed: false })
    expect(drawn.protection).toBe('none')
    expect(drawn.notes[0]).toMatch(/^SYNTHETIC/)
    expect(drawn.citation).toMatch(/^SYNTHETIC/)
    const mixed = crossings.table('rows=country', 'en', { synthetic: true, observed: true })
    expect(mixed.protection).toBe('unprotected')
    expect(mixed.synthetic).toBe(true)
  })

  test('repeats, rejections and newer records are said', () => {
    const notes = crossings
      .table('rows=country', 'en', { repeats: 3, records: 1234, rejected: 2, stale: true })
      .notes.join('\n')
    expect(notes).toContain('3 flagged ones repeat another; each group of repeats is counted once')
    expect(notes).toContain('2 records of the source files were rejected')
    expect(notes).toContain('Newer records have arrived')
  })

  test('it can be cited', () => {
    expect(crossings.table('rows=country').citation).toBe(
      'Office (2020), Records. Table of “Arrivals and departures at border posts” made with Caudal, snapshot 0123456789abcdef, data received up to 2026-01-31.',
    )
  })
})

describe('a measure that is not additive', () => {
  const stock = (destination: string, time: string, value: number | null) => ({
    destination,
    origin: 'SLV',
    time,
    value,
  })
  const stocks = testCube('un-migrant-stock', [
    stock('USA', '2010', 10),
    stock('USA', '2015', 12),
    stock('CRI', '2010', 3),
    stock('CRI', '2015', null),
    stock('MEX', '2010', 4),
  ])

  test('is shown at the latest period, and the note says which', () => {
    const table = stocks.table('rows=destination')
    expect(table.values).toEqual([null, 12])
    expect(table.rowKeys).toEqual([['CRI'], ['USA']])
    expect(table.statuses).toEqual({ 0: 'missing' })
    expect(table.notes[0]).toBe(
      '“Migrants (stock)” is not added over “Year (1 July)”: 2015 is shown, the latest period of those asked for.',
    )
    expect(table.filters).toEqual([{ dimension: 'time', label: 'Year (1 July)', values: ['2015'] }])
  })

  test('is shown at the latest of the periods asked for', () => {
    const table = stocks.table('rows=destination&where=time:2005..2012')
    expect(table.values).toEqual([3, 4, 10])
    expect(stocks.table('rows=destination&where=time:2010').notes.join()).not.toContain('latest')
  })

  test('has no totals over its periods, and totals over all else', () => {
    const table = stocks.table('rows=destination&columns=time')
    expect(table.rowTotals).toBeNull()
    expect(table.grandTotal).toBeNull()
    expect(table.columnTotals).toEqual([17, 12])
    expect(table.statuses).toEqual({ 1: 'missing', 3: 'missing' })
    const turned = stocks.table('rows=time&columns=destination')
    expect(turned.rowTotals).toEqual([17, 12])
    expect(turned.columnTotals).toBeNull()
  })

  test('is ranked by its latest period', () => {
    const table = stocks.table('rows=destination&columns=time&top=1')
    expect(table.rowKeys).toEqual([['USA'], [restCode]])
    expect(table.values).toEqual([10, 12, 7, null])
    expect(table.notes).toContain('Rows are ordered by 2015, as there is no total.')
  })
})
