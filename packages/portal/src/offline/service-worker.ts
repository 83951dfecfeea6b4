/// <reference lib="webworker" />
// What a browser does between the portal and its node: pages and figures fresh from the node whenever it
// answers, and as they were last seen, with their date, when it does not. What may be kept is decided in
// `keeping-rules.ts`. Built as one file at the root of the site (`vite.config.ts`).
import { languages, type Language } from '@caudal/methods/vocabulary'
import {
  isAnswerKept,
  isKept,
  keptAnswersAtMost,
  keptFilesAtMost,
  keptPagesAtMost,
  wayOf,
} from './keeping-rules.ts'
import { canDraw, explorationOf } from './kept-exploration.ts'
import { answersName, dateHeader } from './kept-answers.ts'
import { dateKeptPage, filesOfPage, listKeptPages, titleOf, type KeptEntry } from './kept-page.ts'

const worker = self as unknown as ServiceWorkerGlobalScope
const pagesName = 'pages-1'
const filesName = 'files-1'
/** In each language the page that the application draws in, without anything in it. */
const framesName = 'frames-1'

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
  if (way === 'frame') event.respondWith(answerFrame(event, url))
  if (way === 'answer') event.respondWith(answerFigures(event, url))
})

/** The page without a connection, in every language, with the files that it loads; and an empty frame. */
async function keepFirst(): Promise<void> {
  for (const language of languages) {
    const [answer, frame] = await Promise.all(
      [offlineOf(language), frameOf(language)].map((path) => fetch(path, { cache: 'no-cache' })),
    )
    if (frame!.ok) await (await caches.open(framesName)).put(frameOf(language), frame!)
    if (!answer!.ok) continue
    await keepFilesOf(await answer!.clone().text())
    await keepPage(offlineOf(language), answer!)
  }
}

async function dropOthers(): Promise<void> {
  const own = [pagesName, filesName, framesName, answersName]
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
  const language = languageOf(url)
  const path = url.pathname + url.search
  try {
    const answer = await fetch(event.request)
    if (isDown(answer)) {
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

/** The frame of explore; without the node, where it has figures to draw. */
async function answerFrame(event: FetchEvent, url: URL): Promise<Response> {
  const language = languageOf(url)
  try {
    const answer = await fetch(event.request)
    if (isDown(answer)) return (await frameFromBefore(url, language)) ?? answer
    if (answer.status === 200 && !answer.redirected) {
      event.waitUntil(keepFrame(language, answer.clone()))
    }
    return answer
  } catch (error) {
    const kept = (await frameFromBefore(url, language)) ?? (await nothingKept(language))
    if (kept === undefined) throw error
    return kept
  }
}

async function keepFrame(language: Language, frame: Response): Promise<void> {
  await keepFilesOf(await frame.clone().text())
  await (await caches.open(framesName)).put(frameOf(language), frame)
}

async function frameFromBefore(url: URL, language: Language): Promise<Response | undefined> {
  const keys = await (await caches.open(answersName)).keys()
  const kept = keys.map((key) => new URL(key.url)).map(({ pathname, search }) => pathname + search)
  if (!canDraw(url.pathname, kept)) return undefined
  return (await caches.open(framesName)).match(frameOf(language), { ignoreVary: true })
}

/** Figures from the node; without it as they were read before, which their header says. */
async function answerFigures(event: FetchEvent, url: URL): Promise<Response> {
  const path = url.pathname + url.search
  const before = async (): Promise<Response | undefined> =>
    (await caches.open(answersName)).match(path, { ignoreVary: true })
  try {
    const answer = await fetch(event.request)
    if (isDown(answer)) return (await before()) ?? answer
    const { headers } = answer
    const type = headers.get('content-type') ?? ''
    if (isAnswerKept(answer.status, type, headers.get('x-audience'), url.pathname)) {
      event.waitUntil(keep(answersName, path, answer.clone(), keptAnswersAtMost))
    }
    return answer
  } catch (error) {
    const kept = await before()
    if (kept === undefined) throw error
    return kept
  }
}

const keepPage = (key: string, answer: Response): Promise<void> =>
  keep(pagesName, key, answer, keptPagesAtMost)

async function keep(name: string, key: string, answer: Response, atMost: number): Promise<void> {
  const headers = new Headers(answer.headers)
  headers.set(dateHeader, new Date().toISOString())
  const kept = await caches.open(name)
  // Taken out first, so that the order of what is kept is the order in which it was seen.
  await kept.delete(key, { ignoreVary: true })
  await kept.put(key, new Response(await answer.blob(), { status: answer.status, headers }))
  await keepNewest(kept, atMost)
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
  // The page without a connection lists what is kept now.
  if (isAlwaysKept(path)) return nothingKept(language)
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
  const listed = [...(await listKept(pages, language)), ...(await listExplorations(language))]
  const html = listKeptPages(await offline.text(), listed)
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

/** Pages of explore that show the tables which are kept, what was read last first. */
async function listExplorations(language: Language): Promise<KeptEntry[]> {
  const answers = await caches.open(answersName)
  const listed = new Map<string, KeptEntry>()
  for (const key of (await answers.keys()).toReversed()) {
    const read = async () => (await answers.match(key, { ignoreVary: true }))?.json()
    const entry = await explorationOf(new URL(key.url), read, language)
    // The total behind a table, or the series behind a number, has the name of the table.
    if (entry && !listed.has(entry.title)) listed.set(entry.title, entry)
  }
  return [...listed.values()].slice(0, 20)
}

const languageOf = (url: URL): Language =>
  languages.find((each) => url.pathname.startsWith(`/${each}`))!
/** Whether what stands before a node answers for it, as it does while the node is down. */
const isDown = ({ status }: Response): boolean => [502, 503, 504].includes(status)
const frameOf = (language: Language): string => `/${language}/explore`
const offlineOf = (language: Language): string => `/${language}/offline`
const isAlwaysKept = (path: string): boolean => /^\/[a-z]{2}\/offline$/.test(path)
