import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { getCodeList } from '../vocabulary/code-lists/index.ts'
import { cubeDomain, cubes, findCube, levelCode, listLevels } from './index.ts'

const lists = new Map(
  [
    'countries',
    'regions',
    'sex',
    'direction',
    'mode',
    'purpose',
    'border-posts',
    'incident-causes',
    'incident-regions',
    'incident-routes',
  ].map((id) => [id, getCodeList(id)]),
)

test('time runs forward, and a year of unknown month follows its months', () => {
  const domain = cubeDomain(
    findCube('missing-migrants')!,
    { time: ['_U', '2020-01', '2019', '2019-12', '2019-02', '2018-11'] },
    lists,
  )
  expect(domain['time']![0]!.codes).toEqual([
    '2018-11',
    '2019-02',
    '2019-12',
    '2019',
    '2020-01',
    '_U',
  ])
  expect(domain['time']![1]!.codes).toEqual(['2018-Q4', '2019-Q1', '2019-Q4', '2020-Q1', '_U'])
  expect(domain['time']![2]!.codes).toEqual(['2018', '2019', '2020', '_U'])
})

test('ages run from the youngest, unknown ages last', () => {
  const domain = cubeDomain(
    findCube('movements')!,
    { age: ['_U', 'Y_GE90', 'Y5T9', 'Y10T14', 'Y0T4'] },
    lists,
  )
  expect(domain['age']![0]!.codes).toEqual(['Y0T4', 'Y5T9', 'Y10T14', 'Y_GE90', '_U'])
  expect(domain['age']!.at(-1)!.codes).toEqual(['Y0T14', 'Y_GE65', '_U'])
})

test('countries lie in regions and continents, and what lies in none is kept as unknown', () => {
  const domain = cubeDomain(
    findCube('movements')!,
    { citizenship: ['SLV', 'FRA', 'XXA', '_U', 'HTI'] },
    lists,
  )
  const [countries, regions, continents] = domain['citizenship']!
  const of = (code: string, level: typeof regions) =>
    level!.codes[level!.of[countries!.codes.indexOf(code)]!]
  expect(of('SLV', regions)).toBe('013')
  expect(of('HTI', continents)).toBe('019')
  expect(of('XXA', regions)).toBe('_U')
  expect(of('_U', continents)).toBe('_U')
})

test('a cause belongs to its topmost group, and a group to itself', () => {
  const domain = cubeDomain(
    findCube('missing-migrants')!,
    { cause: ['presumed-drowning', 'drowning-all', 'shot'] },
    lists,
  )
  expect(domain['cause']![1]!.codes).toEqual(['drowning-all', 'violence-all'])
})

test('no code is lost between levels, whatever the codes', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...cubes),
      fc.uniqueArray(
        fc.oneof(
          fc.string({ minLength: 1 }),
          fc.constantFrom('_U', '_O', '2020-03', 'Y20T24', 'SLV'),
        ),
        { maxLength: 12 },
      ),
      (cube, codes) => {
        for (const dimension of cube.dimensions) {
          const levels = cubeDomain(cube, { [dimension.id]: codes }, lists)[dimension.id]!
          expect(levels).toHaveLength(listLevels(dimension).length)
          expect([...levels[0]!.codes].sort()).toEqual([...codes].sort())
          for (const level of levels) {
            expect(level.of).toHaveLength(codes.length)
            for (const ordinal of level.of) expect(level.codes[ordinal]).toBeDefined()
          }
        }
      },
    ),
  )
})

test('a band that a group crosses is unknown, not guessed', () => {
  const bands = { kind: 'age-bands', starts: [0, 15, 25, 65] } as const
  expect(levelCode(bands, 'Y10T19')).toBe('_U')
  expect(levelCode(bands, 'Y_GE60')).toBe('_U')
  expect(levelCode(bands, 'Y_GE90')).toBe('Y_GE65')
  expect(levelCode(bands, 'no age')).toBe('_U')
})
