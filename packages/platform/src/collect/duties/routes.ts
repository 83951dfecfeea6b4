import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { dutyPeriods } from '@caudal/methods/collect'
import { decideLanguage } from '@caudal/methods/vocabulary'
import { readerOf } from '../../govern/access-of-routes.ts'
import { readBody } from '../../govern/accounts/request-body.ts'
import type { CaudalNode } from '../../store/index.ts'
import { addDuty, endDuty, submissionCalendar } from './service.ts'

const reading = { config: { access: { operation: 'collect.read-batches' } } } as const
const keeping = { config: { access: { operation: 'collect.keep-calendar' } } } as const

const bodies = {
  duty: z.strictObject({
    institution: z.string().trim().min(1).max(120),
    dataset: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      .max(120),
    every: z.enum(dutyPeriods),
    graceDays: z.number().int().min(0).max(730),
    from: z.iso.date(),
  }),
  end: z.strictObject({ until: z.iso.date() }),
}

/** The submission calendar: `/api/collect/calendar`. */
export function addDutyRoutes(server: FastifyInstance, node: CaudalNode): void {
  server.get('/api/collect/calendar', reading, async (request, reply) => {
    const { language: asked } = request.query as { language?: unknown }
    const language = decideLanguage(asked, request.headers['accept-language'])
    const list = await submissionCalendar(node, await readerOf(request)(), today())
    return reply.header('cache-control', 'no-store').send({
      duties: list.map(({ duty, title, periods }) => ({
        ...duty,
        title: title?.[language] ?? duty.dataset,
        periods,
      })),
    })
  })

  server.post('/api/collect/calendar', keeping, async (request, reply) => {
    const duty = readBody(bodies.duty, request.body)
    return reply.code(201).send({ id: await addDuty(node, await readerOf(request)(), duty) })
  })

  server.post<{ Params: { id: string } }>(
    '/api/collect/calendar/:id/end',
    keeping,
    async (request) => {
      const { until } = readBody(bodies.end, request.body)
      await endDuty(node, await readerOf(request)(), Number(request.params.id), until)
      return { ended: true }
    },
  )
}

function today(): string {
  return new Date().toISOString().slice(0, 10)
}
