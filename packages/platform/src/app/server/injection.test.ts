import { decideOperation, roles, type Role } from '@caudal/methods/govern'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importFile } from '../../collect/service.ts'
import { crossing, crossings, crossingsProfile, writeImport } from '../../collect/testing-import.ts'
import { addVersion } from '../../govern/registers/documents.ts'
import { buildCubes } from '../../measure/service.ts'
import { receiveFacts } from '../../measure/testing-facts.ts'
import { withNode } from '../../store/testing.ts'
import { crossingsSql } from '../../../../../benchmarks/table-request/crossings.ts'
import { listRoutes, type GuardedRoute } from './guard.ts'
import { askedFor, bait, check, foreign, noteNames, sdmxParameters } from './testing-bait.ts'
import {
  openTestServer,
  type Enrolled,
  type TestBrowser,
  type TestServer,
} from './testing-server.ts'
import { keeper, statistician } from '../../govern/testing-actors.ts'

let here: TestServer
let admin: Enrolled
let analyst: Enrolled
/** One person a role, so that every route has somebody whom it does not send away. */
const people: { readonly roles: readonly Role[]; readonly who: Enrolled }[] = []
let routes: GuardedRoute[]
let finish: () => void
let running: Promise<void>

beforeAll(async () => {
  await new Promise<void>((ready, failed) => {
    const ended = new Promise<void>((resolve) => (finish = resolve))
    running = withNode(async (node) => {
      await receiveFacts(node, {
        recordType: 'movement',
        dataset: 'drawn-posts',
        synthetic: true,
        sql: crossingsSql(500),
      })
      await receiveFacts(node, {
        recordType: 'observation',
        dataset: 'un-migrant-stock-2019',
        records: [
          {
            measure: 'migrant-stock',
            period: '2019',
            ref_area: 'USA',
            counterpart_area: 'SLV',
            value: 1_400_000,
          },
        ],
      })
      // names, so that a search comes to the engine
      await importFile(
        node,
        keeper,
        writeImport(crossings(crossing()), { profile: crossingsProfile() }),
      )
      await buildCubes(node, statistician)
      here = await openTestServer(node)
      noteNames(here.server)
      routes = listRoutes(here.server)
      admin = await here.enrol('admin', ['administrator'])
      here.clock.advance(60)
      analyst = await here.enrol('analyst', ['statistician'])
      people.push({ roles: ['statistician'], who: analyst })
      for (const role of Object.keys(roles) as Role[]) {
        if (role === 'statistician' || role === 'administrator') continue
        here.clock.advance(60)
        const place = { institution: 'hn-inm', country: 'HND' }
        people.push({ roles: [role], who: await here.enrol(role, [role], place) })
      }
      people.push({ roles: ['administrator'], who: admin })
      // who reads of persons has signed
      for (const { who } of people) {
        const content = { account: who.id, signedOn: '2020-01-01', until: '2099-12-31' }
        await addVersion(node.register, 'undertaking', `of-${who.id}`, content, 0, 'test')
      }
      ready()
      await ended
      await here.close()
    })
    running.catch(failed)
  })
})

afterAll(async () => {
  finish()
  await running
})

/** Somebody whom the route does not send away before it looks at what was sent. */
function whoMay({ access }: GuardedRoute): TestBrowser {
  if (access === undefined || !('operation' in access)) return analyst.browser
  const { operation } = access
  const may = people.find(
    ({ roles }) => decideOperation({ ...statistician, roles }, operation).outcome === 'allow',
  )
  return (may?.who ?? admin).browser
}

describe('bait', () => {
  test('in any parameter of any address is refused, or is nothing but text', async () => {
    for (const route of routes.filter(({ method }) => method === 'GET')) {
      const browser = whoMay(route)
      const known = route.url
        .replace(':id', 'movements')
        .replace(':dimension', 'country')
        .replace(':dataset', 'drawn-posts')
        .replace('*', '')
      for (const text of bait) {
        const path = route.url.replace(/:\w+|\*/g, encodeURIComponent(text.slice(0, 400)))
        if (path !== route.url) await check(await browser.get(path), path)
      }
      // once as anybody would, so that it is seen what the route looks for
      await browser.get(known)
      const names = [...(askedFor.query.get(`GET ${route.url}`) ?? []), ...foreign]
      // Tables take every bait in every parameter; of the others each parameter takes its part.
      const share = route.url.endsWith('/table') ? 1 : 4
      const answers = names.flatMap((name, place) =>
        bait.filter((_, at) => (at + place) % share === 0).map((text) => [name, text] as const),
      )
      for (const [name, text] of answers) {
        const url = `${known}?${new URLSearchParams([[name, text]]).toString()}`
        await check(await browser.get(url), `${known} ${name}=${text.slice(0, 40)}`)
      }
    }
    const seen = [...askedFor.query].filter(([, names]) => names.size > 0).map(([route]) => route)
    // what looks for a name is found: of tables, of records, of pages, of registers
    expect(seen.length).toBeGreaterThan(20)
    for (const [route, name] of [
      ['GET /api/cubes/:id/table', 'rows'],
      ['GET /api/collect/records/:dataset', 'purpose'],
      ['GET /api/link/review', 'country'],
    ] as const) {
      expect([route, [...(askedFor.query.get(route) ?? [])]]).toEqual([
        route,
        expect.arrayContaining([name]),
      ])
    }
  }, 180_000)

  test('in an SDMX query, in any part of its path or any parameter, is refused or is nothing but text', async () => {
    const { browser } = analyst
    const data = '/sdmx/v1/data/UN_MIGRANT_STOCK/all'
    expect((await browser.get(data)).statusCode).toBe(200)
    for (const path of [
      data,
      '/sdmx/v1/dataflow/all/all/latest',
      '/sdmx/v1/availableconstraint/UN_MIGRANT_STOCK/all',
      '/sdmx/v2/data/dataflow/*/UN_MIGRANT_STOCK/*/*',
      '/sdmx/v2/availability/dataflow/*/UN_MIGRANT_STOCK/*/*/*',
      '/sdmx/v2/structure/dataflow/*/*/*',
    ]) {
      for (const text of bait) {
        for (const name of sdmxParameters) {
          const url = `${path}?${new URLSearchParams([[name, text]]).toString()}`
          await check(await browser.get(url), `${path} ${name}=${text.slice(0, 40)}`)
        }
        const parts = path.split('/')
        for (let at = 3; at < parts.length; at++) {
          const changed = parts.with(at, encodeURIComponent(text.slice(0, 200))).join('/')
          await check(await browser.get(changed), changed)
        }
      }
    }
    const again = await browser.get(data)
    expect(again.statusCode).toBe(200)
  })

  test('inside a specification reaches no identifier: fields, sorts, conditions, codes', async () => {
    const table = '/api/cubes/movements/table'
    for (const text of bait) {
      for (const query of [
        { rows: `country,${text}` },
        { rows: 'country', sort: text },
        { rows: 'country', where: `country:${text}` },
        { rows: 'country', where: `${text}:GTM` },
        { rows: 'country', where: `time.year:${text}..2020` },
        { rows: 'country', columns: 'time.year', measure: text, top: text },
      ]) {
        const answer = await analyst.browser.get(
          `${table}?${new URLSearchParams(query).toString()}`,
        )
        await check(answer, JSON.stringify(query).slice(0, 80))
      }
    }
    const whole = await analyst.browser.get(`${table}?rows=country`)
    expect(whole.json<{ grandTotal: number }>().grandTotal).toBe(501)
  })

  test('in a body is refused by its schema, and adds no field to anything', async () => {
    const changing = routes.filter(({ method }) => ['POST', 'PUT', 'PATCH'].includes(method))
    for (const [turn, route] of changing.entries()) {
      if (route.url === '/api/govern/sign-out') continue
      const browser = whoMay(route)
      const url = route.url.replace(/:\w+/g, admin.id)
      const ofAccounts = /^\/api\/govern\/(sign-in|account|enrolment)/.test(route.url)
      const headers = { 'content-type': 'application/json' }
      const method = route.method as 'POST'
      await browser.send({ method, url, payload: '{}', headers })
      const names = [...(askedFor.body.get(`${method} ${route.url}`) ?? [])]
      // sign-in takes every bait, the others their part in turn
      const share = ofAccounts ? 1 : 3
      for (const text of bait.filter((_, at) => (at + turn) % share === 0)) {
        const accounts = [
          { name: text, password: text, code: text, link: text },
          { version: 1, roles: [text], institution: text, country: text },
          { shownName: text, name: text, language: text, roles: [text] },
        ]
        for (const payload of [
          text,
          { [text.slice(0, 50)]: text },
          Object.fromEntries(names.map((name) => [name, text])),
          Object.fromEntries(names.map((name) => [name, [{ [text.slice(0, 50)]: text }]])),
          ...(ofAccounts ? accounts : []),
          JSON.parse('{"__proto__":{"roles":["administrator"]},"constructor":{"prototype":{}}}'),
        ] as (string | object)[]) {
          const answer = await browser.send({
            method,
            url,
            payload: typeof payload === 'string' ? JSON.stringify(payload) : payload,
            headers,
          })
          await check(answer, `${route.method} ${url}`)
        }
      }
    }
    expect(({} as { roles?: unknown }).roles).toBeUndefined()
    const [row] = await here.node.register.query<{ count: number }>(
      'select count(*)::int as count from accounts',
    )
    expect(row!.count).toBe(people.length)
    // the routes of every stage were reached beyond their guards
    expect([...askedFor.body].filter(([, names]) => names.size > 0).length).toBeGreaterThan(25)
  }, 180_000)

  test('in a body that its schema takes is nothing but text, down to the engine', async () => {
    const as = (role: Role) => people.find(({ roles }) => roles.includes(role))!.who.browser
    const officer = as('protection-officer')
    const sender = as('data-officer')
    const ask = 'rows=country&where=direction:arrival'
    const undertaking = { account: people[0]!.who.id, signedOn: '2026-01-01', until: '2099-12-31' }
    const sent = await sender.post('/api/collect/submissions', { fileName: 'a.csv', bytes: 4 })
    const submission = `/api/collect/submissions/${sent.json<{ id: number }>().id}`
    await sender.send({
      method: 'PUT',
      url: `${submission}/parts/0`,
      payload: Buffer.from('a\n1\n'),
      headers: { 'content-type': 'application/octet-stream' },
    })
    for (const [turn, text] of bait.entries()) {
      const bodies: readonly [TestBrowser, 'POST' | 'PUT', string, object][] = [
        [officer, 'POST', '/api/govern/requests/search', { fields: { family_names: text } }],
        [officer, 'POST', '/api/govern/requests/search', { fields: { [text]: 'a' } }],
        [
          officer,
          'PUT',
          `/api/govern/registers/undertaking/u${turn}`,
          { content: { ...undertaking, account: text }, after: 0 },
        ],
        [
          officer,
          'PUT',
          `/api/govern/registers/institution/i${turn}`,
          { content: { name: text, country: 'HND', contact: text }, after: 0 },
        ],
        [
          officer,
          'POST',
          '/api/govern/requests/r1/correction',
          { values: { family_names: text, [text]: text } },
        ],
        [
          sender,
          'PUT',
          `${submission}/profile`,
          {
            revision: turn,
            profile: {
              id: text,
              dataset: text,
              country: text,
              fields: { [text]: { column: text }, sex: { column: text, codes: { [text]: text } } },
            },
          },
        ],
        [
          sender,
          'POST',
          '/api/collect/calendar',
          { institution: text, dataset: 'a', every: 'month', graceDays: 1, from: '2026-01-01' },
        ],
        [analyst.browser, 'POST', '/api/publish/views', { name: text, cube: text, query: text }],
        [
          analyst.browser,
          'POST',
          '/api/publish/views',
          { name: text, cube: 'movements', query: `rows=${text}` },
        ],
        [
          analyst.browser,
          'POST',
          '/api/publish/alerts/series',
          { cube: 'movements', query: `${ask};country:${text}` },
        ],
        [
          as('publisher'),
          'POST',
          '/api/publish/calendar',
          {
            template: text,
            country: text.slice(0, 10),
            period: text.slice(0, 10),
            due: text.slice(0, 10),
          },
        ],
      ]
      for (const [browser, method, url, payload] of bodies) {
        const answer = await browser.send({
          method,
          url,
          payload: JSON.stringify(payload),
          headers: { 'content-type': 'application/json' },
        })
        await check(answer, `${method} ${url} ${text.slice(0, 40)}`)
      }
      // what was taken in is what was sent, sign by sign
      const kept = await officer.get(`/api/govern/registers/institution/i${turn}`)
      if (kept.statusCode === 200) {
        expect(
          kept
            .json<{ versions: { content: { name: string } }[] }>()
            .versions[0]!.content.name.trim(),
        ).toBe(text.trim())
      }
    }
    const found = await officer.post('/api/govern/requests/search', {
      fields: { family_names: 'Quetzalcoatl' },
    })
    expect(found.statusCode).toBe(200)
    const whole = await analyst.browser.get('/api/cubes/movements/table?rows=country')
    expect(whole.json<{ grandTotal: number }>().grandTotal).toBeGreaterThan(499)
  }, 180_000)

  test('in a credential is no credential', async () => {
    for (const text of bait.filter((each) => /^[ -~]*$/.test(each))) {
      const browser = here.browser()
      const cookie = await browser.send({
        method: 'GET',
        url: '/api/govern/account',
        headers: { cookie: `caudal=${text}` },
      })
      expect(cookie.json<{ account: unknown }>().account).toBeNull()
      const token = await browser.send({
        method: 'GET',
        url: '/api/cubes',
        headers: { authorization: `Bearer ${text}` },
      })
      expect(token.statusCode).toBe(401)
    }
  })
})
