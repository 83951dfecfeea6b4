import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { decideLanguage, type Language } from '@caudal/methods/vocabulary'
import { readerOf } from '../../govern/access-of-routes.ts'
import { bodyRefusals, readBody, refuseNoBytes } from '../../govern/accounts/request-body.ts'
import type { CaudalNode } from '../../store/index.ts'
import {
  describeChecked,
  describeEntries,
  describeFaults,
  describeForm,
  describeListedForm,
  describeProposal,
  describeUnsupported,
} from './describe-form.ts'
import {
  enterRecord,
  handInEntries,
  listEntries,
  openEntry,
  withdrawEntry,
} from './entries/service.ts'
import { placeMoment } from './place-moment.ts'
import { mostFormBytes, type FormWorkbook } from './read-workbook.ts'
import {
  examineForm,
  getForm,
  keepForm,
  listForms,
  mapForm,
  proposeCodes,
  proposeMapping,
  withdrawForm,
} from './service.ts'

const entering = { config: { access: { operation: 'collect.enter' } } } as const
const keeping = { config: { access: { operation: 'collect.import' } } } as const
/** A little more than a form may have, so that what is larger is told so in words. */
const bringing = { ...keeping, bodyLimit: mostFormBytes + 2 ** 16 }

const name = z.string().min(1).max(200)
const bodies = {
  nothing: z.strictObject({}),
  mapping: z.strictObject({
    recordType: z.string().max(60),
    dataset: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      .max(100),
    licence: z.string().trim().min(1).max(200),
    fields: z.record(
      name,
      z.union([
        z.strictObject({
          column: name,
          codes: z.record(z.string().max(400), z.string().min(1).max(120)).optional(),
        }),
        z.strictObject({ constant: z.string().min(1).max(400) }),
      ]),
    ),
  }),
  withdrawal: z.strictObject({ because: z.string().max(1000) }),
  entry: z.strictObject({
    answers: z.record(name, z.string().max(5000)),
    revision: z.number().int().nullable().default(null),
    draft: z.boolean().default(false),
    mapping: z.number().int().nullable().default(null),
    confirmed: z.array(z.string().max(200)).max(100).default([]),
    moment: z.string().max(30).default(''),
  }),
}

interface OfForm {
  Params: { id: string }
}
interface OfEntry {
  Params: { id: string; entry: string }
}

/** Forms of institutions and the records entered by them: `/api/collect/forms`. */
export function addFormRoutes(server: FastifyInstance, node: CaudalNode): void {
  server.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/collect/forms')) reply.header('cache-control', 'no-store')
  })

  server.get('/api/collect/forms', entering, async (request) => {
    const forms = await listForms(node, await readerOf(request)())
    return { forms: forms.map((form) => describeListedForm(form, languageOf(request))) }
  })

  server.post('/api/collect/forms/reading', bringing, async (request) => {
    const language = languageOf(request)
    const read = await examineForm(node, await readerOf(request)(), workbookOf(request))
    const { definition, faults, fileName } = read
    return {
      fileName,
      definition,
      faults: describeFaults(faults, language),
      unsupportedParts: describeUnsupported(definition.unsupported, language),
    }
  })

  server.post('/api/collect/forms', bringing, async (request, reply) => {
    const kept = await keepForm(node, await readerOf(request)(), workbookOf(request))
    return reply
      .code(kept.isNew ? 201 : 200)
      .send({ ...describeListedForm(kept.form, languageOf(request)), isNew: kept.isNew })
  })

  server.get<OfForm>('/api/collect/forms/:id', entering, async (request) => {
    const form = await getForm(node, await readerOf(request)(), idOf(request))
    return describeForm(form, languageOf(request))
  })

  server.get<OfForm & { Querystring: { recordType?: string } }>(
    '/api/collect/forms/:id/proposal',
    keeping,
    async (request) => {
      const type = String(request.query.recordType ?? '')
      const actor = await readerOf(request)()
      const proposed = await proposeMapping(node, actor, idOf(request), type)
      return describeProposal(proposed, languageOf(request))
    },
  )

  server.get<OfForm & { Querystring: Readonly<Record<string, string | undefined>> }>(
    '/api/collect/forms/:id/codes',
    keeping,
    async (request) => {
      const { recordType, field, column } = request.query
      const wanted = {
        recordType: String(recordType ?? ''),
        field: String(field ?? ''),
        column: String(column ?? ''),
      }
      const actor = await readerOf(request)()
      return { codes: await proposeCodes(node, actor, idOf(request), wanted) }
    },
  )

  server.post<OfForm>('/api/collect/forms/:id/mapping', keeping, async (request, reply) => {
    const { fields, ...given } = readBody(bodies.mapping, request.body)
    const actor = await readerOf(request)()
    // zod writes an absent member as undefined, which JSON never had
    const plain = JSON.parse(JSON.stringify(fields)) as Parameters<typeof mapForm>[3]['fields']
    const mapping = await mapForm(node, actor, idOf(request), { ...given, fields: plain })
    return reply.code(201).send({ mapping })
  })

  server.post<OfForm>('/api/collect/forms/:id/withdrawal', keeping, async (request) => {
    const { because } = readBody(bodies.withdrawal, request.body)
    await withdrawForm(node, await readerOf(request)(), idOf(request), because)
    return { withdrawn: true }
  })

  server.get<OfForm>('/api/collect/forms/:id/entries', entering, async (request) =>
    describeEntries(
      await listEntries(node, await readerOf(request)(), idOf(request)),
      languageOf(request),
    ),
  )

  server.get<OfEntry>('/api/collect/forms/:id/entries/:entry', entering, async (request) =>
    openEntry(node, await readerOf(request)(), idOf(request), entryOf(request)),
  )

  server.put<OfEntry>('/api/collect/forms/:id/entries/:entry', entering, async (request) => {
    const { moment, ...given } = readBody(bodies.entry, request.body)
    const language = languageOf(request)
    const actor = await readerOf(request)()
    const id = idOf(request)
    const surroundings = { ...placeMoment(moment, new Date()), language }
    const entry = { ...given, id: entryOf(request) }
    const { saved, revision, checked } = await enterRecord(node, actor, id, entry, surroundings)
    if (checked === undefined) return { saved, revision, faults: [], findings: [] }
    const form = await getForm(node, actor, id)
    return { saved, revision, ...describeChecked(checked, form, language) }
  })

  server.delete<OfEntry>('/api/collect/forms/:id/entries/:entry', entering, async (request) => {
    await withdrawEntry(node, await readerOf(request)(), idOf(request), entryOf(request))
    return { withdrawn: true }
  })

  server.post<OfForm>('/api/collect/forms/:id/hand-in', keeping, async (request, reply) => {
    readBody(bodies.nothing, request.body)
    const job = await handInEntries(node, await readerOf(request)(), idOf(request))
    return reply.code(202).send({ job })
  })
}

/** The workbook in the body of a request, under the name in its address. */
function workbookOf({ body, query }: Pick<FastifyRequest, 'body' | 'query'>): FormWorkbook {
  const { file } = query as { file?: unknown }
  if (!Buffer.isBuffer(body) || body.length === 0) {
    throw refuseNoBytes()
  }
  return { fileName: typeof file === 'string' ? file : '', content: body }
}

function idOf({ params }: { readonly params: { readonly id: string } }): number {
  return /^\d{1,10}$/.test(params.id) ? Number(params.id) : 0
}

/** The number that a page has drawn for a record: a UUID. */
function entryOf({ params }: { readonly params: { readonly entry: string } }): string {
  const { entry } = params
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(entry)) return entry
  const reason = { es: 'no es un UUID', en: 'it is no UUID', fr: 'ce n’est pas un UUID' }
  throw bodyRefusals.refuse('field-wrong', { field: 'entry', reason })
}

function languageOf(request: Pick<FastifyRequest, 'query' | 'headers'>): Language {
  const { language } = request.query as { language?: unknown }
  return decideLanguage(language, request.headers['accept-language'])
}
