import { createWriteStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { setTimeout } from 'node:timers/promises'
import { Refusal } from '@caudal/methods/vocabulary'
import { fetchWithin } from '../../collect/connectors/follow-within.ts'
import { exchangeRefusals } from '../command-refusals.ts'

export interface FetchLimits {
  readonly mostBytes: number
  /** Milliseconds without a byte after which the service is given up. */
  readonly patience: number
  /** Attempts, the first included. */
  readonly attempts: number
  /** Milliseconds before the second attempt; each further one waits twice as long. */
  readonly pause: number
}

export const ordinaryLimits: FetchLimits = {
  mostBytes: 2 * 2 ** 30,
  patience: 60_000,
  attempts: 4,
  pause: 1_000,
}

/** A message that was received whole, or none because there is nothing new. */
export type Fetched =
  | { readonly outcome: 'received'; readonly tag: string | undefined; readonly bytes: number }
  | { readonly outcome: 'unchanged' | 'empty' }

/** Formats asked for: first those that are read without their structure. */
const dataFormats = [
  'application/vnd.sdmx.data+csv;version=2.0.0',
  'application/vnd.sdmx.data+csv;version=1.0.0;q=0.9',
  'application/vnd.sdmx.data+json;version=2.0.0;q=0.8',
  'application/vnd.sdmx.data+json;version=1.0;q=0.7',
  'application/vnd.sdmx.genericdata+xml;version=2.1;q=0.6',
  '*/*;q=0.1',
].join(', ')

/**
 * Fetches a message into a file, within limits. A transfer that broke off goes on where it ended, if
 * the service can and the message is still the same; a busy service is asked again, not forever.
 *
 * @param known tag of the message that is already held
 * @param accept formats asked for, the best first; those of data where absent
 * @throws Refusal `collect.source-leads-away`, `exchange.service-unreachable`, `exchange.service-refused`, `exchange.answer-too-long`
 */
export async function fetchMessage(
  url: string,
  file: string,
  known: string | undefined,
  limits: FetchLimits,
  accept = dataFormats,
): Promise<Fetched> {
  let tag: string | undefined
  await rm(file, { force: true })
  for (let attempt = 1; ; attempt++) {
    const held = tag === undefined ? 0 : await sizeOf(file)
    const watch = new Patience(limits.patience)
    let reason: string
    try {
      const asked = {
        headers: {
          accept,
          ...(held > 0 && tag !== undefined
            ? { range: `bytes=${held}-`, 'if-range': tag, 'accept-encoding': 'identity' }
            : known !== undefined && { 'if-none-match': known }),
        },
        signal: watch.signal,
      }
      const answer = await fetchWithin(fetch, url, asked, { places: [] })
      if (answer.status === 304) return { outcome: 'unchanged' }
      if (answer.status === 204 || answer.status === 404) return { outcome: 'empty' }
      if (answer.ok && answer.body) {
        tag = strong(answer.headers.get('etag'))
        const from = answer.status === 206 ? held : 0
        const bytes = await save(answer.body, file, from, limits, watch)
        return { outcome: 'received', tag: answer.headers.get('etag') ?? undefined, bytes }
      }
      await answer.body?.cancel()
      reason = `HTTP ${answer.status}`
      const isPassing = answer.status === 429 || answer.status >= 500
      if (!isPassing || answer.status === 501) {
        throw exchangeRefusals.refuse('service-refused', { url: short(url), status: answer.status })
      }
    } catch (error) {
      if (error instanceof Refusal) throw error
      reason = watch.signal.aborted ? `> ${limits.patience / 1000} s` : causeOf(error)
    } finally {
      watch.end()
    }
    if (attempt >= limits.attempts) {
      throw exchangeRefusals.refuse('service-unreachable', { url: short(url), reason })
    }
    await setTimeout(limits.pause * 2 ** (attempt - 1))
  }
}

async function save(
  body: ReadableStream<Uint8Array>,
  file: string,
  from: number,
  { mostBytes }: FetchLimits,
  watch: Patience,
): Promise<number> {
  let bytes = from
  let broken: unknown
  // what came before the line broke is written whole, so that the next attempt goes on from there
  const pieces = async function* () {
    try {
      for await (const piece of body) {
        watch.renew()
        bytes += piece.length
        if (bytes > mostBytes) {
          const most = Math.floor(mostBytes / 2 ** 20)
          throw exchangeRefusals.refuse('answer-too-long', { most })
        }
        yield piece
      }
    } catch (error) {
      broken = error
    }
  }
  await pipeline(pieces(), createWriteStream(file, { flags: from > 0 ? 'a' : 'w', mode: 0o600 }))
  if (broken !== undefined) throw broken
  return bytes
}

/** Ends a request when nothing has come for a while. */
class Patience {
  readonly #controller = new AbortController()
  readonly #milliseconds: number
  #timer: NodeJS.Timeout

  constructor(milliseconds: number) {
    this.#milliseconds = milliseconds
    this.#timer = this.#start()
  }

  get signal(): AbortSignal {
    return this.#controller.signal
  }

  renew(): void {
    clearTimeout(this.#timer)
    this.#timer = this.#start()
  }

  end(): void {
    clearTimeout(this.#timer)
  }

  #start(): NodeJS.Timeout {
    return globalThis.setTimeout(() => this.#controller.abort(), this.#milliseconds)
  }
}

/** A tag by which two parts are surely of one message: a weak one does not tell. */
const strong = (tag: string | null) => (tag === null || tag.startsWith('W/') ? undefined : tag)

function causeOf(error: unknown): string {
  const { cause, message } = error as Error & { cause?: { code?: string; message?: string } }
  return cause?.code ?? cause?.message ?? message
}

async function sizeOf(file: string): Promise<number> {
  return stat(file).then(
    ({ size }) => size,
    () => 0,
  )
}

/** An address without what may be secret in it. */
export function short(url: string): string {
  return url
    .split('?')[0]!
    .replace(/\/\/[^/@]*@/, '//')
    .slice(0, 200)
}
