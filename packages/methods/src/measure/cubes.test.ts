import { describe, expect, test } from 'vitest'
import { getRecordType } from '../collect/index.ts'
import { languages } from '../vocabulary/index.ts'
import { getCodeList } from '../vocabulary/code-lists/index.ts'
import { codeListsOf, cubes, findReference, listLevels } from './index.ts'

/** Every text of a definition: objects with exactly the three languages. */
function textsOf(value: unknown): Record<string, string>[] {
  if (Array.isArray(value)) return value.flatMap(textsOf)
  if (value === null || typeof value !== 'object') return []
  const keys = Object.keys(value)
  if (keys.includes('es')) return [value as Record<string, string>]
  return Object.values(value).flatMap(textsOf)
}

describe.each(cubes)('the cube $id', (cube) => {
  const fields = [
    ...getRecordType(cube.recordType).fields,
    ...(cube.view?.fields ?? []).map(({ id }) => ({ id, sensitivity: 'quasi' })),
  ]

  test('reads fields that its record type has, none of which names a person', () => {
    const read = [
      ...cube.dimensions.flatMap(({ field, orElse }) => [field, orElse]),
      ...cube.measures.map(({ field }) => field),
      ...(cube.leaveOut ?? []).map(({ field }) => field),
      cube.editionsBy,
    ].filter((field) => field !== undefined)
    for (const field of read) {
      const found = fields.find(({ id }) => id === field)
      expect(`${field} ${found?.sensitivity}`).toMatch(/ (plain|quasi|sensitive)$/)
    }
  })

  test('draws on code lists that the platform has', () => {
    for (const id of cube.dimensions.flatMap(codeListsOf)) expect(getCodeList(id).id).toBe(id)
  })

  test('says everything in three languages, each in its own words', () => {
    const texts = textsOf(cube)
    expect(texts.length).toBeGreaterThan(10)
    for (const text of texts) {
      expect(Object.keys(text).sort()).toEqual([...languages].sort())
      for (const words of Object.values(text)) expect(words.trim()).not.toBe('')
    }
  })

  test('says how repeated records are counted', () => {
    expect(cube.notes.length).toBeGreaterThan(0)
  })

  test('opens on dimensions that it has', () => {
    for (const name of [...cube.opening.rows, ...cube.opening.columns]) {
      expect(findReference(cube, name)?.id).toBe(name)
    }
  })

  test('names no dimension, level or measure twice', () => {
    const ids = cube.dimensions.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const dimension of cube.dimensions) {
      const levels = listLevels(dimension).map(({ id }) => id)
      expect(new Set(levels).size).toBe(levels.length)
    }
    const measures = cube.measures.map(({ id }) => id)
    expect(new Set(measures).size).toBe(measures.length)
  })

  test('holds back from adding only over dimensions that it has', () => {
    for (const { notAdditiveOver = [] } of cube.measures) {
      for (const id of notAdditiveOver) expect(cube.dimensions.map((each) => each.id)).toContain(id)
    }
  })
})

test('crossings are counted as events, and a stock is not added over time', () => {
  const measure = (cube: string) => cubes.find(({ id }) => id === cube)!.measures[0]!
  expect(measure('movements').unit.en).toContain('not persons')
  expect(measure('un-migrant-stock').notAdditiveOver).toEqual(['time'])
})

test('only figures that are public already go without protection', () => {
  expect(cubes.filter(({ protection }) => protection !== 'none').map(({ id }) => id)).toEqual([
    'movements',
    'migrations',
    'migration-estimates',
    'resident-stocks',
    'stays',
    'permits',
    'permit-events',
    'residences',
    'returns',
    'indicators',
  ])
})

test.each([
  ['citizenship', 'citizenship_status'],
  ['birth_country', 'birth_status'],
  ['border_post', 'mode'],
  ['department', 'municipality'],
  ['origin_department', 'origin_municipality'],
  ['destination_department', 'destination_municipality'],
])('protected cubes by %s and %s declare that the one tells of the other', (...pair) => {
  const own = cubes.filter(
    ({ dimensions, protection }) =>
      protection !== 'none' && pair.every((id) => dimensions.some((each) => each.id === id)),
  )
  expect(own.length).toBeGreaterThan(0)
  for (const { id, dimensions, dependencies = [] } of own) {
    const declared = dependencies.find((each) => pair.every((name) => each.includes(name)))
    expect(declared, id).toBeDefined()
    expect(dimensions.map((each) => each.id)).toEqual(expect.arrayContaining([...declared!]))
  }
})
