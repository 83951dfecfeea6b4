import { describe, expect, test } from 'vitest'
import { restCode, type CubeAnswer, type TableSpec } from '@caudal/methods/publish'
import { canDrill, climbTo, drillInto, drillPaths } from './drill.ts'

const level = (id: string) => ({ id, label: id, codes: 3 })
const dimension = (
  id: string,
  kind: CubeAnswer['dimensions'][number]['kind'],
  levels: string[],
): CubeAnswer['dimensions'][number] => ({
  id,
  label: id,
  kind,
  levels: [level(id), ...levels.map((each) => level(`${id}.${each}`))],
})
const cube = {
  dimensions: [
    dimension('time', 'time', ['quarter', 'year']),
    dimension('origin', 'area', ['department', 'country', 'region']),
    dimension('sex', 'code', []),
  ],
}
const start: TableSpec = {
  rows: ['origin.region'],
  columns: ['time.year'],
  where: [{ dimension: 'sex', codes: ['F'] }],
}

describe('the way down a hierarchy', () => {
  test('goes one level at a time and is held to what was opened', () => {
    const countries = drillInto(cube, start, 'origin.region', '013')
    expect(countries.rows).toEqual(['origin.country'])
    expect(countries.where).toEqual([
      { dimension: 'sex', codes: ['F'] },
      { dimension: 'origin.region', codes: ['013'] },
    ])
    const departments = drillInto(cube, countries, 'origin.country', 'GTM')
    expect(departments.rows).toEqual(['origin.department'])
    expect(departments.where).toHaveLength(3)
  })

  test('narrows a choice of several at that level to the one that was opened', () => {
    const chosen = { ...start, where: [{ dimension: 'time.year', latest: 3 }] }
    expect(drillInto(cube, chosen, 'time.year', '2024')).toMatchObject({
      columns: ['time.quarter'],
      where: [{ dimension: 'time.year', codes: ['2024'] }],
    })
  })

  test('ends at the finest level, and has nothing below what is unknown or summed', () => {
    expect(canDrill(cube, 'origin.region', '013')).toBe(true)
    expect(canDrill(cube, 'origin', 'x')).toBe(false)
    expect(canDrill(cube, 'sex', 'F')).toBe(false)
    expect(canDrill(cube, 'origin.region', '_U')).toBe(false)
    expect(canDrill(cube, 'origin.region', restCode)).toBe(false)
  })
})

describe('the way back up', () => {
  const deep: TableSpec = {
    rows: ['origin.department'],
    columns: ['time.year'],
    where: [
      { dimension: 'origin.country', codes: ['GTM'] },
      { dimension: 'sex', codes: ['F'] },
      { dimension: 'origin.region', codes: ['013'] },
    ],
  }
  const filters = [
    { dimension: 'origin.country', label: 'Country', values: ['Guatemala'] },
    { dimension: 'origin.region', label: 'Region', values: ['Central America'] },
  ]

  test('is told from the coarsest level down, with the names of what was opened', () => {
    expect(drillPaths(cube, deep, filters)).toEqual([
      {
        dimension: 'origin',
        label: 'origin',
        top: 'origin.region',
        steps: [
          { label: 'Central America', below: 'origin.country' },
          { label: 'Guatemala', below: 'origin.department' },
        ],
      },
    ])
  })

  test('leads to a step, or to the whole', () => {
    expect(climbTo(cube, deep, 'origin.country')).toMatchObject({
      rows: ['origin.country'],
      where: [
        { dimension: 'sex', codes: ['F'] },
        { dimension: 'origin.region', codes: ['013'] },
      ],
    })
    expect(climbTo(cube, deep, 'origin.region')).toMatchObject({
      rows: ['origin.region'],
      where: [{ dimension: 'sex', codes: ['F'] }],
    })
  })

  test('is none where a table is only filtered', () => {
    const filtered = { ...start, where: [{ dimension: 'origin.region', codes: ['013', '005'] }] }
    expect(drillPaths(cube, filtered, [])).toEqual([])
    expect(drillPaths(cube, start, [])).toEqual([])
  })
})
