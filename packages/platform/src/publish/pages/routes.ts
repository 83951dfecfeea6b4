import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { languages, type Language } from '@caudal/methods/vocabulary'
import { publicReading } from '../../govern/access-of-routes.ts'
import type { CaudalNode } from '../../store/index.ts'
import { readArchiveQuery } from './release-archive.ts'
import { createSitePages, type BakedPage } from './service.ts'
import { warmProfiles } from './warm-profiles.ts'

/** The pages of the site that are whole without a script, each under every language. */
export function addSitePages(server: FastifyInstance, node: CaudalNode, portal: string): void {
  const warned = new Set<string>()
  const pages = createSitePages(node, {
    portal,
    warn(fault) {
      if (warned.has(fault)) return
      warned.add(fault)
      server.log.warn(fault)
    },
  })

  // The first readers find their pages ready.
  const closing = new AbortController()
  let warming = Promise.resolve()
  const warn = (fault: unknown) => server.log.warn(fault)
  server.addHook('onListen', async () => {
    for (const language of languages) await pages.home(language).catch(warn)
    warming = warmProfiles(pages, closing.signal, warn)
  })
  server.addHook('preClose', async () => {
    closing.abort()
    await warming
  })

  for (const language of languages) {
    const serve = (
      path: string,
      find: (parameters: Record<string, string>) => Promise<BakedPage | undefined>,
    ) => {
      server.get<{ Params: Record<string, string> }>(
        `/${language}${path}`,
        publicReading,
        async (request, reply) => {
          const page = await find(request.params)
          if (page === undefined) {
            return send(request, reply.code(404), language, await pages.nothing(language))
          }
          return send(request, reply, language, page)
        },
      )
    }
    serve('', () => pages.home(language))
    serve('/', () => pages.home(language))
    serve('/offline', () => pages.offline(language))
    serve('/countries', () => pages.countries(language))
    serve('/goals', () => pages.goals(language))
    serve('/countries/:code/municipalities', ({ code }) => pages.municipalities(code!, language))
    serve('/countries/:code/municipalities/:place', ({ code, place }) =>
      pages.municipality(code!, place!, language),
    )
    server.get<{ Params: Record<string, string> }>(
      `/${language}/countries/:code/returns/:sheet`,
      publicReading,
      async (request, reply) => {
        const { code = '', sheet = '' } = request.params
        const [month = '', format = 'html'] = sheet.split('.', 2)
        if (format === 'pdf') {
          const pdf = await pages.sheetPdf(code, month, language)
          if (pdf !== undefined) return reply.header('content-type', 'application/pdf').send(pdf)
        }
        const page =
          format === 'svg' || format === 'html'
            ? await pages.sheet(code, month, format, language)
            : undefined
        if (page === undefined) {
          return send(request, reply.code(404), language, await pages.nothing(language))
        }
        return send(
          request,
          reply,
          language,
          page,
          format === 'svg' ? 'image/svg+xml' : 'text/html',
        )
      },
    )
    server.get(`/${language}/releases`, publicReading, async (request, reply) => {
      const asked = readArchiveQuery(request.query as Record<string, unknown>)
      return send(request, reply, language, await pages.releases(asked, language))
    })
    for (const place of ['', '/countries/:code']) {
      server.get<{ Params: { code?: string } }>(
        `/${language}${place}/releases.atom`,
        publicReading,
        async (request, reply) => {
          const origin = `${request.protocol}://${request.host}`
          const feed = await pages.feed(origin, language, request.params.code)
          if (feed === undefined) {
            return send(request, reply.code(404), language, await pages.nothing(language))
          }
          const tag = createHash('sha256').update(feed).digest('hex').slice(0, 24)
          return send(request, reply, language, { tag, html: feed }, 'application/atom+xml')
        },
      )
    }
    serve('/capacity', () => pages.capacities(language))
    serve('/capacity/:code', ({ code }) => pages.capacity(code!, language))
    serve('/glossary', () => pages.glossary(language))
    serve('/learn', () => pages.courses(language))
    serve('/learn/:id', ({ id }) => pages.course(id!, language))
    serve('/themes', () => pages.themes(language))
    serve('/themes/:id', ({ id }) => pages.theme(id!, language))
    serve('/countries/:code', ({ code }) => pages.country(code!, language))
  }
}

function send(
  request: FastifyRequest,
  reply: FastifyReply,
  language: Language,
  { tag, html }: BakedPage,
  type = 'text/html',
): FastifyReply {
  const entityTag = `W/"${tag}"`
  reply
    .header('content-type', `${type}; charset=utf-8`)
    .header('content-language', language)
    .header('cache-control', 'public, no-cache')
    .header('etag', entityTag)
    .header('vary', 'accept-encoding')
  const known = (request.headers['if-none-match'] ?? '').split(',').map((each) => each.trim())
  return known.includes(entityTag) ? reply.code(304).send() : reply.send(html)
}
