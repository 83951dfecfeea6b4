import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { readerOf } from '../access-of-routes.ts'
import { readBody } from '../accounts/request-body.ts'
import { describeBackups } from '../backup/service.ts'
import { inclusionProof, readEntries, verifierLines } from '../audit/service.ts'
import { listWaiting, takeInventory } from '../inventory/service.ts'
import { acknowledgeNotice, listNotices, tellRecipient } from '../notices/service.ts'
import type { RecordPlace } from '../erasure/places-of-persons.ts'
import { findTied } from '../requests/find-tied.ts'
import { answerNoneHeld, namingFields, type NamesPersons } from '../requests/none-held/service.ts'
import {
  answerAccess,
  correctForRequest,
  eraseForRequest,
  findPerson,
  findWaiting,
  liftForRequest,
  restrictForRequest,
  type CheckOfValues,
} from '../requests/service.ts'
import {
  applyRetention,
  listExpired,
  listRetentionRuns,
  listUnscheduled,
} from '../retention/service.ts'
import type { CaudalNode } from '../../store/index.ts'
import {
  approve,
  listDue,
  listInstitutions,
  listOwnDerogations,
  listRegister,
  putDocument,
  readWithPeople,
  revokeDerogation,
  signAgreement,
  withdrawDerogation,
} from './service.ts'

/** What the routes have done by what lies above them: by app/, which knows every stage. */
export interface GovernRouteOptions {
  /** Has what was made from records made anew, without waiting for it. */
  readonly rebuild: () => Promise<void>
  readonly check: CheckOfValues
  readonly namesPersons: NamesPersons
}

const needs = <Operation extends string>(operation: Operation) =>
  ({ config: { access: { operation } } }) as const
/** By a person who has confirmed the sign-in a moment ago: it cannot be undone. */
const needsFresh = <Operation extends string>(operation: Operation) =>
  ({ config: { access: { operation, person: true, fresh: true } } }) as const
const needsPerson = <Operation extends string>(operation: Operation) =>
  ({ config: { access: { operation, person: true } } }) as const

const word = z.string().trim().min(1).max(200)
/** Version of the document that was read before it is signed or approved. */
const version = z.number().int().min(1).max(1_000_000_000)
const bodies = {
  nothing: z.strictObject({}),
  document: z.strictObject({
    content: z.record(z.string(), z.unknown()),
    after: z.number().int().min(0).max(1_000_000_000),
  }),
  signature: z.strictObject({ as: z.enum(['provider', 'recipient']), version }),
  approval: z.strictObject({ version }),
  fields: z.strictObject({ fields: z.record(z.string().regex(/^[a-z][a-z0-9_]{0,60}$/), word) }),
  named: z.strictObject({
    fields: z.strictObject(
      Object.fromEntries(namingFields.map((field) => [field, word.optional()])),
    ),
  }),
  values: z.strictObject({
    values: z.record(z.string().regex(/^[a-z][a-z0-9_]{0,60}$/), word.nullable()),
  }),
  because: z.strictObject({ because: z.string().trim().min(1).max(4000) }),
}

interface OfRegister {
  Params: { register: string }
}
interface OfDocument {
  Params: { register: string; id: string }
}
interface OfId {
  Params: { id: string }
}

/**
 * Data protection for those whose work it is: registers, requests of persons, notices, the inventory and
 * the audit log. What is due, `/api/govern/due`; the others under their names.
 */
export function addGovernRoutes(
  server: FastifyInstance,
  node: CaudalNode,
  { rebuild, check, namesPersons }: GovernRouteOptions,
): void {
  const now = () => new Date().toISOString()
  const today = () => now().slice(0, 10)
  const actorOf = (request: FastifyRequest) => readerOf(request)()
  const reading = needs('govern.read-registers')

  server.get('/api/govern/due', reading, async (request, reply) => {
    const due = await listDue(node, await actorOf(request), now())
    return reply.header('cache-control', 'no-store').send({ today: today(), due })
  })

  server.get('/api/govern/inventory', reading, async (request, reply) => {
    const actor = await actorOf(request)
    const datasets = await takeInventory(node, actor)
    const waiting = await listWaiting(node, actor)
    return reply.header('cache-control', 'no-store').send({ datasets, waiting })
  })

  server.get('/api/govern/retention', reading, async (request, reply) => {
    const actor = await actorOf(request)
    return reply.header('cache-control', 'no-store').send({
      expired: await listExpired(node, actor, today()),
      runs: await listRetentionRuns(node, actor),
      unscheduled: await listUnscheduled(node, actor),
      backups: await describeBackups(node, actor),
    })
  })

  server.post('/api/govern/retention', needsFresh('govern.erase'), async (request) => {
    readBody(bodies.nothing, request.body)
    const run = await applyRetention(node, await actorOf(request), today(), rebuild)
    return { erased: run.erased.length }
  })

  server.get<OfRegister>('/api/govern/registers/:register', reading, async (request, reply) => {
    const documents = await listRegister(node, await actorOf(request), request.params.register)
    return reply.header('cache-control', 'no-store').send({ documents })
  })

  server.get<OfDocument>('/api/govern/registers/:register/:id', reading, async (request, reply) => {
    const { register, id } = request.params
    const read = await readWithPeople(node, await actorOf(request), register, id)
    return reply.header('cache-control', 'no-store').send(read)
  })

  server.put<OfDocument>(
    '/api/govern/registers/:register/:id',
    needs('govern.keep-registers'),
    async (request) => {
      const { content, after } = readBody(bodies.document, request.body)
      const document = { ...request.params, content, after }
      const { version } = await putDocument(node, await actorOf(request), document)
      return { version }
    },
  )

  // What is not the work of the protection officer alone has an address of its own.
  for (const [path, register, operation] of [
    ['derogations', 'derogation', 'govern.ask-derogation'],
    ['institutions', 'institution', 'govern.keep-institutions'],
  ] as const) {
    server.put<OfId>(`/api/govern/${path}/:id`, needs(operation), async (request) => {
      const { content, after } = readBody(bodies.document, request.body)
      const document = { register, id: request.params.id, content, after }
      const { version } = await putDocument(node, await actorOf(request), document)
      return { version }
    })
  }

  server.get(
    '/api/govern/institutions',
    needs('govern.name-institution'),
    async (request, reply) => {
      const listed = await listInstitutions(node, await actorOf(request))
      return reply.header('cache-control', 'no-store').send(listed)
    },
  )

  server.get('/api/govern/derogations', needs('govern.ask-derogation'), async (request, reply) => {
    const derogations = await listOwnDerogations(node, await actorOf(request))
    return reply.header('cache-control', 'no-store').send({ derogations })
  })

  for (const [path, operation, end] of [
    ['withdrawal', 'govern.ask-derogation', withdrawDerogation],
    ['revocation', 'govern.approve-derogation', revokeDerogation],
  ] as const) {
    server.post<OfId>(
      `/api/govern/derogations/:id/${path}`,
      needsPerson(operation),
      async (request) => {
        readBody(bodies.nothing, request.body)
        const { version } = await end(node, await actorOf(request), request.params.id, now())
        return { version }
      },
    )
  }

  server.post<OfId>(
    '/api/govern/agreements/:id/signature',
    needsPerson('govern.sign-agreement'),
    async (request) => {
      const { as, version: read } = readBody(bodies.signature, request.body)
      const actor = await actorOf(request)
      const { version } = await signAgreement(node, actor, request.params.id, as, today(), read)
      return { version }
    },
  )

  for (const [path, register, operation] of [
    ['derogations', 'derogation', 'govern.approve-derogation'],
    ['assessments', 'assessment', 'govern.keep-registers'],
  ] as const) {
    server.post<OfId>(
      `/api/govern/${path}/:id/approval`,
      needsPerson(operation),
      async (request) => {
        const { version: read } = readBody(bodies.approval, request.body)
        const actor = await actorOf(request)
        const { version } = await approve(node, actor, register, request.params.id, now(), read)
        return { version }
      },
    )
  }

  const answering = needsPerson('govern.answer-requests')

  server.post('/api/govern/requests/search', answering, async (request) => {
    const { fields } = readBody(bodies.fields, request.body)
    const actor = await actorOf(request)
    const found = await findPerson(node, actor, fields)
    const tied = await findTied(node, actor, fields, found)
    const entries = await findWaiting(node, actor, fields)
    return { records: found.map(placed), tied: tied.map(placed), entries }
  })

  server.post<OfId>('/api/govern/requests/:id/answer', answering, async (request, reply) => {
    readBody(bodies.nothing, request.body)
    const { id } = request.params
    const answer = await answerAccess(node, await actorOf(request), id, today())
    return reply
      .header('cache-control', 'no-store')
      .header('content-type', 'application/json; charset=utf-8')
      .send(JSON.stringify(answer, (_, value: unknown) => plain(value)))
  })

  server.post<OfId>('/api/govern/requests/:id/none-held', answering, async (request) => {
    const { fields } = readBody(bodies.named, request.body)
    const { id } = request.params
    return await answerNoneHeld(node, await actorOf(request), id, fields, today(), namesPersons)
  })

  server.post<OfId>('/api/govern/requests/:id/correction', answering, async (request) => {
    const { values } = readBody(bodies.values, request.body)
    const { id } = request.params
    const actor = await actorOf(request)
    return await correctForRequest(node, actor, id, values, today(), rebuild, check)
  })

  server.post<OfId>('/api/govern/requests/:id/restriction', answering, async (request) => {
    readBody(bodies.nothing, request.body)
    return await restrictForRequest(
      node,
      await actorOf(request),
      request.params.id,
      today(),
      rebuild,
    )
  })

  server.post<OfId>('/api/govern/requests/:id/lifting', answering, async (request) => {
    const { because } = readBody(bodies.because, request.body)
    const actor = await actorOf(request)
    return await liftForRequest(node, actor, request.params.id, because, today(), rebuild)
  })

  server.post<OfId>(
    '/api/govern/requests/:id/erasure',
    needsFresh('govern.erase'),
    async (request) => {
      readBody(bodies.nothing, request.body)
      return await eraseForRequest(
        node,
        await actorOf(request),
        request.params.id,
        today(),
        rebuild,
      )
    },
  )

  const acknowledging = needs('govern.acknowledge-notice')

  server.get('/api/govern/notices', acknowledging, async (request, reply) => {
    const notices = await listNotices(node, await actorOf(request))
    return reply.header('cache-control', 'no-store').send({ notices })
  })

  server.post<OfId>('/api/govern/notices/:id/told', answering, async (request) => {
    readBody(bodies.nothing, request.body)
    const { version } = await tellRecipient(
      node,
      await actorOf(request),
      request.params.id,
      today(),
    )
    return { version }
  })

  server.post<OfId>('/api/govern/notices/:id/acknowledged', acknowledging, async (request) => {
    readBody(bodies.nothing, request.body)
    const actor = await actorOf(request)
    const { version } = await acknowledgeNotice(node, actor, request.params.id, today())
    return { version }
  })

  const auditing = needs('govern.read-audit')

  server.get('/api/govern/audit', auditing, async (request, reply) => {
    const { before } = request.query as { before?: unknown }
    const asked =
      typeof before === 'string' && /^\d{1,15}$/.test(before) ? Number(before) : undefined
    const entries = await readEntries(node, await actorOf(request), asked)
    return reply.header('cache-control', 'no-store').send(entries)
  })

  server.get<{ Params: { index: string } }>(
    '/api/govern/audit/:index/proof',
    auditing,
    async (request, reply) => {
      const { index } = request.params
      const place = /^\d{1,15}$/.test(index) ? Number(index) : -1
      const { path, ...proof } = await inclusionProof(node, await actorOf(request), place)
      const { log: key } = await verifierLines(node)
      return reply.header('cache-control', 'no-store').send({
        ...proof,
        key,
        path: path.map((hash) => Buffer.from(hash).toString('base64')),
      })
    },
  )
}

/** A record as requests name it. */
function placed<Place extends RecordPlace>({ recordId: record, ...rest }: Place) {
  return { ...rest, record }
}

const plain = (value: unknown) => (typeof value === 'bigint' ? value.toString() : value)
