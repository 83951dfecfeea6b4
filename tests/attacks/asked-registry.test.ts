import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { type Lock, lockedComponents } from '../../scripts/locked-components.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock
const day = 86_400_000
const daysAgo = (days: number) => new Date(Date.now() - days * day).toISOString()

interface Weakness {
  readonly id: number
  readonly url: string
  readonly title: string
  readonly severity: string
  readonly vulnerable_versions: string
}

/** What a registry that stands for another answers; nothing of it leaves this machine. */
interface Registry {
  /** What it says to the question for weaknesses: them by library, or the status with which it refuses. */
  readonly weak: Readonly<Record<string, readonly Weakness[]>> | number
  /** A version newer than the one that is locked, and since when it is there, by library. */
  readonly newer?: Readonly<Record<string, { readonly version: string; readonly since: string }>>
}

/** Runs the check of libraries against a registry, as `npm run check -- libraries` does. */
async function checkAgainst({ weak, newer = {} }: Registry) {
  const asked: string[] = []
  const versions = new Map<string, Set<string>>()
  for (const [path, entry] of Object.entries(lock.packages)) {
    const name = entry.name ?? path.split('node_modules/').at(-1)!
    if (entry.version === undefined || path === '') continue
    versions.set(name, (versions.get(name) ?? new Set()).add(entry.version))
  }
  const answer = (request: IncomingMessage, response: ServerResponse, body: Buffer) => {
    const send = (status: number, content: object) =>
      response
        .writeHead(status, { 'content-type': 'application/json' })
        .end(JSON.stringify(content))
    if (request.method === 'POST') {
      if (typeof weak === 'number') return send(weak, {})
      const text = request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body
      asked.push(...Object.keys(JSON.parse(text.toString()) as object))
      return send(200, weak)
    }
    const name = decodeURIComponent(new URL(request.url!, 'http://localhost').pathname.slice(1))
    const known = [...(versions.get(name) ?? [])]
    if (known.length === 0) return send(404, {})
    const more = newer[name]
    const all = [...known, ...(more === undefined ? [] : [more.version])]
    return send(200, {
      name,
      'dist-tags': { latest: all.at(-1) },
      versions: Object.fromEntries(
        all.map((version) => [version, { name, version, dist: { tarball: 'http://localhost/' } }]),
      ),
      time: Object.fromEntries([
        ...known.map((version) => [version, daysAgo(1000)]),
        ...(more === undefined ? [] : [[more.version, more.since]]),
      ]),
    })
  }
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => answer(request, response, Buffer.concat(parts)))
  })
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const cache = mkdtempSync(join(tmpdir(), 'caudal-registry-'))
  try {
    const words = ['--import', 'tsx', 'scripts/components.ts', '--check']
    const child = spawn(process.execPath, words, {
      cwd: root,
      env: {
        ...process.env,
        npm_config_registry: `http://127.0.0.1:${port}/`,
        npm_config_cache: cache,
        npm_config_fetch_retries: '0',
        npm_config_audit: 'true',
      },
    })
    let said = ''
    child.stdout.on('data', (part: Buffer) => void (said += part.toString()))
    child.stderr.on('data', (part: Buffer) => void (said += part.toString()))
    const code = await new Promise<number | null>((done) => void child.on('close', done))
    return { code, said, asked }
  } finally {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
    rmSync(cache, { recursive: true, force: true })
  }
}

const fastify: Weakness = {
  id: 1,
  url: 'https://advisories.example/GHSA-test-1',
  title: 'Something weak',
  severity: 'high',
  vulnerable_versions: '>=0.0.0',
}

test('A registry that answers is held against the times: nothing weak and nothing overdue passes', async () => {
  const { code, said, asked } = await checkAgainst({ weak: {} })
  expect(said).toContain('known weaknesses: 0')
  expect(said).toContain(' 0 of them with a newer version')
  expect(code).toBe(0)
  // each library of a node was asked about, those that nobody names as well
  const own = lockedComponents(lock).filter(({ build }) => !build)
  expect(own.filter(({ name }) => !asked.includes(name)).map(({ name }) => name)).toEqual([])
}, 120_000)

test('A weakness that nobody has looked at, and an update that is overdue, fail the check by name', async () => {
  const { code, said } = await checkAgainst({
    weak: { fastify: [fastify] },
    newer: {
      zod: { version: '4.999.0', since: daysAgo(200) },
      fastify: { version: '5.999.0', since: daysAgo(3) },
    },
  })
  expect(code).toBe(1)
  expect(said).toMatch(/fastify: GHSA-test-1 is new\. Update it, or enter/)
  expect(said).toMatch(/^zod \S+: a newer version is there for 200 days; 92 are allowed\.$/m)
  // one that came out three days ago is told and breaches nothing
  expect(said).not.toMatch(/^fastify \S+: a newer version/m)
  expect(said).toContain(' 2 of them with a newer version')
  expect(said).toContain('known weaknesses: 1')
}, 120_000)

test.each([405, 500])(
  'A registry that does not tell weaknesses (%i) fails the check and is told',
  async (weak) => {
    const { code, said } = await checkAgainst({ weak })
    expect(code).toBe(1)
    expect(said).toContain(`Nobody said which weaknesses are known (HTTP ${weak})`)
    expect(said).toContain('known weaknesses: not told')
  },
  120_000,
)
