import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { decideLanguage, readShape } from '@caudal/methods/vocabulary'
import { readerOf } from '../govern/access-of-routes.ts'
import type { CaudalNode } from '../store/index.ts'
import { readLinkage, startLinkage } from './persons/service.ts'
import { readQuality } from './quality/service.ts'
import { linkRefusals } from './refusals.ts'
import {
  decidePair,
  explainPair,
  explainPerson,
  readDecisions,
  readQueue,
  undoDecision,
} from './review/service.ts'

const reviewing = { config: { access: { operation: 'link.review' } } } as const
/** A decision is a person's own: no program takes it for somebody. */
const deciding = { config: { access: { operation: 'link.review', person: true } } } as const
const running = { config: { access: { operation: 'link.run' } } } as const

const country = z.string().regex(/^[A-Za-z]{3}$/)
const number = z.string().regex(/^\d{1,18}$/)
const reason = z.string().min(1).max(1000)
const bodies = {
  decision: z.strictObject({
    country,
    one: number,
    other: number,
    kind: z.enum(['same', 'different']),
    because: reason,
  }),
  undoing: z.strictObject({ because: reason }),
  queue: z.object({
    country,
    from: z.coerce.number().int().min(0).max(1_000_000_000).default(0),
    count: z.coerce.number().int().min(1).max(50).default(20),
  }),
  run: z.strictObject({
    countries: z.array(country).min(1).max(300).optional(),
    full: z.boolean().optional(),
  }),
  ofCountry: z.object({ country: country.optional() }),
}

/** Review of pairs and the quality of linkage, for the desk: `/api/link`. */
export function addLinkRoutes(
  server: FastifyInstance,
  node: CaudalNode,
  now: () => Date = () => new Date(),
): void {
  const at = () => now().toISOString()
  server.get('/api/link/runs', running, async (request, reply) => {
    const { job, countries } = await readLinkage(node, await readerOf(request)())
    const asked = (request.query as { language?: unknown }).language
    const language = decideLanguage(asked, request.headers['accept-language'])
    const problem = job?.problem && {
      what: job.problem.what[language],
      advice: job.problem.advice[language],
    }
    return reply
      .header('cache-control', 'no-store')
      .send({ countries, job: job && { ...job, problem } })
  })
  server.post('/api/link/runs', running, async (request, reply) => {
    const { countries, full } = read(bodies.run, request.body ?? {})
    const job = await startLinkage(node, await readerOf(request)(), {
      ...(countries !== undefined && { countries }),
      ...(full !== undefined && { full }),
    })
    return reply.code(202).header('cache-control', 'no-store').send({ job })
  })
  server.get('/api/link/quality', running, async (request, reply) => {
    const { country: of } = read(bodies.ofCountry, request.query)
    const quality = await readQuality(node, await readerOf(request)(), of)
    return reply.header('cache-control', 'no-store').send({ quality })
  })
  server.get('/api/link/review', reviewing, async (request, reply) => {
    const { country: of, ...page } = read(bodies.queue, request.query)
    const answer = await readQueue(node, await readerOf(request)(), of, page, at())
    return reply.header('cache-control', 'no-store').send(answer)
  })
  server.get('/api/link/pairs/:country/:one/:other', reviewing, async (request, reply) => {
    const { country: of, one, other } = parametersOf(request)
    const answer = await explainPair(node, await readerOf(request)(), of!, one!, other!, at())
    return reply.header('cache-control', 'no-store').send(answer)
  })
  server.get('/api/link/persons/:country/:record', reviewing, async (request, reply) => {
    const { country: of, record } = parametersOf(request)
    const answer = await explainPerson(node, await readerOf(request)(), of!, record!, at())
    return reply.header('cache-control', 'no-store').send(answer)
  })
  server.get('/api/link/decisions', reviewing, async (request, reply) => {
    const { country: of } = read(bodies.ofCountry, request.query)
    const decisions = await readDecisions(node, await readerOf(request)(), of)
    return reply.header('cache-control', 'no-store').send({ decisions })
  })
  server.post('/api/link/decisions', deciding, async (request, reply) => {
    const decision = read(bodies.decision, request.body)
    const id = await decidePair(node, await readerOf(request)(), decision)
    return reply.code(201).header('cache-control', 'no-store').send({ decision: id })
  })
  server.post('/api/link/decisions/:id/undo', deciding, async (request, reply) => {
    const { because } = read(bodies.undoing, request.body)
    const { id } = parametersOf(request)
    const known = /^\d{1,9}$/.test(id!) ? Number(id) : 0
    const undoing = await undoDecision(node, await readerOf(request)(), known, because)
    return reply.code(201).header('cache-control', 'no-store').send({ decision: undoing })
  })
}

function parametersOf(request: FastifyRequest): Record<string, string | undefined> {
  return request.params as Record<string, string>
}

function read<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const { data, problem } = readShape(schema, value)
  if (problem === undefined) return data
  const { place, what } = problem
  throw linkRefusals.refuse('request-malformed', { place, reason: what })
}
