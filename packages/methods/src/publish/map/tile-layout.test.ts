import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { circleRadius, roundLegendValues } from './circle-radius.ts'
import { classifyValues } from './classify.ts'
import { countByBar } from './legend-histogram.ts'
import { isRate, openingMark, readMapView, writeMapView } from './map-view.ts'
import { layoutTiles } from './tile-layout.ts'

describe('tiles', () => {
  test('lie as the areas lie to each other', () => {
    const tiles = layoutTiles(
      [
        { code: 'NW', label: 'NW', at: [0, 0] },
        { code: 'NE', label: 'NE', at: [10, 0] },
        { code: 'SW', label: 'SW', at: [0, 10] },
        { code: 'SE', label: 'SE', at: [10, 10] },
      ],
      8,
    )
    const at = new Map(tiles.map((tile) => [tile.code, tile]))
    expect(at.get('NW')!.column).toBeLessThan(at.get('NE')!.column)
    expect(at.get('NW')!.row).toBeLessThan(at.get('SW')!.row)
    expect(at.get('SE')!.column).toBe(at.get('NE')!.column)
  })

  test('without a position follow in alphabetical order', () => {
    const tiles = layoutTiles(
      ['C', 'A', 'B'].map((code) => ({ code, label: code })),
      10,
    )
    expect(tiles.map(({ code }) => code)).toEqual(['A', 'B', 'C'])
  })

  test('never share a square nor leave the width', () => {
    const place = fc.record({
      x: fc.double({ min: -1e3, max: 1e3, noNaN: true }),
      y: fc.integer({ min: -5, max: 5 }),
    })
    fc.assert(
      fc.property(
        fc.array(place, { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 12 }),
        (places, columns) => {
          const tiles = layoutTiles(
            places.map(({ x, y }, i) => ({
              code: `${i}`,
              label: `${i}`,
              ...(i % 5 > 0 && { at: [x, y] as const }),
            })),
            columns,
          )
          expect(tiles).toHaveLength(places.length)
          expect(new Set(tiles.map(({ column, row }) => `${column} ${row}`)).size).toBe(
            places.length,
          )
          for (const { column, row } of tiles) {
            expect(column).toBeGreaterThanOrEqual(0)
            expect(column).toBeLessThan(columns)
            expect(row).toBeGreaterThanOrEqual(0)
          }
        },
      ),
    )
  })
})

describe('marks', () => {
  test('four times the count has twice the radius', () => {
    expect(circleRadius(100, 100, 30)).toBe(30)
    expect(circleRadius(25, 100, 30)).toBe(15)
    expect(circleRadius(-25, 100, 30)).toBe(15)
    expect(circleRadius(5, 0, 30)).toBe(0)
  })

  test('the legend of circles names round values', () => {
    expect(roundLegendValues(12_345)).toEqual([10_000, 2_000, 1_000])
    expect(roundLegendValues(0)).toEqual([])
  })

  test('a rate opens shaded, a count as circles', () => {
    expect(openingMark({ id: 'crossings', unit: 'cruces' }, 'value')).toBe('circles')
    expect(openingMark({ id: 'crossings', unit: 'cruces' }, 'share')).toBe('shades')
    expect(openingMark({ id: 'visits', unit: 'entradas por 1000 habitantes' }, 'value')).toBe(
      'shades',
    )
    expect(isRate({ id: 'remittances', unit: 'millions of US dollars' })).toBe(false)
  })

  test('a view survives the address of its page', () => {
    const view = {
      mark: 'shades',
      figure: 'share',
      classes: 'natural',
      labels: true,
      chosen: ['2020-Q1', 'F'],
    } as const
    expect(readMapView(writeMapView(view))).toEqual(view)
    expect(readMapView('nonsense')).toEqual({})
  })
})

test('the histogram of the legend counts every area once', () => {
  const values = [1, 2, 2, 3, 10, 10, 40]
  const bars = countByBar(values, classifyValues(values, 'quantile'), 13)
  expect(bars).toHaveLength(13)
  expect(bars.flatMap(({ counts }) => counts).reduce((a, b) => a + b, 0)).toBe(values.length)
  expect(countByBar([5, 5], classifyValues([5, 5], 'equal'), 13)).toMatchObject([
    { from: 5, to: 5, counts: [2] },
  ])
})
