import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import OidcProvider from 'oidc-provider'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestServer, TestBrowser, type TestServer } from '../../app/server/testing-server.ts'
import { withNode } from '../../store/testing.ts'

/** A real provider on this machine, at which a person has signed in already. */
interface Ministry {
  readonly issuer: string
  /** Who signs in there next, and how. */
  person: { subject: string; acr: string }
  close(): Promise<void>
}

const returnTo = 'http://localhost/api/govern/sign-in/provider/return'

async function openMinistry(): Promise<Ministry> {
  const server: Server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const ministry: Ministry = {
    issuer,
    person: { subject: 'p-1', acr: 'urn:password' },
    async close() {
      server.close()
      await once(server, 'close')
    },
  }
  const provider = new OidcProvider(issuer, {
    clients: [
      {
        client_id: 'caudal',
        client_secret: 'a secret of the test, long enough for HS256',
        redirect_uris: [returnTo],
        application_type: 'web',
      },
    ],
    acrValues: ['urn:password', 'urn:two-steps'],
    claims: { acr: null, openid: ['sub'] },
    cookies: { keys: ['of the test'] },
    features: { devInteractions: { enabled: false } },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ sub }) }),
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    async loadExistingGrant(context) {
      const { Grant } = provider
      const grant = new Grant({
        clientId: context.oidc.client!.clientId,
        accountId: context.oidc.session!.accountId!,
      })
      grant.addOIDCScope('openid')
      await grant.save()
      return grant
    },
  })
  const answer = provider.callback()
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return void answer(request, response)
    const { subject, acr } = ministry.person
    const login = { accountId: subject, acr, remember: false }
    void provider.interactionFinished(request, response, { login })
  })
  return ministry
}

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
    ministry = await openMinistry()
    await new Promise<void>((ready, failed) => {
      const ended = new Promise<void>((resolve) => (finish = resolve))
      running = withNode(async (node) => {
        here = await openTestServer(node, {
          provider: {
            issuer: ministry.issuer,
            clientId: 'caudal',
            clientSecret: 'a secret of the test, long enough for HS256',
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
  async function travel(browser: TestBrowser, path: string, tamper = (address: string) => address) {
    const begun = await browser.send({ method: 'POST', url: path, payload: { language: 'fr' } })
    const { address } = begun.json<{ address: string }>()
    const journey = String(begun.headers['set-cookie']).split(';')[0]!
    const back = new URL(tamper(await visit(address)))
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
    here.clock.advance(60)
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

  test('signs in nobody whom no account knows', async () => {
    ministry.person = { subject: 'p-2', acr: 'urn:two-steps' }
    const { arrived, kept } = await travel(here.browser(), '/api/govern/sign-in/provider')
    expect(kept).toBeUndefined()
    expect(arrived.headers['location']).toBe(
      '/fr/account#refused=govern.accounts.provider-unknown-person',
    )
  })

  test('refuses another state, another code, a journey of another browser, and a second return', async () => {
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
})
