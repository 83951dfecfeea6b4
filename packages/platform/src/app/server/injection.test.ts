import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildCubes } from '../../measure/service.ts'
import { receiveFacts } from '../../measure/testing-facts.ts'
import { withNode } from '../../store/testing.ts'
import { crossingsSql } from '../../../../../benchmarks/table-request/crossings.ts'
import { listRoutes, type GuardedRoute } from './guard.ts'
import { openTestServer, type Enrolled, type TestServer } from './testing-server.ts'
import { statistician } from '../../govern/testing-actors.ts'

let here: TestServer
let admin: Enrolled
let analyst: Enrolled
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
      await buildCubes(node, statistician)
      here = await openTestServer(node)
      routes = listRoutes(here.server)
      admin = await here.enrol('admin', ['administrator'])
      here.clock.advance(60)
      analyst = await here.enrol('analyst', ['statistician'])
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

/** Text that means something to SQL, to a path, to HTML, to a header, to JavaScript or to a regular expression. */
const bait = [
  "' or 1=1 --",
  '"; drop table accounts; --',
  "'; select pg_sleep(9); --",
  "') union select password_hash from accounts --",
  '"country" from read_csv(\'/etc/passwd\') --',
  "read_text('/etc/passwd')",
  '../../../../etc/passwd',
  '..%2f..%2fetc%2fpasswd',
  'file:///etc/passwd',
  '/etc/passwd\u0000.json',
  '<script>alert(1)</script>',
  'a\r\nset-cookie: caudal=x',
  '__proto__',
  'constructor',
  'toString',
  '(a+)+$',
  '{{7*7}}${7*7}',
  '￿퟿',
  'x'.repeat(5000),
]

/** Names that the interface knows, and some that it does not. */
const parameters = [
  'rows',
  'columns',
  'where',
  'measure',
  'sort',
  'top',
  'show',
  'language',
  'format',
  'layout',
  'search',
  'query',
  'limit',
  'codes',
  '__proto__',
]

/** Names that the routes know that read records, and one that none does. */
const recordParameters = ['purpose', 'fields', 'after', 'count', 'country', 'from', '__proto__']

/** Parameters of SDMX REST 1.5 and 2.2, and one that nobody knows. */
const sdmxParameters = [
  'startPeriod',
  'endPeriod',
  'updatedAfter',
  'firstNObservations',
  'lastNObservations',
  'dimensionAtObservation',
  'detail',
  'includeHistory',
  'references',
  'attributes',
  'measures',
  'mode',
  'format',
  'c[REF_AREA]',
  'c[TIME_PERIOD]',
  'asOf',
  'unheard-of',
]

async function check(answer: { statusCode: number; body: string; headers: object }, about: string) {
  expect([about, answer.statusCode < 500 || [501, 503].includes(answer.statusCode)]).toEqual([
    about,
    true,
  ])
  // Neither a file of the machine, nor the words of a database, nor a place in the program.
  expect(answer.body).not.toMatch(
    /root:.*:0:0|syntax error at|Parser Error|Binder Error|Catalog Error/,
  )
  expect(answer.body).not.toMatch(/argon2id|node_modules|\.ts:\d+/)
  expect(JSON.stringify(answer.headers)).not.toContain('caudal=x')
}

describe('bait', () => {
  test('in any parameter of any address is refused, or is nothing but text', async () => {
    for (const route of routes.filter(({ method }) => method === 'GET')) {
      const browser = route.url.startsWith('/api/govern/accounts') ? admin.browser : analyst.browser
      const known = route.url
        .replace(':id', 'movements')
        .replace(':dimension', 'country')
        .replace(':dataset', 'drawn-posts')
        .replace('*', '')
      for (const text of bait) {
        const path = route.url.replace(/:\w+|\*/g, encodeURIComponent(text.slice(0, 400)))
        if (path !== route.url) await check(await browser.get(path), path)
      }
      const ofRecords = /^\/api\/(collect|link)/.test(route.url)
      const names = ofRecords ? recordParameters : parameters
      // Tables take every bait in every parameter; of the others each parameter takes its third.
      const whole = route.url.endsWith('/table')
      const answers = names.flatMap((name, place) =>
        bait
          .filter((_, at) => whole || (at + place) % 3 === 0)
          .map((text) => [name, text] as const),
      )
      for (const [name, text] of answers) {
        if (!route.url.startsWith('/api/') || route.url.startsWith('/api/govern')) continue
        const url = `${known}?${new URLSearchParams([[name, text]]).toString()}`
        await check(await browser.get(url), `${known} ${name}=${text.slice(0, 40)}`)
      }
    }
  })

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
    expect(whole.json<{ grandTotal: number }>().grandTotal).toBe(500)
  })

  test('in a body is refused by its schema, and adds no field to anything', async () => {
    for (const route of routes.filter(({ method }) => ['POST', 'PUT', 'PATCH'].includes(method))) {
      if (route.url === '/api/govern/sign-out') continue
      const url = route.url.replace(/:\w+/g, admin.id)
      const ofAccounts = /^\/api\/govern\/(sign-in|account|enrolment)/.test(route.url)
      for (const text of bait) {
        const accounts = [
          { name: text, password: text, code: text, link: text },
          { version: 1, roles: [text], institution: text, country: text },
          { shownName: text, name: text, language: text, roles: [text] },
        ]
        for (const payload of [
          text,
          { [text.slice(0, 50)]: text },
          ...(ofAccounts ? accounts : []),
          JSON.parse('{"__proto__":{"roles":["administrator"]},"constructor":{"prototype":{}}}'),
        ] as (string | object)[]) {
          const answer = await admin.browser.send({
            method: route.method as 'POST',
            url,
            payload: typeof payload === 'string' ? JSON.stringify(payload) : payload,
            headers: { 'content-type': 'application/json' },
          })
          await check(answer, `${route.method} ${url}`)
        }
      }
    }
    expect(({} as { roles?: unknown }).roles).toBeUndefined()
    const [row] = await here.node.register.query<{ count: number }>(
      'select count(*)::int as count from accounts',
    )
    expect(row!.count).toBe(2)
  })

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
