import type { FastifyInstance, FastifyRequest } from 'fastify'
import { decideLanguage, type Language } from '@caudal/methods/vocabulary'
import { readerOf } from '../govern/access-of-routes.ts'
import type { CaudalNode } from '../store/index.ts'
import { describeBatches } from './institution/service.ts'

const reading = { config: { access: { operation: 'collect.read-batches' } } } as const

/** Files received, for the desk: `/api/collect`. */
export function addCollectRoutes(server: FastifyInstance, node: CaudalNode): void {
  server.get('/api/collect/batches', reading, async (request, reply) => {
    const language = languageOf(request)
    const batches = await describeBatches(node, await readerOf(request)(), language)
    return reply.header('cache-control', 'no-store').send({ language, batches })
  })
}

function languageOf(request: FastifyRequest): Language {
  const { language } = request.query as { language?: unknown }
  return decideLanguage(language, request.headers['accept-language'])
}
