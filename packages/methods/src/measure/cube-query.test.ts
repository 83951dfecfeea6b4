import { expect, test } from 'vitest'
import { getCodeList } from '../vocabulary/code-lists/index.ts'
import {
  cellsSource,
  compileCubeQuery,
  cubeDomain,
  findCube,
  findReference,
  type CubeQuery,
} from './index.ts'

const cube = findCube('movements')!
const lists = new Map(['countries', 'regions', 'sex'].map((id) => [id, getCodeList(id)]))
const domain = cubeDomain(
  cube,
  {
    country: ['GTM', 'SLV', 'HND'],
    time: ['2019-01', '2019-02', '2020-01'],
    sex: ['F', 'M', '_U'],
  },
  lists,
)
const source = cellsSource('cells', domain)
const reference = (name: string) => findReference(cube, name)!
const query: CubeQuery = {
  measure: cube.measures[0]!,
  rows: [reference('country')],
  columns: [reference('time.year')],
  where: [{ reference: reference('sex'), codes: ['F', '_U'] }],
  margins: { rows: true, columns: true, grand: true },
  maxCells: 100,
}

test('a query reads its source once, and what is asked for travels as parameters', () => {
  const { sql, parameters } = compileCubeQuery(query, source)
  expect(sql).toBe(
    'select "country" as r0, "time.year" as c0, cast(sum("crossings") as double) as v ' +
      'from cells where "sex" in ($1, $2) group by r0, c0 limit 101',
  )
  expect(parameters).toEqual([0, 2])
})

test('neighbouring codes are a range of ordinals', () => {
  const { sql, parameters } = compileCubeQuery(
    {
      ...query,
      where: [{ reference: reference('time'), codes: ['2020-01', '2019-01', '2019-02'] }],
    },
    source,
  )
  expect(sql).toContain('where "time" between $1 and $2 ')
  expect(parameters).toEqual([0, 2])
})

test('a condition that no code meets finds nothing', () => {
  const { sql } = compileCubeQuery(
    { ...query, where: [{ reference: reference('sex'), codes: [] }] },
    source,
  )
  expect(sql).toContain(' where false ')
})

test('margins are added up from all cells; a sum of nothing but missing figures is missing', () => {
  const answer = compileCubeQuery(query, source).read([
    { r0: 0, c0: 0, v: 5 },
    { r0: 1, c0: 0, v: null },
    { r0: 0, c0: 1, v: 7 },
  ])
  expect(answer.rows).toEqual([['GTM'], ['HND']])
  expect(answer.columns).toEqual([['2019'], ['2020']])
  expect(answer.rowTotals).toEqual([12, null])
  expect(answer.columnTotals).toEqual([5, 7])
  expect(answer.grandTotal).toBe(12)
})

test('the rest of the rows is summed, missing figures aside', () => {
  const answer = compileCubeQuery({ ...query, top: { rows: 1, least: false } }, source, 9).read([
    { r0: 0, c0: 0, v: 5 },
    { r0: 1, c0: 0, v: 9 },
    { r0: 2, c0: 0, v: null },
    { r0: 2, c0: 1, v: 2 },
  ])
  expect(answer.rows).toEqual([[levelOf(0)[1]]])
  expect(answer.rest).toEqual({ rows: 2, values: [5, 2], total: 7 })
  expect(answer.grandTotal).toBe(16)
})

test('equal totals are ranked by the order of the codes', () => {
  const rows = [
    { r0: 2, c0: 0, v: 4 },
    { r0: 0, c0: 0, v: 4 },
    { r0: 1, c0: 0, v: 4 },
  ]
  const compiled = compileCubeQuery({ ...query, top: { rows: 2, least: false } }, source, 3)
  const [first, second] = levelOf(0)
  expect(compiled.read(rows).rows).toEqual([[first], [second]])
  expect(compiled.read(rows.toReversed()).rows).toEqual([[first], [second]])
})

const levelOf = (depth: number) => domain['country']![depth]!.codes
