import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { coverageIn } from './coverage.ts'
import { findFinding, holdsIn } from './finding.ts'
import { loadWords } from '../../words/catalogue.ts'
import { readTable } from './reading.ts'
import { summarise } from './summary.ts'
import { tableOf } from './testing-tables.ts'

const time = new Set(['time'])
const years = { id: 'time.year', codes: ['2021', '2022', '2023'] }
const sexes = { id: 'sex', codes: ['F', 'M'] }

describe('the finding of a table', () => {
  test('is the change of the total over the last whole year', () => {
    const table = tableOf([sexes], [years], [10, 20, 30, 40, 50, 60])
    const finding = findFinding(readTable(table, time), undefined)
    expect(finding).toEqual({ kind: 'change', at: '2023', before: '2022', value: 90, previous: 70 })
    expect(holdsIn(finding, table)).toBe(true)
  })

  test('never compares a year that the data do not fill', () => {
    const table = tableOf([sexes], [years], [10, 20, 3, 40, 50, 6])
    const coverage = { first: '2021-01', last: '2023-02' }
    const finding = findFinding(readTable(table, time), coverage)
    expect(finding).toMatchObject({ kind: 'change', at: '2022', before: '2021' })
  })

  test('never compares a year in which anything is undecided', async () => {
    const unfinished = ['2023']
    const table = tableOf([sexes], [years], [10, 20, 0, 40, 50, 0], { unfinished })
    const reading = readTable(table, time)
    const coverage = coverageIn(table, undefined, reading.periods)
    expect(findFinding(reading, coverage)).toMatchObject({
      kind: 'change',
      at: '2022',
      before: '2021',
    })
    expect(summarise(table, reading, coverage, await loadWords('en'), 'en')).toMatch(
      /^Border crossings in 2022: 70 .*Still undecided in part: 2023; what is counted is a minimum\.$/,
    )
  })

  test.each([
    [
      'from below zero',
      [-9, 10],
      /^Border crossings in 2023: 10 crossings\. That is 19 more than in 2022 \(−9\)\./,
    ],
    ['to below zero', [30, -6], /That is 36 less than in 2022 \(30\)\./],
    ['from nothing', [0, 7], /That is 7 more than in 2022 \(0\)\./],
    ['from a handful', [2, 7], /That is 5 more than in 2022 \(2\)\./],
    ['from many', [200, 150], /25%/],
  ])('of a change %s is told as what it is', async (_, values, said) => {
    const table = tableOf([], [{ id: 'time.year', codes: ['2022', '2023'] }], values)
    const words = await loadWords('en')
    expect(summarise(table, readTable(table, time), undefined, words, 'en')).toMatch(said)
  })

  test('is none of two that are level: neither leads', () => {
    const table = tableOf([{ id: 'mode', codes: ['air', 'land'] }], [], [5, 5])
    expect(findFinding(readTable(table, time), undefined)).toEqual({ kind: 'plain' })
  })

  test('is summed up for the period that the title tells, though its parts are hidden', async () => {
    const values = [10, 20, null, 40, 50, null]
    const table = tableOf([sexes], [years], values, { columnTotals: [50, 70, 90] })
    const reading = readTable(table, time)
    expect(findFinding(reading, undefined)).toMatchObject({ at: '2023', value: 90 })
    const said = summarise(table, reading, undefined, await loadWords('en'), 'en')
    expect(said).toMatch(/^Border crossings in 2023: 90 crossings/)
    expect(said).not.toContain('2022: the')
  })

  test('names nobody in the lead of nothing', async () => {
    const table = tableOf([sexes], [], [0, 0])
    const said = summarise(table, readTable(table, time), undefined, await loadWords('en'), 'en')
    expect(said).toBe('Border crossings: 0 crossings in total.')
  })

  test('compares a month with the same month a year before', () => {
    const months = { id: 'time', codes: ['2022-03', '2023-02', '2023-03'] }
    const table = tableOf([], [months], [100, 10, 110])
    expect(findFinding(readTable(table, time), undefined)).toEqual({
      kind: 'change',
      at: '2023-03',
      before: '2022-03',
      value: 110,
      previous: 100,
    })
  })

  test('is the largest share where there is no time', () => {
    const table = tableOf([{ id: 'mode', codes: ['air', 'land', 'sea'] }], [], [20, 70, 10])
    const finding = findFinding(readTable(table, time), undefined)
    expect(finding).toMatchObject({ kind: 'share', label: 'the land', value: 70, total: 100 })
    expect(holdsIn(finding, table)).toBe(true)
  })

  test('tells a table of categories by categories by the margins of its rows', () => {
    const table = tableOf([{ id: 'mode', codes: ['air', 'land'] }], [sexes], [10, 15, 40, 35])
    const finding = findFinding(readTable(table, time), undefined)
    expect(finding).toMatchObject({ kind: 'share', label: 'the land', value: 75, total: 100 })
    expect(holdsIn(finding, table)).toBe(true)
  })

  test('leaves "unknown" and the rest aside when it names the largest', () => {
    const table = tableOf([{ id: 'mode', codes: ['air', '_U'] }], [], [20, 70])
    expect(findFinding(readTable(table, time), undefined)).toMatchObject({ label: 'the air' })
  })

  test('speaks of no share where the cube gives no total', () => {
    const table = tableOf([{ id: 'mode', codes: ['air', 'land'] }], [], [20, 70], {
      grandTotal: null,
      rowTotals: null,
      columnTotals: null,
    })
    const finding = findFinding(readTable(table, time), undefined)
    expect(finding).toMatchObject({ kind: 'leader', label: 'the land', value: 70 })
  })

  test('is none where a total is missing in the year before', () => {
    const table = tableOf([], [years], [10, null, 30])
    expect(findFinding(readTable(table, time), undefined).kind).not.toBe('change')
  })

  test('adds no altered margins up', () => {
    const columns = [sexes, years]
    const table = tableOf([{ id: 'mode', codes: ['air'] }], columns, [1, 2, 3, 4, 5, 6], {
      protection: 'perturbed',
    })
    expect(readTable(table, time).totals).toBeUndefined()
  })

  test('is not said when the table says otherwise', () => {
    const table = tableOf([sexes], [years], [10, 20, 30, 40, 50, 60])
    const wrong = { kind: 'change', at: '2023', before: '2022', value: 91, previous: 70 } as const
    expect(holdsIn(wrong, table)).toBe(false)
  })

  test('holds in every table it is found in', () => {
    const drawn = fc
      .record({
        rows: fc.array(codes('r'), { maxLength: 2 }),
        columns: fc.array(codes('c'), { maxLength: 1 }),
        years: fc.integer({ min: 0, max: 5 }),
        timeOnRows: fc.boolean(),
        last: fc.constantFrom('2014-12', '2015-06', '2016-12', '2030-01'),
      })
      .chain((shape) => {
        const span = {
          id: 'time.year',
          codes: [2012, 2013, 2014, 2015, 2016].slice(0, shape.years).map(String),
        }
        const withTime = shape.years > 0 ? [span] : []
        const rows = [...named(shape.rows, 'a'), ...(shape.timeOnRows ? withTime : [])]
        const columns = [...named(shape.columns, 'b'), ...(shape.timeOnRows ? [] : withTime)]
        const size = [...rows, ...columns].reduce((n, each) => n * each.codes.length, 1)
        return fc
          .array(fc.option(fc.integer({ min: 0, max: 5000 }), { freq: 9 }), {
            minLength: size,
            maxLength: size,
          })
          .map((values) => ({ table: tableOf(rows, columns, values), last: shape.last }))
      })
    fc.assert(
      fc.property(drawn, ({ table, last }) => {
        const coverage = { first: '2012-01', last }
        const finding = findFinding(readTable(table, time), coverage)
        expect(holdsIn(finding, table, coverage)).toBe(true)
      }),
    )
  })
})

function codes(prefix: string): fc.Arbitrary<string[]> {
  return fc
    .integer({ min: 1, max: 4 })
    .map((count) => Array.from({ length: count }, (_, index) => `${prefix}${index}`))
}

function named(all: readonly (readonly string[])[], prefix: string) {
  return all.map((each, index) => ({ id: `${prefix}${index}`, codes: each }))
}
