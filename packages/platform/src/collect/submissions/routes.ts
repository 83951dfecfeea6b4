import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { sourceProfileSchema } from '@caudal/methods/collect'
import { decideLanguage, type Language, type Text } from '@caudal/methods/vocabulary'
import { readCodeLists } from '../codes/service.ts'
import { readerOf } from '../../govern/access-of-routes.ts'
import { readBody, refuseNoBytes } from '../../govern/accounts/request-body.ts'
import type { CaudalNode } from '../../store/index.ts'
import { describeJob, describeListed, describeOpened } from './describe-submission.ts'
import {
  changeProfile,
  discardSubmission,
  draftProfile,
  findJobOf,
  listSubmissions,
  openAgain,
  openSubmission,
  partBytes,
  receivePart,
  startWork,
  stopWork,
} from './service.ts'
import { describeCodeList, describeRecordType, listRecordTypeLabels } from './vocabulary.ts'

const sending = { config: { access: { operation: 'collect.import' } } } as const
/** What a record type asks for, shown beside a form to whoever fills it in. */
const entering = { config: { access: { operation: 'collect.enter' } } } as const
const signed = { config: { access: { open: 'signed' } } } as const
const sendingPart = { ...sending, bodyLimit: partBytes }

const columnsMissing: Text = {
  es: 'de un archivo de columnas fijas se dice dónde está cada una',
  en: 'of a file with fixed columns it is said where each of them is',
  fr: 'd’un fichier à colonnes fixes, on dit où se trouve chacune',
}

const bodies = {
  file: z.strictObject({
    fileName: z.string().min(1).max(400),
    bytes: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
  }),
  wishes: z.strictObject({
    recordType: z.string().max(60).optional(),
    layout: sourceProfileSchema.shape.layout
      .refine(({ format, columns }) => format !== 'fixed' || columns !== undefined, {
        path: ['columns'],
        params: { what: columnsMissing },
      })
      .optional(),
  }),
  profile: z.strictObject({
    revision: z.number().int().min(0),
    profile: z.record(z.string(), z.unknown()),
  }),
  work: z.strictObject({
    work: z.enum(['try', 'take-in']),
    supersedes: z
      .number()
      .int()
      .min(1)
      .max(2 ** 31 - 1)
      .optional(),
    because: z.string().max(1000).optional(),
  }),
}

interface OfSubmission {
  Params: { id: string }
}

/** Files that institutions send in: `/api/collect/submissions`. */
export function addSubmissionRoutes(server: FastifyInstance, node: CaudalNode): void {
  server.addContentTypeParser(
    'application/octet-stream',
    { parseAs: 'buffer', bodyLimit: partBytes },
    (_request, body, done) => done(null, body),
  )

  server.get('/api/collect/submissions', sending, async (request, reply) => {
    const list = await listSubmissions(node, await readerOf(request)())
    return reply
      .header('cache-control', 'no-store')
      .send({ submissions: list.map(describeListed), partBytes })
  })

  server.post('/api/collect/submissions', sending, async (request, reply) => {
    const file = readBody(bodies.file, request.body)
    const opened = await openSubmission(node, await readerOf(request)(), file)
    return reply.code(201).send({ ...describeListed(opened), partBytes })
  })

  server.get<OfSubmission>('/api/collect/submissions/:id', sending, async (request, reply) => {
    const opened = await openAgain(node, await readerOf(request)(), idOf(request))
    return reply
      .header('cache-control', 'no-store')
      .send(describeOpened(opened, languageOf(request), await readCodeLists(node)))
  })

  server.put<{ Params: { id: string; from: string } }>(
    '/api/collect/submissions/:id/parts/:from',
    sendingPart,
    async (request) => {
      const { body, params } = request
      if (!Buffer.isBuffer(body) || !/^\d{1,15}$/.test(params.from)) {
        throw refuseNoBytes()
      }
      const from = Number(params.from)
      const actor = await readerOf(request)()
      return { receivedBytes: await receivePart(node, actor, idOf(request), from, body) }
    },
  )

  server.post<OfSubmission>(
    '/api/collect/submissions/:id/suggestion',
    sending,
    async (request, reply) => {
      const { recordType, layout } = readBody(bodies.wishes, request.body)
      await draftProfile(node, await readerOf(request)(), idOf(request), {
        language: languageOf(request),
        ...(recordType === undefined ? {} : { recordType }),
        ...(layout === undefined ? {} : { layout }),
      })
      return reply.code(204).send()
    },
  )

  server.put<OfSubmission>(
    '/api/collect/submissions/:id/profile',
    sending,
    async (request, reply) => {
      const change = readBody(bodies.profile, request.body)
      const actor = await readerOf(request)()
      await changeProfile(node, actor, idOf(request), change)
      const opened = await openAgain(node, actor, idOf(request))
      return reply
        .header('cache-control', 'no-store')
        .send(describeOpened(opened, languageOf(request), await readCodeLists(node)))
    },
  )

  server.post<OfSubmission>(
    '/api/collect/submissions/:id/work',
    sending,
    async (request, reply) => {
      const { work, ...correction } = readBody(bodies.work, request.body)
      const actor = await readerOf(request)()
      const kind = `collect.${work}` as const
      const job = await startWork(node, actor, idOf(request), kind, correction)
      return reply.code(202).send({ job })
    },
  )

  server.get<OfSubmission>('/api/collect/submissions/:id/work', sending, async (request, reply) => {
    const job = await findJobOf(node, await readerOf(request)(), idOf(request))
    return reply
      .header('cache-control', 'no-store')
      .send({ job: job === undefined ? null : describeJob(job, languageOf(request)) })
  })

  server.delete<OfSubmission>(
    '/api/collect/submissions/:id/work',
    sending,
    async (request, reply) => {
      await stopWork(node, await readerOf(request)(), idOf(request))
      return reply.send({ stopped: true })
    },
  )

  server.delete<OfSubmission>('/api/collect/submissions/:id', sending, async (request) => {
    await discardSubmission(node, await readerOf(request)(), idOf(request))
    return { discarded: true }
  })

  server.get('/api/collect/record-types', sending, async (request) => ({
    recordTypes: listRecordTypeLabels(languageOf(request)),
  }))

  server.get<OfSubmission>('/api/collect/record-types/:id', entering, async (request) =>
    describeRecordType(request.params.id, languageOf(request)),
  )

  // Code lists hold nothing of a person: whoever corrects a record, or fills in a form, reads them too.
  server.get<OfSubmission>('/api/collect/code-lists/:id', signed, async (request) =>
    describeCodeList(await readCodeLists(node), request.params.id, languageOf(request)),
  )
}

function idOf({ params }: { readonly params: { readonly id: string } }): number {
  return Number(params.id)
}

function languageOf(request: Pick<FastifyRequest, 'query' | 'headers'>): Language {
  const { language } = request.query as { language?: unknown }
  return decideLanguage(language, request.headers['accept-language'])
}
