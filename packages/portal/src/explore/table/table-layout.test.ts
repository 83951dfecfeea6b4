import { describe, expect, test } from 'vitest'
import { restCode } from '@caudal/methods/publish'
import { tableOf } from '../figure/testing-tables.ts'
import { layTable, showCell, statusesIn } from './table-layout.ts'

const countries = { id: 'country', codes: ['SLV', 'GTM'] }
const sexes = { id: 'sex', codes: ['F', 'M'] }
const years = { id: 'time.year', codes: ['2022', '2023'] }

describe('the layout of a table', () => {
  test('groups rows of two dimensions under a heading for each of the first', () => {
    const { lines } = layTable(tableOf([countries, sexes], [years], [1, 2, 3, 4, 5, 6, 7, 8]))
    expect(lines.map((line) => [line.kind, line.label, line.depth])).toEqual([
      ['group', 'the SLV', 0],
      ['row', 'the F', 1],
      ['row', 'the M', 1],
      ['group', 'the GTM', 0],
      ['row', 'the F', 1],
      ['row', 'the M', 1],
    ])
  })

  test('gives every column the headings above it', () => {
    const { headings, columnHeaders } = layTable(tableOf([], [sexes, years], [1, 2, 3, 4]))
    expect(headings[0]!.map(({ label, span }) => [label, span])).toEqual([
      ['the F', 2],
      ['the M', 2],
    ])
    expect(columnHeaders).toEqual([
      ['c0-0', 'c1-0'],
      ['c0-0', 'c1-1'],
      ['c0-2', 'c1-2'],
      ['c0-2', 'c1-3'],
    ])
  })

  test('leaves what top added up outside of any group', () => {
    const table = tableOf([countries, sexes], [], [1, 2, 3, 4])
    const { lines } = layTable({
      ...table,
      rows: [
        { ...table.rows[0]!, codes: [...table.rows[0]!.codes, { code: restCode, label: 'Rest' }] },
        table.rows[1]!,
      ],
      rowKeys: [...table.rowKeys.slice(0, 3), [restCode, restCode]],
    })
    expect(lines.at(-1)).toMatchObject({ kind: 'row', label: 'Rest', depth: 0, within: [] })
  })
})

test('zero is 0, and a cell without a figure is missing unless it says why', () => {
  expect(showCell(0, undefined, 0, 'es')).toEqual({ text: '0', status: undefined })
  expect(showCell(null, undefined, 0, 'es')).toEqual({ text: '', status: 'missing' })
  expect(showCell(null, 'suppressed', 0, 'es')).toEqual({ text: '', status: 'suppressed' })
})

test('the legend explains the signs that are used and no others', () => {
  const table = tableOf([countries], [years], [1, null, 3, null], {
    statuses: { 1: 'suppressed', 2: 'provisional' },
  })
  expect([...statusesIn(table)].sort()).toEqual(['missing', 'provisional', 'suppressed'])
})
