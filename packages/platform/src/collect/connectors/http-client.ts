import { setTimeout as wait } from 'node:timers/promises'
import { createHash } from 'node:crypto'
import { open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fetchWithin } from './follow-within.ts'
import { sourceRefusals } from './refusals.ts'

/** What the client asks of its surroundings; a test gives its own. */
export interface HttpOptions {
  readonly fetch: typeof fetch
  /** Where a source may send the node on, besides its own host: beginnings of addresses. */
  readonly places: readonly string[]
  /** Folder in which answers are kept beside their tags. */
  readonly folder: string
  /** Milliseconds before the first new attempt; doubled for each further one. */
  readonly patienceMs: number
}

/** Attempts before a source is given up. */
const attempts = 5
/** A page of figures is never longer: one is held in memory at a time. */
export const mostBytes = 32 * 2 ** 20
const timeoutMs = 60_000
const downloadMs = 30 * 60_000

interface Kept {
  readonly tag: string | null
  readonly body: string
}

/**
 * The text of an answer. An answer that was kept is asked for by its tag, and used again where the
 * source says that it has not changed. Errors of the network and of the server are tried again;
 * one that was cut short is asked for from where it broke off, where the source allows.
 *
 * @throws {Refusal} collect.source-unreachable, collect.source-refuses, collect.source-too-long,
 *   collect.source-leads-away
 */
export async function fetchText(address: string, options: HttpOptions): Promise<string> {
  const place = join(
    options.folder,
    `${createHash('sha256').update(address).digest('hex').slice(0, 24)}.json`,
  )
  const kept = await readKept(place)
  const { host } = new URL(address)
  let parts: Buffer[] = []
  let received = 0
  let tag: string | null = null
  let reason = ''
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (attempt > 0) await wait(options.patienceMs * 2 ** (attempt - 1))
    try {
      const resumes = received > 0 && tag !== null
      const asked = {
        signal: AbortSignal.timeout(timeoutMs),
        headers: {
          accept: 'application/json',
          ...(kept?.tag && !resumes ? { 'if-none-match': kept.tag } : {}),
          ...(resumes ? { range: `bytes=${received}-`, 'if-range': tag! } : {}),
        },
      }
      const response = await fetchWithin(options.fetch, address, asked, options)
      if (response.status === 304 && kept !== undefined) return kept.body
      if (response.status === 429 || response.status >= 500) {
        reason = `HTTP ${response.status}`
        await response.body?.cancel()
        continue
      }
      if (!response.ok) {
        throw sourceRefusals.refuse('source-refuses', { host, status: response.status })
      }
      if (response.status !== 206) {
        parts = []
        received = 0
      }
      tag = response.headers.get('etag')
      for await (const chunk of response.body ?? []) {
        parts.push(Buffer.from(chunk as Uint8Array))
        received += (chunk as Uint8Array).length
        if (received > mostBytes) {
          throw sourceRefusals.refuse('source-too-long', {
            source: host,
            most: mostBytes / 2 ** 20,
          })
        }
      }
      const body = Buffer.concat(parts).toString('utf8')
      await keep(place, { tag, body })
      return body
    } catch (error) {
      if ((error as Error).name === 'Refusal') throw error
      reason = String((error as Error).message)
    }
  }
  throw sourceRefusals.refuse('source-unreachable', { host, reason })
}

/**
 * Downloads a file to the disk as it comes, so that its length costs no memory. A file that was kept is
 * used again where the source says that it has not changed; a download that broke off goes on from there.
 *
 * @returns path of the file in the folder
 * @throws {Refusal} collect.source-unreachable, collect.source-refuses, collect.source-leads-away
 */
export async function fetchFile(
  address: string,
  name: string,
  options: HttpOptions,
): Promise<string> {
  const place = join(options.folder, name)
  const part = `${place}.part`
  const { host } = new URL(address)
  const kept = await readFile(`${place}.tag`, 'utf8').catch(() => null)
  let tag: string | null = null
  let reason = ''
  await rm(part, { force: true })
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (attempt > 0) await wait(options.patienceMs * 2 ** (attempt - 1))
    try {
      const received = await stat(part).then(
        ({ size }) => size,
        () => 0,
      )
      const resumes = received > 0 && tag !== null
      const asked = {
        signal: AbortSignal.timeout(downloadMs),
        headers: {
          ...(kept !== null && !resumes ? { 'if-none-match': kept } : {}),
          ...(resumes ? { range: `bytes=${received}-`, 'if-range': tag! } : {}),
        },
      }
      const response = await fetchWithin(options.fetch, address, asked, options)
      if (response.status === 304) return place
      if (response.status === 429 || response.status >= 500) {
        reason = `HTTP ${response.status}`
        await response.body?.cancel()
        continue
      }
      if (!response.ok || response.body === null) {
        throw sourceRefusals.refuse('source-refuses', { host, status: response.status })
      }
      tag = response.headers.get('etag')
      const file = await open(part, response.status === 206 ? 'a' : 'w', 0o600)
      try {
        // What has come before the line breaks is on the disk by then.
        for await (const chunk of response.body) await file.writeFile(chunk as Uint8Array)
      } finally {
        await file.close()
      }
      await rename(part, place)
      await (tag === null ? rm(`${place}.tag`, { force: true }) : writeFile(`${place}.tag`, tag))
      return place
    } catch (error) {
      if ((error as Error).name === 'Refusal') throw error
      reason = String((error as Error).message)
    }
  }
  throw sourceRefusals.refuse('source-unreachable', { host, reason })
}

async function readKept(place: string): Promise<Kept | undefined> {
  const text = await readFile(place, 'utf8').catch(() => undefined)
  return text === undefined ? undefined : (JSON.parse(text) as Kept)
}

/** Whole or not at all: a killed process leaves no half answer. */
async function keep(place: string, kept: Kept): Promise<void> {
  await writeFile(`${place}.part`, JSON.stringify(kept), { mode: 0o600 })
  await rename(`${place}.part`, place)
}
