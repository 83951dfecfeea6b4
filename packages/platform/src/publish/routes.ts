import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { parseTableSpec } from '@caudal/methods/publish'
import { decideLanguage, type Language, nearestName } from '@caudal/methods/vocabulary'
import { publicReading, readerOf } from '../govern/access-of-routes.ts'
import type { CaudalNode } from '../store/index.ts'
import {
  describeOperation,
  getCubeOperation,
  getProvenanceOperation,
  getRevisionsOperation,
  getTableOperation,
  listCodesOperation,
  listCubesOperation,
  searchOperation,
  type ApiOperation,
} from './api-operations.ts'
import type { Audience } from './answer-tags.ts'
import { addBoundaryRoutes } from './boundaries/routes.ts'
import { chooseEncoding } from './encoded-body.ts'
import { describeInterface } from './open-api.ts'
import { publishRefusals } from './refusals.ts'
import {
  createPublishService,
  type PublishService,
  type PublishServiceOptions,
  type Tagged,
} from './service.ts'

/**
 * The interface of the node: cubes, their tables and downloads, codes, boundaries, its description.
 *
 * @returns what answers, for routes that answer from the same tables and the same budgets
 */
export function addPublishRoutes(
  server: FastifyInstance,
  node: CaudalNode,
  options: PublishServiceOptions = {},
): PublishService {
  const service = createPublishService(node, options)

  server.get(listCubesOperation.path, publicReading, async (request, reply) => {
    const { language } = understand(listCubesOperation, request)
    return answerTagged(
      request,
      reply,
      language,
      await service.listCubes(readerOf(request), language),
    )
  })

  server.get(getCubeOperation.path, publicReading, async (request, reply) => {
    const { parameters, language } = understand(getCubeOperation, request)
    return answerTagged(
      request,
      reply,
      language,
      await service.getCube(readerOf(request), parameters.id, language),
    )
  })

  server.get(listCodesOperation.path, publicReading, async (request, reply) => {
    const { parameters, query, language } = understand(listCodesOperation, request)
    const { search, limit } = query
    const { id, dimension } = parameters
    const codes = await service.listCodes(id, dimension, { search, limit }, language)
    return answerTagged(request, reply, language, codes)
  })

  server.get(getProvenanceOperation.path, publicReading, async (request, reply) => {
    const { parameters, language } = understand(getProvenanceOperation, request)
    const provenance = await service.getProvenance(readerOf(request), parameters.id, language)
    return answerTagged(request, reply, language, provenance)
  })

  server.get(getRevisionsOperation.path, publicReading, async (request, reply) => {
    const { parameters, query, language } = understand(getRevisionsOperation, request)
    const revisions = await service.getRevisions(parameters.id, query.where, language)
    return answerTagged(request, reply, language, revisions)
  })

  server.get(searchOperation.path, publicReading, async (request, reply) => {
    const { query, language } = understand(searchOperation, request)
    const found = await service.search(query.query, query.limit, language)
    return answerTagged(request, reply, language, found)
  })

  server.get(getTableOperation.path, publicReading, async (request, reply) => {
    const { parameters, query, language } = understand(getTableOperation, request)
    const asked = new URL(request.raw.url ?? '/', 'http://node').searchParams
    const spec = parseTableSpec(asked, ['language', 'format', 'layout'])
    const { format, layout } = query
    const table = await service.getTable(
      readerOf(request),
      parameters.id,
      spec,
      format,
      layout,
      language,
      request.ip,
    )
    if (isKnown(request, reply, language, table)) return reply.code(304).send()
    const { body, contentType, fileName, encoded } = await table.answer()
    const disposition = format === 'json' ? 'inline' : 'attachment'
    reply
      .header('content-type', contentType)
      .header('content-disposition', `${disposition}; filename="${fileName}"`)
    const encoding = encoded && chooseEncoding(body, request.headers['accept-encoding'])
    if (!encoded || !encoding) return reply.send(body)
    return reply.header('content-encoding', encoding).send(encoded(encoding))
  })

  server.get(describeOperation.path, publicReading, async (request, reply) => {
    const { language } = understand(describeOperation, request)
    return reply
      .header('content-language', language)
      .header('cache-control', 'no-cache')
      .header('vary', 'accept-language')
      .send(describeInterface(language))
  })

  addBoundaryRoutes(server, node)
  return service
}

/** What a request asks for, by the schemas that also describe the operation. */
function understand<Operation extends ApiOperation>(
  operation: Operation,
  request: FastifyRequest,
): {
  parameters: z.output<Operation['parameters']>
  query: z.output<Operation['query']>
  language: Language
} {
  const query = validated(operation.query, request.query)
  const parameters = validated(operation.parameters, request.params)
  const asked = (query as { language?: unknown }).language
  const language = decideLanguage(asked, request.headers['accept-language'])
  return {
    query: query as z.output<Operation['query']>,
    parameters: parameters as z.output<Operation['parameters']>,
    language,
  }
}

function validated(schema: z.ZodObject, given: unknown): unknown {
  const result = schema.safeParse(given)
  if (result.success) return result.data
  const issue = result.error.issues[0]!
  if (issue.code === 'unrecognized_keys') {
    const parameter = issue.keys[0] ?? ''
    const names = Object.keys(schema.shape)
    throw publishRefusals.refuse('parameter-unknown', {
      parameter: parameter.slice(0, 80),
      nearest: nearestName(parameter, names) ?? names.join(', '),
    })
  }
  const parameter = String(issue.path[0] ?? '')
  const value = (given as Record<string, string | readonly string[] | undefined> | undefined)?.[
    parameter
  ]
  if (typeof value === 'object') throw publishRefusals.refuse('parameter-repeated', { parameter })
  if (value === undefined) throw publishRefusals.refuse('parameter-missing', { parameter })
  throw publishRefusals.refuse('parameter-invalid', {
    parameter,
    value: value.slice(0, 80),
    expected: exampleFor(issue),
  })
}

/** What would do in place of a value, in signs that need no language. */
function exampleFor(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return issue.values.join(', ')
  if (issue.code === 'too_small') return `≥ ${issue.minimum}`
  if (issue.code === 'too_big') return issue.origin === 'string' ? '…' : `≤ ${issue.maximum}`
  return '10'
}

async function answerTagged<Answer extends object>(
  request: FastifyRequest,
  reply: FastifyReply,
  language: Language,
  tagged: Tagged<Answer>,
): Promise<FastifyReply> {
  if (isKnown(request, reply, language, tagged)) return reply.code(304).send()
  return reply.send(await tagged.answer())
}

/** Sets the headers by which an answer is kept, and tells whether the reader has it already. */
function isKnown(
  request: FastifyRequest,
  reply: FastifyReply,
  language: Language,
  { tag, isPublic, audience }: Tagged<unknown>,
): boolean {
  // Weak, because the same content travels under several encodings.
  const entityTag = `W/"${tag}"`
  reply
    .header('etag', entityTag)
    // A cube may be built anew at any moment: an answer is kept, and asked after.
    .header('cache-control', keepingOf(isPublic, audience))
    .header('x-audience', audience)
    .header('content-language', language)
    .header('vary', 'accept-language, accept-encoding')
  const known = request.headers['if-none-match']
  if (known === undefined) return false
  const tags = known.split(',').map((each) => each.trim().replace(/^W\//, ''))
  return tags.includes('*') || tags.includes(`"${tag}"`)
}

/** Exact figures stay on no disk: a computer may have other readers after this one. */
function keepingOf(isPublic: boolean, audience: Audience): string {
  if (audience === 'reader') return 'private, no-store'
  return `${isPublic ? 'public' : 'private'}, no-cache`
}
