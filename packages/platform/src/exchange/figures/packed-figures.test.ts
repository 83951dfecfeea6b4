import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LakeEngine } from '../../store/index.ts'
import { openDuckDb } from '../../store/duckdb-engine.ts'
import { packFigures } from './pack-figures.ts'
import { PackedFigures } from './packed-figures.ts'
import type { FigureQuestion } from './published-figures.ts'
import { measureAvailability, readFigures, type FiguresFile } from './read-figures.ts'

let folder: string
let lake: LakeEngine
let packed: PackedFigures
let file: FiguresFile

const codes = {
  FREQ: ['A', 'Q'],
  MEASURE: ['IN', 'OUT'],
  SEX: ['F', 'M', '_T'],
  AGE: ['Y0', 'Y9', '_T'],
}
const dimensions = Object.keys(codes)
const periods = Array.from({ length: 60 }, (_, i) => String(1960 + i))
const seriesAttributes = { IN: { UNIT_MEASURE: 'PS' }, OUT: { UNIT_MEASURE: 'EVENTS' } }

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'caudal-packed-'))
  lake = await openDuckDb({ temporaryFolder: folder, threads: 1 })
  const path = join(folder, 'figures.parquet')
  const from = Object.entries(codes).map(
    ([id, all]) => `(select unnest([${all.map((code) => `'${code}'`).join(', ')}]) as "${id}")`,
  )
  // Every seventh figure is missing from its series, some are without a number, some are gone.
  await lake.run(`copy (
    select *, concat_ws('.', ${dimensions.map((id) => `"${id}"`).join(', ')}) as key,
      case when h % 5 = 0 then null else h % 1000 / 4 end as v,
      case when h % 11 = 0 then null when h % 5 = 0 then 'O' else 'A' end as o,
      case when h % 11 = 0 then null else 'F' end as c, (1000 + h % 3)::bigint as u, h % 11 = 0 as x
    from (select *, (1960 + y)::varchar as t, hash("FREQ", "MEASURE", "SEX", "AGE", y) as h
      from ${from.join(', ')}, range(60) as years(y)) where h % 7 > 0
    order by ${dimensions.map((id) => `"${id}"`).join(', ')}, t) to '${path}' (format parquet)`)
  const manifest = await packFigures(lake, path, dimensions, folder)
  file = { path, at: 1002, dimensions, seriesAttributes }
  packed = new PackedFigures({ folder, at: 1002, packed: manifest!, dimensions, seriesAttributes })
})
afterAll(async () => {
  lake.close()
  await rm(folder, { recursive: true, force: true })
})

async function all(stream: AsyncIterable<readonly unknown[]>): Promise<unknown[]> {
  const found: unknown[] = []
  for await (const part of stream) found.push(...part)
  return found
}

const box = fc.record(
  Object.fromEntries(
    dimensions.map((id) => [id, fc.subarray(codes[id as 'SEX'], { minLength: 1 })]),
  ),
  { requiredKeys: [] },
) as fc.Arbitrary<Record<string, string[]>>

const question: fc.Arbitrary<FigureQuestion> = fc.record(
  {
    boxes: fc.array(box, { minLength: 1, maxLength: 3 }),
    periods: fc.subarray(periods, { minLength: 1 }),
    changedAfter: fc.constantFrom(999, 1000, 1001, 1002),
    changedThen: fc.boolean(),
    deleted: fc.boolean(),
    first: fc.integer({ min: 1, max: 3 }),
    last: fc.integer({ min: 1, max: 3 }),
    attributes: fc.constant({
      series: ['UNIT_MEASURE'],
      observation: ['CONF_STATUS', 'OBS_STATUS'],
    }),
  },
  { requiredKeys: ['boxes', 'attributes'] },
)

test('packed figures answer every question as the engine answers it', async () => {
  await fc.assert(
    fc.asyncProperty(question, async (asked) => {
      expect(await all(packed.read(asked))).toEqual(await all(readFigures(lake, file, asked)))
      const { first: _, last: __, ...whole } = asked
      expect(await packed.measureAvailability(whole)).toEqual(
        await measureAvailability(lake, file, whole),
      )
    }),
    { numRuns: 60 },
  )
})

test('a box with a code that does not occur holds nothing', async () => {
  const asked: FigureQuestion = {
    boxes: [{ SEX: ['X'] }],
    attributes: { series: [], observation: [] },
  }
  expect(await all(packed.read(asked))).toEqual([])
})
