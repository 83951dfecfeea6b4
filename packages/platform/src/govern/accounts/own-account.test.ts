import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  codeOf,
  openTestServer,
  testPassword,
  type TestServer,
} from '../../app/server/testing-server.ts'
import { readEntry } from '@caudal/methods/govern'
import { withNode } from '../../store/testing.ts'
import { recover } from './administration.ts'
import { openAccounts } from './accounts.ts'
import { drawRecoveryCodes, readCode } from './recovery-codes.ts'

let here: TestServer
let finish: () => void
let running: Promise<void>
const other = 'cinco garzas sobre el manglar'

beforeAll(async () => {
  await new Promise<void>((ready, failed) => {
    const ended = new Promise<void>((resolve) => (finish = resolve))
    running = withNode(async (node) => {
      here = await openTestServer(node)
      ready()
      await ended
      await here.close()
    })
    running.catch(failed)
  })
})
beforeEach(() => here.clock.advance(3600))
afterAll(async () => {
  finish()
  await running
})

const codeIn = (answer: { json(): unknown }) => (answer.json() as { code?: string }).code

describe('one’s own account', () => {
  test('changes its password with the present one, in a fresh session, and ends the others', async () => {
    const ana = await here.enrol('o-ana', ['statistician'])
    here.clock.advance(60)
    const second = here.browser()
    await second.signIn(ana)
    const change = (current: string, password: string) =>
      ana.browser.put('/api/govern/account/password', { current, password })
    expect(codeIn(await change('wrong', other))).toBe('govern.accounts.password-wrong')
    expect(codeIn(await change(testPassword, 'password1234'))).toBe(
      'govern.accounts.password-common',
    )
    expect((await change(testPassword, other)).statusCode).toBe(200)
    expect((await second.get('/api/govern/account/sessions')).statusCode).toBe(401)
    expect((await ana.browser.get('/api/govern/account/sessions')).statusCode).toBe(200)
    const old = await here
      .browser()
      .post('/api/govern/sign-in', { name: 'o-ana', password: testPassword })
    expect(old.statusCode).toBe(401)
  })

  test('changes nothing that matters once the sign-in is ten minutes old, until it is confirmed', async () => {
    const ana = await here.enrol('o-berta', ['statistician'])
    here.clock.advance(11 * 60)
    const offer = () => ana.browser.post('/api/govern/account/authenticator')
    expect(codeIn(await offer())).toBe('govern.accounts.sign-in-again')
    expect(codeIn(await ana.browser.delete('/api/govern/account/sessions'))).toBe(
      'govern.accounts.sign-in-again',
    )
    const stolen = here.browser()
    stolen.cookie = ana.browser.cookie
    const wrong = { password: 'wrong', code: ana.code() }
    expect((await ana.browser.post('/api/govern/account/confirm', wrong)).statusCode).toBe(401)
    const right = { password: testPassword, code: ana.code() }
    expect((await ana.browser.post('/api/govern/account/confirm', right)).statusCode).toBe(200)
    // The secret that was is good no more: whoever had taken it is out.
    expect((await stolen.get('/api/govern/account/sessions')).statusCode).toBe(401)
    const offered = (await offer()).json<{ key: string; wrapped: string }>()
    const proved = await ana.browser.put('/api/govern/account/authenticator', {
      wrapped: offered.wrapped,
      code: codeOf(offered.key, here.clock.now()),
    })
    expect(proved.statusCode).toBe(200)
    here.clock.advance(60)
    expect((await here.browser().signIn(ana)).statusCode).toBe(401)
  })

  test('reaches no session, token or passkey of another account', async () => {
    const ana = await here.enrol('o-carla', ['statistician'])
    const eva = await here.enrol('o-eva', ['statistician'])
    const [session] = (await ana.browser.get('/api/govern/account/sessions')).json<{
      sessions: { id: string }[]
    }>().sessions
    const { id } = (
      await ana.browser.post('/api/govern/account/tokens', {
        label: 'cron',
        operations: ['measure.read'],
        purposes: [],
        days: 1,
      })
    ).json<{ id: string }>()
    for (const path of [`sessions/${session!.id}`, `tokens/${id}`, 'passkeys/AAAA']) {
      const answer = await eva.browser.delete(`/api/govern/account/${path}`)
      expect(codeIn(answer)).toBe('govern.accounts.no-such-item')
    }
    expect((await ana.browser.get('/api/govern/account/tokens')).json().tokens).toHaveLength(1)
  })

  test('is told of a token for a month after its end, so that a program which is refused is explained', async () => {
    const ana = await here.enrol('o-fita', ['statistician'])
    const token = { label: 'cron', operations: ['measure.read'], purposes: [], days: 1 }
    await ana.browser.post('/api/govern/account/tokens', token)
    const listed = async () => {
      // sessions do not last that long
      await ana.browser.signIn(ana)
      const { tokens } = (await ana.browser.get('/api/govern/account/tokens')).json<{
        tokens: { label: string; expiresAt: string }[]
      }>()
      return tokens.map(({ expiresAt }) => Date.parse(expiresAt) > here.clock.now().getTime())
    }
    here.clock.advance(60)
    expect(await listed()).toEqual([true])
    here.clock.advance(2 * 86_400)
    expect(await listed()).toEqual([false])
    here.clock.advance(30 * 86_400)
    expect(await listed()).toEqual([])
  })
})

describe('a passkey that is taken away', () => {
  test('ends every other session, which whoever has its device may have begun', async () => {
    const ana = await here.enrol('k-ana', ['statistician'])
    here.clock.advance(60)
    const elsewhere = here.browser()
    await elsewhere.signIn(ana)
    await here.node.register.query(
      `insert into account_passkeys (credential_id, account, public_key, counter, transports, label,
         created_at) values ('k-lost', $1, 'x', 0, '{}', 'lost phone', $2)`,
      [ana.id, here.clock.now().toISOString()],
    )
    const removed = await ana.browser.delete('/api/govern/account/passkeys/k-lost')
    expect(removed.statusCode).toBe(200)
    expect((await elsewhere.get('/api/govern/account/sessions')).statusCode).toBe(401)
    expect((await ana.browser.get('/api/govern/account/sessions')).statusCode).toBe(200)
  })
})

describe('the way back in', () => {
  test('by one administrator sets the password and still asks for the second step', async () => {
    const ana = await here.enrol('r-ana', ['administrator'])
    const berta = await here.enrol('r-berta', ['statistician'])
    const given = await ana.browser.post(`/api/govern/accounts/${berta.id}/recovery`, {
      resetsSecondFactor: false,
    })
    const { link } = given.json<{ link: string }>()
    const used = here.browser()
    const followed = await used.post('/api/govern/sign-in/link', { link })
    expect(followed.json()).toMatchObject({ kind: 'recovery', factors: { authenticator: true } })
    const offered = (await used.post('/api/govern/enrolment/authenticator')).json<{
      key: string
      wrapped: string
    }>()
    // A new app does not stand in for the one that stands.
    const around = await used.post('/api/govern/enrolment', {
      password: other,
      wrapped: offered.wrapped,
      code: codeOf(offered.key, here.clock.now()),
    })
    expect(codeIn(around)).toBe('govern.accounts.enrolment-incomplete')
    here.clock.advance(60)
    const done = await used.post('/api/govern/enrolment', { password: other, code: berta.code() })
    expect([done.statusCode, done.json().recoveryCodes]).toEqual([200, []])
    expect((await here.browser().post('/api/govern/sign-in/link', { link })).statusCode).toBe(410)
  })

  test('without the second step needs a second administrator, who is not the first', async () => {
    const ana = await here.enrol('r-carla', ['administrator'])
    const eva = await here.enrol('r-eva', ['administrator'])
    const berta = await here.enrol('r-dora', ['statistician'])
    const { secret } = (
      await berta.browser.post('/api/govern/account/tokens', {
        label: 'of the lost device',
        operations: ['collect.read-batches'],
        purposes: [],
        days: 30,
      })
    ).json<{ secret: string }>()
    const bearer = { headers: { authorization: `Bearer ${secret}` } }
    const reading = { method: 'GET', url: '/api/collect/batches', ...bearer } as const
    expect((await here.browser().send(reading)).statusCode).toBe(200)
    const path = `/api/govern/accounts/${berta.id}/recovery`
    const asked = await ana.browser.post(path, { resetsSecondFactor: true })
    expect(asked.json()).toEqual({ waits: true })
    // Whoever has the device is signed out when it is told of, and may still come in again.
    const own = '/api/govern/account/tokens'
    expect((await berta.browser.get(own)).statusCode).toBe(401)
    const device = here.browser()
    const comeIn = async () => {
      here.clock.advance(60)
      const { name } = berta
      await device.post('/api/govern/sign-in', { name, password: testPassword })
      return codeIn(await device.post('/api/govern/sign-in/code', { code: berta.code() }))
    }
    await comeIn()
    expect((await device.get(own)).statusCode).toBe(200)
    expect(codeIn(await ana.browser.post(`${path}/approval`))).toBe(
      'govern.accounts.second-administrator',
    )
    const { link } = (await eva.browser.post(`${path}/approval`)).json<{ link: string }>()
    // Nothing but the link opens the account from now on, though nobody has followed it yet.
    expect((await device.get(own)).statusCode).toBe(401)
    expect(codeIn(await here.browser().send(reading))).toBe('govern.accounts.token-refused')
    expect(await comeIn()).toBe('govern.accounts.code-wrong')
    const closed = here.events.filter(({ kind }) => kind === 'account-closed')
    expect(closed).toEqual([{ kind: 'account-closed', actor: eva.id, account: berta.id }])
    const used = here.browser()
    const followed = await used.post('/api/govern/sign-in/link', { link })
    expect(followed.json().factors).toEqual({ authenticator: false, passkeys: 0, recoveryCodes: 0 })
    const ownRecovery = await ana.browser.post(`/api/govern/accounts/${ana.id}/recovery`, {
      resetsSecondFactor: false,
    })
    expect(codeIn(ownRecovery)).toBe('govern.accounts.own-account')

    const offered = (await used.post('/api/govern/enrolment/authenticator')).json<{
      key: string
      wrapped: string
    }>()
    const { wrapped, key } = offered
    const code = codeOf(key, here.clock.now())
    await used.post('/api/govern/enrolment', { password: other, wrapped, code })
    expect((await used.get('/api/govern/account/tokens')).json().tokens).toEqual([])
  })

  test('after an approved link that ran out no administrator alone gives a new second step', async () => {
    const ana = await here.enrol('x-ana', ['administrator'])
    const eva = await here.enrol('x-eva', ['administrator'])
    const berta = await here.enrol('x-dora', ['statistician'])
    const path = `/api/govern/accounts/${berta.id}/recovery`
    await ana.browser.post(path, { resetsSecondFactor: true })
    const approved = await eva.browser.post(`${path}/approval`)
    expect(approved.json()).toHaveProperty('link')
    const again = await ana.browser.post(path, { resetsSecondFactor: false })
    expect(again.json()).toEqual({ waits: true })
  })

  test('leaves an administrator: the last one is not suspended, and nobody changes their own roles', async () => {
    await withNode(async (node) => {
      const alone = await openTestServer(node)
      const ana = await alone.enrol('ana', ['administrator'])
      const eva = await alone.enrol('eva', ['administrator'])
      const own = { version: 2, roles: ['administrator', 'publisher'] }
      expect(codeIn(await ana.browser.patch(`/api/govern/accounts/${ana.id}`, own))).toBe(
        'govern.accounts.own-account',
      )
      // Each suspends the other at the same moment: one of them stays.
      await Promise.all([
        ana.browser.post(`/api/govern/accounts/${eva.id}/suspension`),
        eva.browser.post(`/api/govern/accounts/${ana.id}/suspension`),
      ])
      const left = await node.register.query(
        "select id from accounts where status = 'active' and 'administrator' = any (roles)",
      )
      expect(left).toHaveLength(1)
      await alone.close()
    })
  })

  test('recovery codes have 120 bits and are drawn anew each time', () => {
    const codes = Array.from({ length: 50 }, drawRecoveryCodes).flat()
    expect(new Set(codes).size).toBe(codes.length)
    for (const code of codes) expect(readCode(code)).toMatch(/^[0-9A-HJKMNP-TV-Z]{24}$/)
  })
})

test('what happens to accounts, and what somebody known is refused, stands in the audit log', async () => {
  await withNode(async (node) => {
    const server = await openTestServer(node, { accounts: { note: openAccounts(node).note } })
    const ana = await server.enrol('ana', ['auditor'])
    await server.browser().post('/api/govern/sign-in', { name: 'ana', password: 'wrong' })
    expect((await ana.browser.get('/api/govern/accounts')).statusCode).toBe(403)
    await recover(server.accounts, null, ana.id, { resetsSecondFactor: false })
    const rows = await node.register.query<{ entry: string }>(
      'select entry from audit_entries order by index',
    )
    const entries = rows.map(({ entry }) => readEntry(entry)!)
    const said = entries.map(({ action, outcome }) => `${action} ${outcome}`)
    expect(said).toEqual([
      'accounts.account-invited done',
      'accounts.account-enrolled done',
      'accounts.signed-in done',
      'accounts.sign-in-refused refuse',
      'govern.accounts refuse',
      'accounts.recovery-asked done',
    ])
    expect(JSON.stringify(entries)).not.toMatch(/tres ceibas|127\.0\.0\.1|"ana"/)
    await server.close()
  })
})
