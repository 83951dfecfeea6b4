import compress from '@fastify/compress'
import helmet from '@fastify/helmet'
import fastify, { LogController, type FastifyInstance } from 'fastify'
import { addExchangeRoutes, answerUnroutable } from '../../exchange/routes.ts'
import { addPublishRoutes } from '../../publish/routes.ts'
import { addReleaseRoutes } from '../../publish/release/routes.ts'
import type { CaudalNode } from '../../store/node.ts'
import { appRefusals } from '../refusals.ts'
import { version } from '../version.ts'
import { hostName, isLoopback } from './loopback.ts'
import { addPortalPages } from './portal-pages.ts'
import { answerProblem } from './problem-answer.ts'

export interface ServerOptions {
  /** Folder of the built portal. */
  readonly portal: string
  /** Least severity that is logged, to stderr as JSON lines without personal data. */
  readonly logLevel?: 'silent' | 'error' | 'warn' | 'info'
}

/** The HTTP server of one node: every stage's routes, the portal's pages, one way to say no. */
export async function createServer(
  node: CaudalNode,
  options: ServerOptions,
): Promise<FastifyInstance> {
  const server = fastify({
    logger: { level: options.logLevel ?? 'warn', stream: process.stderr },
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 1_000_000,
    requestTimeout: 60_000,
    connectionTimeout: 120_000,
    routerOptions: { maxParamLength: 500 },
    forceCloseConnections: true,
    // Keys of SDMX may be long; what is too long is told so in its own words.
    http: { maxHeaderSize: 256 * 1024 },
    frameworkErrors(error, request, reply) {
      void (answerUnroutable(request, reply) ?? answerProblem(error, request, reply))
    },
  })
  server.setErrorHandler<Error>((error, request, reply) => answerProblem(error, request, reply))
  server.setNotFoundHandler((request, reply) =>
    answerProblem(
      appRefusals.refuse('no-such-page', { path: request.url.split('?')[0] ?? '/' }),
      request,
      reply,
    ),
  )

  // A web page elsewhere must not reach an unprotected node through a name that resolves here.
  server.addHook('onRequest', async (request) => {
    const host = hostName(request.headers.host ?? '')
    if (!isLoopback(host)) throw appRefusals.refuse('host-not-local', { host })
  })

  await server.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        // Charts set positions in style attributes; nothing inline is ever run.
        styleSrc: ["'self'", "'unsafe-inline'"],
        scriptSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'self'"],
        upgradeInsecureRequests: null,
      },
    },
    strictTransportSecurity: false,
    crossOriginEmbedderPolicy: false,
  })
  await server.register(compress, { global: true, threshold: 1024, encodings: ['br', 'gzip'] })

  server.get('/health', async () => ({ status: 'up', version }))
  addPublishRoutes(server, node)
  addExchangeRoutes(server, node)
  addReleaseRoutes(server, node)
  await addPortalPages(server, options.portal)
  return server
}
