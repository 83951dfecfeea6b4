import { describe, expect, test } from 'vitest'
import { tableOf } from '../figure/testing-tables.ts'
import { columnOf } from '../table/asked-cell.ts'
import { questionOf } from './question.ts'

const table = tableOf(
  [{ id: 'country', codes: ['SLV', 'GTM'] }],
  [{ id: 'time.year', codes: ['2022', '2023'] }],
  [1, 2, null, 4],
  { statuses: { 2: 'suppressed' } },
)

const level = (id: string) => ({ id, label: id, codes: 3 })
const cube = {
  dimensions: [
    { id: 'country', label: 'country', kind: 'area' as const, levels: [level('country')] },
    {
      id: 'time',
      label: 'time',
      kind: 'time' as const,
      levels: ['time.month', 'time.quarter', 'time.year'].map(level),
    },
  ],
}

describe('the question that a reader asks of a number', () => {
  test('names what it is of, and the table of that number alone', () => {
    expect(questionOf(table, { row: 0, column: 1 }, cube)).toMatchObject({
      value: 2,
      codes: [
        { label: 'country', code: 'the SLV' },
        { label: 'time.year', code: 'the 2023' },
      ],
      margins: [],
      spec: {
        rows: [],
        columns: [],
        where: [
          { dimension: 'country', codes: ['SLV'] },
          { dimension: 'time.year', codes: ['2023'] },
        ],
      },
    })
  })

  test('leaves out filters that its own codes lie within, and keeps those that cut it', () => {
    const filters = (...where: (readonly [string, string])[]) => ({
      ...table,
      spec: {
        ...table.spec,
        where: where.map(([dimension, code]) => ({ dimension, codes: [code] })),
      },
    })
    const whereOf = (asked: typeof table, at: { row: number; column: number | undefined }) =>
      questionOf(asked, at, cube).spec?.where.map(
        ({ dimension, codes }) => `${dimension}:${codes?.join() ?? ''}`,
      )
    const within = filters(['country', 'SLV'], ['time.quarter', '2023-Q1'])
    expect(whereOf(within, { row: 0, column: 1 })).toEqual([
      'time.quarter:2023-Q1',
      'country:SLV',
      'time.year:2023',
    ])
    expect(whereOf(within, { row: 0, column: undefined })).toEqual([
      'time.quarter:2023-Q1',
      'country:SLV',
    ])
    const opened = {
      ...filters(['time.year', '2023']),
      columns: [{ ...table.columns[0]!, id: 'time.quarter' }],
    }
    expect(whereOf(opened, { row: 0, column: 1 })).toEqual(['country:SLV', 'time.quarter:2023'])
  })

  test('says why there is no number', () => {
    expect(questionOf(table, { row: 1, column: 0 }, cube)).toMatchObject({
      value: null,
      status: 'suppressed',
    })
  })

  test('of a margin names what it is a total over', () => {
    expect(questionOf(table, { row: 0, column: undefined }, cube)).toMatchObject({
      value: 3,
      margins: ['time.year'],
    })
    expect(questionOf(table, { row: undefined, column: 1 }, cube)).toMatchObject({ value: 6 })
    expect(questionOf(table, { row: undefined, column: undefined }, cube)).toMatchObject({
      value: 7,
      margins: ['country', 'time.year'],
      codes: [],
    })
  })

  test('of what was summed into the rest has no table of its own', () => {
    const cut = {
      ...table,
      rows: [{ ...table.rows[0]!, codes: [{ code: '_REST', label: 'All other (7)' }] }],
      rowKeys: [['SLV'], ['_REST']],
    }
    expect(questionOf(cut, { row: 1, column: 1 }, cube)).toMatchObject({
      spec: undefined,
      codes: [{ code: 'All other (7)' }, { code: 'the 2023' }],
    })
  })
})

test('the column of a cell counts from the first figure, wherever the totals stand', () => {
  const shape = { columns: 2, withRowTotals: true }
  expect([1, 2, 3].map((place) => columnOf(place, { ...shape, totals: 'last' }))).toEqual([
    0,
    1,
    undefined,
  ])
  expect([1, 2, 3].map((place) => columnOf(place, { ...shape, totals: 'first' }))).toEqual([
    undefined,
    0,
    1,
  ])
})
