import { expect, test } from 'vitest'
import { getRecordType } from '../collect/index.ts'
import { getCodeList } from '../vocabulary/code-lists/index.ts'
import {
  cellsSource,
  compileCubeQuery,
  cubeDomain,
  factsSource,
  findCube,
  findReference,
  groupCells,
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

test('a query reads its source once, by ordinals that no reader has written', () => {
  const { sql, parameters } = compileCubeQuery(query, source)
  expect(sql).toBe(
    'select "country" as r0, "time.year" as c0, cast(sum("crossings") as double) as v ' +
      'from cells where (5 >> "sex") & 1 = 1 group by r0, c0 limit 101',
  )
  expect(parameters).toEqual([])
})

test('neighbouring codes are a range of ordinals', () => {
  const { sql, parameters } = compileCubeQuery(
    {
      ...query,
      where: [{ reference: reference('time'), codes: ['2020-01', '2019-01', '2019-02'] }],
    },
    source,
  )
  expect(sql).toContain('where "time" between 0 and 2 ')
  expect(parameters).toEqual([])
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

test('codes asked of the facts themselves travel as parameters', () => {
  const facts = factsSource(
    cube,
    getRecordType('movement'),
    [{ profile: 'p', paths: ['f'] }],
    lists,
  )
  const { sql, parameters } = compileCubeQuery(
    { ...query, where: [{ reference: reference('country'), codes: ["' or 1=1 --", 'SLV'] }] },
    facts,
  )
  expect(sql).toContain(`coalesce("country", '_U') in ($1, $2)`)
  expect(parameters).toEqual(["' or 1=1 --", 'SLV'])
})

test('codes far apart are a list', () => {
  const many = cubeDomain(
    cube,
    { border_post: Array.from({ length: 90 }, (_, i) => `P${String(i).padStart(2, '0')}`) },
    lists,
  )
  const { sql } = compileCubeQuery(
    { ...query, where: [{ reference: reference('border_post'), codes: ['P03', 'P88', 'P01'] }] },
    cellsSource('cells', many),
  )
  expect(sql).toContain('where "border_post" in (1, 3, 88) ')
})

test('columns in memory are grouped as a statement would group them', () => {
  const columns = {
    rows: 5,
    ordinals: new Map([
      ['country', Uint16Array.of(0, 0, 1, 2, 2)],
      ['time.year', Uint16Array.of(0, 1, 0, 0, 0)],
      ['sex', Uint16Array.of(0, 2, 2, 1, 0)],
    ]),
    measures: new Map([['crossings', Float64Array.of(5, 7, NaN, 100, 1)]]),
  }
  const rows = groupCells(columns, query, domain)
  expect(rows.sort((a, b) => a['r0']! - b['r0']! || a['c0']! - b['c0']!)).toEqual([
    { r0: 0, c0: 0, v: 5 },
    { r0: 0, c0: 1, v: 7 },
    { r0: 1, c0: 0, v: null },
    { r0: 2, c0: 0, v: 1 },
  ])
  expect(() => groupCells({ ...columns, ordinals: new Map() }, query, domain)).toThrow(/no level/)
})
