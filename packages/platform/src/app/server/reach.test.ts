import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from 'node:net'
import type { AddressInfo } from 'node:net'
import { describe, expect, test } from 'vitest'
import { invite } from '../../govern/accounts/administration.ts'
import { sessionCookie } from '../../govern/accounts/index.ts'
import { withNode } from '../../store/testing.ts'
import { decideReach } from './reach.ts'
import { openTestServer, type TestServer } from './testing-server.ts'

const refusalOf = (work: () => unknown) => {
  try {
    work()
    return undefined
  } catch (error) {
    return (error as { code: string }).code
  }
}

const address = 'https://datos.example'

describe('a node beyond its machine', () => {
  test.each([
    [{ host: '0.0.0.0' }, true, 'app.beyond-loopback'],
    [{ host: '::' }, true, 'app.beyond-loopback'],
    [{ host: '127.0.0.1', address }, false, 'app.accounts-needed'],
    [{ host: '0.0.0.0', address }, true, 'app.transport-open'],
    [{ host: '127.0.0.1', address }, true, 'app.transport-open'],
    [
      { host: '0.0.0.0', address: 'http://datos.example', proxy: '10.0.0.2' },
      true,
      'app.address-invalid',
    ],
    [
      { host: '0.0.0.0', address: 'https://datos.example/x', proxy: '10.0.0.2' },
      true,
      'app.address-invalid',
    ],
    [
      { host: '0.0.0.0', address: 'https://a@datos.example', proxy: '10.0.0.2' },
      true,
      'app.address-invalid',
    ],
    [
      { host: '0.0.0.0', address, certificate: '/nowhere', key: '/nowhere' },
      true,
      'app.certificate-unreadable',
    ],
    [{ host: '0.0.0.0', address, proxy: '10.0.0.2' }, true, undefined],
    [{ host: '127.0.0.1' }, false, undefined],
  ] as const)(
    '%o with an administrator: %s is answered with %s',
    (options, administrator, code) => {
      expect(refusalOf(() => decideReach(options, administrator))).toBe(code)
    },
  )

  test('believes a declared proxy and nobody else, and keeps the session under __Host-', async () => {
    await withNode(async (node) => {
      const here = await openTestServer(node, {
        reach: decideReach({ host: '127.0.0.1', address, proxy: '10.0.0.2' }, true),
      })
      try {
        const ask = (remoteAddress: string, headers: Record<string, string>) =>
          here.server.inject({ method: 'GET', url: '/api/govern/account', remoteAddress, headers })
        const proxied = { host: 'datos.example', 'x-forwarded-proto': 'https' }
        expect((await ask('10.0.0.2', proxied)).statusCode).toBe(200)
        expect((await ask('10.0.0.2', { host: 'evil.example' })).statusCode).toBe(421)
        expect((await ask('10.0.0.2', { host: 'localhost' })).statusCode).toBe(421)
        expect(
          (await ask('192.0.2.9', { host: 'evil.example', 'x-forwarded-host': 'datos.example' }))
            .statusCode,
        ).toBe(421)
        const { secret } = await invite(here.accounts, null, {
          name: 'ana',
          shownName: 'Ana',
          language: 'es',
          roles: ['statistician'],
        })
        const followed = await here.server.inject({
          method: 'POST',
          url: '/api/govern/sign-in/link',
          remoteAddress: '10.0.0.2',
          headers: { ...proxied, 'sec-fetch-site': 'same-origin' },
          payload: { link: secret },
        })
        expect(followed.headers['set-cookie']).toMatch(/^__Host-caudal=\S+; .*; Secure$/)
        await checkForgedAddresses(here)
      } finally {
        await here.close()
      }
    })
  })

  test('is asked for over TLS alone once it is reached so, for two years', async () => {
    await withNode(async (node) => {
      const here = await openTestServer(node, {
        reach: decideReach({ host: '127.0.0.1', address, proxy: '10.0.0.2' }, true),
      })
      try {
        for (const url of ['/es/', '/api/cubes', '/api/govern/account', '/nothing']) {
          const headers = { host: 'datos.example', 'x-forwarded-proto': 'https' }
          const answer = await here.server.inject({ url, remoteAddress: '10.0.0.2', headers })
          expect([url, answer.headers['strict-transport-security']]).toEqual([
            url,
            'max-age=63072000; includeSubDomains',
          ])
        }
      } finally {
        await here.close()
      }
    })
  })

  test('speaks TLS 1.2 and later in recommended suites with its own certificate, and HTTP not at all', async ({
    skip,
  }) => {
    const folder = mkdtempSync(join(tmpdir(), 'caudal-tls-'))
    const [certificate, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')]
    const wanted = 'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2'
    const files = ['-subj', '/CN=datos.example', '-keyout', key, '-out', certificate]
    const made = spawnSync('openssl', [...wanted.split(' '), ...files])
    try {
      if (made.status !== 0) {
        console.warn('Skipped: openssl is not there to make a certificate.')
        skip()
      }
      await withNode(async (node) => {
        const here = await openTestServer(node, {
          reach: decideReach({ host: '127.0.0.1', address, certificate, key }, true),
        })
        try {
          await here.server.listen({ host: '127.0.0.1', port: 0 })
          const { port } = here.server.server.address() as AddressInfo
          expect(await over(port, {})).toBe(200)
          await expect(over(port, { maxVersion: 'TLSv1.1', minVersion: 'TLSv1' })).rejects.toThrow(
            /SSL|TLS|EPROTO|protocol|handshake/i,
          )
          // a suite without forward secrecy, and one of CBC
          for (const ciphers of ['AES128-GCM-SHA256', 'ECDHE-ECDSA-AES128-SHA']) {
            await expect(over(port, { ciphers, maxVersion: 'TLSv1.2' })).rejects.toThrow(
              /SSL|TLS|EPROTO|handshake|cipher/i,
            )
          }
          const ciphers = 'ECDHE-ECDSA-AES128-GCM-SHA256'
          expect(await over(port, { ciphers, maxVersion: 'TLSv1.2' })).toBe(200)
          expect(await plain(port)).not.toContain('200 OK')
        } finally {
          await here.close()
        }
      })
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

test('the session cookie is read by no script and sent by no other site', () => {
  expect(sessionCookie({ secure: true }).keep('cds_x')).toBe(
    '__Host-caudal=cds_x; Max-Age=43200; Path=/; HttpOnly; SameSite=Strict; Secure',
  )
  // A browser would not keep a Secure cookie of http://127.0.0.1 everywhere.
  expect(sessionCookie({ secure: false }).keep('cds_x')).toBe(
    'caudal=cds_x; Max-Age=43200; Path=/; HttpOnly; SameSite=Strict',
  )
})

/** A caller who writes an address of his own into the header is still himself to the limits. */
/** Each attempt with another name: the limit of one name would stop them whatever their address. */
async function checkForgedAddresses(here: TestServer): Promise<void> {
  const attempts = async (remoteAddress: string) => {
    const codes: number[] = []
    for (let at = 0; at < 14; at += 1) {
      const forwarded = { 'x-forwarded-for': `198.51.100.${at}`, 'x-forwarded-proto': 'https' }
      const name = `${remoteAddress} ${at}`
      codes.push((await signIn(here, remoteAddress, name, forwarded)).statusCode)
    }
    return codes
  }
  // what the declared proxy passes on is of many, what somebody else says of himself is of one
  expect(await attempts('10.0.0.2')).not.toContain(429)
  here.clock.advance(120)
  expect((await attempts('192.0.2.9')).at(-1)).toBe(429)
}

function signIn(
  here: TestServer,
  remoteAddress: string,
  name: string,
  headers: Record<string, string>,
) {
  return here.server.inject({
    method: 'POST',
    url: '/api/govern/sign-in',
    remoteAddress,
    headers: { host: 'datos.example', 'sec-fetch-site': 'same-origin', ...headers },
    payload: { name, password: 'wrong' },
  })
}

function over(port: number, options: object): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        host: '127.0.0.1',
        port,
        path: '/health',
        headers: { host: 'datos.example' },
        rejectUnauthorized: false,
        ...options,
      },
      (answer) => {
        answer.resume()
        resolve(answer.statusCode)
      },
    )
    asked.on('error', reject)
    asked.end()
  })
}

function plain(port: number): Promise<string> {
  return new Promise((resolve) => {
    let said = ''
    const socket = connect(port, '127.0.0.1', () =>
      socket.write('GET /health HTTP/1.1\r\nHost: datos.example\r\n\r\n'),
    )
    socket.on('data', (chunk) => (said += chunk.toString('latin1')))
    socket.on('error', () => resolve(said))
    socket.on('close', () => resolve(said))
  })
}
