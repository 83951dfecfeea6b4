import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { decideLanguage, languages, type Language } from '@caudal/methods/vocabulary'
import { appRefusals } from '../refusals.ts'
import { answerProblem } from './problem-answer.ts'

const aYear = 365 * 24 * 3600
const page = { config: { access: { open: 'page' } } } as const

/** Serves the built portal: its files, one page for every address under a language, `/` by choice. */
export async function addPortalPages(server: FastifyInstance, folder: string): Promise<void> {
  const pageIn = await followPage(join(folder, 'index.html'))

  await server.register(async (files) => {
    files.addHook('onRoute', (route) => {
      route.config = { ...route.config, ...page.config }
    })
    // a folder is no page: whether there is one of that name is not told either
    files.setErrorHandler<Error & { statusCode?: number }>((error, request, reply) => {
      const path = request.url.split('?')[0] ?? '/'
      const isFolder = error.statusCode === 403
      return answerProblem(
        isFolder ? appRefusals.refuse('no-such-page', { path }) : error,
        request,
        reply,
      )
    })
    await files.register(fastifyStatic, {
      root: folder,
      index: false,
      redirect: false,
      cacheControl: false,
      setHeaders(reply, path) {
        // Files under assets/ carry a hash of their content in their name.
        const lasting = /[/\\]assets[/\\]/.test(path)
        void reply.header(
          'cache-control',
          lasting ? `public, max-age=${aYear}, immutable` : 'no-cache',
        )
      },
    })
  })

  server.get('/', page, async (request, reply) => {
    const language = decideLanguage(undefined, request.headers['accept-language'])
    return reply.header('vary', 'accept-language').redirect(`/${language}`)
  })

  for (const language of languages) {
    // The pages that are baked (`publish/pages`) have addresses of their own before this.
    server.get(`/${language}/*`, page, async (_request, reply) =>
      reply
        .header('content-type', 'text/html; charset=utf-8')
        .header('content-language', language)
        .header('cache-control', 'no-cache')
        .send(await pageIn(language)),
    )
  }
}

/**
 * The page of the application, read again when it has changed: a portal that is built anew while the node
 * runs is served with the names of its new files. While it is being built, the page before it is.
 */
async function followPage(path: string): Promise<(language: Language) => Promise<string>> {
  let html = await readFile(path, 'utf8')
  let changed = (await stat(path)).mtimeMs
  return async (language) => {
    try {
      const { mtimeMs } = await stat(path)
      if (mtimeMs !== changed) {
        html = await readFile(path, 'utf8')
        changed = mtimeMs
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    }
    return html
      .replace(/<html([^>]*?)\slang="[a-z]+"/, `<html$1 lang="${language}"`)
      .replace('/manifest.es.webmanifest', `/manifest.${language}.webmanifest`)
  }
}
