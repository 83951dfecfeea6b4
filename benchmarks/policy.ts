// Claim: the policy adds less than 1 ms to a request: who may do that, and field by field who may read
// what of a record of another institution, with the registers asked each time whether they have changed.
//
// Beside it, in the same run and on the same server: the same answer without any question asked (bare),
// and with nothing but the question who is there (signed in). What the policy adds is the difference to
// the latter. The register holds 100 agreements and 50 derogations. Requests of the four kinds take
// turns, over the network of the machine, on one connection each; the median counts.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { getRecordType } from '@caudal/methods/collect'
import { decideRecord } from '@caudal/methods/govern'
import { openTestServer } from '../packages/platform/src/app/server/testing-server.ts'
import { callerOf } from '../packages/platform/src/govern/access-of-routes.ts'
import { addVersion } from '../packages/platform/src/govern/registers/documents.ts'
import { readPolicy } from '../packages/platform/src/govern/registers/policy-registers.ts'
import { openNode } from '../packages/platform/src/store/index.ts'

const most = 1
const rounds = Number(process.env['CAUDAL_BENCH_REQUESTS'] ?? 2000)
const root = mkdtempSync(join(tmpdir(), 'caudal-policy-'))
writeFileSync(join(root, 'index.html'), '<!doctype html><html lang="es"><title>Caudal</title>')
const node = await openNode({ root: join(root, 'data'), registerUrl: '', role: 'server' })
const here = await openTestServer(node, { start: new Date().toISOString() })

try {
  await fillRegisters()
  const { fields } = getRecordType('movement')
  const dataset = { id: 'crossings', recordType: 'movement', country: 'GTM' }
  const answer = { records: [1, 2, 3] }
  const page = { config: { access: { open: 'page' } } } as const
  const records = { config: { access: { operation: 'collect.read-records' } } } as const
  const { server } = here
  server.get('/bench/bare', page, async () => answer)
  server.get('/bench/who', page, async (request) => {
    await callerOf(request)
    return answer
  })
  server.get('/bench/operation', records, async () => answer)
  server.get('/bench/fields', records, async (request) => {
    const { actor } = await callerOf(request)
    const { registers, holdingOf } = await readPolicy(node.register)
    const holding = holdingOf(dataset)
    const asked = { actor, purpose: 'statistics', holding, at: new Date().toISOString() } as const
    const { given } = decideRecord(asked, fields, registers)
    if (given.length !== 2) throw new Error(`${given.length} fields are given, not 2`)
    return answer
  })
  const place = { institution: 'hn-ine', country: 'HND' }
  const reader = await here.enrol('reader', ['statistician'], place)
  await addVersion(
    node.register,
    'undertaking',
    'reader',
    {
      account: reader.id,
      signedOn: '2020-01-01',
      until: '2099-12-31',
    },
    0,
    'bench',
  )
  await server.listen({ host: '127.0.0.1', port: 0 })
  const address = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  const kinds = ['bare', 'who', 'operation', 'fields'] as const
  const times = new Map(kinds.map((kind) => [kind, [] as number[]]))
  const headers = { cookie: reader.browser.cookie!, 'sec-fetch-site': 'same-origin' }
  for (let round = -100; round < rounds; round++) {
    for (const kind of kinds) {
      const start = performance.now()
      const response = await fetch(`${address}/bench/${kind}`, { headers })
      await response.arrayBuffer()
      const took = performance.now() - start
      if (response.status !== 200) throw new Error(`${kind}: ${response.status}`)
      if (round >= 0) times.get(kind)!.push(took)
    }
  }
  const at = (kind: (typeof kinds)[number], share: number) =>
    times.get(kind)!.toSorted((a, b) => a - b)[Math.floor(share * (rounds - 1))]!
  for (const kind of kinds) {
    console.log(
      `${kind.padEnd(9)} median ${at(kind, 0.5).toFixed(2)} ms, p95 ${at(kind, 0.95).toFixed(2)} ms`,
    )
  }
  for (const kind of ['operation', 'fields'] as const) {
    const added = at(kind, 0.5) - at('who', 0.5)
    console.log(
      `the policy adds (${kind}): ${added.toFixed(2)} ms; of the limit of ${most} ms ${(added / most).toFixed(2)}; ` +
        `ratio to the bare request ${(at(kind, 0.5) / at('bare', 0.5)).toFixed(2)}`,
    )
    if (added >= most) process.exitCode = 1
  }
} finally {
  await here.close()
  await node.close()
  rmSync(root, { recursive: true, force: true })
}

async function fillRegisters(): Promise<void> {
  const put = (register: Parameters<typeof addVersion>[1], id: string, content: object) =>
    addVersion(node.register, register, id, content, 0, 'bench')
  await put('activity', 'crossings', {
    title: 'Crossings',
    controller: 'gt-igm',
    legalBasis: 'law',
    citation: 'art. 8',
    purposes: ['collection', 'statistics'],
    recordTypes: ['movement'],
    persons: 'travellers',
    retention: { identitiesDays: 30, recordsDays: 300 },
  })
  await put('dataset', 'crossings', { owner: 'gt-igm', country: 'GTM', activity: 'crossings' })
  const signed = { by: 'bench', on: '2020-01-01' }
  for (let number = 0; number < 100; number++) {
    await put('agreement', `a${number}`, {
      title: 'Crossings',
      provider: { institution: 'gt-igm', country: 'GTM' },
      recipient: {
        institution: number === 99 ? 'hn-ine' : `institution-${number}`,
        country: 'HND',
      },
      purposes: ['statistics'],
      fields: { movement: ['sex', 'age'] },
      from: '2020-01-01',
      until: '2099-12-31',
      retentionDays: 30,
      signedByProvider: signed,
      signedByRecipient: signed,
    })
  }
  for (let number = 0; number < 50; number++) {
    await put('derogation', `d${number}`, {
      requestedBy: `somebody-${number}`,
      because: 'a duplicate is to be traced',
      purpose: 'statistics',
      recordType: 'movement',
      owner: 'gt-igm',
      fields: ['document_number'],
      until: '2099-12-31T00:00:00Z',
    })
  }
}
