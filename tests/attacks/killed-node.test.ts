import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { LogVerifier } from '@caudal/methods/govern'
import { Client } from 'pg'
import { describe, expect, test } from 'vitest'
import {
  crossing,
  crossings,
  crossingsProfile,
} from '../../packages/platform/src/collect/testing-import.ts'
import { auditLogOf } from '../../packages/platform/src/govern/audit/audit-log.ts'
import { verifySignature } from '../../packages/platform/src/govern/audit/log-keys.ts'
import { readLog } from '../../packages/platform/src/govern/audit/read-log.ts'
import { listVersions } from '../../packages/platform/src/govern/registers/documents.ts'
import {
  type CaudalNode,
  listBatches,
  measureFile,
  openNode,
} from '../../packages/platform/src/store/index.ts'
import {
  reasonWithoutPostgres,
  type StartedPostgres,
  startTestPostgres,
  testPostgresAt,
} from '../../packages/platform/src/store/testing-postgres.ts'
import type { LoadRequest, Told } from './killed-node/told.ts'

/**
 * How often something is killed, and the seed of the moments. A campaign of a night:
 * `CAUDAL_KILLS=2000 CAUDAL_KILLS_SEED=7 npx vitest run tests/attacks/killed-node.test.ts`
 */
const kills = Number(process.env['CAUDAL_KILLS'] ?? 3)
const seed = Number(process.env['CAUDAL_KILLS_SEED'] ?? 20_261_128)

const victims = ['worker', 'PostgreSQL', 'server'] as const
const rowsPerFile = 200
const reason = reasonWithoutPostgres()

const activity = {
  title: 'Crossings',
  controller: 'hn-inm',
  legalBasis: 'law',
  citation: 'SYNTHETIC',
  purposes: ['collection', 'statistics'],
  recordTypes: ['movement'],
  persons: 'travellers',
  retention: { identitiesDays: 30, recordsDays: 3650 },
}

/** All that a node was told is done, over all runs of its process. */
class Witness {
  readonly appended = new Map<string, number>()
  readonly checkpoints: { size: number; root: Uint8Array }[] = []
  readonly versions = new Map<number, string>()
  readonly imported = new Set<string>()
  readonly bugs: string[] = []

  take(told: Told): void {
    if (told.what === 'appended') this.appended.set(told.subject, told.index)
    if (told.what === 'put') this.versions.set(told.version, told.title)
    if (told.what === 'imported') this.imported.add(told.file)
    if (told.what === 'bug') this.bugs.push(told.words)
    if (told.what === 'checkpoint' && told.size !== this.checkpoints.at(-1)?.size) {
      this.checkpoints.push({ size: told.size, root: Buffer.from(told.root, 'hex') })
    }
  }
}

interface LoadedNode {
  readonly child: ChildProcess
  readonly ended: Promise<unknown>
  /** Resolves when it has told that much more. */
  until(what: Told['what']): Promise<void>
}

function load(request: LoadRequest, witness: Witness): LoadedNode {
  const program = fileURLToPath(new URL('./killed-node/loaded-node.ts', import.meta.url))
  const child = fork(program, [JSON.stringify(request)], {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const waiting: { what: Told['what']; done: () => void }[] = []
  child.on('message', (told: Told) => {
    witness.take(told)
    for (const { done } of waiting.filter(({ what }) => what === told.what)) done()
  })
  const ended = once(child, 'exit')
  return {
    child,
    ended,
    until: (what) =>
      Promise.race([
        new Promise<void>((done) => waiting.push({ what, done })),
        ended.then(([code]: unknown[]) => {
          throw new Error(`The node under load ended (${String(code)}) before: ${what}`)
        }),
      ]),
  }
}

/** The process that works on a job at this moment. */
async function findWorker(address: string): Promise<number> {
  const client = new Client({ connectionString: address })
  await client.connect()
  try {
    for (;;) {
      const { rows } = await client.query<{ worker: string }>(
        `select worker from jobs where status = 'running' and worker is not null`,
      )
      if (rows[0] !== undefined) return Number(rows[0].worker.split('-')[0])
      await pause(10)
    }
  } finally {
    await client.end()
  }
}

describe.skipIf(reason !== undefined)('a node whose processes are killed under load', () => {
  test(
    `has all that it said it has, once and whole, after ${kills} kills`,
    async () => {
      const home = mkdtempSync(join(tmpdir(), 'caudal-killed-'))
      const root = join(home, 'data')
      const profile = join(home, 'profile.json')
      writeFileSync(profile, JSON.stringify(crossingsProfile()))
      const postgres = await startTestPostgres(true)
      const { addressOf, createDatabase } = testPostgresAt(postgres.socket)
      const database = await createDatabase()
      const registerUrl = addressOf('caudal_app', database)
      const registerOwnerUrl = addressOf('caudal_owner', database)
      const random = generator(seed)
      const witness = new Witness()
      let running: LoadedNode | undefined
      const start = (run: number) => {
        const files = Array.from({ length: 40 }, (_, place) => writeFile(home, run, place))
        const request = { root, registerUrl, registerOwnerUrl, run, files, profile, activity }
        running = load(request, witness)
        return running
      }
      try {
        let node = start(0)
        await node.until('imported')
        for (let kill = 0; kill < kills; kill += 1) {
          const victim = victims[kill % victims.length]!
          await pause(random() * 500)
          if (victim === 'worker') process.kill(await findWorker(registerUrl), 'SIGKILL')
          else if (victim === 'PostgreSQL') await crash(postgres, random)
          else {
            node.child.kill('SIGKILL')
            await node.ended
            node = start(kill + 1)
            await node.until('open')
          }
          // whatever was killed, the node is at work again by itself
          await Promise.all([
            node.until('appended'),
            node.until('put'),
            node.until('imported'),
            node.until('checkpoint'),
          ])
        }
        node.child.send('stop')
        expect(await node.ended).toEqual([0, null])
        expect(witness.bugs).toEqual([])
        await expectAllOf(witness, await openNode({ root, registerUrl, registerOwnerUrl }))
      } finally {
        if (running?.child.exitCode === null) running.child.kill('SIGKILL')
        await running?.ended
        await postgres.stop()
        rmSync(home, { recursive: true, force: true })
      }
    },
    300_000 + kills * 60_000,
  )
})

async function crash(postgres: StartedPostgres, random: () => number): Promise<void> {
  await postgres.crash()
  await pause(random() * 300)
  await postgres.restart()
}

function writeFile(home: string, run: number, place: number): string {
  const file = join(home, `${run}-${place}.csv`)
  const lines = Array.from({ length: rowsPerFile }, (_, row) =>
    crossing({ documento: `P${run}-${place}-${row}` }),
  )
  writeFileSync(file, crossings(...lines))
  return file
}

async function expectAllOf(witness: Witness, node: CaudalNode): Promise<void> {
  try {
    await expectLog(witness, node)
    const versions = await listVersions(node.register, 'activity', 'crossings')
    const titles = new Map(versions.map(({ version, content }) => [version, content.title]))
    expect([...titles.keys()].toSorted((one, other) => one - other)).toEqual(
      versions.map((_, place) => place + 1),
    )
    for (const [version, title] of witness.versions) expect(titles.get(version)).toBe(title)
    await expectBatches(witness, node)
  } finally {
    await node.close()
  }
}

/** Every entry that was acknowledged is there once, in its place, and every checkpoint still holds. */
async function expectLog(witness: Witness, node: CaudalNode): Promise<void> {
  const keys = await auditLogOf(node).keys()
  expect(witness.checkpoints.length).toBeGreaterThan(kills)
  const origin = keys.log.name
  const known = witness.checkpoints.map((seen) => ({ origin, ...seen }))
  const verifier = new LogVerifier(keys.log, verifySignature, known)
  const found = new Map<string, number[]>()
  for await (const group of readLog(node.register, keys)) {
    verifier.add(group)
    for (const { entry, index } of group.entries) {
      const { subject } = JSON.parse(entry) as { subject?: string }
      if (subject?.startsWith('record:')) {
        found.set(subject, [...(found.get(subject) ?? []), index])
      }
    }
  }
  expect(verifier.finish()).toEqual([])
  expect(witness.appended.size).toBeGreaterThan(20)
  for (const [subject, index] of witness.appended) {
    expect([subject, found.get(subject)]).toEqual([subject, [index]])
  }
  expect([...found].filter(([, places]) => places.length > 1)).toEqual([])
}

/** Every file that was acknowledged is one batch, whole, and the lake holds nothing else. */
async function expectBatches(witness: Witness, node: CaudalNode): Promise<void> {
  const batches = await listBatches(node)
  const names = batches.map(({ fileName }) => fileName)
  expect(new Set(names).size).toBe(names.length)
  for (const file of witness.imported) expect(names).toContain(file.split('/').at(-1))
  for (const { rowsAccepted, files } of batches) {
    expect(rowsAccepted).toBe(rowsPerFile)
    for (const { path, bytes, sha256 } of files) {
      expect(await measureFile(join(node.folder.root, path))).toEqual({ bytes, sha256 })
    }
  }
  const known = batches.flatMap(({ files }) =>
    files.map(({ path }) => join(node.folder.root, path)),
  )
  const inLake = readdirSync(node.folder.lake, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
  expect(inLake.toSorted()).toEqual(known.toSorted())
}

/** Park and Miller's generator: the same moments for the same seed. */
function generator(from: number): () => number {
  let state = (from % 2_147_483_646) + 1
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
}
