import { describe, expect, test } from 'vitest'
import { Refusal } from '../vocabulary/index.ts'
import { recordedPeriods, restCode } from './index.ts'
import { testCube, type TestCell } from './testing-table.ts'

const crossing = (country: string, time: string, value: number, sex = 'F'): TestCell => ({
  country,
  time,
  sex,
  direction: 'arrival',
  value,
})

/** Two whole years of two months each, and a year of which one month has arrived. */
const crossings = testCube('movements', [
  crossing('SLV', '2019-01', 10),
  crossing('SLV', '2019-02', 30),
  crossing('SLV', '2020-01', 20),
  crossing('SLV', '2020-02', 40, 'M'),
  crossing('SLV', '2021-01', 50),
  crossing('GTM', '2019-01', 60),
  crossing('GTM', '2020-02', 30),
  crossing('HND', '2020-01', 5),
])

const stocks = testCube('un-migrant-stock', [
  { time: '2010', destination: 'CRI', origin: 'NIC', value: 200 },
  { time: '2015', destination: 'CRI', origin: 'NIC', value: 250 },
  { time: '2019', destination: 'CRI', origin: 'NIC', value: 300 },
  { time: '2019', destination: 'CRI', origin: 'COL', value: 100 },
])

describe('shares', () => {
  test('of rows divide each row by its own total, and the margin by that of the table', () => {
    const table = crossings.table('rows=country&columns=time.year&show=row-share')
    expect(table.rowKeys.flat()).toEqual(['GTM', 'HND', 'SLV'])
    expect(table.values.slice(6)).toEqual([26.666667, 40, 33.333333])
    expect(table.rowTotals).toEqual([100, 100, 100])
    expect(table.columnTotals).toEqual([40.816327, 38.77551, 20.408163])
    expect(table.grandTotal).toBe(100)
    expect(table.measure).toMatchObject({
      label: 'Crossings, % of the row',
      unit: '%',
      decimals: 1,
    })
    expect(table.calculation?.adds).toEqual({ columns: false, rows: true })
  })

  test('of columns add up to a hundred down each column', () => {
    const table = crossings.table('rows=country&columns=time.year&show=column-share')
    expect(table.values).toEqual([60, 31.578947, 0, 0, 5.263158, 0, 40, 63.157895, 100])
    expect(table.columnTotals).toEqual([100, 100, 100])
    expect(table.rowTotals).toEqual([36.734694, 2.040816, 61.22449])
  })

  test('of the total are made from the margins of the cube though rows are cut', () => {
    const table = crossings.table('rows=country&show=total-share&top=1')
    expect(table.rowKeys.flat()).toEqual(['SLV', restCode])
    expect(table.values).toEqual([61.22449, 38.77551])
    expect(table.grandTotal).toBe(100)
  })

  test('of a total of zero are no figures, and say why', () => {
    const table = crossings.table('rows=sex&columns=time&where=country:HND&show=column-share')
    const january2019 = table.columnKeys.findIndex(([code]) => code === '2019-01')
    expect(table.values[january2019]).toBeNull()
    expect(table.statuses[january2019]).toBe('no-base')
  })

  test('of stocks are taken over origins, never over years', () => {
    const table = stocks.table('rows=origin&columns=time&show=column-share')
    expect(table.rowKeys.flat()).toEqual(['COL', 'NIC'])
    expect(table.values).toEqual([null, null, 25, 100, 100, 75])
    expect(table.statuses[0]).toBe('missing')
    expect(table.rowTotals).toBeNull()
    expect(refusedFor(stocks, 'rows=origin&columns=time&show=row-share')).toBe(
      'publish.share-not-additive',
    )
    expect(refusedFor(stocks, 'rows=origin&columns=time&show=total-share')).toBe(
      'publish.share-not-additive',
    )
  })
})

describe('changes', () => {
  test('compare with the period before, though it is not in the table', () => {
    const table = crossings.table('rows=country&columns=time.year&where=time.year:2020&show=change')
    expect(table.columnKeys).toEqual([['2020']])
    expect(table.rowKeys.flat()).toEqual(['GTM', 'HND', 'SLV'])
    expect(table.values).toEqual([-50, null, 50])
    expect(table.statuses).toEqual({ 1: 'no-base' })
    expect(table.columnTotals).toEqual([-5])
    expect(table.rowTotals).toBeNull()
    expect(table.grandTotal).toBeNull()
  })

  test('are not made with a year of which a part has arrived, nor before the first', () => {
    const table = crossings.table('columns=time.year&show=change')
    expect(table.values).toEqual([null, -5, null])
    expect(table.statuses).toEqual({ 0: 'no-base', 2: 'not-comparable' })
  })

  test('of months go to the month before by the calendar, or to the year before', () => {
    const monthly = crossings.table('columns=time&where=country:SLV&show=change')
    expect(monthly.columnKeys.flat()).toEqual([
      '2019-01',
      '2019-02',
      '2020-01',
      '2020-02',
      '2021-01',
    ])
    expect(monthly.values).toEqual([null, 200, null, 100, null])
    const yearly = crossings.table('columns=time&where=country:SLV&show=year-change')
    expect(yearly.values).toEqual([null, null, 100, 33.333333, 150])
  })

  test('of years that a source gives years apart go to the one before, and say which', () => {
    const table = stocks.table('columns=time&where=origin:NIC&show=change')
    expect(table.values).toEqual([null, 25, 20])
    expect(table.notes).toContain('2019 is compared with 2015, the one before it in the data.')
    const onYear = stocks.table('columns=time&where=origin:NIC&show=year-change')
    expect(onYear.values).toEqual([null, null, null])
  })

  test('of a part of a year go to the same part of the year before', () => {
    const asked = 'columns=time.year&where=time:2020-01..2020-01;country:SLV'
    expect(crossings.table(`${asked}&show=difference`).values).toEqual([10])
    expect(crossings.table(`${asked}&show=year-change`).values).toEqual([100])
    const both = crossings.table(
      'columns=time.year&where=time:2019-01,2020-02;country:SLV&show=change',
    )
    expect(both.columnKeys.flat()).toEqual(['2019', '2020'])
    // 40 in February 2020 against 30 in February 2019, of which only January is shown.
    expect(both.values).toEqual([null, 33.333333])
  })

  test('of what is summed into the rest compare it with the same rows of before', () => {
    const table = crossings.table('rows=country&columns=time.year&show=difference&top=1')
    expect(table.rowKeys.flat()).toEqual(['SLV', restCode])
    expect(table.values).toEqual([null, 20, null, null, -25, null])
  })

  test('as differences know a base of zero', () => {
    const table = crossings.table(
      'rows=country&columns=time.year&where=time.year:2020&show=difference',
    )
    expect(table.values).toEqual([-30, 5, 20])
    expect(table.measure.unit).toBe('crossings: events, not persons')
  })

  test('find time wherever it stands', () => {
    const table = crossings.table('rows=country,time.year&columns=sex&show=change')
    const row = table.rowKeys.findIndex((key) => key.join() === 'SLV,2020')
    expect(table.values.slice(row * 2, row * 2 + 2)).toEqual([-50, null])
    expect(table.columnTotals).toBeNull()
  })

  test('cannot be asked of a table without time', () => {
    expect(refusedFor(crossings, 'rows=country&show=change')).toBe('publish.show-without-time')
  })
})

describe('an index', () => {
  test('is 100 in the first whole period, for rows and for the total', () => {
    const table = crossings.table('rows=country&columns=time.year&show=index')
    expect(table.values).toEqual([100, 50, null, null, null, null, 100, 150, null])
    expect(table.statuses).toEqual({
      2: 'not-comparable',
      3: 'no-base',
      4: 'no-base',
      5: 'not-comparable',
      8: 'not-comparable',
    })
    expect(table.columnTotals).toEqual([100, 95, null])
    expect(table.measure.label).toBe('Crossings, index (2019 = 100)')
  })

  test('takes no part of a year for a whole one', () => {
    const table = crossings.table(
      'columns=time.year&where=time:2019-02..2020-02;country:SLV&show=index',
    )
    expect(table.values).toEqual([null, 100])
    expect(table.statuses[0]).toBe('not-comparable')
  })

  test('starts at the first period that the table shows', () => {
    const table = crossings.table('columns=time&where=time:2019-02..2020-02;country:SLV&show=index')
    expect(table.values).toEqual([100, 66.666667, 133.333333])
    expect(crossings.table('columns=time&show=index', 'es').measure.label).toContain(
      'enero de 2019 = 100',
    )
  })
})

describe('a rate', () => {
  const deaths = testCube('missing-migrants', [
    { region: 'Mediterranean', time: '2019-01', dead: 6, incidents: 2 },
    { region: 'Mediterranean', time: '2020-01', dead: 0, incidents: 4 },
    { region: 'Caribbean', time: '2020-01', dead: 9, incidents: 3 },
  ])

  test('divides a measure by another of its cube, margins by margins', () => {
    const table = deaths.table('columns=time.year&measure=dead&show=rate-incidents')
    expect(table.values).toEqual([3, 1.285714])
    expect(table.rowTotals).toEqual([1.666667])
    expect(table.measure).toMatchObject({
      label: 'Dead per incident',
      unit: 'persons per incident',
    })
    expect(table.notes).toContain('Each figure is Dead divided by Incidents: persons per incident.')
  })

  test('is no figure where nothing happened', () => {
    const table = deaths.table('rows=region&columns=time.year&measure=dead&show=rate-incidents')
    expect(table.values).toContain(null)
    expect(Object.values(table.statuses)).toEqual(['no-base'])
  })

  test('exists where the cube declares it, and the refusal says which there are', () => {
    const refusal = refusalOf(deaths, 'measure=incidents&show=rate-dead')
    expect(refusal.code).toBe('publish.rate-without-denominator')
    expect(refusal.advice('en')).toContain('measure=dead&show=rate-incidents')
  })
})

describe('the order by the last column', () => {
  test('follows what is shown, those without a figure last', () => {
    const table = crossings.table(
      'rows=country&columns=time.year&where=time.year:2020&show=change&sort=-last',
    )
    expect(table.rowKeys.flat()).toEqual(['SLV', 'GTM', 'HND'])
    const ascending = crossings.table(
      'rows=country&columns=time.year&where=time.year:2020&show=change&sort=last',
    )
    expect(ascending.rowKeys.flat()).toEqual(['GTM', 'SLV', 'HND'])
  })

  test('follows the figures themselves where nothing else is shown', () => {
    const table = crossings.table('rows=country&columns=time.year&sort=-last')
    expect(table.rowKeys.flat()).toEqual(['SLV', 'GTM', 'HND'])
  })
})

test('every way of showing a measure is refused in words, never with a fault', () => {
  for (const show of ['row-share', 'column-share', 'total-share', 'change', 'index', 'rate-x']) {
    for (const axes of [
      '',
      'rows=country',
      'columns=time.year',
      'rows=time',
      'rows=country&columns=sex',
    ]) {
      try {
        crossings.table(`${axes}&show=${show}`, 'fr')
      } catch (error) {
        expect(error).toBeInstanceOf(Refusal)
      }
    }
  }
})

function refusalOf(cube: ReturnType<typeof testCube>, query: string): Refusal {
  try {
    cube.resolve(query)
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error(`${query} was understood`)
}

const refusedFor = (cube: ReturnType<typeof testCube>, query: string) => refusalOf(cube, query).code

describe('rates per inhabitants', () => {
  const counted = new Map([
    ['SLV 2019', 2000],
    ['SLV 2020', 4000],
    ['SLV 2021', 4000],
    ['GTM 2019', 6000],
    ['GTM 2020', 6000],
  ])
  const inhabitants = (country: string, year: string) => counted.get(`${country} ${year}`) ?? null
  const rates = (query: string) =>
    crossings.table(`${query}&show=rate-inhabitants`, 'en', {}, undefined, inhabitants)

  test('divide by the inhabitants of each country and year, and say where there are none', () => {
    const table = rates('rows=country&columns=time.year')
    expect(table.measure).toMatchObject({
      label: 'Crossings per 1,000 inhabitants',
      unit: 'per 1,000 inhabitants',
      decimals: 2,
    })
    // Guatemala, Honduras, El Salvador: of Honduras nobody has counted the inhabitants.
    expect(table.values).toEqual([10, 5, null, null, null, null, 20, 15, 12.5])
    expect([3, 4].map((at) => table.statuses[at])).toEqual(['no-base', 'no-base'])
    // Several years have no inhabitants, and a year of which one country lacks them has none either.
    expect(table.rowTotals).toEqual([null, null, null])
    expect(table.columnTotals).toEqual([null, null, null])
    expect(table.notes.join(' ')).toContain('the population of a country or a year is missing')
  })

  test('of a region divide by those of the countries that counted, of a month by those of its year', () => {
    const held = 'where=country:SLV,GTM'
    expect(rates(`columns=time.year&${held}`).values).toEqual([12.5, 9, null])
    const months = rates(`columns=time&${held};time.year:2019`)
    expect(months.values).toEqual([8.75, 3.75])
    expect(rates(`rows=sex&${held};time.year:2020`).rowTotals).toEqual([5, 4])
    const recorded = recordedPeriods([
      ['SLV', '2019-01'],
      ['SLV', '2020-02'],
      ['SLV', '2021-02'],
      ['GTM', '2019-01'],
      ['GTM', '2020-02'],
    ])
    const table = crossings.table(
      `columns=time.year&${held}&show=rate-inhabitants`,
      'en',
      {},
      recorded,
      inhabitants,
    )
    expect(table.values).toEqual([12.5, 9, 12.5])
  })

  test('are of none where a node has no population, and of inhabitants themselves there is no rate', () => {
    const table = crossings.table('rows=country&columns=time.year&show=rate-inhabitants')
    expect(table.values.every((value) => value === null)).toBe(true)
    const population = testCube('population', [{ time: '2019', country: 'SLV', value: 5 }])
    expect(() => population.table('rows=country&show=rate-inhabitants')).toThrow(
      expect.objectContaining({ code: 'publish.rate-without-denominator' }),
    )
  })
})
