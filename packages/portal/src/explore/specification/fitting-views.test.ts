import { describe, expect, test } from 'vitest'
import type { CubeAnswer, TableSpec } from '@caudal/methods/publish'
import { unfitFor } from './fitting-views.ts'

type Kind = CubeAnswer['dimensions'][number]['kind']
const dimension = (id: string, kind: Kind, ...levels: [string, number][]) => ({
  id,
  label: `the ${id}`,
  kind,
  levels: levels.map(([level, codes]) => ({ id: level, label: level, codes })),
})
const cube = {
  dimensions: [
    dimension('time', 'time', ['time', 120], ['time.year', 10]),
    dimension('country', 'area', ['country', 6]),
    dimension('citizenship', 'area', ['citizenship', 150], ['citizenship.region', 20]),
    dimension('sex', 'code', ['sex', 3]),
    dimension('age', 'age', ['age', 19]),
  ],
}
const spec = (rows: string[], columns: string[]): TableSpec => ({
  rows,
  columns,
  where: [{ dimension: 'sex', codes: ['F'] }],
  sort: '-total',
  top: 5,
})

describe('a view that does not fit a table', () => {
  test('of age and sex leads to a pyramid that keeps time and the filters', () => {
    const unfit = unfitFor('pyramid', cube, spec(['country'], ['time.year']))!
    expect(unfit.needs).toBe('age-and-sex')
    expect(unfit.ways[0]).toEqual({
      labels: ['the age', 'the sex'],
      spec: {
        rows: ['age'],
        columns: ['sex', 'time.year'],
        where: [{ dimension: 'sex', codes: ['F'] }],
      },
    })
  })

  test('of corridors leads from the origin to the destination', () => {
    const unfit = unfitFor('sankey', cube, spec(['country'], ['time.year']))!
    expect(unfit.needs).toBe('two-places')
    expect(unfit.ways[0]!.spec).toMatchObject({ rows: ['citizenship'], columns: ['country'] })
  })

  test('of two axes offers variables that are not in the table', () => {
    const unfit = unfitFor('heat', cube, spec(['country'], []))!
    expect(unfit.ways.map(({ spec: { columns } }) => columns[0])).toEqual([
      'time.year',
      'citizenship.region',
      'sex',
    ])
    expect(unfitFor('multiples', cube, spec(['country'], ['sex']))).toMatchObject({ needs: 'time' })
    expect(unfitFor('multiples', cube, spec([], ['time']))).toMatchObject({ needs: 'two-axes' })
  })

  test('has no way there where the data lack the variable', () => {
    const poor = { dimensions: cube.dimensions.slice(0, 2) }
    expect(unfitFor('pyramid', poor, spec(['country'], []))!.ways).toEqual([])
    expect(unfitFor('chord', poor, spec(['country'], []))!.ways).toEqual([])
  })
})

test('a view fits a table that has what it draws', () => {
  expect(unfitFor('pyramid', cube, spec(['age'], ['sex']))).toBeUndefined()
  expect(unfitFor('flow', cube, spec(['citizenship'], ['country', 'time']))).toBeUndefined()
  expect(unfitFor('heat', cube, spec(['citizenship'], ['country']))).toBeUndefined()
  expect(unfitFor('multiples', cube, spec(['citizenship'], ['time']))).toBeUndefined()
  expect(unfitFor('table', cube, spec([], []))).toBeUndefined()
})
