import { Readable, pipeline } from 'node:stream'
import { promisify } from 'node:util'
import { createGzip, gzip, gzipSync, type ZlibOptions } from 'node:zlib'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { errorJson, errorXml, sdmxErrorOf, sdmxRefusals } from '@caudal/methods/exchange'
import { isLanguage, Refusal, type Language } from '@caudal/methods/vocabulary'
import { publicReading } from '../govern/access-of-routes.ts'
import type { CaudalNode } from '../store/index.ts'
import { KeptAnswers } from './kept-answers.ts'
import { createSdmxService, type SdmxService, type SdmxServiceOptions } from './service.ts'

const versions = [1, 2] as const
const gzipOf = promisify(gzip)

/** Memory for answers that are kept, and characters up to which an answer is sent in one piece. */
const keptBytes = 8 * 2 ** 20
const wholeLength = 512 * 1024

/** `/sdmx/v1` (SDMX REST 1.5) and `/sdmx/v2` (SDMX REST 2.2). */
export function addExchangeRoutes(
  server: FastifyInstance,
  node: CaudalNode,
  options: SdmxServiceOptions = {},
): void {
  const service = createSdmxService(node, options)
  const kept = new KeptAnswers(keptBytes)
  const stopped = new AbortController()
  server.addHook('onClose', () => stopped.abort())
  service
    .warm(stopped.signal)
    .catch((error: unknown) => server.log.warn({ err: error }, 'figures not made yet'))
  for (const version of versions) {
    // What is refused before the service is asked: by a hook of the server, or its parser.
    const errorHandler = (error: Error, request: FastifyRequest, reply: FastifyReply): void => {
      if (!(error instanceof Refusal) || error.status !== 400) {
        void reply.send(error)
        return
      }
      const { reason } = error.details
      const refusal = sdmxRefusals.refuse('url-malformed', {
        reason: typeof reason === 'string' ? reason : error.code,
      })
      void answerError(refusal, version, request, reply)
    }
    for (const url of [`/sdmx/v${version}`, `/sdmx/v${version}/*`]) {
      server.route({
        method: ['GET', 'HEAD'],
        url,
        ...publicReading,
        exposeHeadRoute: false,
        errorHandler,
        handler: (request, reply) => answer(service, kept, version, request, reply),
      })
      server.options(url, publicReading, (_request, reply) =>
        openToAll(reply)
          .header('access-control-allow-methods', 'GET, HEAD, OPTIONS')
          .header(
            'access-control-allow-headers',
            'accept, accept-language, if-none-match, if-modified-since',
          )
          .header('access-control-max-age', '86400')
          .code(204)
          .send(),
      )
      server.route({
        method: ['POST', 'PUT', 'PATCH', 'DELETE'],
        url,
        ...publicReading,
        errorHandler,
        // Before a body is read: nothing is taken in here.
        onRequest: (request, reply) => {
          const refusal = sdmxRefusals.refuse('not-implemented', {
            resource: request.method,
            offered: 'GET',
          })
          void answerError(refusal, version, request, reply)
        },
        handler: (_request, reply) => reply,
      })
    }
  }
}

async function answer(
  service: SdmxService,
  kept: KeptAnswers,
  restVersion: 1 | 2,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  openToAll(reply)
  try {
    const entry = `/sdmx/v${restVersion}`
    const given = await service.answer({
      restVersion,
      // The address as it came: a parser of forms would take `+` for a space.
      address: (request.raw.url ?? entry).slice(entry.length),
      accept: request.headers.accept,
      languages: languagesOf(request),
      serviceUrl: `${request.protocol}://${request.host}${entry}`,
    })
    const modified = new Date(Math.floor(given.lastModified / 1000) * 1000)
    reply
      // Weak, because the same content travels under several encodings.
      .header('etag', `W/"${given.tag}"`)
      .header('last-modified', modified.toUTCString())
      .header('cache-control', 'public, no-cache')
      .header('content-language', given.language)
    if (knowsTag(request, given.tag)) return await reply.code(304).send()
    if (isUnmodified(request, modified)) {
      // A date tells nothing of the question: whether there is an answer at all is seen first.
      await (await given.write())[Symbol.asyncIterator]().return?.()
      return await reply.code(304).send()
    }
    reply.header('content-type', given.contentType)
    const packs = takesGzip(request)
    if (packs) reply.header('content-encoding', 'gzip')
    const key = `${given.tag} ${packs ? 'gzip' : ''}`
    const known = kept.find(key)
    if (known) return await sendBody(request, reply, known)
    const pieces = (await given.write())[Symbol.asyncIterator]()
    const head = await headOf(pieces)
    if (head.isWhole) {
      const plain = Buffer.from(head.text)
      const body = packs ? await packed(plain) : plain
      kept.keep(key, body)
      return await sendBody(request, reply, body)
    }
    if (request.method === 'HEAD') {
      await pieces.return?.()
      return await reply.send()
    }
    const body = Readable.from(following(head.text, pieces), { objectMode: false })
    if (!packs) return await reply.send(body)
    const packing = createGzip({ level: 5 })
    pipeline(body, packing, () => {
      // What fails on the way breaks the connection: the reader must not take it for whole.
    })
    return await reply.send(packing)
  } catch (error) {
    return answerError(error, restVersion, request, reply)
  }
}

/**
 * How short answers are packed: a packer of the usual window takes a quarter of a megabyte for itself
 * at every answer, which costs more time than it saves bytes of figures that repeat each other nearby;
 * and the lightest effort packs them as small as twice the time does.
 */
const shortPacking: ZlibOptions = { level: 1, windowBits: 12, memLevel: 6, chunkSize: 32_768 }

/**
 * Bytes up to which packing takes less time than the way to another thread and back. What is longer is packed
 * there, where it keeps nobody waiting: the thread that answers has more to do than any other.
 */
const packedAtOnce = 4 * 1024

async function packed(plain: Buffer): Promise<Buffer> {
  return plain.length <= packedAtOnce ? gzipSync(plain, shortPacking) : gzipOf(plain, shortPacking)
}

/** The first pieces of an answer; all of them where it is short. */
async function headOf(
  pieces: AsyncIterator<string>,
): Promise<{ readonly text: string; readonly isWhole: boolean }> {
  let text = ''
  while (text.length < wholeLength) {
    const { value, done } = await pieces.next()
    if (done === true) return { text, isWhole: true }
    text += value
  }
  return { text, isWhole: false }
}

async function* following(head: string, rest: AsyncIterator<string>): AsyncGenerator<string> {
  try {
    yield head
    for (;;) {
      const { value, done } = await rest.next()
      if (done === true) return
      yield value
    }
  } finally {
    await rest.return?.()
  }
}

function sendBody(request: FastifyRequest, reply: FastifyReply, body: Buffer): FastifyReply {
  return request.method === 'HEAD'
    ? reply.header('content-length', body.length).send()
    : reply.send(body)
}

/**
 * Answers what the server could not route, such as an address with a broken percent code, in the
 * words of the standard; undefined where the address is not of these services.
 */
export function answerUnroutable(
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply | undefined {
  const match = /^\/sdmx\/v([12])(?:[/?]|$)/.exec(request.raw.url ?? '')
  if (!match) return undefined
  const refusal = sdmxRefusals.refuse('url-malformed', { reason: '%' })
  return answerError(refusal, match[1] === '1' ? 1 : 2, request, reply)
}

function answerError(
  error: unknown,
  restVersion: 1 | 2,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const refusal = asRefusal(error)
  const { code, status } = sdmxErrorOf(refusal, restVersion)
  if (status >= 500 && status !== 501) request.log.error({ err: error }, 'request failed')
  openToAll(reply)
  for (const name of ['etag', 'last-modified', 'content-encoding']) reply.removeHeader(name)
  // Version 2 takes a lack of results for a healthy state.
  if (restVersion === 2 && refusal.code === 'sdmx.no-results' && isFound(refusal)) {
    return reply.code(204).removeHeader('content-type').send()
  }
  const [language] = languagesOf(request)
  const accept = request.headers.accept ?? ''
  const isXml = restVersion === 1 ? !accept.includes('json') : accept.includes('xml')
  const now = `${new Date().toISOString().slice(0, 19)}Z`
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .header('content-language', language!)
    .header('content-type', isXml ? 'application/xml' : 'application/json')
    .send(Buffer.from(isXml ? errorXml(refusal, code, language!) : errorJson(refusal, code, now)))
}

const isFound = (refusal: Refusal) => refusal.details['of'] !== 'nothing'

function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) {
    if (error.code.startsWith('sdmx.')) return error
    if (error.status === 503) return sdmxRefusals.refuse('busy')
  }
  return sdmxRefusals.refuse('own-fault')
}

/** Whatever page asks may read the answer, an error included. */
function openToAll(reply: FastifyReply): FastifyReply {
  return reply
    .header('access-control-allow-origin', '*')
    .header(
      'access-control-expose-headers',
      'content-language, content-type, etag, last-modified, vary',
    )
    .header('cross-origin-resource-policy', 'cross-origin')
    .header('vary', 'accept, accept-encoding, accept-language')
}

function knowsTag(request: FastifyRequest, tag: string): boolean {
  const known = request.headers['if-none-match']
  const tags = known?.split(',').map((each) => each.trim().replace(/^W\//, '')) ?? []
  return tags.includes('*') || tags.includes(`"${tag}"`)
}

/** A date counts where no tag was sent. @see RFC 9110, section 13.1.3 */
function isUnmodified({ headers }: FastifyRequest, modified: Date): boolean {
  const since = headers['if-modified-since']
  if (since === undefined || headers['if-none-match'] !== undefined) return false
  return Date.parse(since) >= modified.getTime()
}

function takesGzip(request: FastifyRequest): boolean {
  const encodings = String(request.headers['accept-encoding'] ?? '')
  return /\b(?:x-)?gzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(encodings)
}

/** Languages that a reader prefers, of those that are spoken here; English where none is. */
function languagesOf(request: FastifyRequest): Language[] {
  const asked = (request.headers['accept-language'] ?? '')
    .slice(0, 1000)
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.trim().split(';')
      const quality = rest.map((each) => /^\s*q=([\d.]+)$/.exec(each)?.[1]).find(Boolean)
      return { language: tag.trim().toLowerCase().split('-')[0]!, quality: Number(quality ?? 1) }
    })
    .filter(({ quality }) => quality > 0)
    .toSorted((a, b) => b.quality - a.quality)
    .map(({ language }) => language)
    .filter(isLanguage)
  return [...new Set<Language>([...asked, 'en'])]
}
