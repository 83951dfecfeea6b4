import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestServer } from '../../app/server/testing-server.ts'
import { withNode } from '../../store/testing.ts'
import { endProviderSessions, readLogoutToken } from './provider-logout.ts'

const event = 'http://schemas.openid.net/event/backchannel-logout'
const refused = (reason: string | RegExp) => ({
  code: 'govern.accounts.logout-token-refused',
  details: {
    reason: typeof reason === 'string' ? reason : (expect.stringMatching(reason) as string),
  },
})

describe('a logout token', () => {
  let keys: Server
  let issuer: string
  let privateKey: Awaited<ReturnType<typeof generateKeyPair>>['privateKey']

  beforeAll(async () => {
    const pair = await generateKeyPair('RS256')
    privateKey = pair.privateKey
    const jwks = { keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'k', alg: 'RS256' }] }
    keys = createServer((_request, response) => response.end(JSON.stringify(jwks)))
    await once(keys.listen(0, '127.0.0.1'), 'listening')
    issuer = `http://127.0.0.1:${(keys.address() as AddressInfo).port}`
  })
  afterAll(() => void keys.close())

  const now = () => Math.floor(Date.now() / 1000)
  const read = async (claims: object, typ: string | undefined = 'logout+jwt') => {
    const right = { iss: issuer, aud: 'caudal', iat: now(), exp: now() + 120, jti: 'j', sub: 'p' }
    const token = await new SignJWT({ ...right, events: { [event]: {} }, ...claims })
      .setProtectedHeader({ alg: 'RS256', kid: 'k', ...(typ !== 'none' && { typ }) })
      .sign(privateKey)
    return readLogoutToken({ issuer, jwks_uri: `${issuer}/jwks` }, 'caudal', token)
  }

  test('is of the type logout+jwt, of the event, fresh and for this node; another ends nothing', async () => {
    for (const typ of ['logout+jwt', 'application/logout+jwt']) {
      const logout = await read({ sid: 's' }, typ)
      expect(logout).toMatchObject({ issuer, subject: 'p', sid: 's', tokenId: 'j' })
    }
    for (const typ of [
      'none',
      '',
      'JWT',
      'jwt',
      'at+jwt',
      'id+jwt',
      'secevent+jwt',
      'xlogout+jwt',
    ]) {
      await expect(read({}, typ)).rejects.toMatchObject(refused('typ'))
    }
    for (const [wrong, reason] of [
      [{ iss: 'http://elsewhere' }, /CLAIM/],
      [{ aud: 'another' }, /CLAIM/],
      [{ iat: now() - 3600 }, /EXPIRED/],
      [{ iat: now() + 3600 }, /CLAIM/],
      [{ iat: undefined }, /CLAIM/],
      [{ exp: now() - 3600 }, /EXPIRED/],
      [{ exp: undefined }, /CLAIM/],
      [{ jti: undefined }, /CLAIM/],
      [{ jti: '' }, 'jti'],
      [{ jti: 7 }, 'jti'],
      [{ events: undefined }, 'events'],
      [{ events: null }, 'events'],
      [{ events: { other: {} } }, 'events'],
      [{ events: { [event]: true } }, 'events'],
      [{ events: [event] }, 'events'],
      // an ID token, which has a nonce, ends nothing
      [{ nonce: 'n' }, 'nonce'],
      [{ nonce: null }, 'nonce'],
      [{ sub: undefined }, 'sub'],
    ] as const) {
      await expect(read(wrong), JSON.stringify(wrong)).rejects.toMatchObject(refused(reason))
    }
  })

  test('is good once: sent again it ends no session that was begun since', async () => {
    await withNode(async (node) => {
      const here = await openTestServer(node, { start: new Date().toISOString() })
      const ana = await here.enrol('ana', ['administrator'])
      const standing = () =>
        node.register.query(
          `select id from account_sessions where account = $1 and ended_at is null`,
          [ana.id],
        )
      const restOnProvider = () =>
        node.register.query(
          `update account_sessions set provider_issuer = $1, provider_subject = 'p'`,
          [issuer],
        )
      await restOnProvider()
      const logout = await read({})
      expect(await endProviderSessions(here.accounts, logout)).toBe(1)
      expect(await standing()).toEqual([])

      here.clock.advance(30)
      const back = here.browser()
      expect((await back.signIn(ana)).statusCode).toBe(200)
      await restOnProvider()
      const again = endProviderSessions(here.accounts, logout)
      await expect(again).rejects.toMatchObject(refused('jti'))
      expect(await standing()).toHaveLength(1)
      // another of the same moment is another; and what is too old to be taken is not kept for ever
      expect(await endProviderSessions(here.accounts, await read({ jti: 'k' }))).toBe(1)
      here.clock.advance(3600)
      await endProviderSessions(here.accounts, { ...logout, tokenId: 'l' })
      const kept = await node.register.query('select token_id from account_logout_tokens')
      expect(kept).toEqual([{ token_id: 'l' }])
      await here.close()
    })
  })
})
