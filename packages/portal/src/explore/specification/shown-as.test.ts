import { describe, expect, test } from 'vitest'
import type { TableSpec } from '@caudal/methods/publish'
import { fitShow, possibleShows, setShow } from './shown-as.ts'

const dimension = (id: string, kind: 'time' | 'code' | 'area') => ({
  id,
  label: id,
  kind,
  levels: [],
})
const measure = (id: string, notAdditiveOver: string[] = []) => ({
  id,
  label: id,
  unit: 'persons',
  decimals: 0,
  notAdditiveOver,
  rates: id === 'dead' ? [{ id: 'rate-incidents' as const, label: 'per incident', unit: '' }] : [],
})
const cube = {
  measures: [measure('stock', ['time']), measure('dead')],
  dimensions: [dimension('time', 'time'), dimension('sex', 'code'), dimension('origin', 'area')],
}
const spec = (rows: string[], columns: string[], more: Partial<TableSpec> = {}): TableSpec => ({
  rows,
  columns,
  where: [],
  ...more,
})

describe('what can be shown of a measure', () => {
  test('leaves out shares of a total over which it cannot be added', () => {
    expect(possibleShows(cube, spec(['sex'], ['time.year']))).toEqual([
      'column-share',
      'change',
      'year-change',
      'difference',
      'year-difference',
      'index',
    ])
  })

  test('leaves out changes where there is no time, and names the rates of the cube', () => {
    expect(possibleShows(cube, spec(['sex'], ['origin'], { measure: 'dead' }))).toEqual([
      'row-share',
      'column-share',
      'total-share',
      'rate-incidents',
    ])
  })
})

describe('a table that is rearranged', () => {
  test('keeps what it shows while that is possible', () => {
    const kept = spec(['sex'], ['time'], { show: 'index' })
    expect(fitShow(cube, kept)).toBe(kept)
  })

  test('turns the share of rows into that of columns with its axes', () => {
    expect(fitShow(cube, spec(['sex'], [], { show: 'row-share' })).show).toBe('column-share')
    expect(fitShow(cube, spec([], ['sex'], { show: 'column-share' })).show).toBe('row-share')
  })

  test('shows the figures themselves where nothing else is left', () => {
    expect(fitShow(cube, spec(['sex'], [], { show: 'change' }))).not.toHaveProperty('show')
    expect(setShow(spec(['sex'], [], { show: 'change' }), undefined)).not.toHaveProperty('show')
  })
})
