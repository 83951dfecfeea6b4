import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestServer, testPassword, type TestServer } from '../../app/server/testing-server.ts'
import { describeOnBothRegisters } from '../../store/testing.ts'
import { invite } from './administration.ts'

describeOnBothRegisters('accounts', (openNode) => {
  let here: TestServer
  beforeAll(async () => {
    here = await openTestServer(await openNode())
  })
  afterAll(() => here.close())
  // Each test has its own hour, so that no limit of an earlier one is met.
  beforeEach(() => here.clock.advance(3600))

  test('a new node has no account, and no name opens it', async () => {
    expect(await here.node.register.query('select id from accounts')).toEqual([])
    for (const name of ['admin', 'administrator', 'root', 'caudal', 'postgres']) {
      for (const password of [name, 'admin', 'password', '']) {
        const answer = await here.browser().post('/api/govern/sign-in', { name, password })
        expect(answer.statusCode).toBeGreaterThanOrEqual(400)
      }
      here.clock.advance(3600)
    }
  })

  test('each session has a secret of 256 bits of its own, of which the register keeps a digest alone', async () => {
    const ana = await here.enrol('ana0', ['administrator'])
    here.clock.advance(60)
    const second = here.browser()
    await second.signIn(ana)
    const secrets = [ana.browser.cookie!, second.cookie!].map((cookie) => cookie.split('=')[1]!)
    for (const secret of secrets) expect(secret).toMatch(/^cds_[\w-]{43}$/)
    expect(new Set(secrets).size).toBe(2)
    const rows = await here.node.register.query('select s::text from account_sessions as s')
    for (const secret of secrets) expect(JSON.stringify(rows)).not.toContain(secret.slice(4))
  })

  test('a link is followed once, to a session with two steps behind it', async () => {
    const { accounts, browser, enrol } = here
    const ana = await enrol('ana1', ['administrator'])
    expect(ana.recoveryCodes).toHaveLength(8)
    const seen = (await ana.browser.get('/api/govern/account')).json()
    expect(seen).toMatchObject({ account: { name: 'ana1' }, fresh: true, method: 'link' })
    expect(seen.factors).toEqual({ authenticator: true, passkeys: 0, recoveryCodes: 8 })

    const { secret } = await invite(accounts, null, {
      name: 'berta1',
      shownName: 'Berta',
      language: 'es',
      roles: ['statistician'],
    })
    const first = browser()
    const opened = await first.post('/api/govern/sign-in/link', { link: secret })
    expect(opened.json()).toMatchObject({ kind: 'invitation', name: 'berta1' })
    // A page that was closed is opened again, but what was not proved is not kept.
    expect((await browser().post('/api/govern/sign-in/link', { link: secret })).statusCode).toBe(
      200,
    )
    const unproved = await first.post('/api/govern/enrolment', {
      password: testPassword,
      code: '1',
    })
    expect(unproved.json().code).toBe('govern.accounts.enrolment-incomplete')
    expect((await first.get('/api/govern/account')).json().account).toBeNull()
  })

  test('password, then code: a code is good once, also for two who send it at the same time', async () => {
    const { browser, clock, enrol } = here
    const ana = await enrol('ana2', ['administrator'])
    clock.advance(60)
    const [one, two] = [browser(), browser()]
    for (const each of [one, two]) {
      const first = await each.post('/api/govern/sign-in', { name: 'ANA2', password: testPassword })
      expect(first.json()).toEqual({ next: 'second-factor' })
      expect((await each.get('/api/govern/account')).json().account).toBeNull()
      expect((await each.get('/api/govern/accounts')).statusCode).toBe(401)
    }
    const answers = await Promise.all(
      [one, two].map((each) => each.post('/api/govern/sign-in/code', { code: ana.code() })),
    )
    expect(answers.map(({ statusCode }) => String(statusCode)).sort()).toEqual(['200', '401'])
  })

  test('the secret of the first step opens nothing after the second', async () => {
    const { browser, clock, enrol } = here
    const ana = await enrol('ana3', ['administrator'])
    clock.advance(60)
    const used = browser()
    await used.post('/api/govern/sign-in', { name: 'ana3', password: testPassword })
    const stolen = browser()
    stolen.cookie = used.cookie
    expect((await used.post('/api/govern/sign-in/code', { code: ana.code() })).statusCode).toBe(200)
    expect(stolen.cookie).not.toBe(used.cookie)
    expect((await stolen.get('/api/govern/account')).json().account).toBeNull()
  })

  test('a recovery code stands in for the app, once, however it is typed', async () => {
    const { browser, enrol, events } = here
    const ana = await enrol('ana4', ['administrator'])
    const code = ana.recoveryCodes[3]!.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')
    for (const status of [200, 401]) {
      const used = browser()
      await used.post('/api/govern/sign-in', { name: 'ana4', password: testPassword })
      expect((await used.post('/api/govern/sign-in/code', { code })).statusCode).toBe(status)
    }
    expect(events.map(({ kind }) => kind)).toContain('recovery-code-used')
  })

  test('nobody, a wrong password and a suspended account are answered alike', async () => {
    const { browser, enrol } = here
    const ana = await enrol('ana5', ['administrator'])
    const berta = await enrol('berta5', ['statistician'])
    await ana.browser.post(`/api/govern/accounts/${berta.id}/suspension`)
    const answers = await Promise.all(
      [
        { name: 'nobody5', password: testPassword },
        { name: 'ana5', password: 'wrong' },
        { name: 'berta5', password: testPassword },
      ].map((given) => browser().post('/api/govern/sign-in', given)),
    )
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1)
    expect(answers[0]!.json().code).toBe('govern.accounts.sign-in-failed')
  })

  test('after six failures each attempt waits longer, for names that nobody has too', async () => {
    const { browser, clock, enrol } = here
    const ana = await enrol('ana6', ['administrator'])
    for (const name of ['ana6', 'nobody6']) {
      const waits: number[] = []
      let failures = 0
      while (failures < 18) {
        const answer = await browser().send({
          method: 'POST',
          url: '/api/govern/sign-in',
          payload: { name, password: 'wrong' },
          remoteAddress: `192.0.2.${failures}`,
        })
        const { code, seconds } = answer.json<{ code: string; seconds?: number }>()
        if (code === 'govern.accounts.sign-in-failed') failures += 1
        else if (code === 'govern.accounts.wait') {
          expect(answer.headers['retry-after']).toBe(String(seconds))
          waits.push(seconds!)
          clock.advance(seconds!)
        } else throw new Error(code)
      }
      expect(waits.slice(0, 4)).toEqual([1, 2, 4, 8])
      expect(Math.max(...waits)).toBe(900)
    }
    clock.advance(900)
    expect((await browser().signIn(ana)).statusCode).toBe(200)
  })

  test('a hundred guesses at once are a hundred guesses', async () => {
    const { accounts, browser, enrol } = here
    await enrol('ana7', ['administrator'])
    const guesses = Array.from({ length: 60 }, (_, at) =>
      browser().send({
        method: 'POST',
        url: '/api/govern/sign-in',
        payload: { name: 'ana7', password: `guess ${at}` },
        remoteAddress: `192.0.2.${at}`,
      }),
    )
    const codes = (await Promise.all(guesses)).map((answer) => answer.json<{ code: string }>().code)
    const tried = codes.filter((code) => code === 'govern.accounts.sign-in-failed').length
    expect(tried).toBeLessThanOrEqual(6)
    expect(accounts.hasher.load).toEqual({ running: 0, waiting: 0 })
  })

  test('a session ends by itself: unused for half an hour, and after half a day', async () => {
    const { clock, enrol } = here
    const ana = await enrol('ana8', ['administrator'])
    const who = async () => (await ana.browser.get('/api/govern/account')).json().account
    clock.advance(29 * 60)
    expect(await who()).not.toBeNull()
    for (let minutes = 29; minutes < 12 * 60 - 29; minutes += 29) {
      clock.advance(29 * 60)
      expect(await who()).not.toBeNull()
    }
    clock.advance(29 * 60)
    expect(await who()).toBeNull()

    const again = await enrol('berta8', ['administrator'])
    clock.advance(30 * 60)
    expect((await again.browser.get('/api/govern/account')).json().account).toBeNull()
  })

  test('signing out ends the session, and ending the others ends them everywhere at once', async () => {
    const { browser, clock, enrol } = here
    const ana = await enrol('ana9', ['administrator'])
    clock.advance(60)
    const second = browser()
    await second.signIn(ana)
    const stolen = browser()
    stolen.cookie = second.cookie
    const { sessions } = (await ana.browser.get('/api/govern/account/sessions')).json<{
      sessions: { id: string; here: boolean }[]
    }>()
    expect(sessions.filter(({ here }) => here)).toHaveLength(1)
    expect(sessions).toHaveLength(2)
    const out = await second.post('/api/govern/sign-out')
    // the browser forgets what it kept for whoever was signed in
    expect(out.headers['clear-site-data']).toContain('"storage"')
    expect(String(out.headers['set-cookie'])).toContain('Max-Age=0')
    expect((await stolen.get('/api/govern/account/sessions')).statusCode).toBe(401)

    clock.advance(60)
    const third = browser()
    await third.signIn(ana)
    await ana.browser.delete('/api/govern/account/sessions')
    expect((await third.get('/api/govern/account/sessions')).statusCode).toBe(401)
    expect((await ana.browser.get('/api/govern/account/sessions')).statusCode).toBe(200)
  })

  describe('a clock that jumps', () => {
    test('back by hours ends sessions and takes no code twice; forward, it lets nothing last', async () => {
      const { browser, clock, enrol } = here
      const ana = await enrol('ana10', ['administrator'])
      clock.advance(60)
      const used = browser()
      await used.signIn(ana)
      clock.advance(-3600)
      expect((await used.get('/api/govern/account')).json().account).toBeNull()
      // The hour is lived again: its codes were taken, or may have been.
      expect((await browser().signIn(ana)).json().code).toBe('govern.accounts.code-wrong')
      const other = browser()
      await other.post('/api/govern/sign-in', { name: 'ana10', password: testPassword })
      const recovered = await other.post('/api/govern/sign-in/code', {
        code: ana.recoveryCodes[0]!,
      })
      expect(recovered.statusCode).toBe(200)
      clock.advance(400 * 86_400)
      expect((await other.get('/api/govern/account')).json().account).toBeNull()
      expect((await browser().signIn(ana)).statusCode).toBe(200)
    })
  })
})
