import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { quoteText } from '@caudal/methods/collect'
import { cubes, findCube, type QueryAnswer, type CubeQuery } from '@caudal/methods/measure'
import { Refusal } from '@caudal/methods/vocabulary'
import { crossingsSql } from '../../../../benchmarks/table-request/crossings.ts'
import { findCubeBuild, withdrawBatch, type CaudalNode } from '../store/index.ts'
import { withNode } from '../store/testing.ts'
import { buildCubes, createCubeReader, listCubeStates } from './service.ts'
import { asMap, question } from './testing-answers.ts'
import { receiveFacts } from './testing-facts.ts'
import { statistician } from '../govern/testing-actors.ts'

const movements = findCube('movements')!

async function ask(node: CaudalNode, cubeId: string, query: CubeQuery): Promise<QueryAnswer> {
  const reader = createCubeReader(node, { memory: 0 })
  return reader.answer(await reader.open(cubeId), query)
}

const crossing = (more: Record<string, string | number | null>) => ({
  country: 'SLV',
  crossed_on: '2020-02-29',
  direction: 'arrival',
  ...more,
})

describe('cells', () => {
  test('hold every record: what is missing or out of range is unknown, and never vanishes', async () => {
    await withNode(async (node) => {
      await receiveFacts(node, {
        recordType: 'movement',
        dataset: 'posts',
        records: [
          crossing({ sex: 'F', age: 0, citizenship: 'HND' }),
          crossing({ sex: null, age: 4, citizenship: null }),
          crossing({ sex: 'M', age: 90, citizenship: 'XXA', crossed_on: '2020-12-31' }),
          crossing({ sex: 'M', age: 120, citizenship: 'USA', crossed_on: '2021-01-01' }),
          crossing({ sex: 'M', age: null, citizenship: 'SLV' }),
          crossing({ sex: 'M', age: -1, citizenship: 'SLV' }),
        ],
      })
      const [built] = await buildCubes(node, statistician, { only: ['movements'] })
      expect(built).toMatchObject({ outcome: 'built', records: 6 })
      const of = async (dimension: string) =>
        Object.fromEntries(
          asMap(await ask(node, 'movements', question('movements', [dimension], []))),
        )
      expect(await of('age')).toEqual({ 'Y0,|': 1, 'Y4,|': 1, 'Y_GE90,|': 2, '_U,|': 2 })
      expect(await of('age.group')).toEqual({ 'Y0T4,|': 2, 'Y_GE90,|': 2, '_U,|': 2 })
      expect(await of('age.broad')).toEqual({ 'Y0T14,|': 2, 'Y_GE65,|': 2, '_U,|': 2 })
      expect(await of('sex')).toEqual({ 'F,|': 1, 'M,|': 4, '_U,|': 1 })
      expect(await of('time')).toEqual({ '2020-02-29,|': 4, '2020-12-31,|': 1, '2021-01-01,|': 1 })
      expect(await of('time.month')).toEqual({ '2020-02,|': 4, '2020-12,|': 1, '2021-01,|': 1 })
      expect(await of('time.quarter')).toEqual({ '2020-Q1,|': 4, '2020-Q4,|': 1, '2021-Q1,|': 1 })
      expect(await of('citizenship.region')).toEqual({ '013,|': 3, '021,|': 1, '_U,|': 2 })
      expect(await of('purpose')).toEqual({ '_U,|': 6 })
    })
  })

  test('of incidents add their figures; an incident without a month keeps its year', async () => {
    await withNode(async (node) => {
      await receiveFacts(node, {
        recordType: 'incident',
        dataset: 'missing-migrants',
        records: [
          { year: 2019, month: '2019-04', dead: 3, missing: null, dead_and_missing: 3, women: 1 },
          { year: 2019, month: null, dead: 1, missing: 2, dead_and_missing: 3 },
          { year: null, month: null, dead: null, dead_and_missing: null },
        ],
      })
      await buildCubes(node, statistician, { only: ['missing-migrants'] })
      const answer = await ask(node, 'missing-migrants', question('missing-migrants', ['time'], []))
      expect(Object.fromEntries(asMap(answer))).toEqual({
        '2019,|': 3,
        '2019-04,|': 3,
        '_U,|': null,
      })
      const years = await ask(
        node,
        'missing-migrants',
        question('missing-migrants', ['time.year'], []),
      )
      expect(Object.fromEntries(asMap(years))).toEqual({ '2019,|': 6, '_U,|': null })
    })
  })

  test('leave out regional subtotals that would count countries twice, and say how many', async () => {
    await withNode(async (node) => {
      const stock = (ref_area: string, value: number) => ({
        measure: 'migrant-stock',
        period: '2019',
        ref_area,
        counterpart_area: 'SLV',
        value,
      })
      await receiveFacts(node, {
        recordType: 'observation',
        dataset: 'un-migrant-stock-2019',
        records: [stock('BRB', 5), stock('029', 5), stock('USA', 9)],
      })
      await buildCubes(node, statistician, { only: ['un-migrant-stock'] })
      const answer = await ask(
        node,
        'un-migrant-stock',
        question('un-migrant-stock', ['destination'], []),
      )
      expect(answer.grandTotal).toBe(14)
      const reader = createCubeReader(node)
      expect((await reader.open('un-migrant-stock')).manifest.leftOut).toEqual([1])
    })
  })

  test('of two editions of a year come from the fuller one', async () => {
    await withNode(async (node) => {
      const incident = (year: number, dead: number) => ({
        year,
        month: `${year}-01`,
        dead,
        dead_and_missing: dead,
      })
      await receiveFacts(node, {
        recordType: 'incident',
        dataset: 'missing-migrants',
        profile: 'early',
        records: [incident(2018, 1), incident(2019, 2), incident(2019, 2), incident(2020, 50)],
      })
      await receiveFacts(node, {
        recordType: 'incident',
        dataset: 'missing-migrants',
        profile: 'late',
        records: [
          incident(2019, 10),
          incident(2019, 10),
          incident(2019, 10),
          incident(2020, 7),
        ].concat(incident(2020, 7)),
      })
      await buildCubes(node, statistician, { only: ['missing-migrants'] })
      const answer = await ask(
        node,
        'missing-migrants',
        question('missing-migrants', ['time.year'], []),
      )
      expect(Object.fromEntries(asMap(answer))).toEqual({
        '2018,|': 1,
        '2019,|': 30,
        '2020,|': 14,
      })
      const reader = createCubeReader(node)
      const { setAside } = (await reader.open('missing-migrants')).manifest
      expect(setAside).toEqual({ records: 3, parts: ['2019: early', '2020: early'] })
    })
  })
})

describe('builds', () => {
  test('are made only where records or definitions changed, and tell when they lag behind', async () => {
    await withNode(async (node) => {
      const state = async () =>
        (await listCubeStates(node)).find(({ cube }) => cube.id === 'movements')!.state
      expect(await state()).toBe('empty')
      expect((await buildCubes(node, statistician)).map(({ outcome }) => outcome)).toEqual(
        cubes.map(() => 'empty'),
      )
      const first = await receiveFacts(node, {
        recordType: 'movement',
        dataset: 'posts',
        records: [crossing({}), crossing({})],
      })
      expect(await state()).toBe('not-built')
      const outcome = async () =>
        (await buildCubes(node, statistician, { only: ['movements'] }))[0]!.outcome
      expect(await outcome()).toBe('built')
      expect(await outcome()).toBe('up-to-date')
      const before = await findCubeBuild(node, 'movements')

      await receiveFacts(node, {
        recordType: 'movement',
        dataset: 'posts',
        records: [crossing({})],
      })
      expect(await state()).toBe('stale')
      expect(await outcome()).toBe('built')
      expect((await ask(node, 'movements', question('movements', [], []))).grandTotal).toBe(3)
      expect((await findCubeBuild(node, 'movements'))!.snapshot).not.toBe(before!.snapshot)

      await withdrawBatch(node, first.id)
      expect(await outcome()).toBe('built')
      expect((await ask(node, 'movements', question('movements', [], []))).grandTotal).toBe(1)
      expect(readdirSync(join(node.folder.cubes, 'movements'))).toHaveLength(2)
    })
  })

  test('that fail leave the earlier one in use', async () => {
    await withNode(async (node) => {
      await receiveFacts(node, {
        recordType: 'movement',
        dataset: 'posts',
        records: [crossing({})],
      })
      await buildCubes(node, statistician, { only: ['movements'] })
      const broken = await receiveFacts(node, {
        recordType: 'movement',
        dataset: 'posts',
        records: [crossing({})],
      })
      rmSync(join(node.folder.root, broken.files[0]!.path))
      await expect(buildCubes(node, statistician, { only: ['movements'] })).rejects.toThrow(
        /part-0\.parquet/,
      )
      expect((await ask(node, 'movements', question('movements', [], []))).grandTotal).toBe(1)
      const folders = readdirSync(join(node.folder.cubes, 'movements'))
      expect(folders).toHaveLength(1)
    })
  })

  test('are switched under readers without a wrong answer', async () => {
    await withNode(async (node) => {
      const reader = createCubeReader(node, { believedFor: 0 })
      await receiveFacts(node, {
        recordType: 'movement',
        dataset: 'posts',
        records: [crossing({})],
      })
      await buildCubes(node, statistician, { only: ['movements'] })
      let building = true
      const seen = new Set<number | null>()
      const readers = Array.from({ length: 4 }, async () => {
        while (building) {
          const open = await reader.open('movements')
          const answer = await reader.answer(open, question('movements', ['sex'], []))
          expect(answer.grandTotal).toBe(open.manifest.records)
          seen.add(answer.grandTotal)
          // Questions come from outside: between two of them the rest of the process has its turn.
          await setImmediate()
        }
      })
      for (let i = 0; i < 5; i++) {
        await receiveFacts(node, {
          recordType: 'movement',
          dataset: 'posts',
          records: [crossing({})],
        })
        await buildCubes(node, statistician, { only: ['movements'] })
      }
      building = false
      await Promise.all(readers)
      expect([...seen].every((total) => total! >= 1 && total! <= 6)).toBe(true)
    })
  })

  test('of a cube that does not exist are refused with the nearest', async () => {
    await withNode(async (node) => {
      const refusal = await buildCubes(node, statistician, { only: ['movement'] }).catch(
        (error: unknown) => error,
      )
      expect(refusal).toBeInstanceOf(Refusal)
      expect((refusal as Refusal).what('es')).toContain('«movement»')
      expect((refusal as Refusal).advice('en')).toContain('nearest is: movements')
    })
  })

  test('hold what they say: cells as codes, roll-ups that add up, and no name of a person', async () => {
    await withNode(async (node) => {
      await receiveFacts(node, {
        recordType: 'movement',
        dataset: 'posts',
        synthetic: true,
        flaggedDuplicate: 7,
        rejected: 2,
        sql: crossingsSql(20_000),
      })
      await buildCubes(node, statistician, { only: ['movements'] })
      const build = (await findCubeBuild(node, 'movements'))!
      expect(build.synthetic).toBe(true)
      for (const { path } of build.files)
        expect(existsSync(join(node.folder.root, path))).toBe(true)
      const cells = join(
        node.folder.root,
        build.files.find(({ name }) => name === 'cells.parquet')!.path,
      )
      const columns = await node.lake.rows<{ column_name: string }>(
        `describe select * from read_parquet(${quoteText(cells)})`,
      )
      expect(columns.map(({ column_name }) => column_name)).toEqual([
        ...movements.dimensions.map(({ id }) => id),
        'records',
        'crossings',
      ])
      const reader = createCubeReader(node)
      expect((await reader.open('movements')).manifest).toMatchObject({
        records: 20_000,
        repeats: 7,
        rejected: 2,
        observed: false,
      })
    })
  })
})
