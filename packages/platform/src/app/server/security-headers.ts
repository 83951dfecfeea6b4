import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'
import type { Reach } from './reach.ts'

/** What every answer tells the browser: run and show nothing but what the node itself sends. */
export async function addSecurityHeaders(server: FastifyInstance, reach: Reach): Promise<void> {
  await server.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        // Charts set positions in style attributes; nothing inline is ever run.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        workerSrc: ["'self'"],
        formAction: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        // A figure that is made to be embedded may be framed by the node's own pages.
        frameAncestors: [
          ({ url }) => (/^\/[a-z]{2}\/embed\//.test(url ?? '') ? "'self'" : "'none'"),
        ],
      },
    },
    frameguard: { action: 'sameorigin' },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: reach.secure
      ? { maxAge: 2 * 365 * 86_400, includeSubDomains: true }
      : false,
    crossOriginEmbedderPolicy: false,
  })
  // Where a form asks for a place, whoever fills it in may let the device tell it.
  server.addHook('onRequest', async (_request, reply) => {
    reply.header(
      'permissions-policy',
      'camera=(), microphone=(), geolocation=(self), payment=(), usb=(), publickey-credentials-get=(self), publickey-credentials-create=(self)',
    )
  })
  // What is said about accounts, and every refusal, is kept by nobody on the way.
  server.addHook('onSend', async (request, reply) => {
    const { url } = request.routeOptions
    const kept = reply.getHeader('cache-control') !== undefined
    if (!kept && (url === undefined || url.startsWith('/api/') || url.startsWith('/sdmx'))) {
      reply.header('cache-control', 'no-store')
    }
  })
}
