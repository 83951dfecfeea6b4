import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { decideLanguage } from '@caudal/methods/vocabulary'
import { readerOf } from '../../govern/access-of-routes.ts'
import { readBody } from '../../govern/accounts/request-body.ts'
import type { CaudalNode } from '../../store/index.ts'
import { createReleaseCalendar, type OwnedAnnouncement } from './service.ts'

const reviewing = { config: { access: { operation: 'publish.review' } } } as const
const deciding = { config: { access: { operation: 'publish.release', person: true } } } as const

const reason = z.string().trim().min(1).max(500)
const due = z.string().max(10)
const bodies = {
  announce: z.strictObject({
    template: z.string().max(80),
    country: z.string().max(10).optional(),
    period: z.string().max(10).optional(),
    due,
  }),
  move: z.strictObject({ due, reason }),
  withdraw: z.strictObject({ reason }),
}

interface OfSeries {
  Params: { series: string }
}

/** The release calendar, for the desk: `/api/publish/calendar`. */
export function addCalendarRoutes(server: FastifyInstance, node: CaudalNode): void {
  const calendar = createReleaseCalendar(node)
  const answer = (
    request: FastifyRequest,
    reply: FastifyReply,
    list: readonly OwnedAnnouncement[],
  ) => {
    const { language: asked } = request.query as { language?: unknown }
    const language = decideLanguage(asked, request.headers['accept-language'])
    return reply.header('cache-control', 'no-store').send({
      announcements: list.map((each) => ({ ...each, title: each.title[language] })),
    })
  }

  server.get('/api/publish/calendar', reviewing, async (request, reply) =>
    answer(request, reply, await calendar.list(await readerOf(request)())),
  )
  server.post('/api/publish/calendar', deciding, async (request, reply) => {
    const { template, due: day, country, period } = readBody(bodies.announce, request.body)
    const actor = await readerOf(request)()
    const parameters = {
      ...(country !== undefined && { country }),
      ...(period !== undefined && { period }),
    }
    const list = await calendar.announce(actor, template, parameters, day)
    return answer(request, reply.code(201), list)
  })
  server.post<OfSeries>('/api/publish/calendar/:series/move', deciding, async (request, reply) => {
    const { due: day, reason: why } = readBody(bodies.move, request.body)
    const actor = await readerOf(request)()
    return answer(request, reply, await calendar.move(actor, request.params.series, day, why))
  })
  server.post<OfSeries>(
    '/api/publish/calendar/:series/withdraw',
    deciding,
    async (request, reply) => {
      const { reason: why } = readBody(bodies.withdraw, request.body)
      const actor = await readerOf(request)()
      return answer(request, reply, await calendar.withdraw(actor, request.params.series, why))
    },
  )
}
