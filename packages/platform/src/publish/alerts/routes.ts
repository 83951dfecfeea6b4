import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { decideLanguage } from '@caudal/methods/vocabulary'
import { readerOf } from '../../govern/access-of-routes.ts'
import { readBody } from '../../govern/accounts/request-body.ts'
import type { CaudalNode } from '../../store/index.ts'
import type { PublishService } from '../service.ts'
import { feedPath } from './alert-feed.ts'
import { createMailer, type Mailer } from './mailer.ts'
import type { MailSettings } from './mail-settings.ts'
import { stopPath } from './send-due.ts'
import { createAlertService } from './service.ts'
import { renderStopPage } from './stop-page.ts'
import { createAlertWatch } from './watch.ts'

const own = { config: { access: { operation: 'govern.own-account', person: true } } } as const
/** Opened by a secret in the address: readers of feeds and of mails have no cookie. */
const signed = { config: { access: { open: 'signed' } }, bodyLimit: 2000 } as const

/** Seconds between two looks for releases that have come out. */
const watchSeconds = 20

const series = { cube: z.string().max(100), query: z.string().max(4000) }
const bodies = {
  nothing: z.strictObject({}),
  set: z.strictObject({
    ...series,
    name: z.string().max(120),
    kind: z.enum(['above', 'below', 'change']),
    threshold: z.number(),
    basis: z.enum(['previous', 'year']).nullable(),
  }),
  series: z.strictObject(series),
  mail: z.strictObject({ address: z.string().max(300) }),
  code: z.strictObject({ code: z.string().max(40) }),
}

export interface AlertRoutesOptions {
  readonly publish: PublishService
  readonly mail: MailSettings | undefined
  readonly now: () => Date
  /** The address by which people reach the node, where it has one; else the one it listens at. */
  readonly address: string | undefined
}

/** Thresholds on series: `/api/publish/alerts`; the feeds and the ends of their mails. */
export function addAlertRoutes(
  server: FastifyInstance,
  node: CaudalNode,
  { publish, mail, now, address }: AlertRoutesOptions,
): void {
  const mailer: Mailer | undefined = mail && createMailer(mail)
  const service = createAlertService(node, { publish, mailer, now })
  watchReleases(server, node, { publish, mailer, now, address })

  server.get('/api/publish/alerts', own, async (request) =>
    service.list(await readerOf(request)(), languageOf(request)),
  )
  server.post('/api/publish/alerts', own, async (request, reply) => {
    const given = readBody(bodies.set, request.body)
    const actor = await readerOf(request)()
    return reply.code(201).send(await service.set(actor, given, languageOf(request)))
  })
  server.delete<{ Params: { id: string } }>(
    '/api/publish/alerts/:id',
    own,
    async (request, reply) => {
      await service.remove(await readerOf(request)(), request.params.id)
      return reply.code(204).send()
    },
  )
  server.post('/api/publish/alerts/series', own, async (request) => {
    const given = readBody(bodies.series, request.body)
    return service.preview(await readerOf(request)(), given, languageOf(request))
  })
  server.post('/api/publish/alerts/feed', own, async (request) => {
    readBody(bodies.nothing, request.body)
    return { path: `${feedPath}${await service.makeFeed(await readerOf(request)())}` }
  })
  server.delete('/api/publish/alerts/feed', own, async (request, reply) => {
    await service.endFeed(await readerOf(request)())
    return reply.code(204).send()
  })
  server.post('/api/publish/alerts/mail', own, async (request) => {
    const given = readBody(bodies.mail, request.body)
    return service.chooseMail(await readerOf(request)(), given.address, languageOf(request))
  })
  server.post('/api/publish/alerts/mail/confirm', own, async (request) => {
    const given = readBody(bodies.code, request.body)
    return service.confirmMail(await readerOf(request)(), given.code)
  })
  server.delete('/api/publish/alerts/mail', own, async (request) =>
    service.endMail(await readerOf(request)()),
  )

  server.get<{ Params: { secret: string } }>(
    `${feedPath}:secret`,
    signed,
    async (request, reply) => {
      const origin = `${request.protocol}://${request.host}`
      const { xml, language } = await service.readFeed(request.params.secret, origin)
      return reply
        .header('content-type', 'application/atom+xml; charset=utf-8')
        .header('content-language', language)
        .header('cache-control', 'private, no-cache')
        .send(xml)
    },
  )
  // What a mail program sends to end mails is a form (RFC 8058); nothing else here reads one.
  void server.register(async (ends) => {
    ends.addContentTypeParser(
      ['application/x-www-form-urlencoded', 'multipart/form-data'],
      (_request, payload, done) => {
        payload.resume()
        done(null, undefined)
      },
    )
    for (const method of ['GET', 'POST'] as const) {
      ends.route<{ Params: { token: string } }>({
        ...signed,
        method,
        url: `${stopPath}:token`,
        handler: async (request, reply) => {
          const { token } = request.params
          const language = await service.readerOfToken(token)
          if (method === 'POST') await service.stopMail(token)
          return reply
            .header('content-type', 'text/html; charset=utf-8')
            .header('cache-control', 'no-store')
            .send(renderStopPage(language, method === 'POST'))
        },
      })
    }
  })
}

/** Looks for releases that have come out for as long as the server listens. */
function watchReleases(
  server: FastifyInstance,
  node: CaudalNode,
  {
    address,
    ...shared
  }: Omit<AlertRoutesOptions, 'mail'> & { readonly mailer: Mailer | undefined },
): void {
  const watch = createAlertWatch(node, {
    ...shared,
    origin: () => address ?? server.listeningOrigin,
    warn: (fault) => server.log.warn(fault),
  })
  let timer: NodeJS.Timeout | undefined
  let looking: Promise<unknown> = Promise.resolve()
  const look = () => {
    looking = watch
      .round()
      .catch((error: unknown) => server.log.warn(error))
      .finally(() => {
        if (timer !== undefined) timer = setTimeout(look, watchSeconds * 1000)
      })
  }
  server.addHook('onListen', (done) => {
    timer = setTimeout(look, watchSeconds * 1000)
    done()
  })
  server.addHook('preClose', async () => {
    clearTimeout(timer)
    timer = undefined
    await looking
  })
}

function languageOf(request: FastifyRequest) {
  const { language } = request.query as { language?: unknown }
  return decideLanguage(language, request.headers['accept-language'])
}
