// Claims: a batch of one record in a hundred is added to a cube in less than 15 % of the time of
// building it whole; every default cube of the synthetic region is built in less than 20 s; and who is in
// its cubes of records is told anew after a linkage in less than 10 s.
//
// Data: 2 million crossings drawn by hashing (CAUDAL_BENCH_RECORDS for another number) and 1 % more;
// then the synthetic region (CAUDAL_BENCH_PERSONS for its size), drawn and imported as `npm start`
// does. The peer of the first claim is the whole build of the same records in the same run.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readParquet } from '../packages/methods/src/measure/index.ts'
import { importFile } from '../packages/platform/src/collect/service.ts'
import { buildCubes, type CubeBuildOutcome } from '../packages/platform/src/measure/service.ts'
import { receiveFacts } from '../packages/platform/src/measure/testing-facts.ts'
import { listBatches, openNode, type CaudalNode } from '../packages/platform/src/store/index.ts'
import {
  drawRegion,
  manifestName,
  type RegionManifest,
} from '../packages/platform/src/synthetic/index.ts'
import { crossingsSql } from './table-request/crossings.ts'
import { keeper, statistician } from '../packages/platform/src/govern/testing-actors.ts'

const records = Number(process.env['CAUDAL_BENCH_RECORDS'] ?? 2_000_000)
const persons = Number(process.env['CAUDAL_BENCH_PERSONS'] ?? 330_000)
const limits = { share: 0.15, seconds: 20, linkedSeconds: 10 } as const

let failed = false
const root = await mkdtemp(join(tmpdir(), 'caudal-bench-'))
try {
  await withBenchNode('batches', measureExtension)
  await withBenchNode('region', measureRegion)
} finally {
  await rm(root, { recursive: true, force: true })
}
if (failed) process.exitCode = 1

async function withBenchNode(name: string, work: (node: CaudalNode) => Promise<void>) {
  const node = await openNode({ root: join(root, name), role: 'command', registerUrl: '' })
  try {
    await work(node)
  } finally {
    await node.close()
  }
}

async function measureExtension(node: CaudalNode): Promise<void> {
  const receive = (count: number, first: number) =>
    receiveFacts(node, {
      recordType: 'movement',
      dataset: 'benchmark',
      synthetic: true,
      sql: crossingsSql(count, first),
    })
  const build = async (rebuild = false) =>
    (await buildCubes(node, statistician, { only: ['movements'], rebuild }))[0]!
  const onePercent = Math.round(records / 100)
  await receive(records, 0)
  await build()
  const extensions: CubeBuildOutcome[] = []
  for (let batch = 0; batch < 3; batch++) {
    await receive(onePercent, records + batch * onePercent)
    extensions.push(await build())
  }
  const whole = await build(true)
  if (extensions.some(({ outcome }) => outcome !== 'extended') || whole.outcome !== 'built') {
    throw new Error('the batches were not added to the build that stood')
  }
  const seconds = extensions.map((each) => each.seconds).toSorted((a, b) => a - b)[1]!
  const share = seconds / whole.seconds
  report({
    benchmark: 'cubes',
    run: 'batch of 1 %',
    records: whole.records,
    cells: whole.cells,
    seconds: round(seconds),
    wholeSeconds: round(whole.seconds),
    share: round(share),
    limit: limits.share,
    ok: share < limits.share,
  })
}

async function measureRegion(node: CaudalNode): Promise<void> {
  const folder = join(node.folder.synthetic, 'region')
  await drawRegion({ out: folder, persons })
  const region = JSON.parse(await readFile(join(folder, manifestName), 'utf8')) as RegionManifest
  for (const { path, profilePath } of region.files) {
    await importFile(node, keeper, { file: join(folder, path), profile: join(folder, profilePath) })
  }
  const outcomes = await buildCubes(node, statistician)
  const built = outcomes.filter(({ outcome }) => outcome === 'built')
  for (const { cubeId, records: counted, cells, seconds } of built) {
    console.log(`${cubeId}: ${counted} records, ${cells} cells, ${seconds.toFixed(1)} s`)
  }
  const seconds = built.reduce((sum, each) => sum + each.seconds, 0)
  report({
    benchmark: 'cubes',
    run: 'synthetic region',
    records: built.reduce((sum, each) => sum + each.records, 0),
    seconds: round(seconds),
    limit: limits.seconds,
    ok: seconds < limits.seconds,
  })
  await measureLinkage(node)
}

/** Who is in the cubes of records, told anew after a run of linkage that finds everybody. */
async function measureLinkage(node: CaudalNode): Promise<void> {
  const types = ['movement', 'permit', 'residence', 'return'] as const
  const batches = await Promise.all(types.map((recordType) => listBatches(node, { recordType })))
  const paths = batches
    .flat()
    .flatMap(({ files }) =>
      files.flatMap(({ kind, path }) => (kind === 'facts' ? [join(node.folder.root, path)] : [])),
    )
  await receiveFacts(node, {
    recordType: 'journey',
    dataset: 'journeys-benchmark',
    synthetic: true,
    records: [{ country: 'GTM', person: 1 }],
    links: `select record_id, (hash(record_id) % ${persons})::bigint as person from ${readParquet(paths)}`,
  })
  const only = ['movements', 'permits', 'permit-events', 'residences', 'returns']
  const told = await buildCubes(node, statistician, { only })
  if (told.some(({ outcome }) => outcome !== 'retold')) throw new Error('a cube was not told anew')
  const seconds = told.reduce((sum, each) => sum + each.seconds, 0)
  report({
    benchmark: 'cubes',
    run: 'linked anew',
    records: told.reduce((sum, each) => sum + each.records, 0),
    seconds: round(seconds),
    limit: limits.linkedSeconds,
    ok: seconds < limits.linkedSeconds,
  })
}

function report(line: { readonly ok: boolean } & Record<string, unknown>): void {
  console.log(JSON.stringify(line))
  failed ||= !line.ok
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
