import type { FastifyInstance } from 'fastify'
import { publicReading } from '../../govern/access-of-routes.ts'
import type { CaudalNode } from '../../store/node.ts'
import { getBoundaries, listBoundarySets } from './service.ts'

/** The boundary sets brought in by the node: their list, and each as TopoJSON. */
export function addBoundaryRoutes(server: FastifyInstance, node: CaudalNode): void {
  server.get<{ Querystring: { codes?: string } }>(
    '/api/boundaries',
    {
      ...publicReading,
      schema: {
        querystring: { type: 'object', properties: { codes: { type: 'string', maxLength: 2000 } } },
      },
    },
    async (request, reply) => {
      const codes = (request.query.codes ?? '').split(',').filter((code) => code !== '')
      return reply
        .header('cache-control', 'no-cache')
        .header('x-audience', 'everybody')
        .send({ sets: await listBoundarySets(node, codes) })
    },
  )

  server.get<{ Params: { id: string } }>(
    '/api/boundaries/:id',
    publicReading,
    async (request, reply) => {
      const boundaries = await getBoundaries(node, request.params.id)
      // Weak, because the same content travels under several encodings.
      const tag = `W/"${boundaries.sha256.slice(0, 32)}"`
      reply
        .header('etag', tag)
        .header('cache-control', 'no-cache')
        .header('x-audience', 'everybody')
      if (request.headers['if-none-match']?.split(/\s*,\s*/).includes(tag))
        return reply.code(304).send()
      return reply.type('application/json; charset=utf-8').send(await boundaries.read())
    },
  )
}
