import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { tmpdir } from 'node:os'
import type { ImportReport, ImportProgress } from '../import-report.ts'
import type { ImportRequest } from '../import-request.ts'
import { collectRefusals } from '../refusals.ts'
import { ShapeChanged, type Connector, type PublicPage, type PublicRow } from './connector.ts'
import { fetchText } from './http-client.ts'
import { sourceRefusals } from './refusals.ts'
import { unhcr } from './unhcr.ts'
import { worldBank } from './world-bank.ts'

export const connectors: readonly Connector[] = [unhcr, worldBank]

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
  const rows: PublicRow[] = []
  for await (const page of pagesOf(connector, request)) rows.push(...page.rows)
  if (rows.length === 0) throw sourceRefusals.refuse('source-empty', { source: connector.id })
  const folder = await mkdtemp(join(tmpdir(), 'caudal-public-'))
  try {
    const file = join(folder, `${connector.id}.ndjson`)
    await writeFile(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
    const { onProgress } = request
    return await take({
      file,
      profile: connector.profile,
      ...(onProgress === undefined ? {} : { onProgress }),
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function* pagesOf(connector: Connector, request: PublicRequest): AsyncIterable<PublicPage> {
  const first = connector.address({ countries: request.countries })
  if (request.from !== undefined) {
    for (const path of request.from) {
      const name = basename(path)
      const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
        throw collectRefusals.refuse('file-missing', { file: name, reason: error.code ?? '?' })
      })
      yield readPage(connector, text, first, name)
    }
    return
  }
  await mkdir(request.folder, { recursive: true, mode: 0o700 })
  const options = {
    fetch: request.fetch ?? fetch,
    folder: request.folder,
    patienceMs: request.patienceMs ?? 1000,
  }
  let address: string | undefined = first
  for (let page = 0; address !== undefined && page < mostPages; page += 1) {
    const text: string = await fetchText(address, options)
    const read: PublicPage = readPage(connector, text, address, new URL(address).host)
    yield read
    address = read.next
  }
}

function readPage(connector: Connector, text: string, address: string, where: string): PublicPage {
  try {
    return connector.readPage(JSON.parse(text), address)
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
