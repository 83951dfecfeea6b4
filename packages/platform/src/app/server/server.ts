import compress from '@fastify/compress'
import fastify, {
  LogController,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify'
import { addCollectRoutes } from '../../collect/routes.ts'
import { addExchangeRoutes, answerUnroutable } from '../../exchange/routes.ts'
import {
  openAccounts,
  readProviderSettings,
  sessionCookie,
  type Accounts,
  type ProviderSettings,
} from '../../govern/accounts/index.ts'
import { checkCorrection } from '../../collect/correction/check-correction.ts'
import { namesPersons } from '../../collect/correction/names-persons.ts'
import { addGovernRoutes } from '../../govern/registers/routes.ts'
import { enqueueJob } from '../../store/index.ts'
import { nodeActor } from '../../govern/node-actor.ts'
import { rebuildJob } from '../rebuild.ts'
import { addAccountRoutes } from '../../govern/accounts/routes.ts'
import { createAdministration } from '../../govern/accounts/service.ts'
import { addBreakRoutes } from '../../measure/breaks/routes.ts'
import { addMeasureRoutes } from '../../measure/routes.ts'
import { addLinkRoutes } from '../../link/routes.ts'
import { addPublishRoutes } from '../../publish/routes.ts'
import { addAlertRoutes } from '../../publish/alerts/routes.ts'
import { readMailSettings, type MailSettings } from '../../publish/alerts/mail-settings.ts'
import { addCalendarRoutes } from '../../publish/calendar/routes.ts'
import { addCapacityRoutes } from '../../publish/capacity/routes.ts'
import { addLearnRoutes } from '../../publish/learn/routes.ts'
import { addViewRoutes } from '../../publish/views/routes.ts'
import { addSitePages } from '../../publish/pages/routes.ts'
import { ReleasedCells } from '../../publish/release/released-cells.ts'
import { addReleaseDeskRoutes } from '../../publish/release/desk-routes.ts'
import { addReleaseRoutes } from '../../publish/release/routes.ts'
import { logError } from '../../store/index.ts'
import type { CaudalNode } from '../../store/node.ts'
import { appRefusals } from '../refusals.ts'
import { addGuard } from './guard.ts'
import { addLifeRoutes } from './life-routes.ts'
import { hostName, isLoopback } from './loopback.ts'
import { addPortalPages } from './portal-pages.ts'
import { answerProblem } from './problem-answer.ts'
import type { Reach } from './reach.ts'
import { addSecurityHeaders } from './security-headers.ts'

export interface ServerOptions {
  /** Folder of the built portal. */
  readonly portal: string
  /** Least severity that is logged, to stderr as JSON lines without personal data. */
  readonly logLevel?: 'silent' | 'error' | 'warn' | 'info'
  /** Where it can be reached from; this machine alone, where nothing is said. */
  readonly reach?: Reach
  /** Accounts with a clock, a hasher or limits of their own. */
  readonly accounts?: Accounts
  /** An identity provider; the one that the environment describes, where nothing is said. */
  readonly provider?: ProviderSettings
  /** A mail server for alerts; the one that the environment describes, where nothing is said. */
  readonly mail?: MailSettings
}

const maxHeaderSize = 256 * 1024

/** Suites of TLS 1.2 with forward secrecy and authenticated encryption, and those of TLS 1.3 (RFC 9325). */
const suites = [
  'TLS_AES_256_GCM_SHA384',
  'TLS_CHACHA20_POLY1305_SHA256',
  'TLS_AES_128_GCM_SHA256',
  'ECDHE-ECDSA-AES256-GCM-SHA384',
  'ECDHE-RSA-AES256-GCM-SHA384',
  'ECDHE-ECDSA-CHACHA20-POLY1305',
  'ECDHE-RSA-CHACHA20-POLY1305',
  'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-RSA-AES128-GCM-SHA256',
].join(':')
const thisMachine: Reach = { host: '127.0.0.1', secure: false }

/** The HTTP server of one node: every stage's routes, the portal's pages, one way to say no. */
export async function createServer(
  node: CaudalNode,
  options: ServerOptions,
): Promise<FastifyInstance> {
  const { reach = thisMachine, accounts = openAccounts(node) } = options
  const server = fastify({
    ...(reach.trustProxy === undefined ? {} : { trustProxy: reach.trustProxy }),
    logger: {
      level: options.logLevel ?? 'warn',
      stream: process.stderr,
      serializers: { err: logError },
    },
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 1_000_000,
    requestTimeout: 60_000,
    connectionTimeout: 120_000,
    routerOptions: { maxParamLength: 500 },
    forceCloseConnections: true,
    // Keys of SDMX may be long; what is too long is told so in its own words.
    ...(reach.tls === undefined
      ? { http: { maxHeaderSize } }
      : { https: { ...reach.tls, minVersion: 'TLSv1.2', ciphers: suites, maxHeaderSize } }),
    frameworkErrors(error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
      void (answerUnroutable(request, reply) ?? answerProblem(error, request, reply))
    },
  } as object) as unknown as FastifyInstance
  // Requests bring JSON; what a form of another page can send is not even read.
  server.removeContentTypeParser('text/plain')
  server.setErrorHandler<Error>((error, request, reply) => answerProblem(error, request, reply))
  server.setNotFoundHandler((request, reply) =>
    answerProblem(
      appRefusals.refuse('no-such-page', { path: request.url.split('?')[0] ?? '/' }),
      request,
      reply,
    ),
  )

  // A web page elsewhere must not reach the node through a name that resolves here.
  server.addHook('onRequest', async (request) => {
    // PostgreSQL has no text with a zero in it, and no address needs one.
    if (request.url.includes('%00'))
      throw appRefusals.refuse('request-malformed', { reason: '%00' })
    const host = request.headers.host ?? ''
    if (host === reach.publicHost) return
    if (reach.publicHost === undefined && isLoopback(hostName(host))) return
    if (isLoopback(hostName(host)) && isLoopback(request.socket.remoteAddress ?? '')) return
    throw appRefusals.refuse('host-not-local', { host: host.slice(0, 200) })
  })

  await addSecurityHeaders(server, reach)
  await server.register(compress, { global: true, threshold: 1024, encodings: ['br', 'gzip'] })

  const cookie = sessionCookie(reach)
  addGuard(server, node, accounts, cookie)
  addLifeRoutes(server, node, accounts)
  addAccountRoutes(
    server,
    accounts,
    {
      cookie,
      nodeName: reach.publicHost ?? 'Caudal',
      provider: options.provider ?? readProviderSettings(process.env),
    },
    createAdministration(node, accounts),
  )
  addGovernRoutes(server, node, {
    rebuild: async () => void (await enqueueJob(node, rebuildJob, {}, { actor: nodeActor })),
    check: checkCorrection,
    namesPersons,
  })
  addCollectRoutes(server, node)
  addLinkRoutes(server, node, accounts.now)
  const publish = addPublishRoutes(server, node)
  addMeasureRoutes(server, node, publish.figures)
  addBreakRoutes(server, node)
  addExchangeRoutes(server, node, { releases: new ReleasedCells(node) })
  addReleaseRoutes(server, node)
  addReleaseDeskRoutes(server, node)
  addCalendarRoutes(server, node)
  addCapacityRoutes(server, node)
  addLearnRoutes(server, node)
  addViewRoutes(server, node)
  addAlertRoutes(server, node, {
    publish,
    mail: options.mail ?? readMailSettings(process.env),
    now: accounts.now,
    address: reach.publicHost && `https://${reach.publicHost}`,
  })
  addSitePages(server, node, options.portal)
  await addPortalPages(server, options.portal)
  return server
}
