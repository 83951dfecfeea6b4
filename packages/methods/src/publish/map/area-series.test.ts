import { describe, expect, test } from 'vitest'
import type { TableResult } from '../table.ts'
import { areaLevelOf, findAreaAxis, isSpecialCode } from './area-codes.ts'
import { listMapChoices, listUnplaced, readAreaSeries } from './area-series.ts'
import { rankAreas } from './rank-areas.ts'

const axis = (id: string, ...codes: string[]) => ({
  id,
  label: id,
  codes: codes.map((code) => ({ code, label: code })),
})

const table = {
  rows: [axis('country', 'GTM', 'SLV', '_U')],
  columns: [axis('time.year', '2019', '2020')],
  rowKeys: [['GTM'], ['SLV'], ['_U']],
  columnKeys: [['2019'], ['2020']],
  values: [1, 2, null, 4, 9, 9],
  statuses: { 2: 'suppressed' },
  rowTotals: [3, null, 18],
  columnTotals: [10, 15],
} as never as TableResult

describe('areas of a table', () => {
  test('are found on rows and read for one period', () => {
    const areas = findAreaAxis(table)!
    expect(areas).toEqual({ axis: 'rows', index: 0, level: 'country' })
    expect(readAreaSeries(table, areas, ['2019'])).toEqual([
      { code: 'GTM', label: 'GTM', value: 1, whole: 3 },
      { code: 'SLV', label: 'SLV', value: null, status: 'suppressed', whole: null },
    ])
  })

  test('leave figures without a place to be said beside the map', () => {
    const areas = findAreaAxis(table)!
    expect(listUnplaced(table, areas, ['2019'])).toEqual([
      { code: '_U', label: '_U', value: 9, whole: 18 },
    ])
    expect(['_U', 'NZ-99', 'MX99'].every(isSpecialCode)).toBe(true)
    expect(['CU-99', 'GT09', 'NZ-09'].some(isSpecialCode)).toBe(false)
  })

  test('offer the total where the margin has one', () => {
    const areas = findAreaAxis(table)!
    expect(listMapChoices(table, areas)).toMatchObject([{ id: 'time.year', canBeWhole: true }])
    expect(readAreaSeries(table, areas, ['_T']).map(({ value }) => value)).toEqual([3, null])
  })

  test('are found on columns too, and cells that are not there are missing', () => {
    const turned = {
      rows: [axis('sex', 'F', 'M'), axis('time.year', '2020')],
      columns: [axis('department', 'GT01', 'GT02')],
      rowKeys: [
        ['F', '2020'],
        ['M', '2020'],
      ],
      columnKeys: [['GT01']],
      values: [5, 6],
      statuses: {},
      rowTotals: null,
      columnTotals: null,
    } as never as TableResult
    const areas = findAreaAxis(turned)!
    expect(areas).toEqual({ axis: 'columns', index: 0, level: 'area' })
    expect(listMapChoices(turned, areas).map(({ id, canBeWhole }) => [id, canBeWhole])).toEqual([
      ['sex', false],
      ['time.year', false],
    ])
    expect(readAreaSeries(turned, areas, ['M', '2020'])).toEqual([
      { code: 'GT01', label: 'GT01', value: 6, whole: null },
      { code: 'GT02', label: 'GT02', value: null, status: 'missing', whole: null },
    ])
  })

  test('are told from other codes by their shape', () => {
    expect(areaLevelOf(['NZ-01', 'NZ-02', 'NZ-99'])).toBe('area')
    expect(areaLevelOf(['CR1', 'DO0101', 'MX-AGU', 'GT.GU'])).toBe('area')
    expect(areaLevelOf(['air', 'sea', 'land'])).toBeUndefined()
    expect(areaLevelOf(['Y20T24', 'Y_GE90'])).toBeUndefined()
    expect(areaLevelOf(['_T', '_U'])).toBeUndefined()
  })

  test('are ranked with what has no figure apart', () => {
    const ranking = rankAreas(readAreaSeries(table, findAreaAxis(table)!, ['2019']), true)
    expect(ranking).toMatchObject({ total: 1, median: 1, zeros: 0, negatives: 0, missing: [] })
    expect(ranking.suppressed.map(({ code }) => code)).toEqual(['SLV'])
  })
})
