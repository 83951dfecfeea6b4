import { generateKeyPair, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestServer, TestBrowser, type TestServer } from '../../app/server/testing-server.ts'
import { withNode } from '../../store/testing.ts'
import { AttemptLimit } from './attempt-limits.ts'
import {
  listenAsMinistry,
  ministrySecret,
  openMinistry,
  type Ministry,
} from './testing-ministry.ts'

const often = { burst: 1000, perMinute: 1000 }
const returnTo = 'http://localhost/api/govern/sign-in/provider/return'

/** Follows the provider's redirects with a cookie jar of its own, up to the address of the node. */
async function visit(address: string): Promise<string> {
  const jar = new Map<string, string>()
  let at = address
  for (let hops = 0; hops < 10 && !at.startsWith(returnTo); hops += 1) {
    const answer = await fetch(at, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
    })
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!
      jar.set(name!, value!)
    }
    const next = answer.headers.get('location')
    if (next === null) throw new Error(`${answer.status}: ${await answer.text()}`)
    at = new URL(next, at).href
  }
  return at
}

describe('sign-in by a ministry’s provider', () => {
  let ministry: Ministry
  let here: TestServer
  let finish: () => void
  let running: Promise<void>

  beforeAll(async () => {
    // the node listens on no port: what the provider sends is passed on to it
    ministry = openMinistry(await listenAsMinistry(), returnTo, async (body) => {
      const answer = await here.server.inject({
        method: 'POST',
        url: '/api/govern/sign-in/provider/logout',
        headers: { host: 'localhost', 'content-type': 'application/x-www-form-urlencoded' },
        payload: body,
      })
      return answer.statusCode
    })
    await new Promise<void>((ready, failed) => {
      const ended = new Promise<void>((resolve) => (finish = resolve))
      running = withNode(async (node) => {
        here = await openTestServer(node, {
          // the provider's clock is the machine's; how often one may come is tested elsewhere
          start: new Date().toISOString(),
          accounts: { limits: { caller: new AttemptLimit(often), node: new AttemptLimit(often) } },
          provider: {
            issuer: ministry.issuer,
            clientId: 'caudal',
            clientSecret: ministrySecret,
            name: 'Ministerio',
            trusted: ['urn:two-steps'],
          },
        })
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
    await ministry.close()
  })

  /** To the provider and back; the session cookie stays behind on the way back, as SameSite=Strict says. */
  async function travel(
    browser: TestBrowser,
    path: string,
    tamper = (address: string) => address,
    journeyHolds: object = {},
  ) {
    const begun = await browser.send({ method: 'POST', url: path, payload: { language: 'fr' } })
    const { address } = begun.json<{ address: string }>()
    const journey = String(begun.headers['set-cookie']).split(';')[0]!
    const back = new URL(tamper(await visit(address)))
    await here.accounts.register.query(
      `update account_challenges set challenge = (challenge::jsonb || $1::jsonb)::text
       where $2 like '%=' || id::text || '.%'`,
      [JSON.stringify(journeyHolds), journey],
    )
    const arrived = await here.server.inject({
      method: 'GET',
      url: back.pathname + back.search,
      headers: { host: 'localhost', cookie: journey, 'sec-fetch-site': 'cross-site' },
    })
    const set = [arrived.headers['set-cookie']].flat().map(String)
    const kept = set.find((each) => each.startsWith('caudal=cds_'))?.split(';')[0]
    return { arrived, kept, journey, back }
  }

  test('knows whoever has tied the identity, and asks for a second step that the provider has not shown', async () => {
    const ana = await here.enrol('ana', ['administrator'])
    const tie = new TestBrowser(here.server)
    tie.cookie = ana.browser.cookie
    const tied = await travel(tie, '/api/govern/account/identity')
    expect(tied.arrived.headers['location']).toBe('/fr/account')
    expect((await ana.browser.get('/api/govern/account')).json()).toMatchObject({
      provider: 'Ministerio',
      identities: 1,
    })

    const weak = await travel(here.browser(), '/api/govern/sign-in/provider')
    const half = here.browser()
    half.cookie = weak.kept
    expect((await half.get('/api/govern/account')).json()).toMatchObject({
      account: null,
      next: 'second-factor',
    })
    here.clock.advance(30)
    expect((await half.post('/api/govern/sign-in/code', { code: ana.code() })).statusCode).toBe(200)

    ministry.person.acr = 'urn:two-steps'
    const strong = await travel(here.browser(), '/api/govern/sign-in/provider')
    const whole = here.browser()
    whole.cookie = strong.kept
    expect((await whole.get('/api/govern/account')).json()).toMatchObject({
      account: { name: 'ana' },
      method: 'provider',
    })
  })

  test('keeps what the provider hands over to itself: no answer, cookie or row holds a token', async () => {
    const { arrived, kept } = await travel(here.browser(), '/api/govern/sign-in/provider')
    const signedIn = here.browser()
    signedIn.cookie = kept
    const account = await signedIn.get('/api/govern/account')
    const rows = await here.node.register.query(
      `select s::text from account_sessions as s
       union all select c::text from account_challenges as c
       union all select i::text from account_identities as i`,
    )
    const told = [arrived.body, arrived.headers, account.body, rows]
    // a JSON web token, or the name of one
    expect(JSON.stringify(told)).not.toMatch(/eyJ|(access|id|refresh)_token/)
  })

  test('signs in nobody whom no account knows', async () => {
    ministry.person = { subject: 'p-2', acr: 'urn:two-steps' }
    const { arrived, kept } = await travel(here.browser(), '/api/govern/sign-in/provider')
    expect(kept).toBeUndefined()
    expect(arrived.headers['location']).toBe(
      '/fr/account#refused=govern.accounts.provider-unknown-person',
    )
  })

  test('refuses another state, code, question or proof, a journey of another browser, and a second return', async () => {
    ministry.person = { subject: 'p-1', acr: 'urn:two-steps' }
    const refused = '/fr/account#refused=govern.accounts.provider-failed'
    for (const name of ['state', 'code', 'iss']) {
      const { arrived, kept } = await travel(
        here.browser(),
        '/api/govern/sign-in/provider',
        (address) => {
          const url = new URL(address)
          url.searchParams.set(name, `x${url.searchParams.get(name)}`)
          return url.href
        },
      )
      expect([name, arrived.headers['location'], kept]).toEqual([name, refused, undefined])
    }
    // of a browser that did not ask: another proof of the question (PKCE), another question
    for (const holds of [{ verifier: 'v'.repeat(43) }, { nonce: 'n'.repeat(43) }]) {
      const { arrived, kept } = await travel(
        here.browser(),
        '/api/govern/sign-in/provider',
        undefined,
        holds,
      )
      expect([holds, arrived.headers['location'], kept]).toEqual([holds, refused, undefined])
    }
    const once = await travel(here.browser(), '/api/govern/sign-in/provider')
    for (const cookie of [once.journey, 'caudal-journey=', '']) {
      const again = await here.server.inject({
        method: 'GET',
        url: once.back.pathname + once.back.search,
        headers: { host: 'localhost', cookie },
      })
      expect(String(again.headers['location'])).toContain('provider-failed')
    }
  })

  test('ties nothing once the session in which it was begun has ended', async () => {
    const berta = await here.enrol('berta', ['administrator'])
    const begun = await berta.browser.post('/api/govern/account/identity', { language: 'es' })
    const journey = String(begun.headers['set-cookie']).split(';')[0]!
    ministry.person = { subject: 'p-3', acr: 'urn:two-steps' }
    const back = new URL(await visit(begun.json<{ address: string }>().address))
    await here.accounts.register.query('update account_sessions set ended_at = now()')
    const arrived = await here.server.inject({
      method: 'GET',
      url: back.pathname + back.search,
      headers: { host: 'localhost', cookie: journey },
    })
    expect(arrived.headers['location']).toContain('session-ended')
  })

  test('ends here what is signed out there: that session, and no other', async () => {
    const clara = await here.enrol('clara', ['administrator'])
    ministry.person = { subject: 'p-4', acr: 'urn:two-steps' }
    const tie = new TestBrowser(here.server)
    tie.cookie = clara.browser.cookie
    await travel(tie, '/api/govern/account/identity')
    const arrive = async () => {
      const browser = here.browser()
      browser.cookie = (await travel(here.browser(), '/api/govern/sign-in/provider')).kept
      return { browser, sid: ministry.sid }
    }
    const isIn = async (browser: TestBrowser) =>
      (await browser.get('/api/govern/account')).json<{ account: unknown }>().account !== null
    const [first, second] = [await arrive(), await arrive()]
    // a session whose second step was taken here rests on the provider's all the same
    ministry.person.acr = 'urn:password'
    const third = await arrive()
    await third.browser.post('/api/govern/sign-in/code', { code: clara.recoveryCodes[0] })
    const all = [first, second, third].map(({ browser }) => browser)
    const standing = () => Promise.all([...all, clara.browser].map(isIn))
    expect(await standing()).toEqual([true, true, true, true])

    await ministry.signOut('p-4', first.sid)
    expect(await standing()).toEqual([false, true, true, true])
    await ministry.signOut('p-other', second.sid)
    expect(await standing()).toEqual([false, true, true, true])
    await ministry.signOut('p-4', third.sid)
    expect(await standing()).toEqual([false, true, false, true])
    expect(here.events.filter(({ kind }) => kind === 'signed-out-at-provider')).toHaveLength(2)
  })

  test('ends nothing for what is no logout token of the provider for this node', async () => {
    const { privateKey } = await generateKeyPair('RS256')
    const event = { 'http://schemas.openid.net/event/backchannel-logout': {} }
    const sign = (claims: object, key = privateKey) =>
      new SignJWT({ sub: 'p-4', events: event, jti: 'x', ...claims })
        .setProtectedHeader({ alg: 'RS256', kid: 'unknown' })
        .setIssuer(ministry.issuer)
        .setAudience('caudal')
        .setIssuedAt()
        .sign(key)
    const unsigned = [{ alg: 'none' }, { iss: ministry.issuer, aud: 'caudal', sub: 'p-4' }]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.')
    for (const token of ['', 'x', await sign({}), `${unsigned}.`]) {
      const answer = await here.server.inject({
        method: 'POST',
        url: '/api/govern/sign-in/provider/logout',
        headers: { host: 'localhost', 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams({ logout_token: token }).toString(),
      })
      expect(answer.statusCode).toBe(400)
      expect(answer.json<{ code: string }>().code).toBe('govern.accounts.logout-token-refused')
    }
  })
})
