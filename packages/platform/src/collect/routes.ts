import type { FastifyInstance, FastifyRequest } from 'fastify'
import { decideLanguage, type Language } from '@caudal/methods/vocabulary'
import { z } from 'zod'
import { readerOf } from '../govern/access-of-routes.ts'
import { readBody } from '../govern/accounts/request-body.ts'
import type { CaudalNode } from '../store/index.ts'
import { describeComparison } from './institution/describe-comparison.ts'
import {
  compareBatches,
  describeBatches,
  institutionReport,
  withdraw,
} from './institution/service.ts'
import { reportHtml } from './institution/report-html.ts'
import { reportWorkbook } from './institution/report-workbook.ts'
import { addCodeRoutes } from './codes/routes.ts'
import { readCodeLists } from './codes/service.ts'
import { addFormRoutes } from './forms/routes.ts'
import { addDutyRoutes } from './duties/routes.ts'
import { addRecordRoutes } from './records/routes.ts'
import { addSubmissionRoutes } from './submissions/routes.ts'

const withdrawal = z.strictObject({ because: z.string().max(1000) })

const types = {
  html: 'text/html; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

const examining = { config: { access: { operation: 'collect.examine' } } } as const
const withdrawing = { config: { access: { operation: 'collect.withdraw' } } } as const
const reading = { config: { access: { operation: 'collect.read-batches' } } } as const

/** Files received, for the desk: `/api/collect`. */
export function addCollectRoutes(server: FastifyInstance, node: CaudalNode): void {
  addSubmissionRoutes(server, node)
  addDutyRoutes(server, node)
  addFormRoutes(server, node)
  addCodeRoutes(server, node)
  addRecordRoutes(server, node)

  server.get('/api/collect/batches', reading, async (request, reply) => {
    const language = languageOf(request)
    const batches = await describeBatches(node, await readerOf(request)(), language)
    return reply.header('cache-control', 'no-store').send({ language, batches })
  })

  server.get<{ Params: { id: string }; Querystring: { format?: string } }>(
    '/api/collect/batches/:id/report',
    examining,
    async (request, reply) => {
      const id = Number(request.params.id)
      const report = await institutionReport(
        node,
        await readerOf(request)(),
        id,
        languageOf(request),
      )
      reply.header('cache-control', 'no-store')
      const { format } = request.query
      if (format !== 'html' && format !== 'xlsx') return reply.send(report)
      reply
        .header('content-type', types[format])
        .header('content-disposition', `attachment; filename="report-${id}.${format}"`)
      return reply.send(format === 'html' ? reportHtml(report) : await reportWorkbook(report))
    },
  )

  server.get<{ Params: { id: string; before: string }; Querystring: { by?: string } }>(
    '/api/collect/batches/:id/comparison/:before',
    examining,
    async (request, reply) => {
      const { id, before } = request.params
      const { by } = request.query
      const compared = await compareBatches(
        node,
        await readerOf(request)(),
        { before: Number(before), after: Number(id) },
        typeof by === 'string' && by !== '' ? by.split(',') : undefined,
      )
      return reply
        .header('cache-control', 'no-store')
        .send(describeComparison(compared, languageOf(request), await readCodeLists(node)))
    },
  )

  server.post<{ Params: { id: string } }>(
    '/api/collect/batches/:id/withdrawal',
    withdrawing,
    async (request) => {
      const { because } = readBody(withdrawal, request.body)
      await withdraw(node, await readerOf(request)(), Number(request.params.id), because)
      return { withdrawn: true }
    },
  )
}

function languageOf(request: FastifyRequest): Language {
  const { language } = request.query as { language?: unknown }
  return decideLanguage(language, request.headers['accept-language'])
}
