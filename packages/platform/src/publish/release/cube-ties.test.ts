import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { findCube, type Cube } from '@caudal/methods/measure'
import { cubeTies, type CubeTie, type TieSide } from '@caudal/methods/measure/ties'
import { getCodeList } from '@caudal/methods/vocabulary/code-lists'
import { importFile } from '../../collect/service.ts'
import { keeper, statistician } from '../../govern/testing-actors.ts'
import { linkNode } from '../../link/persons/link-node.ts'
import { buildCubes, newestLinks } from '../../measure/service.ts'
import { receiveFacts } from '../../measure/testing-facts.ts'
import { snapshot, type CaudalNode } from '../../store/index.ts'
import { withTestFolder } from '../../store/testing.ts'
import { drawRegion } from '../../synthetic/index.ts'
import { withCubeFacts } from './cube-facts.ts'

/** By cube, how many records there are of each combination of the finest codes: what a release counts. */
type Counted = ReadonlyMap<string, readonly CountedCodes[]>

interface CountedCodes {
  readonly codes: ReadonlyMap<string, string>
  readonly count: number
}

const dimensionsOf = new Map(
  [
    ...new Set(cubeTies.flatMap(({ whole, parts }) => [whole, ...parts].map(({ cube }) => cube))),
  ].map((cube) => [
    cube,
    new Set(
      cubeTies.flatMap((tie) =>
        [tie.whole, ...tie.parts].some((side) => side.cube === cube)
          ? [
              ...tie.over,
              ...[tie.whole, ...tie.parts]
                .filter((side) => side.cube === cube)
                .flatMap(({ codes }) => Object.keys(codes)),
            ]
          : [],
      ),
    ),
  ]),
)

async function count(node: CaudalNode, cubes = [...dimensionsOf.keys()]): Promise<Counted> {
  const counted = new Map<string, CountedCodes[]>()
  for (const id of cubes) {
    const dimensions = dimensionsOf.get(id)!
    const cube = findCube(id)!
    const { batches } = await snapshot(node, cube.recordType, cube.datasets)
    const links = await newestLinks(node)
    const places = [...dimensions].map((dimension) =>
      cube.dimensions.findIndex((each) => each.id === dimension),
    )
    await withCubeFacts(node, cube, batches, { links, breaks: [] }, async ({ engine }) => {
      const keys = places.map((at) => `d${at}`)
      const rows = await engine.rows<Record<string, string> & { n: number }>(
        `select ${keys.join(', ')}, sum(amount)::integer as n from records group by all`,
      )
      counted.set(
        id,
        rows.map(({ n, ...row }) => ({
          codes: new Map([...dimensions].map((each, i) => [each, row[keys[i]!]!])),
          count: n,
        })),
      )
    })
  }
  return counted
}

/** Counts of a side, by the codes of the dimensions that it shares with the others. */
function countsOf(counted: Counted, side: TieSide, over: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { codes, count: n } of counted.get(side.cube)!) {
    if (Object.entries(side.codes).some(([dimension, code]) => codes.get(dimension) !== code))
      continue
    const context = JSON.stringify(over.map((dimension) => codes.get(dimension)))
    counts.set(context, (counts.get(context) ?? 0) + n)
  }
  return counts
}

/**
 * Compares both sides of a tie for every combination of codes that occurs, by these dimensions.
 *
 * @returns contexts in which anything was counted
 */
function expectTie(counted: Counted, tie: CubeTie, over: readonly string[]): number {
  const whole = countsOf(counted, tie.whole, over)
  const parts = tie.parts.map((side) => countsOf(counted, side, over))
  let compared = 0
  for (const context of new Set([whole, ...parts].flatMap((counts) => [...counts.keys()]))) {
    const codes = JSON.parse(context) as string[]
    const isLimited = Object.entries(tie.limits ?? {}).some(([dimension, limit]) => {
      const at = over.indexOf(dimension)
      const code = at < 0 ? '_T' : codes[at]!
      return 'only' in limit ? !limit.only.includes(code) : limit.except.includes(code)
    })
    if (isLimited) continue
    const sum = parts.reduce((total, counts) => total + (counts.get(context) ?? 0), 0)
    const own = whole.get(context) ?? 0
    if (tie.isExact ? sum !== own : sum > own) {
      expect.fail(`${tie.id}: ${own} and ${sum} at ${context}`)
    }
    compared += 1
  }
  return compared
}

function expectEach(counted: Counted, ties: readonly CubeTie[]): Map<string, number> {
  const compared = new Map<string, number>()
  for (const tie of ties) {
    // finest of all, each dimension by itself, and with none of those that need not be there
    const needed = Object.keys(tie.limits ?? {})
    const sets = [tie.over, ...tie.over.map((each) => [...new Set([...needed, each])]), needed]
    let most = 0
    for (const over of sets) most = Math.max(most, expectTie(counted, tie, over))
    compared.set(tie.id, most)
  }
  return compared
}

describe('what cubes of the same records have in common by their definitions', () => {
  let drawn: Counted

  beforeAll(async () => {
    await withTestFolder(async (openNode) => {
      const node = await openNode()
      const region = join(node.folder.synthetic, 'region')
      await drawRegion({
        out: region,
        persons: 1500,
        seed: 5,
        firstYear: 2018,
        lastYear: 2020,
        countries: ['GTM', 'SLV'],
        threads: 1,
      })
      for (const [kind, type] of [
        ['movimientos', 'movements'],
        ['permisos', 'permits'],
      ] as const) {
        const report = await importFile(node, keeper, {
          file: join(region, 'records', `gtm-${kind}.csv`),
          profile: join(region, 'profiles', `synthetic-${type}-gtm.json`),
        })
        if (report.status !== 'imported') throw new Error(`${kind} are not imported`)
      }
      await linkNode(node)
      await buildCubes(node, statistician, { only: ['migrations', 'stays'] })
      drawn = await count(node)
    })
  }, 180_000)

  test('holds of the synthetic region', () => {
    const compared = expectEach(drawn, cubeTies)
    for (const { id, isExact, whole } of cubeTies) {
      const isOfOutcomes = !whole.cube.startsWith('permit')
      if (isOfOutcomes) expect(compared.get(id), id).toBeGreaterThan(isExact ? 10 : 1000)
    }
    expect(compared.get('decided-or-not')).toBeGreaterThan(10)
  })

  test('holds of permits of every procedure and decision, whatever is missing', async () => {
    await withTestFolder(async (openNode) => {
      const node = await openNode()
      const list = (name: string) => [
        ...getCodeList(name).codes.map(({ code }) => `'${code}'`),
        'null',
      ]
      const decisions = list('permit-decisions')
      const procedures = list('permit-procedures')
      await receiveFacts(node, {
        recordType: 'permit',
        dataset: 'permits',
        sql: `select *, coalesce(decided_on, applied_on) as recorded_on from (
          select 'CRI' as country, 'visa' as permit_type,
            ([${decisions.join(', ')}])[1 + i % ${decisions.length}] as decision,
            ([${procedures.join(', ')}])[1 + i // 7 % ${procedures.length}] as procedure,
            case when i % 5 > 0 then date '2019-01-01' + (i * 37 % 300)::integer end as decided_on,
            date '2018-11-01' + (i * 13 % 200)::integer as applied_on,
            case when i % 3 = 0 then date '2020-01-01' + (i % 90)::integer end as valid_to,
            ['F', 'M', null][1 + i % 3] as sex
          from range(3000) as drawn(i))`,
      })
      const ofPermits = cubeTies.filter(({ whole }) => whole.cube.startsWith('permit'))
      const compared = expectEach(await count(node, ['permits', 'permit-events']), ofPermits)
      for (const { id } of ofPermits) expect(compared.get(id), id).toBeGreaterThan(2)
    })
  }, 60_000)

  test.each(cubeTies.map((tie) => [tie.id, tie] as const))(
    '%s names dimensions that both cubes define alike, and codes that there are',
    (_, { whole, parts, over }) => {
      const shape = (cube: Cube, id: string) => {
        const found = cube.dimensions.find((each) => each.id === id)!
        const { kind, field, codeList, levels } = found
        const of = levels?.map((level) => [level.id, level.from, level.codeList])
        // times are the days of what each counts
        return { kind, codeList, levels: of, ...(kind === 'time' ? {} : { field }) }
      }
      for (const side of [whole, ...parts]) {
        const cube = findCube(side.cube)!
        for (const dimension of over) {
          expect(shape(cube, dimension)).toEqual(shape(findCube(whole.cube)!, dimension))
        }
        for (const [dimension, code] of Object.entries(side.codes)) {
          const { codeList } = cube.dimensions.find((each) => each.id === dimension)!
          const codes = getCodeList(codeList!).codes.map((each) => each.code)
          expect([...codes, '_U']).toContain(code)
        }
      }
    },
  )
})
