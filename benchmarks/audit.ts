// The audit log on PostgreSQL with durable commits: appends a second from 64 writers that each wait
// for the answer, beside one plain durable insert a writer in the same run; then the time of proofs
// at a million entries. `npm run bench -- audit`
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Pool } from 'pg'
import {
  hashLeaf,
  verifyConsistency,
  verifyInclusion,
} from '../packages/methods/src/govern/index.ts'
import { auditLogOf } from '../packages/platform/src/govern/audit/audit-log.ts'
import { openNode } from '../packages/platform/src/store/index.ts'
import {
  startTestPostgres,
  testPostgresAt,
} from '../packages/platform/src/store/testing-postgres.ts'

const writers = 64
const seconds = 10
const entriesForProofs = 1_000_000
const least = 10_000
const longestProofMs = 5

const server = await startTestPostgres(true)
const root = mkdtempSync(join(tmpdir(), 'caudal-bench-audit-'))
try {
  const postgres = testPostgresAt(server.socket)
  const database = await postgres.createDatabase()
  const plain = await measure('plain durable inserts, one a writer', await plainInserts())
  const node = await openNode({
    root,
    registerUrl: postgres.addressOf('caudal_app', database),
    registerOwnerUrl: postgres.addressOf('caudal_owner', database),
  })
  const log = auditLogOf(node)
  const append = (writer: number, place: number) =>
    log.append({
      actor: { kind: 'person', id: `account-${writer}` },
      action: 'collect.read-records',
      outcome: 'allow',
      purpose: 'statistics',
      reason: 'own-records',
      subject: `batch:${place}`,
      details: { fields: ['citizenship', 'sex', 'age'], records: 25 },
    })
  await append(0, 0)
  const rate = await measure('audit log', append)
  console.log(`ratio to plain inserts: ${(rate / plain).toFixed(2)}`)

  for (let place = 0; (await sizeOf()) < entriesForProofs; place += 1) {
    await Promise.all(Array.from({ length: 8192 }, (_, writer) => append(writer, place)))
  }
  const { checkpoint } = (await log.checkpoint())!
  const times = { inclusion: [] as number[], consistency: [] as number[] }
  for (let round = 0; round < 300; round += 1) {
    const index = Math.floor((checkpoint.size * (round * 0.618)) % checkpoint.size)
    const started = performance.now()
    const proof = await log.proveInclusion(index)
    times.inclusion.push(performance.now() - started)
    const leaf = hashLeaf(Buffer.from(proof.entry))
    if (!verifyInclusion(leaf, index, checkpoint.size, proof.path, checkpoint.root)) {
      throw new Error(`The proof of entry ${index} does not hold.`)
    }
    const before = performance.now()
    const { path } = await log.proveConsistency(index, checkpoint.size)
    times.consistency.push(performance.now() - before)
    if (
      index === checkpoint.size &&
      !verifyConsistency(index, index, path, checkpoint.root, checkpoint.root)
    ) {
      throw new Error('A log is consistent with itself.')
    }
  }
  const slow = Object.values(times).map((list) => report(list, checkpoint.size))
  await node.close()
  process.exitCode = rate >= least && Math.max(...slow) < longestProofMs ? 0 : 1

  async function sizeOf() {
    return (await log.checkpoint())?.checkpoint.size ?? 0
  }

  function report(list: number[], size: number): number {
    const sorted = list.toSorted((one, other) => one - other)
    const at = (share: number) => sorted[Math.floor(sorted.length * share)]!
    console.log(
      `${list === times.inclusion ? 'inclusion' : 'consistency'} proofs at ${size} entries: median ${at(0.5).toFixed(2)} ms, p95 ${at(0.95).toFixed(2)} ms; ` +
        `of the limit of ${longestProofMs} ms ${(at(0.95) / longestProofMs).toFixed(2)}`,
    )
    return at(0.95)
  }

  async function plainInserts() {
    const pool = new Pool({
      connectionString: postgres.addressOf('caudal_owner', await postgres.createDatabase()),
      max: writers,
    })
    await pool.query(
      'create table plain (id bigint generated always as identity primary key, entry text)',
    )
    return async (writer: number, place: number) => {
      await pool.query('insert into plain (entry) values ($1)', [
        JSON.stringify({ writer, place, filler: 'x'.repeat(200) }),
      ])
    }
  }
} finally {
  rmSync(root, { recursive: true, force: true })
  await server.stop()
}

/** Appends a second by writers that each wait for the answer before the next. */
async function measure(
  name: string,
  append: (writer: number, place: number) => Promise<unknown>,
): Promise<number> {
  const end = performance.now() + seconds * 1000
  let done = 0
  const waits: number[] = []
  await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      for (let place = 0; performance.now() < end; place += 1) {
        const started = performance.now()
        await append(writer, place)
        waits.push(performance.now() - started)
        done += 1
      }
    }),
  )
  const rate = done / seconds
  waits.sort((one, other) => one - other)
  const p99 = waits[Math.floor(waits.length * 0.99)]!
  console.log(
    `${name}: ${Math.round(rate)} a second from ${writers} writers, p99 ${p99.toFixed(1)} ms; limit ${least}`,
  )
  return rate
}
