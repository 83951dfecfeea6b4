import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { readerOf } from '../../govern/access-of-routes.ts'
import { readBody } from '../../govern/accounts/request-body.ts'
import type { CaudalNode } from '../../store/index.ts'
import { forgetView, keepView, listViews, renameView } from './service.ts'

const own = { config: { access: { operation: 'govern.own-account', person: true } } } as const

const name = z.string().max(120)
const bodies = {
  keep: z.strictObject({ name, cube: z.string().max(100), query: z.string().max(4000) }),
  rename: z.strictObject({ name }),
}

interface OfView {
  Params: { id: string }
}

/** The views of explore that somebody keeps: `/api/publish/views`. */
export function addViewRoutes(server: FastifyInstance, node: CaudalNode): void {
  server.get('/api/publish/views', own, async (request) => ({
    views: await listViews(node, await readerOf(request)()),
  }))
  server.post('/api/publish/views', own, async (request, reply) => {
    const given = readBody(bodies.keep, request.body)
    return reply.code(201).send(await keepView(node, await readerOf(request)(), given))
  })
  server.patch<OfView>('/api/publish/views/:id', own, async (request) => {
    const given = readBody(bodies.rename, request.body)
    return renameView(node, await readerOf(request)(), request.params.id, given.name)
  })
  server.delete<OfView>('/api/publish/views/:id', own, async (request, reply) => {
    await forgetView(node, await readerOf(request)(), request.params.id)
    return reply.code(204).send()
  })
}
