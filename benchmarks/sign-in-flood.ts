// A flood of sign-ins, 1,000 a second, while others read tables: limits act before hashing, at most
// two hashes run at once, and the readers' 95th percentile stays under 500 ms. The peer in the same run
// is the same reading without the flood. Readers and flood are processes of their own, as they are in
// life, so that the work of sending is not taken for the work of answering.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createServer } from '../packages/platform/src/app/server/server.ts'
import { openAccounts } from '../packages/platform/src/govern/accounts/index.ts'
import { buildCubes } from '../packages/platform/src/measure/service.ts'
import { receiveFacts } from '../packages/platform/src/measure/testing-facts.ts'
import { openNode } from '../packages/platform/src/store/index.ts'
import type { Flooded, Read } from './sign-in-flood/clients.ts'
import { crossingsSql } from './table-request/crossings.ts'
import { statistician } from '../packages/platform/src/govern/testing-actors.ts'

const perSecond = 1000
const seconds = 10
const root = mkdtempSync(join(tmpdir(), 'caudal-flood-'))
writeFileSync(join(root, 'index.html'), '<!doctype html><html lang="es"><title>Caudal</title>')

const node = await openNode({ root: join(root, 'data'), registerUrl: '', role: 'server' })
await receiveFacts(node, {
  recordType: 'movement',
  dataset: 'drawn-posts',
  synthetic: true,
  sql: crossingsSql(100_000),
})
await buildCubes(node, statistician)
const accounts = openAccounts(node)
const server = await createServer(node, { portal: root, logLevel: 'silent', accounts })
await server.listen({ host: '127.0.0.1', port: 0 })
const address = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`

const read = (forSeconds: number) => client<Read>('read', forSeconds, 10)

try {
  await read(2)
  const calm = await read(seconds)
  let mostAtOnce = 0
  const watch = setInterval(() => {
    mostAtOnce = Math.max(mostAtOnce, accounts.hasher.load.running)
  }, 5)
  const [busy, { answers }] = await Promise.all([
    read(seconds),
    client<Flooded>('flood', seconds, perSecond),
  ])
  clearInterval(watch)
  const sent = Object.values(answers).reduce((sum, count) => sum + count, 0)
  const hashed = answers['401'] ?? 0
  const said = Object.entries(answers).map(([status, count]) => `${status}: ${count}`)
  console.log(`sign-ins sent: ${sent} in ${seconds} s; answers: ${said.join(', ')}`)
  console.log(
    `hashed: ${hashed} (${((100 * hashed) / sent).toFixed(2)} %), at once at most ${mostAtOnce}`,
  )
  console.log(
    `tables, p95: ${calm.p95.toFixed(0)} ms without the flood (${calm.count} read), ` +
      `${busy.p95.toFixed(0)} ms with it (${busy.count} read); ` +
      `ratio ${(busy.p95 / calm.p95).toFixed(1)}; of the limit of 500 ms ${(busy.p95 / 500).toFixed(2)}`,
  )
  if (mostAtOnce > 2 || busy.p95 > 500) process.exitCode = 1
} finally {
  await server.close()
  await node.close()
  rmSync(root, { recursive: true, force: true })
}

async function client<Result>(what: 'read' | 'flood', forSeconds: number, rate: number) {
  const program = fileURLToPath(new URL('./sign-in-flood/clients.ts', import.meta.url))
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', program, what, address, String(forSeconds), String(rate)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  await once(child, 'close')
  return JSON.parse(said) as Result
}
