import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { Secret, TOTP } from 'otpauth'
import type { Role } from '@caudal/methods/govern'
import { invite } from '../../govern/accounts/administration.ts'
import {
  openAccounts,
  type AccountEvent,
  type Accounts,
  type ProviderSettings,
} from '../../govern/accounts/index.ts'
import { createPasswordHasher } from '../../govern/accounts/password-hasher.ts'
import { addVersion, findDocument } from '../../govern/registers/documents.ts'
import type { CaudalNode } from '../../store/index.ts'
import type { MailSettings } from '../../publish/alerts/mail-settings.ts'
import type { Reach } from './reach.ts'
import { createServer } from './server.ts'

export const testPassword = 'tres ceibas junto al lago'

/** A clock that a test sets. */
export interface TestClock {
  now(): Date
  advance(seconds: number): void
}

export function testClock(start = '2026-11-28T12:00:00Z'): TestClock {
  let at = Date.parse(start)
  return {
    now: () => new Date(at),
    advance(seconds) {
      at += seconds * 1000
    },
  }
}

/** A whole server as `caudal start` makes it, without a network, with cheap hashes and a clock. */
export interface TestServer {
  readonly node: CaudalNode
  readonly server: FastifyInstance
  readonly accounts: Accounts
  readonly clock: TestClock
  readonly events: readonly AccountEvent[]
  /** A browser that nobody has used yet. */
  browser(): TestBrowser
  /** Invites a person and follows the link to its end. */
  enrol(name: string, roles: readonly Role[], place?: Place): Promise<Enrolled>
  close(): Promise<void>
}

interface Place {
  readonly institution?: string
  readonly country?: string
}

export interface Enrolled {
  readonly id: string
  readonly name: string
  readonly browser: TestBrowser
  readonly recoveryCodes: readonly string[]
  /** The code that the person's app shows now. */
  code(): string
}

export async function openTestServer(
  node: CaudalNode,
  {
    reach,
    provider,
    accounts: given,
    mail,
    start,
    logLevel = 'silent',
  }: {
    reach?: Reach
    provider?: ProviderSettings
    accounts?: Partial<Accounts>
    mail?: MailSettings
    /** What the clock shows at first, ISO instant. */
    start?: string
    logLevel?: 'silent' | 'info'
  } = {},
): Promise<TestServer> {
  const clock = testClock(start)
  const events: AccountEvent[] = []
  const accounts: Accounts = {
    ...openAccounts(node, {
      now: () => clock.now(),
      hasher: createPasswordHasher({ cost: { memoryKiB: 64, passes: 1 } }),
      note: async (event) => void events.push(event),
    }),
    ...given,
  }
  const portal = mkdtempSync(join(tmpdir(), 'caudal-pages-'))
  writeFileSync(join(portal, 'index.html'), '<!doctype html><html lang="es"><title>Caudal</title>')
  mkdirSync(join(portal, 'assets'))
  writeFileSync(join(portal, 'assets', 'main-1a2b3c.js'), 'export {}')
  const server = await createServer(node, {
    portal,
    logLevel,
    accounts,
    ...(reach === undefined ? {} : { reach }),
    ...(provider === undefined ? {} : { provider }),
    ...(mail === undefined ? {} : { mail }),
  })
  const browser = () => new TestBrowser(server)

  return {
    node,
    server,
    accounts,
    clock,
    events,
    browser,
    async enrol(name, roles, place = {}) {
      const { institution: works, country } = place
      if (works !== undefined && !(await findDocument(node.register, 'institution', works))) {
        const content = { name: `Institution ${works}`, country, contact: 'nobody@example.org' }
        await addVersion(node.register, 'institution', works, content, 0, 'test')
      }
      const { secret, account } = await invite(accounts, null, {
        name,
        shownName: name,
        language: 'en',
        roles,
        ...place,
      })
      const used = browser()
      await used.post('/api/govern/sign-in/link', { link: secret })
      const offered = await used.post('/api/govern/enrolment/authenticator', {})
      const { key, wrapped } = offered.json<{ key: string; wrapped: string }>()
      const code = () => codeOf(key, clock.now())
      const done = await used.post('/api/govern/enrolment', {
        password: testPassword,
        wrapped,
        code: code(),
      })
      if (done.statusCode !== 200) throw new Error(done.body)
      const { recoveryCodes } = done.json<{ recoveryCodes: string[] }>()
      return { id: account.id, name, browser: used, recoveryCodes, code }
    },
    async close() {
      await server.close()
      rmSync(portal, { recursive: true, force: true })
    },
  }
}

export function codeOf(key: string, at: Date): string {
  return new TOTP({ secret: Secret.fromBase32(key.replaceAll(' ', '')) }).generate({
    timestamp: at.getTime(),
  })
}

/** What a browser does of itself: keeps the cookie, says where a request comes from. */
export class TestBrowser {
  readonly #server: FastifyInstance
  cookie: string | undefined

  constructor(server: FastifyInstance) {
    this.#server = server
  }

  get(url: string) {
    return this.send({ method: 'GET', url })
  }

  post(url: string, payload: object = {}) {
    return this.send({ method: 'POST', url, payload })
  }

  put(url: string, payload: object) {
    return this.send({ method: 'PUT', url, payload })
  }

  patch(url: string, payload: object) {
    return this.send({ method: 'PATCH', url, payload })
  }

  delete(url: string) {
    return this.send({ method: 'DELETE', url })
  }

  async send({ headers, ...request }: InjectOptions): Promise<LightMyRequestResponse> {
    const answer = await this.#server.inject({
      ...request,
      headers: Object.fromEntries(
        Object.entries({
          host: 'localhost',
          'sec-fetch-site': 'same-origin',
          cookie: this.cookie ?? '',
          ...headers,
        }).filter(([, value]) => value !== ''),
      ),
    })
    const set = answer.headers['set-cookie']
    if (typeof set === 'string' && !set.includes('-journey=')) {
      const [pair] = set.split(';')
      this.cookie = pair!.endsWith('=') ? undefined : pair!
    }
    return answer
  }

  /** Signs in with both steps. */
  async signIn({ name, code }: Pick<Enrolled, 'name' | 'code'>): Promise<LightMyRequestResponse> {
    const first = await this.post('/api/govern/sign-in', { name, password: testPassword })
    if (first.statusCode !== 200) return first
    return this.post('/api/govern/sign-in/code', { code: code() })
  }
}
