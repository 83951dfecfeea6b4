import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TableSpec } from '@caudal/methods/publish'
import { placeOf, putDimension, setCondition, setLevel, swapAxes, takeApart } from './rearrange.ts'

const spec: TableSpec = { rows: ['country', 'sex'], columns: ['time.year'], where: [], top: 5 }

describe('rearranging a table', () => {
  test('puts a dimension on an axis once, wherever it stood', () => {
    expect(putDimension(spec, 'sex', 'columns', 0)).toMatchObject({
      rows: ['country'],
      columns: ['sex', 'time.year'],
    })
  })

  test('keeps the level at which a dimension is written', () => {
    expect(putDimension(spec, 'time.year', 'rows').rows).toEqual(['country', 'sex', 'time.year'])
  })

  test('drops the order and the cut of rows when no row is left', () => {
    const bare = putDimension(putDimension(spec, 'country', 'rest'), 'sex', 'columns')
    expect(bare).toEqual({ rows: [], columns: ['time.year', 'sex'], where: [] })
  })

  test('changes a level in place', () => {
    expect(setLevel(spec, 'time', 'time.quarter').columns).toEqual(['time.quarter'])
  })

  test('replaces the filter of a dimension at whatever level it was', () => {
    const filtered = setCondition(spec, 'time', { dimension: 'time', latest: 3 })
    const again = setCondition(filtered, 'time', { dimension: 'time.year', latest: 2 })
    expect(again.where).toEqual([{ dimension: 'time.year', latest: 2 }])
  })

  test('swapped twice is the same table', () => {
    expect(swapAxes(swapAxes(spec))).toEqual(spec)
  })

  test('loses and repeats no dimension', () => {
    const ids = ['country', 'sex', 'time.year', 'mode', 'age']
    const moves = fc.array(
      fc.tuple(fc.constantFrom(...ids), fc.constantFrom('rows', 'columns', 'rest'), fc.nat(6)),
    )
    fc.assert(
      fc.property(moves, (steps) => {
        const end = steps.reduce(
          (at, [written, place, position]) => putDimension(at, written, place, position),
          spec,
        )
        const shown = [...end.rows, ...end.columns]
        expect(new Set(shown).size).toBe(shown.length)
        for (const [written, place] of steps.slice(-1)) {
          expect(placeOf(end, takeApart(written).id).place).toBe(place)
        }
      }),
    )
  })
})
