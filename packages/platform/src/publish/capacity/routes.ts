import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { decideOperation, type Operation } from '@caudal/methods/govern'
import { decideLanguage, type Language } from '@caudal/methods/vocabulary'
import { byteOrderMark } from '@caudal/methods/publish'
import { publicReading, readerOf } from '../../govern/access-of-routes.ts'
import { readBody } from '../../govern/accounts/request-body.ts'
import type { CaudalNode } from '../../store/index.ts'
import { countryChoices, countryName } from '../pages/countries.ts'
import { assessmentCsv } from './assessment-csv.ts'
import type { CapacityAssessment } from './assessments.ts'
import {
  answerQuestionnaire,
  answersFor,
  countryAssessments,
  listAssessments,
  publicAssessments,
  publishAssessment,
} from './service.ts'

const reading = { config: { access: { operation: 'publish.read-capacity' } } } as const
const answering = {
  config: { access: { operation: 'publish.assess-capacity', person: true } },
} as const
const deciding = { config: { access: { operation: 'publish.release', person: true } } } as const

const bodies = {
  answers: z.strictObject({
    after: z.number().int().min(0).max(1_000_000),
    answers: z.record(
      z.string().max(60),
      z.strictObject({
        level: z.number().int().min(0).max(3).nullable(),
        evidence: z.string().trim().max(1000),
      }),
    ),
  }),
  publication: z.strictObject({ isPublic: z.boolean() }),
}

interface OfCountry {
  Params: { country: string }
}

/** The self-assessment of data capacity, for the desk; its public versions as CSV for everybody. */
export function addCapacityRoutes(server: FastifyInstance, node: CaudalNode): void {
  server.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/capacity')) reply.header('cache-control', 'no-store')
  })

  server.get('/api/capacity', reading, async (request) => {
    const actor = await readerOf(request)()
    const language = languageOf(request)
    const all = await listAssessments(node, actor)
    const latest = new Map(all.map((each) => [each.country, each]))
    return {
      own: actor.country,
      choices: countryChoices(language).filter(({ code }) => answersFor(actor, code)),
      countries: [...latest.values()].map((each) => ({
        ...summary(each),
        label: countryName(each.country, language),
        publicVersion: all.findLast(({ country, isPublic }) => country === each.country && isPublic)
          ?.version,
      })),
    }
  })

  server.get<OfCountry>('/api/capacity/:country', reading, async (request) => {
    const actor = await readerOf(request)()
    const versions = await countryAssessments(node, actor, request.params.country)
    const country = versions[0]?.country ?? request.params.country.toUpperCase()
    const isOwn = answersFor(actor, country)
    const may = (operation: Operation) => decideOperation(actor, operation).outcome === 'allow'
    return {
      country,
      label: countryName(country, languageOf(request)),
      mayAnswer: may('publish.assess-capacity') && isOwn,
      mayPublish: may('publish.release') && isOwn,
      versions: versions.map((each) => ({ ...summary(each), answers: each.answers })),
    }
  })

  server.post<OfCountry>('/api/capacity/:country', answering, async (request, reply) => {
    const { after, answers } = readBody(bodies.answers, request.body)
    const actor = await readerOf(request)()
    const { country } = request.params
    const version = await answerQuestionnaire(node, actor, country, after, answers)
    return reply.code(201).send({ version })
  })

  server.post<{ Params: { country: string; version: string } }>(
    '/api/capacity/:country/versions/:version/publication',
    deciding,
    async (request) => {
      const { isPublic } = readBody(bodies.publication, request.body)
      const { country, version } = request.params
      const number = /^\d{1,7}$/.test(version) ? Number(version) : 0
      await publishAssessment(node, await readerOf(request)(), country, number, isPublic)
      return { country, version: number, isPublic }
    },
  )

  server.get<OfCountry>('/api/capacity/:country/answers.csv', reading, async (request, reply) => {
    const versions = await countryAssessments(
      node,
      await readerOf(request)(),
      request.params.country,
    )
    return sendCsv(reply, versions, languageOf(request))
  })

  server.get<OfCountry>('/capacity/:country/answers.csv', publicReading, async (request, reply) => {
    const versions = await publicAssessments(node, request.params.country)
    return sendCsv(reply, versions, languageOf(request))
  })
}

function summary({
  country,
  version,
  questionnaire,
  actor,
  at,
  isPublic,
  score,
}: CapacityAssessment) {
  return { country, version, questionnaire, actor, at, isPublic, score }
}

function sendCsv(
  reply: FastifyReply,
  versions: readonly CapacityAssessment[],
  language: Language,
): FastifyReply {
  return reply
    .header('content-type', 'text/csv; charset=utf-8')
    .header(
      'content-disposition',
      `attachment; filename="capacity-${versions[0]?.country ?? 'none'}.csv"`,
    )
    .header('content-language', language)
    .send(byteOrderMark + assessmentCsv(versions, language))
}

function languageOf(request: FastifyRequest): Language {
  const { language } = request.query as { language?: unknown }
  return decideLanguage(language, request.headers['accept-language'])
}
