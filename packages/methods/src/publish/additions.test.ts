import { describe, expect, test } from 'vitest'
import { checkAddition, groupTotals, restCode, type TableResult } from './index.ts'
import { testCube } from './testing-table.ts'

const crossing = (country: string, sex: string, time: string, value: number | null) => ({
  country,
  sex,
  time,
  value,
})

const crossings = testCube('movements', [
  crossing('SLV', 'F', '2019-03', 5),
  crossing('SLV', 'M', '2019-04', 7),
  crossing('GTM', 'F', '2019-03', 20),
  crossing('GTM', 'M', '2020-01', 1),
])

describe('subtotals', () => {
  test('are the sums of the rows of each group, by column and over all', () => {
    const groups = groupTotals(crossings.table('rows=country,sex&columns=time.year'))
    expect(groups).toEqual([
      { key: ['GTM'], values: [20, 1], statuses: {}, total: 21 },
      { key: ['SLV'], values: [12, 0], statuses: {}, total: 12 },
    ])
  })

  test('of three dimensions stand at two depths, the outer before the inner', () => {
    const groups = groupTotals(crossings.table('rows=country,time.year,sex'))
    expect((groups as readonly { key: readonly string[] }[]).map(({ key }) => key.join())).toEqual([
      'GTM',
      'GTM,2019',
      'GTM,2020',
      'SLV',
      'SLV,2019',
    ])
  })

  test('are not given where rows are cut, do not add up, or were perturbed', () => {
    const table = crossings.table('rows=country,sex')
    expect(groupTotals(crossings.table('rows=country,sex&top=1'))).toBe('rows-cut')
    expect(groupTotals(crossings.table('rows=country,sex&columns=time.year&show=row-share'))).toBe(
      'not-additive',
    )
    expect(groupTotals({ ...table, columnTotals: null })).toBe('not-additive')
    expect(groupTotals({ ...table, protection: 'perturbed' })).toBe('perturbed')
    expect(groupTotals(crossings.table('rows=country'))).toBe('one-dimension')
  })

  test('would disclose a cell that is suppressed, and so are hidden with it', () => {
    const table = crossings.table('rows=country,sex&columns=time.year')
    const hidden: TableResult = {
      ...table,
      values: table.values.with(0, null),
      statuses: { 0: 'suppressed' },
    }
    expect(groupTotals(hidden)).toMatchObject([
      { key: ['GTM'], values: [null, 1], statuses: { 0: 'suppressed' }, total: null },
      { key: ['SLV'], values: [12, 0] },
    ])
  })

  test('of shares of the column add up to the share of the group', () => {
    const groups = groupTotals(crossings.table('rows=country,sex&show=column-share'))
    expect(groups).toMatchObject([{ values: [63.636364] }, { values: [36.363636] }])
  })
})

describe('whether a table adds up', () => {
  test('is true of what a cube gives, the rest included', () => {
    const table = crossings.table('rows=country&columns=sex&top=1')
    expect(table.rowKeys.flat()).toContain(restCode)
    expect(checkAddition(table)).toEqual({ rows: 0, columns: 0, without: 0 })
  })

  test('is false where a total is more than its parts, as in a printed sheet that is one off', () => {
    const table = crossings.table('rows=country&columns=sex')
    expect(checkAddition({ ...table, columnTotals: [26, 8] })).toMatchObject({
      columns: 1,
      rows: 0,
    })
    expect(checkAddition({ ...table, rowTotals: [22, 12] })).toMatchObject({ columns: 0, rows: 1 })
  })

  test('is false where a cell is hidden, and says how many have no figure', () => {
    const table = crossings.table('rows=country&columns=sex')
    const hidden = { ...table, values: table.values.with(0, null) }
    expect(checkAddition(hidden)).toEqual({ rows: 1, columns: 1, without: 1 })
  })

  test('is not asked of what is not meant to add up, and forgives rounding', () => {
    const shares = crossings.table('rows=country&columns=sex&show=row-share')
    expect(checkAddition(shares)).toEqual({ rows: 0, columns: 0, without: 0 })
    const changes = crossings.table('rows=country&columns=time.year&show=change')
    expect(checkAddition(changes)).toMatchObject({ rows: 0, columns: 0 })
  })

  test('is not asked of distinct persons, of whom the remarks tell how far they pass their total', () => {
    const table = crossings.table('rows=country&columns=sex')
    const persons = { ...table, measure: { ...table.measure, distinct: true as const } }
    const off = { ...persons, columnTotals: persons.columnTotals!.map((total) => total! - 1) }
    expect(checkAddition(off)).toEqual({ rows: 0, columns: 0, without: 0 })
    expect(checkAddition({ ...off, measure: table.measure })).toMatchObject({ columns: 2 })
  })
})
