import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import {
  accountStocks,
  growthLevels,
  mirrorBreakdowns,
  mirrorFlows,
  survivalBreakdowns,
  type GrowthAnswer,
  type SurvivalAnswer,
} from '@caudal/methods/measure'
import { isLanguage, type Language } from '@caudal/methods/vocabulary'
import { publicReading, readerOf } from '../govern/access-of-routes.ts'
import type { CaudalNode } from '../store/index.ts'
import { readNodeAccounts } from './accounts/node-accounts.ts'
import { readNodeGrowth } from './accounts/node-growth.ts'
import { writeGrowth } from './accounts/write-growth.ts'
import { writeAccounts } from './accounts/write-accounts.ts'
import { readBackTests, readGaps, readMirror, readMirrorCountries } from './comparisons.ts'
import { readNodeSurvival } from './survival/shown-survival.ts'
import { writeCurves } from './survival/write-curves.ts'
import { routeRefusals } from './route-refusals.ts'
import type { Asker, ShownFigures } from './shown-figures.ts'

const language = z.string().optional()
const questions = {
  gaps: z.strictObject({ language, year: z.coerce.number().int().min(1900).max(2200).optional() }),
  backTest: z.strictObject({ language }),
  mirrorCountries: z.strictObject({ language }),
  mirror: z.strictObject({
    language,
    origin: z.string(),
    destination: z.string(),
    flow: z.enum(mirrorFlows).default('crossings'),
    by: z.enum(mirrorBreakdowns).optional(),
    period: z.enum(['month', 'year']).default('year'),
  }),
  accounts: z.strictObject({
    language,
    stock: z.enum(accountStocks).default('residents'),
    country: z.string().max(10).optional(),
    format: z.enum(['json', 'csv']).default('json'),
  }),
  growth: z.strictObject({
    language,
    country: z.string().max(10).optional(),
    direction: z.enum(['arrival', 'departure']).default('arrival'),
    level: z.enum(growthLevels).default('year'),
    format: z.enum(['json', 'csv']).default('json'),
  }),
  survival: z.strictObject({
    language,
    country: z.string().max(10).optional(),
    year: z.coerce.number().int().min(1900).max(2200).optional(),
    by: z.enum(survivalBreakdowns).default(''),
    format: z.enum(['json', 'csv']).default('json'),
  }),
}

/** What a node says of its own figures: gaps, back-test, mirror, accounts, growth, and how long stays last. */
export function addMeasureRoutes(
  server: FastifyInstance,
  node: CaudalNode,
  figures: ShownFigures,
): void {
  server.get('/api/measure/gaps', publicReading, async (request) => {
    const { year } = understand(questions.gaps, request)
    return readGaps(node, languageOf(request), year)
  })

  server.get('/api/measure/back-test', publicReading, async (request) => {
    understand(questions.backTest, request)
    return readBackTests(node, readerOf(request), languageOf(request))
  })

  server.get('/api/measure/mirror/countries', publicReading, async (request) => {
    understand(questions.mirrorCountries, request)
    return readMirrorCountries(figures, languageOf(request))
  })

  server.get('/api/measure/mirror', publicReading, async (request) => {
    const { language: _, ...question } = understand(questions.mirror, request)
    return readMirror(figures, askerOf(request), question, languageOf(request))
  })

  server.get('/api/measure/accounts', publicReading, async (request, reply) => {
    const { format, stock, country } = understand(questions.accounts, request)
    const answer = await readNodeAccounts(
      node,
      figures,
      askerOf(request),
      { stock, country },
      languageOf(request),
    )
    if (format === 'json') return answer
    const name = ['accounts', stock, country].filter((part) => part !== undefined).join('-')
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="caudal-${name}.csv"`)
      .send(writeAccounts(answer))
  })

  server.get('/api/measure/growth', publicReading, async (request, reply) => {
    const { format, language: _, ...question } = understand(questions.growth, request)
    const answer = await readNodeGrowth(figures, askerOf(request), question, languageOf(request))
    if (format === 'json') return answer
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${growthDownload(answer)}"`)
      .send(writeGrowth(answer))
  })

  server.get('/api/measure/survival', publicReading, async (request, reply) => {
    const { format, language: _, ...question } = understand(questions.survival, request)
    const asker = askerOf(request)
    const answer = await readNodeSurvival(node, figures, asker, question, languageOf(request))
    if (format === 'json') return answer
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${survivalDownload(answer)}"`)
      .send(writeCurves(answer))
  })
}

const survivalDownload = ({ country, year, by }: SurvivalAnswer) =>
  `caudal-survival-${[country ?? 'none', year ?? 'all', by].filter((part) => part !== '').join('-')}.csv`

const askerOf = (request: FastifyRequest): Asker => ({
  reader: readerOf(request),
  from: request.ip,
})

const growthDownload = (answer: GrowthAnswer) =>
  `caudal-growth-${answer.country ?? 'none'}-${answer.direction}-${answer.level}.csv`

/** What is asked. @throws Refusal `measure.question-unclear` */
function understand<Schema extends z.ZodObject>(
  schema: Schema,
  request: FastifyRequest,
): z.output<Schema> {
  const result = schema.safeParse(request.query)
  if (result.success) return result.data
  const issue = result.error.issues[0]!
  const parameter =
    issue.code === 'unrecognized_keys' ? (issue.keys[0] ?? '') : String(issue.path[0] ?? '')
  throw routeRefusals.refuse('question-unclear', {
    parameter: parameter.slice(0, 80),
    known: Object.keys(schema.shape).join(', '),
  })
}

/** The language asked for, else the first that the reader prefers, else Spanish. */
function languageOf(request: FastifyRequest): Language {
  const asked = (request.query as { language?: unknown }).language
  if (typeof asked === 'string' && isLanguage(asked)) return asked
  const preferred = (request.headers['accept-language'] ?? '')
    .split(',')
    .map((part) => part.trim().slice(0, 2).toLowerCase())
    .find((tag) => isLanguage(tag))
  return preferred ?? 'es'
}
