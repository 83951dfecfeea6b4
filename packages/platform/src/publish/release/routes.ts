import { publicReading } from '../../govern/access-of-routes.ts'
import type { FastifyInstance } from 'fastify'
import { decideLanguage, languages, Refusal, type Language } from '@caudal/methods/vocabulary'
import type { CaudalNode } from '../../store/index.ts'
import { renderNoRelease } from '../../../../portal/src/release/index.ts'
import { contentTypes } from './content-types.ts'
import { pdfName } from './print-pdf.ts'
import { releaseRefusals } from './refusals.ts'
import { servedPage } from './served-page.ts'
import { createReleaseService } from './service.ts'
import type { Release } from './release-state.ts'

/**
 * Releases that are out: their list, and their files as they were signed. An address keeps working
 * when another release takes its place; its page says so, and its files do in a header.
 */
export function addReleaseRoutes(server: FastifyInstance, node: CaudalNode): void {
  const service = createReleaseService(node)

  server.get('/api/releases', publicReading, async (request, reply) => {
    const asked = (request.query as { language?: unknown }).language
    const language = decideLanguage(asked, request.headers['accept-language'])
    const releases = await service.listPublic()
    return reply
      .header('cache-control', 'no-cache')
      .header('vary', 'accept-language')
      .send({ language, releases: releases.map((release) => summary(release, language)) })
  })

  server.get<{ Params: { id: string; '*': string } }>(
    '/releases/:id/*',
    publicReading,
    async (request, reply) => {
      const { id, '*': name } = request.params
      const named = languages.find((each) => name === each || name === `${each}/`)
      if (name === '' || named !== undefined) {
        const language = named ?? decideLanguage(undefined, request.headers['accept-language'])
        return reply
          .header('vary', 'accept-language')
          .redirect(`/releases/${encodeURIComponent(id)}/${language}/index.html`)
      }
      const found = await service.readFile(id, name)
      if (found === undefined) {
        const page = languages.find((each) => name === `${each}/index.html`)
        if (page === undefined) {
          throw releaseRefusals.refuse('not-public', { release: id, file: name })
        }
        return reply
          .code(404)
          .header('content-type', contentTypes['html']!)
          .header('content-language', page)
          .header('cache-control', 'no-store')
          .send(renderNoRelease(page, id.slice(0, 80)))
      }
      const { release, content } = found
      const extension = name.split('.').at(-1)!
      reply.header('content-type', contentTypes[extension]!).header('cache-control', 'no-cache')
      if (release.successor !== undefined) {
        reply.header('link', `</releases/${release.successor}/>; rel="successor-version"`)
      }
      if (extension !== 'html') return reply.send(content)
      const language = languages.find((each) => name.startsWith(`${each}/`)) ?? 'en'
      const origin = `${request.protocol}://${request.host}`
      // one that was touched is not led to
      const hasPdf = await service.readFile(id, `${language}/${pdfName}`).then(
        (pdf) => pdf !== undefined,
        (error: unknown) => {
          if (error instanceof Refusal) return false
          throw error
        },
      )
      return reply
        .header('content-language', language)
        .send(servedPage(content, release, language, hasPdf, `${origin}/releases/${id}/${name}`))
    },
  )

  // addresses that people shorten, or write as those of other pages
  for (const address of ['/releases/:id', ...languages.map((each) => `/${each}/releases/:id`)]) {
    const language = languages.find((each) => address.startsWith(`/${each}/`))
    server.get<{ Params: { id: string } }>(address, publicReading, async (request, reply) => {
      const place = `/releases/${encodeURIComponent(request.params.id)}/`
      return reply.redirect(language === undefined ? place : `${place}${language}/index.html`)
    })
  }
}

function summary(
  { id, series, vintage, plan, state, publishAt, successor }: Release,
  language: Language,
) {
  return {
    id,
    series,
    vintage,
    title: plan.title[language],
    state,
    publishedAt: publishAt ?? null,
    successor: successor ?? null,
    page: `/releases/${id}/${language}/index.html`,
    archive: `/releases/${id}/archive.zip`,
  }
}
