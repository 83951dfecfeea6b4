import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { publicReading, readerOf } from '../../govern/access-of-routes.ts'
import { readBody } from '../../govern/accounts/request-body.ts'
import { trainingFile } from '../../collect/training-file.ts'
import type { CaudalNode } from '../../store/index.ts'
import { beginCourse, courseProgress, restartCourse, tickStep } from './service.ts'

const learning = { config: { access: { operation: 'govern.own-account', person: true } } } as const

const bodies = { nothing: z.strictObject({}), tick: z.strictObject({ done: z.boolean() }) }

interface OfCourse {
  Params: { course: string }
}

/** How far somebody is in a course: `/api/learn`; and the file that the courses are done with. */
export function addLearnRoutes(server: FastifyInstance, node: CaudalNode): void {
  server.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/learn/')) reply.header('cache-control', 'no-store')
  })
  server.get<OfCourse>('/api/learn/courses/:course', learning, async (request) =>
    courseProgress(node, await readerOf(request)(), request.params.course),
  )
  server.post<OfCourse>('/api/learn/courses/:course/begin', learning, async (request) => {
    readBody(bodies.nothing, request.body ?? {})
    return beginCourse(node, await readerOf(request)(), request.params.course)
  })
  server.post<OfCourse>('/api/learn/courses/:course/restart', learning, async (request) => {
    readBody(bodies.nothing, request.body ?? {})
    return restartCourse(node, await readerOf(request)(), request.params.course)
  })
  server.post<{ Params: { course: string; step: string } }>(
    '/api/learn/courses/:course/steps/:step',
    learning,
    async (request) => {
      const { done } = readBody(bodies.tick, request.body)
      const { course, step } = request.params
      return tickStep(node, await readerOf(request)(), course, step, done)
    },
  )
  server.get(`/learn/files/${trainingFile().name}`, publicReading, async (_, reply) =>
    reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${trainingFile().name}"`)
      .header('cache-control', 'public, no-cache')
      .send(trainingFile().content),
  )
}
