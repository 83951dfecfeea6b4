import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { decideLanguage, type Language, readShape } from '@caudal/methods/vocabulary'
import { readerOf } from '../../govern/access-of-routes.ts'
import { confirmClock, readClock } from '../../govern/clock/service.ts'
import type { CaudalNode } from '../../store/index.ts'
import { countryChoices, countryName } from '../pages/countries.ts'
import { contentTypes } from './content-types.ts'
import { releaseRefusals } from './refusals.ts'
import type { Release } from './release-state.ts'
import { createReleaseReview } from './review.ts'
import { createReleaseService } from './service.ts'
import { namesLeftOut } from './templates.ts'

const reviewing = { config: { access: { operation: 'publish.review' } } } as const
const drafting = { config: { access: { operation: 'protect.run' } } } as const
/** A decision is a person's own: no program takes it for somebody. */
const deciding = { config: { access: { operation: 'publish.release', person: true } } } as const

interface OfRelease {
  Params: { id: string }
}

const draftBody = z.strictObject({
  template: z.string().max(80),
  country: z.string().max(10).optional(),
  period: z.string().max(10).optional(),
  threshold: z.number().int().min(2).max(1000).optional(),
})
const remarkBody = z.strictObject({ remark: z.string().max(2000).optional() })
const publishBody = z.strictObject({ at: z.string().max(40).optional() })
const supersedeBody = z.strictObject({ successor: z.string().max(100) })

/** Releases in preparation, for the desk: `/api/publish`. */
export function addReleaseDeskRoutes(server: FastifyInstance, node: CaudalNode): void {
  const service = createReleaseService(node)
  const review = createReleaseReview(node)
  server.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/publish/')) reply.header('cache-control', 'no-store')
  })

  server.get('/api/publish/releases', reviewing, async (request) => {
    const releases = await service.list(await readerOf(request)())
    const language = languageOf(request)
    const { aheadSeconds } = await readClock(node.register, new Date())
    return {
      language,
      clock: { aheadSeconds },
      releases: releases
        .map(({ isOwn, ...each }) => ({ ...entryOf(each, language), isOwn }))
        .toReversed(),
    }
  })
  server.post('/api/publish/clock/confirmed', deciding, async (request) => {
    understand(z.strictObject({}), request.body)
    return { aheadSeconds: await confirmClock(node, await readerOf(request)(), new Date()) }
  })
  server.get('/api/publish/templates', drafting, async (request) => {
    const actor = await readerOf(request)()
    // a sheet is drafted in its country; a regional coordinator drafts those of any
    const coordinates = actor.roles.includes('regional-coordinator')
    return {
      templates: await review.templates(actor),
      own: actor.country,
      coordinates,
      countries: countryChoices(languageOf(request)).filter(
        ({ code }) => coordinates || code === actor.country,
      ),
    }
  })
  server.post('/api/publish/releases', drafting, async (request, reply) => {
    const { template, ...parameters } = understand(draftBody, request.body)
    const given = Object.fromEntries(
      Object.entries(parameters).filter(([, value]) => value !== undefined),
    )
    const job = await review.startDraft(await readerOf(request)(), template, given)
    return reply.code(202).send({ job })
  })
  server.get<{ Params: { job: string } }>(
    '/api/publish/drafting/:job',
    drafting,
    async (request) => {
      const { job } = request.params
      const number = /^\d{1,9}$/.test(job) ? Number(job) : 0
      const { problem, ...found } = await review.drafting(await readerOf(request)(), number)
      const language = languageOf(request)
      return {
        ...found,
        problem: problem && { what: problem.what[language], advice: problem.advice[language] },
      }
    },
  )
  server.get<OfRelease>('/api/publish/releases/:id', reviewing, async (request) => {
    const language = languageOf(request)
    const actor = await readerOf(request)()
    const inspected = await review.inspect(actor, request.params.id, language)
    const { release, hidden, nameOf, counted, may } = inspected
    const { draftedBy, draftedAt, approvedBy, events, findings, plan } = release
    return {
      ...entryOf(release, language),
      draftedBy: nameOf(draftedBy),
      draftedAt,
      approvedBy: approvedBy === undefined ? null : nameOf(approvedBy),
      mine: actor.id === draftedBy,
      counted: counted.map((code) => (code === '' ? '' : countryName(code, language))),
      may,
      threshold: plan.rules.threshold,
      figures: plan.figures.map(({ id, cube }) => ({ id, cube })),
      leftOut: namesLeftOut(plan, language),
      events: events.map((event) => ({ ...event, actor: nameOf(event.actor) })),
      findings,
      hidden,
    }
  })
  server.get<{ Params: { id: string; other: string } }>(
    '/api/publish/releases/:id/compare/:other',
    reviewing,
    async (request) => {
      const { id, other } = request.params
      const actor = await readerOf(request)()
      return { figures: await review.compare(actor, other, id, languageOf(request)) }
    },
  )
  server.get<{ Params: { id: string; '*': string } }>(
    '/api/publish/releases/:id/files/*',
    reviewing,
    async (request, reply) => {
      const { id, '*': name } = request.params
      const content = await review.readDraftFile(await readerOf(request)(), id, name)
      if (content === undefined) {
        throw releaseRefusals.refuse('not-public', { release: id, file: name.slice(0, 80) })
      }
      return reply.header('content-type', contentTypes[name.split('.').at(-1)!]!).send(content)
    },
  )

  const decision = <Body extends z.ZodObject>(
    verb: 'approve' | 'reject' | 'publish' | 'supersede',
    body: Body,
    decide: (request: FastifyRequest, id: string, given: z.output<Body>) => Promise<Release>,
  ) =>
    server.post<OfRelease>(`/api/publish/releases/:id/${verb}`, deciding, async (request) => {
      const release = await decide(request, request.params.id, understand(body, request.body))
      return entryOf(release, languageOf(request))
    })
  decision('approve', remarkBody, async (request, id, { remark }) =>
    service.approve(await readerOf(request)(), id, remark),
  )
  decision('reject', remarkBody, async (request, id, { remark }) =>
    service.reject(await readerOf(request)(), id, remark),
  )
  decision('publish', publishBody, async (request, id, { at }) =>
    service.publish(await readerOf(request)(), id, at),
  )
  decision('supersede', supersedeBody, async (request, id, { successor }) =>
    service.supersede(await readerOf(request)(), id, successor),
  )
}

/** A release as lists have it. */
function entryOf(release: Release, language: Language) {
  const { id, series, vintage, plan, state, publishAt, successor } = release
  return {
    id,
    series,
    vintage,
    state,
    title: plan.title[language],
    publishAt: publishAt ?? null,
    successor: successor ?? null,
  }
}

function understand<Body extends z.ZodObject>(schema: Body, given: unknown): z.output<Body> {
  const { data, problem } = readShape(schema, given ?? {})
  if (problem === undefined) return data
  throw releaseRefusals.refuse('plan-malformed', { path: problem.place, reason: problem.what })
}

function languageOf(request: FastifyRequest): Language {
  const { language } = request.query as { language?: unknown }
  return decideLanguage(language, request.headers['accept-language'])
}
