import { publicReading } from '../../govern/access-of-routes.ts'
import type { FastifyInstance } from 'fastify'
import { escapeHtml } from '@caudal/methods/publish'
import { decideLanguage, languages, type Language } from '@caudal/methods/vocabulary'
import type { CaudalNode } from '../../store/index.ts'
import { noticePlace, pdfPlace } from '../../../../portal/src/release/index.ts'
import { contentTypes } from './content-types.ts'
import { pdfName } from './print-pdf.ts'
import { releasePageWords } from './page-words.ts'
import { releaseRefusals } from './refusals.ts'
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
      if (name === '') {
        const language = decideLanguage(undefined, request.headers['accept-language'])
        return reply
          .header('vary', 'accept-language')
          .redirect(`/releases/${id}/${language}/index.html`)
      }
      const found = await service.readFile(id, name)
      if (found === undefined) {
        throw releaseRefusals.refuse('not-public', { release: id, file: name })
      }
      const { release, content } = found
      const extension = name.split('.').at(-1)!
      reply.header('content-type', contentTypes[extension]!).header('cache-control', 'no-cache')
      if (release.successor !== undefined) {
        reply.header('link', `</releases/${release.successor}/>; rel="successor-version"`)
      }
      if (extension !== 'html') return reply.send(content)
      const language = languages.find((each) => name.startsWith(`${each}/`)) ?? 'en'
      const pdf = await service.readFile(id, `${language}/${pdfName}`)
      return reply
        .header('content-language', language)
        .send(withAdditions(content, release, language, pdf !== undefined))
    },
  )
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

/** A page as it is served: the bytes that were signed, and what has become known since. */
function withAdditions(
  content: Buffer,
  release: Release,
  language: Language,
  hasPdf: boolean,
): string | Buffer {
  const { successor } = release
  const words = releasePageWords[language]
  let page = content.toString('utf8')
  if (hasPdf) page = page.replace(pdfPlace, ` · <a href="${pdfName}">${escapeHtml(words.pdf)}</a>`)
  if (successor === undefined) return page
  const link = `<a href="/releases/${escapeHtml(successor)}/${language}/index.html">${escapeHtml(successor)}</a>`
  return page.replace(
    noticePlace,
    `<p class="notice" role="status">${escapeHtml(words.superseded)} ${link}</p>`,
  )
}
