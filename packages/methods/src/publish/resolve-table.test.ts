import { describe, expect, test } from 'vitest'
import { Refusal } from '../vocabulary/index.ts'
import { testCube } from './testing-table.ts'

const crossings = testCube('movements', [
  { country: 'SLV', time: '2019-03', sex: 'F', age: 'Y20T24', citizenship: 'USA', value: 1 },
  { country: 'GTM', time: '2020-11', sex: 'M', age: 'Y_GE90', citizenship: 'SLV', value: 1 },
  { country: 'GTM', time: '2021-02', sex: '_U', age: '_U', citizenship: '_U', value: 1 },
])
const stocks = testCube('un-migrant-stock', [
  { destination: 'USA', origin: 'SLV', time: '2015', value: 1 },
  { destination: 'USA', origin: 'SLV', time: '2019', value: 1 },
])
const remittances = testCube('banxico-remittances', [
  { time: '2019-Q1', country: 'USA', flow: 'remittances-sent', value: 1 },
  { time: '2019-Q1', country: 'USA', flow: 'remittances-received', value: 1 },
])

function refusalOf(cube: ReturnType<typeof testCube>, query: string): Refusal {
  try {
    cube.resolve(query)
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error(`${query} was understood`)
}

describe('a specification that does not fit its cube', () => {
  test.each([
    ['rows=citizenhip', 'publish.dimension-unknown', 'citizenship'],
    ['rows=Citizenship%20', 'publish.dimension-unknown', 'citizenship'],
    ['rows=Nacionalidad', 'publish.dimension-unknown', 'citizenship'],
    ['rows=zzzzzzzzzzzz', 'publish.dimension-unknown', 'country, time, direction'],
    ['rows=constructor', 'publish.dimension-unknown', 'constructor'],
    ['rows=time.yaer', 'publish.level-unknown', 'time.month, time.quarter, time.year'],
    ['rows=time.year.x', 'publish.level-unknown', 'time.year'],
    ['rows=sex&columns=sex', 'publish.dimension-repeated', 'sex'],
    ['rows=time&columns=time.day', 'publish.dimension-repeated', 'time.day'],
    ['measure=crosings', 'publish.measure-unknown', 'crossings'],
    ['where=country:El%20Salvador', 'publish.code-unknown', 'SLV'],
    ['where=country:slvv', 'publish.code-unknown', 'SLV'],
    ['where=time.year:20', 'publish.code-unknown', '2020'],
    ['where=nothing:1', 'publish.dimension-unknown', 'nothing'],
    ['where=country:GTM..SLV', 'publish.range-without-order', 'country'],
    ['where=time:2021..2019', 'publish.range-backwards', '2019..2021'],
    ['where=time:spring..2019', 'publish.parameter-invalid', 'time:2019-03..2021-02'],
    [
      'where=sex:latest2',
      'publish.latest-without-time',
      'time, time.month, time.quarter, time.year',
    ],
    ['columns=sex&top=3', 'publish.top-without-rows', 'rows'],
  ])('%s is refused with the nearest that does', (query, code, named) => {
    const refusal = refusalOf(crossings, query)
    expect(refusal.code).toBe(code)
    for (const language of ['es', 'en', 'fr'] as const) {
      const words = `${refusal.what(language)} ${refusal.advice(language)}`
      expect(words).toContain(named)
      expect(words).not.toMatch(/\{\w+\}/)
    }
  })

  test('a stock is not summed over the years of a coarser level, nor into a rest of years', () => {
    expect(refusalOf(stocks, 'rows=time&top=1').code).toBe('publish.top-not-additive')
    expect(refusalOf(remittances, 'rows=flow&top=1').code).toBe('publish.top-not-additive')
  })
})

describe('conditions', () => {
  const codesOf = (query: string) => crossings.resolve(query).conditions.at(-1)!.codes

  test('a range picks the periods within, of the level that its ends are of', () => {
    expect(codesOf('where=time:2020..2021')).toEqual(['2020', '2021'])
    expect(codesOf('where=time:2020-11..2021')).toEqual(['2020-11', '2021-02'])
    expect(codesOf('where=time:2020-Q4..2020-Q4')).toEqual(['2020-Q4'])
    expect(codesOf('where=time.year:2019..2020')).toEqual(['2019', '2020'])
  })

  test('a range of ages picks the groups within', () => {
    expect(codesOf('where=age:Y15T19..Y25T29')).toEqual(['Y20T24'])
    expect(codesOf('where=age:Y20T24..Y_GE90')).toEqual(['Y20T24', 'Y_GE90'])
  })

  test('latest picks the last periods that the cube has', () => {
    expect(codesOf('where=time.year:latest2')).toEqual(['2020', '2021'])
    expect(codesOf('where=time:latest9')).toHaveLength(3)
  })

  test('a code of the list that does not occur is no mistake, and is told apart', () => {
    const table = crossings.resolve('where=country:SLV,FRA;age:Y30T34;time.year:1999')
    expect(table.absent.map(({ code }) => code)).toEqual(['FRA', 'Y30T34', '1999'])
    expect(table.conditions.map(({ codes }) => codes)).toEqual([['SLV'], [], []])
  })

  test('unknown can be asked for by its code', () => {
    expect(codesOf('where=sex:_U')).toEqual(['_U'])
  })
})

describe('measures that are not additive', () => {
  test('one period is taken where none is asked for, in a row, a column or a condition', () => {
    expect(stocks.resolve('rows=destination').chosen.map(({ code }) => code)).toEqual(['2019'])
    expect(stocks.resolve('rows=time').chosen).toEqual([])
    expect(stocks.resolve('where=time:2015').chosen).toEqual([])
    expect(stocks.resolve('where=time:2010..2016').chosen).toEqual([])
  })

  test('a dimension of kinds is shown by the code that stands alone', () => {
    expect(remittances.resolve('rows=country').chosen.map(({ code }) => code)).toEqual([
      'remittances-received',
    ])
    expect(remittances.resolve('rows=country&columns=flow').query.margins).toEqual({
      rows: false,
      columns: true,
      grand: false,
    })
  })
})
