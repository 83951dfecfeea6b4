import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { cubes } from '@caudal/methods/measure'
import { decideLanguage, labelOf, type Language } from '@caudal/methods/vocabulary'
import { getCodeList } from '@caudal/methods/vocabulary/code-lists'
import { publicReading, readerOf } from '../../govern/access-of-routes.ts'
import { readBody } from '../../govern/accounts/request-body.ts'
import type { CaudalNode } from '../../store/index.ts'
import { breakRefusals } from './refusals.ts'
import { addBreak, countriesFor, endBreak, listKeptBreaks, listPublicBreaks } from './service.ts'

const keeping = { config: { access: { operation: 'measure.keep-breaks' } } } as const
const deciding = { config: { access: { operation: 'measure.keep-breaks', person: true } } } as const

const words = z.string().max(2000)
const bodies = {
  add: z.strictObject({
    country: z.string().max(40),
    cube: z.string().max(80),
    from: z.string().max(40),
    reason: z.strictObject({ es: words, en: words, fr: words }),
    source: words,
  }),
  end: z.strictObject({ reason: words }),
}

/** Breaks in series: those that stand for everybody, the register for whoever keeps it. */
export function addBreakRoutes(server: FastifyInstance, node: CaudalNode): void {
  server.get('/api/measure/breaks', publicReading, async (request) => {
    const { cube, country } = request.query as { cube?: unknown; country?: unknown }
    const language = languageOf(request)
    const standing = await listPublicBreaks(node)
    return {
      breaks: standing
        .filter((each) => cube === undefined || each.cube === cube)
        .filter((each) => country === undefined || each.country === country)
        .map((each) => ({ ...each, ...named(each, language) })),
    }
  })
  server.get('/api/measure/breaks/kept', keeping, (request, reply) => register(request, reply))
  server.post('/api/measure/breaks', deciding, async (request, reply) => {
    const given = readBody(bodies.add, request.body)
    await addBreak(node, await readerOf(request)(), given)
    return register(request, reply.code(201))
  })
  server.post<{ Params: { id: string } }>(
    '/api/measure/breaks/:id/end',
    deciding,
    async (request, reply) => {
      const { id } = request.params
      if (!/^\d{1,9}$/.test(id)) {
        throw breakRefusals.refuse('break-unknown', { id: id.slice(0, 20) })
      }
      const { reason } = readBody(bodies.end, request.body)
      await endBreak(node, await readerOf(request)(), Number(id), reason)
      return register(request, reply)
    },
  )

  const register = async (request: FastifyRequest, reply: FastifyReply) => {
    const language = languageOf(request)
    const actor = await readerOf(request)()
    const countries = getCodeList('countries')
    const kept = await listKeptBreaks(node, actor)
    return reply.header('cache-control', 'no-store').send({
      breaks: kept.map((each) => ({
        ...each,
        ...named(each, language),
        reason: each.reason[language],
      })),
      cubes: cubes.map(({ id, title }) => ({ id, label: title[language] })),
      countries: countriesFor(actor)
        .map((code) => ({ code, label: labelOf(countries, code, language) }))
        .toSorted((a, b) => a.label.localeCompare(b.label, language)),
    })
  }
}

function named({ country, cube }: { country: string; cube: string }, language: Language) {
  return {
    countryLabel: labelOf(getCodeList('countries'), country, language),
    cubeTitle: cubes.find(({ id }) => id === cube)?.title[language] ?? cube,
  }
}

function languageOf(request: FastifyRequest): Language {
  const { language } = request.query as { language?: unknown }
  return decideLanguage(language, request.headers['accept-language'])
}
