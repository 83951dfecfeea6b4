import { once } from 'node:events'
import { mkdirSync, mkdtempSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { crossingsSql } from '../../../../../benchmarks/table-request/crossings.ts'
import { statistician } from '../../govern/testing-actors.ts'
import { buildCubes } from '../../measure/service.ts'
import { receiveFacts } from '../../measure/testing-facts.ts'
import { type CaudalNode, openNode } from '../../store/index.ts'
import { describeOnPostgres, withNode } from '../../store/testing.ts'
import { listRoutes } from './guard.ts'
import { answerProblem } from './problem-answer.ts'
import { openTestServer, type TestServer } from './testing-server.ts'

const languages = ['es', 'en', 'fr'] as const

async function withFigures(work: (node: CaudalNode, here: TestServer) => Promise<void>) {
  await withNode(async (node) => {
    await receiveFacts(node, {
      recordType: 'movement',
      dataset: 'drawn-posts',
      synthetic: true,
      sql: crossingsSql(500),
    })
    const inhabitants = { measure: 'population', period: '2020', ref_area: 'SLV', value: 6_000_000 }
    await receiveFacts(node, {
      recordType: 'observation',
      dataset: 'population',
      synthetic: true,
      records: [inhabitants],
    })
    await buildCubes(node, statistician)
    const here = await openTestServer(node)
    try {
      await work(node, here)
    } finally {
      await here.close()
    }
  })
}

/** Takes a folder away as a disk that is not mounted does: an empty one is in its place. */
async function without(folder: string, work: () => Promise<void>): Promise<void> {
  renameSync(folder, `${folder}.away`)
  mkdirSync(folder)
  try {
    await work()
  } finally {
    rmdirSync(folder)
    renameSync(`${folder}.away`, folder)
  }
}

test('records or figures that are away close what needs them, are told in three languages, and come back by themselves', async () => {
  await withFigures(async (node, here) => {
    const { browser } = await here.enrol('ana', ['statistician', 'publisher'])
    const health = async () => {
      const answer = await here.browser().get('/health')
      return [answer.statusCode, answer.json()] as const
    }
    const routes = listRoutes(here.server)
      .filter(({ method }) => method === 'GET')
      .map(({ url }) => url.replace(/:id|:cube/, 'movements').replace(/:\w+/g, 'country'))
    const up = { register: 'up', lake: 'up', cubes: 'up' }
    expect(await health()).toMatchObject([200, { status: 'up', ...up }])
    for (const [store, needs] of [
      // first: what was answered once stays in memory
      ['cubes', '/api/cubes/movements/table?rows=country'],
      ['lake', '/api/measure/accounts?stock=population'],
    ] as const) {
      await without(node.folder[store], async () => {
        expect(await health()).toMatchObject([503, { status: 'degraded', ...up, [store]: 'away' }])
        const told = new Set<string>()
        for (const language of languages) {
          const answer = await browser.send({
            method: 'GET',
            url: needs,
            headers: { 'accept-language': language },
          })
          expect([answer.statusCode, answer.json()]).toMatchObject([503, { code: 'store.away' }])
          expect(answer.body).not.toContain(node.folder.root)
          told.add(answer.json<{ title: string }>().title)
        }
        expect(told.size).toBe(3)
        const metrics = await here.browser().get('/metrics')
        expect(metrics.body).toContain(`caudal_store_up{store="${store}"} 0`)
        // no other door fails in another way, or shows a place of the machine
        for (const url of routes) {
          const answer = await browser.get(url)
          expect([url, answer.statusCode]).not.toEqual([url, 500])
          expect([url, answer.body.includes(node.folder.root)]).toEqual([url, false])
        }
      })
      expect(await health()).toMatchObject([200, { status: 'up', ...up }])
      expect([needs, (await browser.get(needs)).statusCode]).toEqual([needs, 200])
    }
  })
})

describeOnPostgres('A register on a server that goes away', (postgres) => {
  test('closes every door that needs it, and is found again by itself', async () => {
    const database = await postgres.createDatabase()
    const addresses = [
      postgres.addressOf('caudal_app', database),
      postgres.addressOf('caudal_owner', database),
    ]
    const server = new URL(addresses[0]!).searchParams.get('host')!
    // the node reaches the server by a line that can be cut
    const home = mkdtempSync(join(tmpdir(), 'caudal-line-'))
    const ends = new Set<Socket>()
    const open = () =>
      new Promise<Server>((ready) => {
        const line = createServer((near) => {
          const far = connect(join(server, '.s.PGSQL.5432'))
          for (const end of [near, far]) ends.add(end.on('error', () => {}))
          near.pipe(far).pipe(near)
        }).listen(join(home, '.s.PGSQL.5432'), () => ready(line))
      })
    const cut = async (line: Server) => {
      const closed = once(line, 'close')
      line.close()
      for (const end of ends) end.destroy()
      await closed
    }
    const [registerUrl, registerOwnerUrl] = addresses.map((address) =>
      address.replace(encodeURIComponent(server), encodeURIComponent(home)),
    ) as [string, string]
    const root = mkdtempSync(join(tmpdir(), 'caudal-test-'))
    let line = await open()
    const node = await openNode({ root, registerUrl, registerOwnerUrl })
    const here = await openTestServer(node)
    try {
      const { browser } = await here.enrol('ana', ['administrator'])
      const status = async (url: string) => (await browser.get(url)).statusCode
      expect(await status('/api/govern/accounts')).toBe(200)
      await cut(line)
      const health = await browser.get('/health')
      expect([health.statusCode, health.json()]).toMatchObject([
        503,
        { status: 'degraded', register: 'away' },
      ])
      for (const { method, url, access } of listRoutes(here.server)) {
        if (method !== 'GET' || access === undefined || 'open' in access) continue
        const answer = await browser.get(url.replace(/:\w+/g, 'x').replace('*', 'x'))
        expect([url, answer.statusCode === 500]).toEqual([url, false])
        expect([url, answer.body.includes(home)]).toEqual([url, false])
      }
      const told = await Promise.all(
        languages.map(async (language) => {
          const headers = { 'accept-language': language }
          const url = '/api/govern/accounts'
          const answer = await browser.send({ method: 'GET', url, headers })
          expect([answer.statusCode, answer.json()]).toMatchObject([
            503,
            { code: 'store.register-away' },
          ])
          return answer.json<{ title: string }>().title
        }),
      )
      expect(new Set(told).size).toBe(3)
      line = await open()
      expect(await status('/api/govern/accounts')).toBe(200)
      expect(await status('/health')).toBe(200)
    } finally {
      await here.close()
      await node.close()
      await cut(line)
      for (const folder of [home, root]) rmSync(folder, { recursive: true, force: true })
    }
  })
})

test('a disk or a database that takes nothing in is told so, and a bug is not', () => {
  const said = (error: Error) => {
    let body: { code?: string } = {}
    const reply = {
      code: () => reply,
      header: () => reply,
      send: (sent: object) => ((body = sent), reply),
    }
    const request = { query: {}, headers: {}, log: { error: () => {} } }
    answerProblem(error, request as never, reply as never)
    return body.code
  }
  const coded = (code: string, syscall?: string) =>
    Object.assign(new Error('x'), { code, ...(syscall === undefined ? {} : { syscall }) })
  for (const code of ['EROFS', 'ENOSPC', 'EDQUOT']) {
    expect(said(coded(code, 'open'))).toBe('store.closed')
  }
  // of PostgreSQL: disk_full, and a server that only follows another
  for (const code of ['53100', '25006']) expect(said(coded(code))).toBe('store.closed')
  expect(said(new Error('IO Error: Could not write file "x": No space left on device'))).toBe(
    'store.closed',
  )
  expect(said(new Error('IO Error: No files found that match the pattern "x"'))).toBe('store.away')
  expect(said(coded('ENOENT', 'open'))).toBe('store.away')
  for (const bug of [new TypeError('x is not a function'), coded('ENOENT'), coded('42601')]) {
    expect(said(bug)).toBe('app.own-fault')
  }
})
