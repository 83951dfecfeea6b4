import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { readerOf } from '../../govern/access-of-routes.ts'
import { readBody } from '../../govern/accounts/request-body.ts'
import type { CaudalNode } from '../../store/index.ts'
import { listReadable, readRecords } from './service.ts'

const reading = { config: { access: { operation: 'collect.read-records' } } } as const

const asked = z.object({
  purpose: z.string().max(60).default(''),
  fields: z
    .string()
    .max(4000)
    .transform((list) => list.split(',').filter((field) => field !== ''))
    .optional(),
  after: z.string().max(40).optional(),
  count: z.coerce.number().int().min(1).max(100).optional(),
})

/**
 * Records, as far as whoever asks may read them for a purpose: `/api/collect/records` lists the
 * datasets, and `/api/collect/records/:dataset?purpose=…` reads one.
 */
export function addRecordRoutes(server: FastifyInstance, node: CaudalNode): void {
  const now = () => new Date().toISOString()

  server.get('/api/collect/records', reading, async (request, reply) => {
    const datasets = await listReadable(node, await readerOf(request)(), now())
    return reply.header('cache-control', 'no-store').send({ datasets })
  })

  server.get<{ Params: { dataset: string } }>(
    '/api/collect/records/:dataset',
    reading,
    async (request, reply) => {
      const { fields, after, count, ...rest } = readBody(asked, request.query)
      const given = await readRecords(
        node,
        await readerOf(request)(),
        {
          dataset: request.params.dataset,
          ...rest,
          ...(fields === undefined ? {} : { fields }),
          ...(after === undefined ? {} : { after }),
          ...(count === undefined ? {} : { count }),
        },
        now(),
      )
      return reply.header('cache-control', 'no-store').send(given)
    },
  )
}
