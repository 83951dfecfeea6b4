import { createServer, type Server } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { openTestServer, type Enrolled, type TestServer } from '../../app/server/testing-server.ts'
import { withNode } from '../../store/testing.ts'
import { restore, suspend } from './administration.ts'
import { AttemptLimit } from './attempt-limits.ts'

type Signing = Awaited<ReturnType<typeof generateKeyPair>>

/** A provider that signs whatever the test has it sign. */
interface Forger {
  readonly issuer: string
  /** Claims of the next ID token over those that are right; undefined takes one away. */
  claims: Record<string, unknown>
  /** Key that signs the next one, and its name; it may differ from those that are published. */
  key: { readonly pair: Signing; readonly kid: string }
  /** Keys that are published. */
  published: readonly Forger['key'][]
  /** What was asked for at the token endpoint last. */
  asked: URLSearchParams
  close(): Promise<void>
}

const clientId = 'caudal'

async function drawKey(kid: string): Promise<Forger['key']> {
  return { pair: await generateKeyPair('RS256', { extractable: true }), kid }
}

async function openForger(): Promise<Forger> {
  const server: Server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const first = await drawKey('first')
  const forger: Forger = {
    issuer,
    claims: {},
    key: first,
    published: [first],
    asked: new URLSearchParams(),
    async close() {
      server.close()
      await once(server, 'close')
    },
  }
  const answers: Record<string, (body: string) => Promise<object>> = {
    '/.well-known/openid-configuration': async () => ({
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
    }),
    '/jwks': async () => ({
      keys: await Promise.all(
        forger.published.map(async ({ pair, kid }) => ({
          ...(await exportJWK(pair.publicKey)),
          kid,
          alg: 'RS256',
          use: 'sig',
        })),
      ),
    }),
    async '/token'(body) {
      forger.asked = new URLSearchParams(body)
      const now = Math.floor(Date.now() / 1000)
      const right = { iss: issuer, aud: clientId, sub: 'p-1', iat: now, exp: now + 300 }
      const token = await new SignJWT({ ...right, acr: 'urn:two-steps', ...forger.claims })
        .setProtectedHeader({ alg: 'RS256', kid: forger.key.kid })
        .sign(forger.key.pair.privateKey)
      return { access_token: 'a', token_type: 'Bearer', id_token: token }
    },
  }
  server.on('request', (request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      void answers[request.url ?? '']!(body).then((answer) => {
        response.setHeader('content-type', 'application/json')
        response.end(JSON.stringify(answer))
      })
    })
  })
  return forger
}

describe('what a provider signs', () => {
  let forger: Forger
  let here: TestServer
  let ana: Enrolled
  let finish: () => void
  let running: Promise<void>

  beforeAll(async () => {
    forger = await openForger()
    const often = { burst: 1000, perMinute: 1000 }
    await new Promise<void>((ready, failed) => {
      const ended = new Promise<void>((resolve) => (finish = resolve))
      running = withNode(async (node) => {
        here = await openTestServer(node, {
          start: new Date().toISOString(),
          accounts: { limits: { caller: new AttemptLimit(often), node: new AttemptLimit(often) } },
          provider: {
            issuer: forger.issuer,
            clientId,
            clientSecret: 'a secret of the test, long enough for HS256',
            name: 'Ministerio',
            trusted: ['urn:two-steps'],
          },
        })
        ana = await here.enrol('ana', ['statistician'])
        await here.accounts.register.query(
          'insert into account_identities (issuer, subject, account, created_at) values ($1, $2, $3, now())',
          [forger.issuer, 'p-1', ana.id],
        )
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
    await forger.close()
  })

  afterEach(() => void vi.useRealTimers())

  /** To the provider and back: where it ended, and whether somebody is signed in. */
  async function travel() {
    const begun = await here.browser().post('/api/govern/sign-in/provider', { language: 'es' })
    const address = new URL(begun.json<{ address: string }>().address)
    const cookie = String(begun.headers['set-cookie']).split(';')[0]!
    forger.claims = { nonce: address.searchParams.get('nonce'), ...forger.claims }
    const back = new URLSearchParams({ code: 'c', state: address.searchParams.get('state')! })
    const arrived = await here.server.inject({
      method: 'GET',
      url: `/api/govern/sign-in/provider/return?${back.toString()}`,
      headers: { host: 'localhost', cookie },
    })
    forger.claims = {}
    const kept = [arrived.headers['set-cookie']].flat().some((each) => /=cds_/.test(String(each)))
    return { to: String(arrived.headers['location']), kept, address }
  }
  const refused = (code: string) => ({
    to: `/es/account#refused=govern.accounts.${code}`,
    kept: false,
  })

  test('signs somebody in where all of it is right, and proves that the same browser asked', async () => {
    const { kept, address } = await travel()
    expect(kept).toBe(true)
    expect(address.searchParams.get('code_challenge_method')).toBe('S256')
    const verifier = forger.asked.get('code_verifier')!
    const digest = await crypto.subtle.digest('SHA-256', Buffer.from(verifier))
    expect(Buffer.from(digest).toString('base64url')).toBe(
      address.searchParams.get('code_challenge'),
    )
  })

  test.each([
    ['another issuer', { iss: 'https://elsewhere.example' }],
    ['another client', { aud: 'another' }],
    ['a time that is over', { exp: Math.floor(Date.now() / 1000) - 3600 }],
    ['no end', { exp: undefined }],
    ['no person', { sub: undefined }],
    ['the answer to another question', { nonce: 'of another question' }],
    ['no question', { nonce: undefined }],
  ])('signs in nobody where it is of %s', async (_, claims) => {
    forger.claims = claims
    expect(await travel()).toMatchObject(refused('provider-failed'))
  })

  test('signs in nobody where the provider’s key did not sign it', async () => {
    const published = forger.key
    forger.key = { ...(await drawKey('x')), kid: published.kid }
    expect(await travel()).toMatchObject(refused('provider-failed'))
    forger.key = published
    expect((await travel()).kept).toBe(true)
  })

  test('signs in nobody whom it does not know, nor an account that is suspended, until it is restored', async () => {
    forger.claims = { sub: 'p-2' }
    expect(await travel()).toMatchObject(refused('provider-unknown-person'))
    await suspend(here.accounts, null, ana.id)
    expect(await travel()).toMatchObject(refused('provider-unknown-person'))
    await restore(here.accounts, null, ana.id)
    expect((await travel()).kept).toBe(true)
  })

  test('signs in after the provider has changed its key, and no more by the one that it has withdrawn', async () => {
    expect((await travel()).kept).toBe(true)
    const old = forger.key
    const next = await drawKey('next')
    Object.assign(forger, { key: next, published: [next] })
    // what was published is remembered for a moment, lest strangers have it asked for without end
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 6 * 60_000 })
    here.clock.advance(6 * 60)
    expect((await travel()).kept).toBe(true)
    forger.key = old
    expect(await travel()).toMatchObject(refused('provider-failed'))
    forger.key = next
  })
})
