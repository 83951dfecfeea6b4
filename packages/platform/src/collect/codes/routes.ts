import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Actor } from '@caudal/methods/govern'
import {
  decideLanguage,
  isInForce,
  openingOf,
  ownCodes,
  type Language,
} from '@caudal/methods/vocabulary'
import { readerOf } from '../../govern/access-of-routes.ts'
import { readBody, refuseNoBytes } from '../../govern/accounts/request-body.ts'
import type { CaudalNode } from '../../store/index.ts'
import { listedCodes, writeCodeFile } from './code-table.ts'
import { describeLines } from './describe-lines.ts'
import { findList } from './refusal-of-code.ts'
import type { NewCode } from './plan-codes.ts'
import { mostCodeFileBytes } from './read-sent-file.ts'
import {
  addCodes,
  endCode,
  listOwnCodes,
  readCodeLists,
  readCodesSent,
  takeInCodes,
  tryCodes,
} from './service.ts'

const reading = { config: { access: { operation: 'collect.read-batches' } } } as const
const keeping = { config: { access: { operation: 'collect.keep-codes' } } } as const
const bringing = { ...keeping, bodyLimit: mostCodeFileBytes + 2 ** 16 }

const code = z.string().min(1).max(80)
const name = z.string().max(200)
const bodies = {
  code: z.strictObject({
    code,
    label: z.strictObject({ es: name, en: name, fr: name }),
    parent: code.optional(),
    standard: code.optional(),
    aliases: z.array(name).max(20).default([]),
    validFrom: z.string().max(40),
    validTo: z.string().max(40).optional(),
    because: z.string().max(1000),
  }),
  sent: z.strictObject({
    file: z.string().max(1000).default('codes.csv'),
    because: z.string().max(1000).default(''),
  }),
  end: z.strictObject({
    on: z.string().max(40),
    replacedBy: code.optional(),
    because: z.string().max(1000),
  }),
}

interface OfList {
  Params: { list: string }
}
interface OfFile {
  Querystring: Readonly<Record<string, unknown>>
}
interface OfCode {
  Params: { list: string; code: string }
}

/** Code lists of the node and the codes that its users add: `/api/collect/codes`. */
export function addCodeRoutes(server: FastifyInstance, node: CaudalNode): void {
  server.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/collect/codes')) reply.header('cache-control', 'no-store')
  })

  server.get('/api/collect/codes', reading, async (request) => {
    const language = languageOf(request)
    const own = await listOwnCodes(node, await readerOf(request)())
    const book = await readCodeLists(node)
    return {
      lists: book.list().map((list) => ({
        id: list.id,
        title: list.title[language],
        codes: list.codes.length,
        own: ownCodes(list).size,
        opening: openingOf(list.id) ?? null,
      })),
      ended: own.filter(({ validTo }) => validTo !== undefined).length,
    }
  })

  server.get('/api/collect/codes.csv', reading, async (request, reply) => {
    const own = await listOwnCodes(node, await readerOf(request)())
    return reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="codes.csv"')
      .send(writeCodeFile(own))
  })

  server.post<OfFile>('/api/collect/codes/file/reading', bringing, async (request) => {
    const language = languageOf(request)
    const actor = await readerOf(request)()
    const lines = await tryCodes(node, actor, await codesOf(node, actor, request))
    return describeLines(lines, await readCodeLists(node), language)
  })

  server.post<OfFile>('/api/collect/codes/file', bringing, async (request) => {
    const actor = await readerOf(request)()
    return await takeInCodes(node, actor, await codesOf(node, actor, request))
  })

  server.get<OfList>('/api/collect/codes/:list', reading, async (request) => {
    const language = languageOf(request)
    const own = await listOwnCodes(node, await readerOf(request)(), request.params.list)
    const book = await readCodeLists(node)
    const list = findList(book, request.params.list)
    const kept = new Map(own.map((each) => [each.code, each]))
    const above = list.parentList === undefined ? undefined : book.get(list.parentList)
    return {
      id: list.id,
      title: list.title[language],
      source: list.source,
      note: list.note?.[language] ?? null,
      opening: openingOf(list.id) ?? null,
      above: above && {
        id: above.id,
        title: above.title[language],
        codes: above.codes
          .filter((each) => isInForce(each, today()))
          .map((each) => ({ code: each.code, label: each.label[language] }))
          .toSorted((a, b) => a.label.localeCompare(b.label, language)),
      },
      codes: listedCodes(list, language, false).map((each) => {
        const by = kept.get(each.code)
        return {
          ...each,
          because: by?.because ?? null,
          keptBy: by?.keptBy ?? null,
          institution: by?.institution ?? null,
        }
      }),
    }
  })

  server.post<OfList>('/api/collect/codes/:list', keeping, async (request, reply) => {
    const given = readBody(bodies.code, request.body)
    const { list } = request.params
    await addCodes(node, await readerOf(request)(), [{ ...given, list }])
    return reply.code(201).send({ list, code: given.code })
  })

  server.post<OfCode>('/api/collect/codes/:list/:code/end', keeping, async (request) => {
    const end = readBody(bodies.end, request.body)
    const { list, code: ended } = request.params
    await endCode(node, await readerOf(request)(), { ...end, list, code: ended })
    return { ended: true }
  })
}

async function codesOf(
  node: CaudalNode,
  actor: Actor,
  { body, query }: FastifyRequest<OfFile>,
): Promise<NewCode[]> {
  if (!Buffer.isBuffer(body)) throw refuseNoBytes()
  const { file, because } = readBody(bodies.sent, { file: query.file, because: query.because })
  return await readCodesSent(node, actor, { fileName: file, content: body, because })
}

function today(): string {
  return new Date().toISOString().slice(0, 10)
}

function languageOf(request: Pick<FastifyRequest, 'query' | 'headers'>): Language {
  const { language } = request.query as { language?: unknown }
  return decideLanguage(language, request.headers['accept-language'])
}
