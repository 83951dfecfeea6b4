import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  anonymous,
  decideOperation,
  policyRefusals,
  refusalOf,
  roles,
  ruleOf,
  type Actor,
  type Operation,
  type Role,
} from '@caudal/methods/govern'
import { revokeCredentials, suspend } from '../../govern/accounts/administration.ts'
import { actorOf } from '../../govern/accounts/actor-of-account.ts'
import { listTokenOperations } from '../../govern/accounts/tokens.ts'
import { getAccount } from '../../govern/accounts/account.ts'
import { withNode } from '../../store/testing.ts'
import { listRoutes, type GuardedRoute } from './guard.ts'
import {
  openTestServer,
  type Enrolled,
  type TestBrowser,
  type TestServer,
} from './testing-server.ts'

const everyRole = Object.keys(roles) as Role[]
const people = new Map<Role, Enrolled>()
const tokens = new Map<Role, string>()
let here: TestServer
let routes: GuardedRoute[]
let finish: () => void
let running: Promise<void>

beforeAll(async () => {
  await new Promise<void>((ready, failed) => {
    const ended = new Promise<void>((resolve) => (finish = resolve))
    running = withNode(async (node) => {
      here = await openTestServer(node)
      routes = listRoutes(here.server)
      for (const role of everyRole) {
        here.clock.advance(60)
        const person = await here.enrol(`a-${role}`, [role], {
          institution: 'gt-inm',
          country: 'GTM',
        })
        people.set(role, person)
        const operations = listTokenOperations(actorOf(await getAccount(node.register, person.id)))
        const made = await person.browser.post('/api/govern/account/tokens', {
          label: 'all that it may',
          operations,
          purposes: [],
          days: 30,
        })
        tokens.set(role, made.json<{ secret: string }>().secret)
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

/** Calls a route with nothing sensible in it: whoever is let through is then told so. */
function call(route: GuardedRoute, browser: TestBrowser, headers: Record<string, string> = {}) {
  return browser.send({
    method: route.method as 'GET',
    url: route.url.replace(/:\w+/g, 'no-such-thing').replace('*', 'no-such-thing'),
    headers,
    ...(['GET', 'HEAD', 'DELETE'].includes(route.method) ? {} : { payload: { unknown: true } }),
  })
}

/** What the policy says of a role on a route; undefined where it lets it through. */
function refusalFor(route: GuardedRoute, actor: Actor): string | undefined {
  const { access } = route
  if (access === undefined) return 'app.route-closed'
  if ('open' in access) return undefined
  if ('stage' in access) return 'govern.accounts.session-ended'
  if (access.person && actor.kind === 'token') return 'govern.accounts.needs-person'
  return refusalOf(decideOperation(actor, access.operation))?.code
}

const guards = new Set([
  'app.route-closed',
  'govern.accounts.session-ended',
  'govern.accounts.needs-person',
  'govern.accounts.token-refused',
])
const isGuard = (code: string) => guards.has(code) || code.startsWith(`${policyRefusals.stage}.`)

describe('every route', () => {
  test('says what it needs', () => {
    expect(routes.length).toBeGreaterThan(30)
    expect(routes.filter(({ access }) => access === undefined)).toEqual([])
  })

  test('is known to the guard, by whatever part of the program it was added', () => {
    // the router prints what it answers as a tree, and an asterisk without what stands before it
    const known = new Set(
      routes.flatMap(({ method, url }) =>
        [url, url.replace('/*', '*'), url.replace(/\/[^/:]+\/\*$/, '*')].map(
          (each) => `${method} ${each}`,
        ),
      ),
    )
    const path: string[] = []
    const unknown: string[] = []
    let answered = 0
    for (const line of here.server.printRoutes({ commonPrefix: false }).split('\n')) {
      const [, indent = '', segment = '', methods = ''] =
        /^([│ ├└─]*)(.*?)(?: \(([A-Z, ]+)\))?$/u.exec(line) ?? []
      path.splice(Math.max(indent.length / 4 - 1, 0), Infinity, segment)
      for (const method of methods.split(', ').filter((each) => each !== '')) {
        answered += 1
        const route = `${method} ${path.join('')}`
        if (!known.has(route)) unknown.push(route)
      }
    }
    expect(unknown).toEqual([])
    expect(answered).toBeGreaterThan(routes.length - 10)
  })

  test('answers each role, each token and nobody as the policy says', async () => {
    const differing: string[] = []
    // HEAD is the GET of the same address without its body, and declares the same
    const asked = routes.filter(({ method }) => method !== 'HEAD')
    for (const { url, access } of routes.filter(({ method }) => method === 'HEAD')) {
      const twin = asked.find((each) => each.url === url && each.method === 'GET')
      expect([url, access]).toEqual([url, twin?.access])
    }
    for (const route of asked) {
      const callers: [string, Actor, TestBrowser, Record<string, string>][] = [
        ['nobody', anonymous, here.browser(), {}],
      ]
      for (const role of everyRole) {
        const actor: Actor = {
          kind: 'person',
          id: people.get(role)!.id,
          roles: [role],
          institution: 'gt-inm',
          country: 'GTM',
        }
        // A copy of the cookie, since signing out is one of the routes.
        if (route.url !== '/api/govern/sign-out') {
          callers.push([role, actor, people.get(role)!.browser, {}])
        }
        const headers = { authorization: `Bearer ${tokens.get(role)}` }
        callers.push([`token of ${role}`, { ...actor, kind: 'token' }, here.browser(), headers])
      }
      // All at once: what is refused then stands in the log by few commits.
      const ask = async ([who, actor, browser, headers]: (typeof callers)[number]) => {
        const kept = browser.cookie
        const answer = await call(route, browser, headers)
        browser.cookie = kept
        const isProblem = String(answer.headers['content-type']).startsWith('application/problem')
        const code = isProblem ? answer.json<{ code: string }>().code : ''
        const wanted = refusalFor(route, actor) ?? ''
        if ((isGuard(code) ? code : '') !== wanted) {
          differing.push(`${route.method} ${route.url} as ${who}: ${code}, not ${wanted}`)
        }
        if (answer.statusCode >= 500 && answer.statusCode !== 501)
          differing.push(`${route.method} ${route.url}: ${answer.body}`)
      }
      await Promise.all(callers.map(ask))
    }
    expect(differing).toEqual([])
  }, 180_000)

  test('refuses a token once it is revoked, on what is public as well', async () => {
    const person = await here.enrol('with-token', ['statistician'])
    const made = await person.browser.post('/api/govern/account/tokens', {
      label: 'cron',
      operations: ['measure.read'],
      purposes: [],
      days: 30,
    })
    const { id, secret } = made.json<{ id: string; secret: string }>()
    const headers = { authorization: `Bearer ${secret}` }
    expect(
      (await here.browser().send({ method: 'GET', url: '/api/cubes', headers })).statusCode,
    ).toBe(200)
    await person.browser.delete(`/api/govern/account/tokens/${id}`)
    for (const route of routes) {
      const answer = await call(route, here.browser(), headers)
      expect([route.url, answer.statusCode]).toEqual([route.url, 401])
    }
  })

  test('ends every session and token of an account that is revoked or suspended', async () => {
    for (const act of [revokeCredentials, suspend]) {
      const person = await here.enrol(`ended-by-${act.name}`, ['statistician'])
      const made = await person.browser.post('/api/govern/account/tokens', {
        label: 'cron',
        operations: ['measure.read'],
        purposes: [],
        days: 30,
      })
      const headers = { authorization: `Bearer ${made.json<{ secret: string }>().secret}` }
      await act(here.accounts, null, person.id)
      const { cookie } = person.browser
      for (const route of routes) {
        const withToken = await call(route, here.browser(), headers)
        expect([route.method, route.url, withToken.statusCode]).toEqual([
          route.method,
          route.url,
          401,
        ])
        // whoever comes with a session that has ended is nobody
        const browser = here.browser()
        browser.cookie = cookie
        const answer = await call(route, browser)
        const isProblem = String(answer.headers['content-type']).startsWith('application/problem')
        const code = isProblem && answer.body !== '' ? answer.json<{ code: string }>().code : ''
        const wanted = route.method === 'HEAD' ? '' : (refusalFor(route, anonymous) ?? '')
        expect([route.method, route.url, isGuard(code) ? code : '']).toEqual([
          route.method,
          route.url,
          wanted,
        ])
      }
    }
  }, 180_000)
})

describe('what changes something', () => {
  /** What carries its own proof and no cookie (a mail that is ended) is not done through anybody's browser. */
  const isSigned = ({ access }: GuardedRoute) =>
    access !== undefined && 'open' in access && access.open === 'signed'
  const changing = () =>
    routes.filter(
      (route) =>
        !['GET', 'HEAD', 'OPTIONS'].includes(route.method) &&
        !route.url.startsWith('/sdmx') &&
        !isSigned(route),
    )

  test('is refused from another site’s page, whoever is signed in', async () => {
    const { cookie } = people.get('administrator')!.browser
    for (const route of changing()) {
      for (const headers of [
        { 'sec-fetch-site': 'cross-site' },
        { 'sec-fetch-site': 'same-site' },
        { 'sec-fetch-site': 'none' },
        { 'sec-fetch-site': 'same-origin', origin: 'https://elsewhere.example' },
        { 'sec-fetch-site': '', origin: 'null' },
        { 'sec-fetch-site': '' },
      ]) {
        const browser = here.browser()
        browser.cookie = cookie
        const answer = await call(route, browser, headers)
        expect(answer.json<{ code: string }>().code).toBe('govern.accounts.request-foreign')
      }
    }
  })

  test('takes JSON and nothing that a plain form can send', async () => {
    const answer = await here.browser().send({
      method: 'POST',
      url: '/api/govern/sign-in',
      headers: { 'content-type': 'text/plain' },
      payload: '{"name":"a","password":"b"}',
    })
    expect(answer.statusCode).toBeGreaterThanOrEqual(400)
  })
})

describe('a token', () => {
  test('never holds what only a person does, nor more than its owner', async () => {
    const person = people.get('administrator')!
    for (const operation of ['govern.accounts', 'govern.keys', 'measure.read', 'no.such']) {
      const made = await person.browser.post('/api/govern/account/tokens', {
        label: 'too wide',
        operations: [operation],
        purposes: [],
        days: 1,
      })
      expect(made.json<{ code: string }>().code).toBe('govern.accounts.token-too-wide')
    }
  })

  test('loses with its owner what the owner loses', async () => {
    const person = await here.enrol('changes-role', ['statistician'])
    const made = await person.browser.post('/api/govern/account/tokens', {
      label: 'figures',
      operations: ['measure.read', 'estimate.run'] satisfies Operation[],
      purposes: ['statistics'],
      days: 1,
    })
    const { findTokenActor } = await import('../../govern/accounts/tokens.ts')
    const { secret } = made.json<{ secret: string }>()
    const before = await findTokenActor(here.accounts, secret)
    expect(decideOperation(before!.actor, 'measure.read').outcome).toBe('allow')
    expect(decideOperation(before!.actor, 'protect.run').outcome).toBe('refuse')
    const keeper = people.get('administrator')!.browser
    const list = (await keeper.get('/api/govern/accounts')).json<{
      accounts: { id: string; version: number }[]
    }>()
    const { version } = list.accounts.find(({ id }) => id === person.id)!
    const change = { version, roles: ['researcher'] }
    await keeper.patch(`/api/govern/accounts/${person.id}`, change)
    const after = await findTokenActor(here.accounts, secret)
    expect(after!.actor.roles).toEqual(['researcher'])
    expect(decideOperation(after!.actor, 'measure.read').outcome).toBe('refuse')
    // Whoever read the account before that change cannot undo it unawares.
    const late = await keeper.patch(`/api/govern/accounts/${person.id}`, change)
    expect(late.json<{ code: string }>().code).toBe('govern.accounts.changed-meanwhile')
  })
})

test('what is answered to those alone who sign in is kept by no browser and no proxy', async () => {
  const kept = new Set<string>()
  let answered = 0
  for (const route of routes.filter(({ method }) => method === 'GET')) {
    const { access } = route
    if (access === undefined || !('operation' in access) || ruleOf(access.operation).open) continue
    for (const role of everyRole) {
      const answer = await call(route, people.get(role)!.browser)
      const rule = answer.headers['cache-control'] ?? ''
      if (answer.statusCode === 200) answered += 1
      if (!/no-store/.test(String(rule))) kept.add(`${route.url}: ${answer.statusCode} ${rule}`)
    }
  }
  expect([...kept]).toEqual([])
  expect(answered).toBeGreaterThan(60)
})

test('no answer to anybody carries a digest, a hash or a key', async () => {
  for (const role of everyRole) {
    for (const route of routes.filter(({ method }) => method === 'GET')) {
      const answer = await call(route, people.get(role)!.browser)
      expect(answer.body).not.toMatch(/argon2|digest|totp_?key|passwordHash|caudal1\./i)
    }
  }
}, 180_000)
