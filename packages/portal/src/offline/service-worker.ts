/// <reference lib="webworker" />
// What a browser does between the portal and its node: pages fresh from the node whenever it answers,
// and as they were last seen, with their date, when it does not. What may be kept is decided in
// `keeping-rules.ts`. Built as one file at the root of the site (`vite.config.ts`).
import { languages, type Language } from '@caudal/methods/vocabulary'
import { isKept, keptFilesAtMost, keptPagesAtMost, wayOf } from './keeping-rules.ts'
import { dateKeptPage, filesOfPage, listKeptPages, titleOf, type KeptEntry } from './kept-page.ts'

const worker = self as unknown as ServiceWorkerGlobalScope
const pagesName = 'pages-1'
const filesName = 'files-1'
/** When a kept answer came from the node. */
const dateHeader = 'x-kept-at'

worker.addEventListener('install', (event) => {
  event.waitUntil(keepFirst().then(() => worker.skipWaiting()))
})

worker.addEventListener('activate', (event) => {
  event.waitUntil(dropOthers().then(() => worker.clients.claim()))
})

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== worker.location.origin) return
  const way = wayOf(url.pathname, request.mode === 'navigate')
  if (way === 'kept-first') event.respondWith(answerFile(event))
  if (way === 'page') event.respondWith(answerPage(event, url))
})

/** The page without a connection, in every language, with the files that it loads. */
async function keepFirst(): Promise<void> {
  for (const language of languages) {
    const answer = await fetch(offlineOf(language), { cache: 'no-cache' })
    if (!answer.ok) continue
    await keepFilesOf(await answer.clone().text())
    await keepPage(offlineOf(language), answer)
  }
}

async function dropOthers(): Promise<void> {
  const own = [pagesName, filesName]
  const names = await caches.keys()
  await Promise.all(names.filter((name) => !own.includes(name)).map((name) => caches.delete(name)))
}

async function answerFile(event: FetchEvent): Promise<Response> {
  const files = await caches.open(filesName)
  const kept = await files.match(event.request)
  if (kept) return kept
  const answer = await fetch(event.request)
  if (answer.status === 200) {
    const copy = answer.clone()
    event.waitUntil(files.put(event.request, copy).then(() => keepNewest(files, keptFilesAtMost)))
  }
  return answer
}

async function answerPage(event: FetchEvent, url: URL): Promise<Response> {
  const language = languages.find((each) => url.pathname.startsWith(`/${each}`))!
  const path = url.pathname + url.search
  try {
    const answer = await fetch(event.request)
    // What stands before a node answers so while the node is down.
    if ([502, 503, 504].includes(answer.status)) {
      return (await pageFromBefore(path, language)) ?? answer
    }
    const { headers } = answer
    const said = [headers.get('content-type') ?? '', headers.get('cache-control') ?? ''] as const
    if (!answer.redirected && isKept(answer.status, ...said)) {
      event.waitUntil(keepPage(path, answer.clone()))
    }
    return answer
  } catch (error) {
    const kept = (await pageFromBefore(path, language)) ?? (await nothingKept(language))
    if (kept === undefined) throw error
    return kept
  }
}

async function keepPage(key: string, answer: Response): Promise<void> {
  const headers = new Headers(answer.headers)
  headers.set(dateHeader, new Date().toISOString())
  const pages = await caches.open(pagesName)
  // Taken out first, so that the order of what is kept is the order in which it was seen.
  await pages.delete(key)
  await pages.put(key, new Response(await answer.blob(), { status: answer.status, headers }))
  await keepNewest(pages, keptPagesAtMost)
}

async function keepNewest(cache: Cache, atMost: number): Promise<void> {
  const keys = (await cache.keys()).filter((key) => !isAlwaysKept(new URL(key.url).pathname))
  await Promise.all(
    keys.slice(0, Math.max(0, keys.length - atMost)).map((key) => cache.delete(key)),
  )
}

async function keepFilesOf(html: string): Promise<void> {
  const files = await caches.open(filesName)
  for (const path of filesOfPage(html)) if (!(await files.match(path))) await files.add(path)
}

async function pageFromBefore(path: string, language: Language): Promise<Response | undefined> {
  const kept = await (await caches.open(pagesName)).match(path)
  if (kept === undefined) return undefined
  const keptAt = new Date(kept.headers.get(dateHeader)!)
  const html = dateKeptPage(await kept.text(), keptAt, language)
  return new Response(html, { headers: kept.headers })
}

/** The page that lists what is kept. */
async function nothingKept(language: Language): Promise<Response | undefined> {
  const pages = await caches.open(pagesName)
  const offline = await pages.match(offlineOf(language))
  if (offline === undefined) return undefined
  const html = listKeptPages(await offline.text(), await listKept(pages, language))
  return new Response(html, { headers: offline.headers })
}

async function listKept(pages: Cache, language: Language): Promise<KeptEntry[]> {
  const entries: KeptEntry[] = []
  for (const { url } of (await pages.keys()).toReversed()) {
    const { pathname, search } = new URL(url)
    if (isAlwaysKept(pathname) || !new RegExp(`^/${language}(/|$)`).test(pathname)) continue
    const answer = await pages.match(url)
    if (answer) entries.push({ path: pathname + search, title: titleOf(await answer.text()) })
  }
  return entries
}

const offlineOf = (language: Language): string => `/${language}/offline`
const isAlwaysKept = (path: string): boolean => /^\/[a-z]{2}\/offline$/.test(path)
