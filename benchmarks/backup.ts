// Claim: a backup of the synthetic region, restored, differs in nothing: no row of any table of the
// register, no byte of any file of the lake.
//
// Data: the synthetic region (CAUDAL_BENCH_PERSONS for its size), drawn and imported as `npm start` does,
// its cubes built. Beside it, in the same run: the same data folder copied file by file, unencrypted and
// unchecked. Then a batch more, and what a backup that goes on from the one before takes.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { cp, lstat, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { pipeline } from 'node:stream/promises'
import { importFile } from '../packages/platform/src/collect/service.ts'
import {
  listRegisterTables,
  quoted,
} from '../packages/platform/src/govern/backup/register-tables.ts'
import { backUp, restore } from '../packages/platform/src/govern/backup/service.ts'
import { terminalActor } from '../packages/platform/src/govern/terminal-actor.ts'
import { keeper, statistician } from '../packages/platform/src/govern/testing-actors.ts'
import { buildCubes } from '../packages/platform/src/measure/service.ts'
import { receiveFacts } from '../packages/platform/src/measure/testing-facts.ts'
import { type CaudalNode, openNode } from '../packages/platform/src/store/index.ts'
import {
  drawRegion,
  manifestName,
  type RegionManifest,
} from '../packages/platform/src/synthetic/index.ts'
import { crossingsSql } from './table-request/crossings.ts'

const persons = Number(process.env['CAUDAL_BENCH_PERSONS'] ?? 330_000)
const administrator = terminalActor('administrator')
const root = await mkdtemp(join(tmpdir(), 'caudal-backup-bench-'))

try {
  const node = await openNode({ root: join(root, 'data'), role: 'command', registerUrl: '' })
  const nodeKeys = [join(node.folder.keys, 'node.key')]
  const archives = join(root, 'archives')
  let rows: Record<string, string>
  let files: Record<string, string>
  try {
    await receiveRegion(node)
    ;[rows, files] = [await digestRows(node), await digestFiles(node)]
    const bytes = await sizeOf(node.folder.root)
    // the socket of the running node is no file
    const filter = async (path: string) => !(await lstat(path)).isSocket()
    const copied = await timed(() =>
      cp(node.folder.root, join(root, 'copy'), { recursive: true, filter }),
    )
    const written = await timed(() => backUp(node, administrator, { folder: archives }))
    console.log(`${persons.toLocaleString('en')} persons, ${megabytes(bytes)} in the data folder`)
    report('copy', copied.seconds, bytes)
    report('backup', written.seconds, written.value.bytes, copied.seconds)
  } finally {
    await node.close()
  }
  const to = join(root, 'restored')
  const restored = await timed(() => restore({ from: archives, to, nodeKeys, registerUrl: '' }))
  console.log(`restore ${restored.seconds.toFixed(1)} s, ${restored.value.files} files`)
  const again = await openNode({ root: to, role: 'command', registerUrl: '' })
  try {
    const differing = [
      ...differences(rows, await digestRows(again)),
      ...differences(files, await digestFiles(again)),
    ]
    console.log(`differences: ${differing.length} ${differing.join(', ')}`)
    if (differing.length > 0) process.exitCode = 1
    await receiveFacts(again, {
      recordType: 'movement',
      dataset: 'one-more',
      synthetic: true,
      sql: crossingsSql(10_000),
    })
    const more = await timed(() => backUp(again, administrator, { folder: archives }))
    report('goes on', more.seconds, more.value.bytes)
  } finally {
    await again.close()
  }
} finally {
  await rm(root, { recursive: true, force: true })
}

async function receiveRegion(node: CaudalNode): Promise<void> {
  const folder = join(root, 'region')
  await drawRegion({ out: folder, persons })
  const region = JSON.parse(await readFile(join(folder, manifestName), 'utf8')) as RegionManifest
  for (const { path, profilePath } of region.files) {
    await importFile(node, keeper, { file: join(folder, path), profile: join(folder, profilePath) })
  }
  await buildCubes(node, statistician)
}

/** A digest of every table: its rows in the order of its key. The log goes on with the restore itself. */
async function digestRows(node: CaudalNode): Promise<Record<string, string>> {
  const digests: Record<string, string> = {}
  for (const { name, columns, key } of await listRegisterTables(node.register)) {
    if (name.startsWith('audit_') || name === 'backups') continue
    const [row] = await node.register.query<{ digest: string }>(
      `select md5(coalesce(string_agg(md5(to_jsonb(t)::text), '' order by ${
        key.length > 0 ? key.map(quoted).join(', ') : '1'
      }), '')) as digest
       from (select ${columns.map(quoted).join(', ')} from ${quoted(name)}) as t`,
    )
    digests[`table ${name}`] = row!.digest
  }
  return digests
}

async function digestFiles(node: CaudalNode): Promise<Record<string, string>> {
  const digests: Record<string, string> = {}
  for (const folder of [node.folder.lake, node.folder.cubes]) {
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue
      const path = join(entry.parentPath, entry.name)
      const digest = createHash('sha256')
      await pipeline(createReadStream(path), digest)
      digests[path.slice(node.folder.root.length)] = digest.digest('hex')
    }
  }
  return digests
}

function differences(one: Record<string, string>, other: Record<string, string>): string[] {
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...names].filter((name) => one[name] !== other[name])
}

async function sizeOf(folder: string): Promise<number> {
  let bytes = 0
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) bytes += (await stat(join(entry.parentPath, entry.name))).size
  }
  return bytes
}

async function timed<Value>(work: () => Promise<Value>) {
  const start = performance.now()
  const value = await work()
  return { value, seconds: (performance.now() - start) / 1000 }
}

function report(what: string, seconds: number, bytes: number, peer?: number): void {
  const ratio = peer === undefined ? '' : `, ${(seconds / peer).toFixed(1)} times the copy`
  console.log(
    `${what.padEnd(7)} ${seconds.toFixed(1)} s, ${megabytes(bytes)} (${megabytes(bytes / seconds)}/s)${ratio}`,
  )
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`
}
