import { connect } from 'node:net'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withNode } from '../../store/testing.ts'
import { type CaudalNode, logError } from '../../store/index.ts'
import { listRoutes } from './guard.ts'
import { openTestServer, type TestServer } from './testing-server.ts'

let node: CaudalNode
let here: TestServer
let finish: () => void
let running: Promise<void>

beforeAll(async () => {
  await new Promise<void>((ready, failed) => {
    const ended = new Promise<void>((resolve) => (finish = resolve))
    running = withNode(async (opened) => {
      node = opened
      here = await openTestServer(node)
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

const addresses = [
  '/es/',
  '/en/account',
  '/api/cubes',
  '/api/govern/account',
  '/nothing',
  '/health',
]

describe('every answer', () => {
  test.each(addresses)(
    'of %s tells the browser to run and frame nothing of others',
    async (url) => {
      const { headers } = await here.browser().get(url)
      const policy = String(headers['content-security-policy']).split(';')
      for (const part of [
        "default-src 'none'",
        "script-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "form-action 'self'",
      ]) {
        expect(policy).toContain(part)
      }
      expect(String(headers['content-security-policy'])).not.toMatch(/script-src[^;]*unsafe/)
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['referrer-policy']).toBe('no-referrer')
      expect(headers['x-powered-by']).toBeUndefined()
      expect(headers['access-control-allow-origin']).toBeUndefined()
      expect(String(headers['content-type'])).toMatch(/charset=utf-8/)
    },
  )

  test('about accounts, and every refusal, is kept by nobody', async () => {
    for (const { url } of listRoutes(here.server).filter(
      (route) => route.method === 'GET' && route.url.startsWith('/api/govern'),
    )) {
      const answer = await here.browser().get(url)
      expect([url, answer.headers['cache-control']]).toEqual([url, 'no-store'])
    }
    expect((await here.browser().get('/nothing')).headers['cache-control']).toBe('no-store')
  })

  test('with a file that has a hash in its name is kept for good, and a page is asked for again', async () => {
    const kept = await here.browser().get('/assets/main-1a2b3c.js')
    expect([kept.statusCode, kept.headers['cache-control']]).toEqual([
      200,
      'public, max-age=31536000, immutable',
    ])
    expect(kept.headers['content-type']).toMatch(/javascript; charset=utf-8$/)
    for (const url of ['/index.html', '/es/account']) {
      expect((await here.browser().get(url)).headers['cache-control']).toBe('no-cache')
    }
  })

  test('to TRACE, to a listing of a folder and to source control is that there is nothing', async () => {
    const trace = await here.server.inject({
      method: 'TRACE' as 'GET',
      url: '/es/',
      headers: { host: 'localhost' },
    })
    expect(trace.statusCode).toBeGreaterThanOrEqual(400)
    for (const url of ['/assets/', '/.git/config', '/../package.json', '/%2e%2e/package.json']) {
      expect([url, (await here.browser().get(url)).statusCode]).toEqual([url, 404])
    }
  })
})

describe('metrics', () => {
  test('are for programs on this machine, in the words of Prometheus, by route and not by address', async () => {
    await here.browser().get('/api/cubes/no-such-cube')
    const metrics = await here.browser().get('/metrics')
    expect(metrics.body).toContain(
      'caudal_http_requests_total{route="/api/cubes/:id",method="GET",status="404"} 1',
    )
    expect(metrics.body).toContain('caudal_register_up 1')
    // no backup was made yet, and a watch over the node learns it
    expect(metrics.body).toContain('# TYPE caudal_backup_timestamp_seconds gauge')
    expect(metrics.body).toContain('# TYPE caudal_retention_run_timestamp_seconds gauge')
    const health = await here.browser().get('/health')
    expect(health.json()).toMatchObject({ status: 'up', backup: 'none' })
    expect(metrics.body).not.toContain('no-such-cube')
    const passedOn = await here.browser().send({
      method: 'GET',
      url: '/metrics',
      headers: { 'x-forwarded-for': '192.0.2.1' },
    })
    expect(passedOn.statusCode).toBe(404)
    const stranger = await here.browser().send({
      method: 'GET',
      url: '/health',
      headers: { 'x-forwarded-for': '192.0.2.1' },
    })
    expect(stranger.json()).not.toHaveProperty('backup')
  })
})

describe('a request that is not sound', () => {
  test('is told what is wrong with its body, in the reader’s language', async () => {
    const send = async (payload: string, type = 'application/json') => {
      const answer = await here.browser().send({
        method: 'POST',
        url: '/api/govern/sign-in?language=fr',
        payload,
        headers: { 'content-type': type },
      })
      const { code, title } = answer.json<{ code: string; title: string }>()
      return [answer.statusCode, code, title]
    }
    const notJson = [400, 'app.body-not-json', 'Ce qui a été envoyé ne se lit pas comme du JSON.']
    for (const payload of ['{"name":', '', '{"__proto__":{"roles":[]}}']) {
      expect(await send(payload)).toEqual(notJson)
    }
    expect(await send(`{"name":"${'a'.repeat(1_000_000)}"}`)).toEqual([
      413,
      'app.body-too-large',
      'Ce qui a été envoyé dépasse ce que cette adresse accepte.',
    ])
    expect((await send('name=a', 'application/x-www-form-urlencoded')).slice(0, 2)).toEqual([
      415,
      'app.body-kind',
    ])
  })

  /** Speaks to the socket itself, since no client would send this. */
  async function say(text: string): Promise<string> {
    if (!here.server.server.listening) await here.server.listen({ host: '127.0.0.1', port: 0 })
    const { port } = here.server.server.address() as AddressInfo
    return new Promise((resolve) => {
      let said = ''
      const socket = connect(port, '127.0.0.1', () => socket.write(text))
      socket.setTimeout(3000, () => socket.destroy())
      socket.on('data', (chunk) => (said += chunk.toString()))
      socket.on('error', () => resolve(said))
      socket.on('close', () => resolve(said))
    })
  }

  test('with two lengths is refused, so that no second request hides in it', async () => {
    const head = 'POST /api/govern/sign-in HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n'
    const both = await say(
      `${head}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /metrics HTTP/1.1\r\n\r\n`,
    )
    expect(both).toMatch(/^HTTP\/1\.1 400/)
    const twice = await say(`${head}Content-Length: 4\r\nContent-Length: 5\r\n\r\n{}\r\n`)
    expect(twice).toMatch(/^HTTP\/1\.1 400/)
    const bent = await say(`${head}X-A: b\nX-C: d\r\rGET / HTTP/1.1\r\n\r\n`)
    expect(bent).toMatch(/^HTTP\/1\.1 400/)
  })

  test('of a megabyte and more is not read to its end', async () => {
    const large = await here
      .browser()
      .post('/api/govern/sign-in', { name: 'x'.repeat(1_100_000), password: 'x' })
    expect(large.statusCode).toBeGreaterThanOrEqual(400)
    expect(large.statusCode).toBeLessThan(500)
    const long = await here.browser().get(`/api/cubes/movements/table?rows=${'x'.repeat(20_000)}`)
    expect(long.statusCode).toBeGreaterThanOrEqual(400)
    expect(long.statusCode).toBeLessThan(500)
  })
})

describe('a register that is away', () => {
  test('closes every door that needs it, and says so without a word of where it is', async () => {
    await withNode(async (other) => {
      const alone = await openTestServer(other)
      const ana = await alone.enrol('ana', ['administrator'])
      const away = Object.assign(new Error('connect ECONNREFUSED 10.1.2.3:5432 of Juan'), {
        code: 'ECONNREFUSED',
      })
      const { query } = other.register
      // What the driver does when the server is gone: every statement fails.
      other.register.query = () => Promise.reject(away)
      try {
        const health = await alone.browser().get('/health')
        expect([health.statusCode, health.json<{ register: string }>().register]).toEqual([
          503,
          'away',
        ])
        for (const url of ['/api/govern/account/sessions', '/api/govern/accounts', '/api/cubes']) {
          const answer = await ana.browser.get(url)
          expect(answer.statusCode).toBeGreaterThanOrEqual(500)
          expect(answer.body).not.toMatch(/10\.1\.2\.3|ECONNREFUSED|Juan|at .*\.ts/)
        }
        expect((await ana.browser.get('/es/account')).statusCode).toBe(200)
      } finally {
        other.register.query = query
        await alone.close()
      }
    })
  })
})

test('the server log is lines of JSON that say route, status and time, and no value', async () => {
  const lines: string[] = []
  const { write } = process.stderr
  process.stderr.write = (chunk: string | Uint8Array) => {
    lines.push(...String(chunk).split('\n').filter(Boolean))
    return true
  }
  try {
    const logged = await openTestServer(node, { logLevel: 'info' })
    await logged.browser().get('/api/cubes/no-such-cube?rows=Juan')
    await logged.close()
  } finally {
    process.stderr.write = write
  }
  const said = lines.map((line) => JSON.parse(line) as Record<string, unknown>)
  const answered = said.find(({ msg }) => msg === 'answered')!
  expect(answered).toMatchObject({ route: '/api/cubes/:id', method: 'GET', status: 400 })
  expect(new Date(answered['time'] as number).getTime()).toBeGreaterThan(Date.now() - 60_000)
  expect(lines.join('')).not.toMatch(/Juan|no-such-cube|127\.0\.0\.1/)
})

test('an error is logged without its words, since a database quotes what it stumbles over', () => {
  const error = Object.assign(new RangeError('Could not convert "Juan Pérez" to DATE'), {
    code: '22007',
    detail: 'Key (name)=(Juan Pérez)',
  })
  const logged = logError(error)
  expect(JSON.stringify(logged)).not.toContain('Juan')
  expect(logged).toMatchObject({ type: 'RangeError', code: '22007' })
  expect(logged.stack).toContain('answers.test.ts')
})
