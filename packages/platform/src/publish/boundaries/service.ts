import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdir, readFile, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import world from '../../../../../data/boundaries/world.json' with { type: 'json' }
import { replaceFile } from '../../store/durable-file.ts'
import type { Actor } from '@caudal/methods/govern'
import { auditLogOf } from '../../govern/audit/audit-log.ts'
import { actOf, authorise } from '../../govern/authorise.ts'
import type { CaudalNode } from '../../store/node.ts'
import { largestFileBytes } from './boundary-limits.ts'
import { checkAreas, type Repairs } from './check-areas.ts'
import { lightenBoundaries, type BoundaryTopology } from './lighten-boundaries.ts'
import { readBoundaryJson } from './read-boundary-json.ts'
import { boundaryRefusals } from './refusals.ts'
import { measurePolygonAreaKm2 } from './ring-geometry.ts'

export const boundaryLevels = ['department', 'municipality'] as const
export type BoundaryLevel = (typeof boundaryLevels)[number]

export interface BoundaryImportRequest {
  /** Path of the GeoJSON or TopoJSON file. */
  readonly path: string
  readonly level: BoundaryLevel
  /** ISO 3166-1 alpha-3. */
  readonly country?: string | undefined
  readonly codeProperty: string
  readonly nameProperty?: string | undefined
  readonly title: string
  readonly owner: string
  readonly licence: string
  /** Object of a TopoJSON file with several layers. */
  readonly layer?: string | undefined
  readonly dissolve?: boolean | undefined
}

export interface BoundaryImport {
  readonly id: string
  readonly outcome: 'added' | 'replaced' | 'unchanged'
  readonly areas: number
  /** Size of what a map loads, compressed. */
  readonly compressedBytes: number
  readonly repairs?: Repairs
}

/** What is kept of a set's origin. */
interface BoundarySource {
  readonly owner: string
  readonly licence: string
  readonly fileName: string
  readonly fileSha256: string
  readonly request: string
  readonly sha256: string
  readonly compressedBytes: number
}

interface BoundaryRow {
  readonly id: string
  readonly level: string
  readonly country: string | null
  readonly title: string
  readonly source: BoundarySource
  readonly path: string
  readonly areas: number
  readonly added_at: string
}

/** A boundary set as the interface lists it. */
export interface BoundarySet {
  readonly id: string
  readonly level: string
  readonly country: string | null
  readonly title: string
  readonly owner: string
  readonly licence: string
  readonly areas: number
  readonly compressedBytes: number
  readonly addedAt: string
  readonly url: string
  /** How many of the codes asked about it has. */
  readonly matched?: number
}

/**
 * Takes a boundary file in: checks it, makes it light and puts it in place of an earlier set of the
 * same country and level. The same file with the same words again changes nothing.
 *
 * @throws Refusal where the file is not what a map needs; nothing is changed then
 */
export async function importBoundaries(
  node: CaudalNode,
  actor: Actor,
  request: BoundaryImportRequest,
): Promise<BoundaryImport> {
  await authorise(node, actor, 'publish.keep-boundaries')
  const country = request.country?.toUpperCase()
  if (country !== undefined && !countries.has(country)) {
    throw boundaryRefusals.refuse('country-unknown', { country: request.country! })
  }
  const file = basename(request.path)
  const content = await readBounded(request.path, file)
  const fileSha256 = sha256(content)
  const id = idOf(request, country)
  const { path: _path, ...words } = { ...request, country }
  const asked = sha256(JSON.stringify(Object.entries(words).sort(([a], [b]) => (a < b ? -1 : 1))))

  const standing = (await node.register.query<BoundaryRow>(queries.find, [id]))[0]
  if (standing?.source.fileSha256 === fileSha256 && standing.source.request === asked) {
    const { areas, source } = standing
    return { id, outcome: 'unchanged', areas, compressedBytes: source.compressedBytes }
  }

  const { areas, repairs } = checkAreas(readBoundaryJson(content, file, request.layer), {
    ...request,
    file,
  })
  const { level, title, owner, licence } = request
  const square = areas.reduce(
    (sum, { polygons }) =>
      sum + polygons.reduce((total, each) => total + measurePolygonAreaKm2(each), 0),
    0,
  )
  const topology = lightenBoundaries(areas, {
    about: { level, country, title, owner, licence },
    points: Math.min(20_000, Math.max(4_000, areas.length * 60)),
    // A quarter of a pixel on a map a thousand pixels wide.
    leastIslandKm2: square / 4e6,
  })
  const light = JSON.stringify(topology)
  const digest = sha256(light)
  const compressedBytes = gzipSync(light).length
  const path = `${id}.${digest.slice(0, 12)}.json`
  const count = topology.objects.areas.geometries.length

  await mkdir(node.folder.boundaries, { recursive: true })
  replaceFile(join(node.folder.boundaries, path), light)
  const source: BoundarySource = {
    owner,
    licence,
    fileName: file,
    fileSha256,
    request: asked,
    sha256: digest,
    compressedBytes,
  }
  const act = actOf(actor, 'publish.keep-boundaries', {
    subject: `boundaries:${id}`,
    details: { areas: count, file: fileSha256 },
  })
  await node.register.transaction(async (transaction) => {
    await transaction.query(queries.put, [
      id,
      level,
      country ?? null,
      title,
      JSON.stringify(source),
      path,
      count,
    ])
    await auditLogOf(node).appendWithin(transaction, [act])
  })
  if (standing && standing.path !== path) {
    await rm(join(node.folder.boundaries, standing.path), { force: true })
  }
  return { id, outcome: standing ? 'replaced' : 'added', areas: count, compressedBytes, repairs }
}

/**
 * The boundary sets of the node, of any level.
 *
 * @param codes area codes of a table: each set says how many it has, and the fittest comes first
 */
export async function listBoundarySets(
  node: CaudalNode,
  codes: readonly string[] = [],
): Promise<BoundarySet[]> {
  const rows = await node.register.query<BoundaryRow>(queries.list)
  const sets = rows.map(toSet)
  if (codes.length === 0) return sets
  const matched = await Promise.all(
    rows.map(async (row, index) => {
      const own = await codesOf(node, row)
      return { ...sets[index]!, matched: codes.filter((code) => own.has(code)).length }
    }),
  )
  return matched.sort((a, b) => b.matched - a.matched)
}

/** One boundary set as TopoJSON text, with the fingerprint of its content. */
export async function getBoundaries(
  node: CaudalNode,
  id: string,
): Promise<{ readonly sha256: string; read(): Promise<Buffer> }> {
  const row = (await node.register.query<BoundaryRow>(queries.find, [id]))[0]
  if (!row) throw boundaryRefusals.refuse('no-such-set', { id: id.slice(0, 80) })
  return { sha256: row.source.sha256, read: () => readFile(join(node.folder.boundaries, row.path)) }
}

const queries = {
  list: sql('list-boundary-sets'),
  find: sql('find-boundary-set'),
  put: sql('put-boundary-set'),
}

const countries: ReadonlySet<string> = new Set(Object.values(world.alpha3ByNumeric)).add('XKX')

/** Files never change under their name, so their codes need reading once. */
const codesByPath = new WeakMap<CaudalNode, Map<string, ReadonlySet<string>>>()

async function codesOf(node: CaudalNode, row: BoundaryRow): Promise<ReadonlySet<string>> {
  const known = codesByPath.get(node) ?? new Map<string, ReadonlySet<string>>()
  codesByPath.set(node, known)
  const found = known.get(row.path)
  if (found) return found
  const text = await readFile(join(node.folder.boundaries, row.path), 'utf8')
  const { objects } = JSON.parse(text) as BoundaryTopology
  const codes = new Set(objects.areas.geometries.map(({ id }) => String(id)))
  known.set(row.path, codes)
  return codes
}

function toSet(row: BoundaryRow): BoundarySet {
  const { id, level, country, title, source, areas } = row
  const { owner, licence, compressedBytes } = source
  const url = `/api/boundaries/${encodeURIComponent(id)}`
  return {
    id,
    level,
    country,
    title,
    owner,
    licence,
    areas,
    compressedBytes,
    addedAt: row.added_at,
    url,
  }
}

async function readBounded(path: string, file: string): Promise<Buffer> {
  try {
    const { size } = await stat(path)
    if (size > largestFileBytes) {
      throw boundaryRefusals.refuse('file-too-large', {
        file,
        size: Math.ceil(size / 2 ** 20),
        limit: largestFileBytes / 2 ** 20,
      })
    }
    return await readFile(path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR' || code === 'ENOTDIR') {
      throw boundaryRefusals.refuse('file-missing', { file, reason: code })
    }
    throw error
  }
}

/** `gtm-municipality`; sets without a country are told apart by their title. */
function idOf({ level, title }: BoundaryImportRequest, country: string | undefined): string {
  if (country !== undefined) return `${country.toLowerCase()}-${level}`
  const slug = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return `${level}-${slug.slice(0, 60) || sha256(title).slice(0, 8)}`
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

function sql(name: string): string {
  return readFileSync(new URL(`./queries/${name}.sql`, import.meta.url), 'utf8')
}
