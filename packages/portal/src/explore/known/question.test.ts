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

describe('the question that a reader asks of a number', () => {
  test('names what it is of, and the table of that number alone', () => {
    expect(questionOf(table, { row: 0, column: 1 })).toMatchObject({
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

  test('says why there is no number', () => {
    expect(questionOf(table, { row: 1, column: 0 })).toMatchObject({
      value: null,
      status: 'suppressed',
    })
  })

  test('of a margin names what it is a total over', () => {
    expect(questionOf(table, { row: 0, column: undefined })).toMatchObject({
      value: 3,
      margins: ['time.year'],
    })
    expect(questionOf(table, { row: undefined, column: 1 })).toMatchObject({ value: 6 })
    expect(questionOf(table, { row: undefined, column: undefined })).toMatchObject({
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
    expect(questionOf(cut, { row: 1, column: 1 })).toMatchObject({
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
