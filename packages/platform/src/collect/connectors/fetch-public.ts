import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { tmpdir } from 'node:os'
import { pipeline } from 'node:stream/promises'
import type { ImportReport, ImportProgress } from '../import-report.ts'
import type { ImportRequest } from '../import-request.ts'
import { collectRefusals } from '../refusals.ts'
import { ShapeChanged, type Connector, type PublicPage } from './connector.ts'
import { hdxDtm } from './hdx-dtm.ts'
import { checkWithin } from './follow-within.ts'
import { fetchFile, fetchText, mostBytes, type HttpOptions } from './http-client.ts'
import { missingMigrants } from './missing-migrants.ts'
import { sourceRefusals } from './refusals.ts'
import { unSdg } from './un-sdg.ts'
import { unhcr } from './unhcr.ts'
import { worldBank } from './world-bank.ts'

export const connectors: readonly Connector[] = [unhcr, worldBank, missingMigrants, unSdg, hdxDtm]

export interface PublicRequest {
  /** Id of a connector. */
  readonly source: string
  /** ISO 3166-1 alpha-3; all countries where empty. */
  readonly countries: readonly string[]
  /** A saved answer, or several pages of one, in place of the network. */
  readonly from?: readonly string[]
  readonly onProgress?: ImportProgress
  /** Where answers are kept from one time to the next. */
  readonly folder: string
  readonly fetch?: typeof fetch
  readonly patienceMs?: number
  /** The last year that a source with one answer a year is asked for; this one where absent. */
  readonly thisYear?: number
}

/** Pages after which a source that always names a next one is given up. */
const mostPages = 1000

/**
 * Brings the figures of a public source in through the same door as any file.
 *
 * @param take Takes the flattened file in; the import of the node.
 * @throws {Refusal} where the source is unknown, cannot be reached or has changed its shape
 */
export async function fetchPublic(
  request: PublicRequest,
  take: (file: Pick<ImportRequest, 'file' | 'profile' | 'onProgress'>) => Promise<ImportReport>,
): Promise<ImportReport> {
  const connector = connectors.find(({ id }) => id === request.source)
  if (connector === undefined) {
    throw sourceRefusals.refuse('source-unknown', {
      source: request.source,
      known: connectors.map(({ id }) => id).join(', '),
    })
  }
  if (connector.givesAllCountries && request.countries.length > 0) {
    throw sourceRefusals.refuse('source-whole', { source: connector.id })
  }
  const { onProgress } = request
  const handOn = (file: string) =>
    take({
      file,
      profile: connector.profile,
      ...(onProgress === undefined ? {} : { onProgress }),
    })
  if (connector.fileOf !== undefined) {
    const file = await fileOf(connector, request)
    return handOn(file)
  }
  const folder = await mkdtemp(join(tmpdir(), 'caudal-public-'))
  try {
    const file = join(folder, `${connector.id}.${connector.form === 'array' ? 'json' : 'ndjson'}`)
    const written = { rows: 0 }
    await pipeline(textOf(connector, request, written), createWriteStream(file, { mode: 0o600 }))
    if (written.rows === 0) throw sourceRefusals.refuse('source-empty', { source: connector.id })
    return await handOn(file)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The rows of all pages as text, page by page: no more than one of them is held at a time. */
async function* textOf(
  connector: Connector,
  request: PublicRequest,
  written: { rows: number },
): AsyncGenerator<string> {
  const isArray = connector.form === 'array'
  if (isArray) yield '['
  for await (const { rows } of pagesOf(connector, request)) {
    for (const row of rows) {
      const before = isArray && written.rows > 0 ? ',' : ''
      written.rows += 1
      yield `${before}${JSON.stringify(row)}\n`
    }
  }
  if (isArray) yield ']'
}

/** The file of a source that publishes one: the saved copy, or downloaded as it comes. */
async function fileOf(connector: Connector, request: PublicRequest): Promise<string> {
  const [saved] = request.from ?? []
  if (saved !== undefined) return saved
  const options = await clientOf(connector, request)
  const first = connector.address({ countries: [] })
  const text = await fetchText(first, options)
  const address = read(connector, new URL(first).host, text, (answer) => connector.fileOf!(answer))
  checkWithin(address, new URL(first).hostname, options.places)
  return fetchFile(address, `${connector.id}.csv`, options)
}

async function clientOf(connector: Connector, request: PublicRequest): Promise<HttpOptions> {
  await mkdir(request.folder, { recursive: true, mode: 0o700 })
  return {
    fetch: request.fetch ?? fetch,
    places: connector.places ?? [],
    folder: request.folder,
    patienceMs: request.patienceMs ?? 1000,
  }
}

async function* pagesOf(connector: Connector, request: PublicRequest): AsyncIterable<PublicPage> {
  const first = connector.address({ countries: request.countries })
  const thisYear = request.thisYear ?? new Date().getUTCFullYear()
  if (request.from !== undefined) {
    let last: Required<PublicPage>['place'] | undefined
    for (const path of request.from) {
      const name = basename(path)
      const missing = (error: NodeJS.ErrnoException) => {
        throw collectRefusals.refuse('file-missing', { file: name, reason: error.code ?? '?' })
      }
      const { size } = await stat(path).catch(missing)
      if (size > mostBytes) {
        throw sourceRefusals.refuse('source-too-long', { source: name, most: mostBytes / 2 ** 20 })
      }
      const text = await readFile(path, 'utf8').catch(missing)
      const page = readPage(connector, text, first, name, thisYear)
      checkFollows(page.place, last, name)
      last = page.place
      yield page
    }
    checkFollows(undefined, last, basename(request.from.at(-1) ?? ''))
    return
  }
  const options = await clientOf(connector, request)
  let address: string | undefined = first
  for (let page = 0; address !== undefined && page < mostPages; page += 1) {
    const text: string = await fetchText(address, options)
    const read: PublicPage = readPage(connector, text, address, new URL(address).host, thisYear)
    yield read
    if (read.next !== undefined) checkWithin(read.next, new URL(first).hostname, options.places)
    address = read.next
  }
}

/**
 * Pages saved by hand are all there, in their order; several answers may follow one another.
 *
 * @throws {Refusal} collect.source-page-missing
 */
function checkFollows(page: PublicPage['place'], last: PublicPage['place'], file: string): void {
  const isOver = last === undefined || last.page >= last.pages
  const expected = isOver ? 1 : last.page + 1
  if (page === undefined ? isOver : page.page === expected) return
  const pages = (isOver ? page : last)?.pages ?? 1
  throw sourceRefusals.refuse('source-page-missing', {
    file,
    expected,
    pages,
    found: page?.page ?? '–',
  })
}

function readPage(
  connector: Connector,
  text: string,
  address: string,
  where: string,
  thisYear: number,
): PublicPage {
  return read(connector, where, text, (answer) => connector.readPage(answer, address, thisYear))
}

/** Reads an answer; one of another shape than documented is refused with what differs. */
function read<Result>(
  connector: Connector,
  where: string,
  text: string,
  work: (answer: unknown) => Result,
): Result {
  return answering(connector, where, text, () => work(JSON.parse(text)))
}

function answering<Result>(
  connector: Connector,
  where: string,
  text: string,
  work: () => Result,
): Result {
  try {
    return work()
  } catch (error) {
    if (error instanceof ShapeChanged) {
      throw sourceRefusals.refuse('source-changed', {
        source: `${connector.id} (${where})`,
        missing: error.missing.join(', '),
        found: error.found.join(', ') || '–',
      })
    }
    if (error instanceof SyntaxError) {
      throw sourceRefusals.refuse('source-changed', {
        source: `${connector.id} (${where})`,
        missing: 'JSON',
        found: text.slice(0, 80).replace(/\s+/g, ' '),
      })
    }
    throw error
  }
}
