import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { quoteName, quoteText } from '@caudal/methods/collect'
import {
  dimensionsOf,
  findCubeFigures,
  providerId,
  type CubeFigures,
  type ProviderFacts,
} from '@caudal/methods/exchange'
import { periodsOfBreak, type RecordedBreak } from '@caudal/methods/measure'
import type { Text } from '@caudal/methods/vocabulary'
import type { OpenCube } from '../../measure/service.ts'
import type { CaudalNode, LakeEngine } from '../../store/index.ts'
import {
  figuresName,
  figuresVersion,
  manifestName,
  type FiguresManifest,
} from './figures-manifest.ts'
import { provisionalSql } from './provisional-sql.ts'
import { packFigures } from './pack-figures.ts'
import { indexName, packedName } from './packed-layout.ts'

/** A dissemination that is kept. */
export interface KeptDissemination {
  /** Path of its file of figures. */
  readonly path: string
  readonly manifest: FiguresManifest
}

/** Disseminations of a cube that are kept at most; the oldest make room. */
const mostKept = 40

/** Columns of a file of figures beside its dimensions. */
const columns = ['key', 't', 'v', 'o', 'c', 'u', 'x'] as const

/** What is kept of a cube, the oldest first. */
export function listDisseminations(node: CaudalNode, cube: string): KeptDissemination[] {
  const folder = folderOf(node, cube)
  return names(folder).map((name) => ({
    path: join(folder, name, figuresName),
    manifest: JSON.parse(readFileSync(join(folder, name, manifestName), 'utf8')) as FiguresManifest,
  }))
}

/**
 * What the figures of an open cube are made from: they are made anew where it has changed. Those of
 * releases change with releases, and not with records that none of them tells of yet.
 *
 * @param released version of what is released, of a cube of persons
 */
export function sourceOf({ version, cube, breaks }: OpenCube, released?: string): string {
  const figures = placesOf(cube.id)
  const [build, , codes] = version.split(' ')
  const own = `${codes === '-' ? '' : ` ${codes}`}${breaks.map(({ id }) => ` break ${id}`).join('')}`
  return released === undefined
    ? `${figuresVersion} ${build} ${figures}${own}`
    : `${releasedMark}${figuresVersion} ${released} ${figures}${own}`
}

/** Where the figures of a cube stand in the structure, as text: the same as long as the program runs. */
function placesOf(cube: string): string {
  const known = places.get(cube)
  if (known !== undefined) return known
  const told = JSON.stringify(findCubeFigures(cube)) ?? ''
  places.set(cube, told)
  return told
}

const places = new Map<string, string>()

const releasedMark = 'released '

/** Whether figures were made from releases alone. */
export function isReleasedSource(source: string): boolean {
  return source.startsWith(releasedMark)
}

/** Figures to be disseminated. */
export interface MadeFigures {
  /** What they are made from. */
  readonly source: string
  /** Whether they are of releases; the table then has the columns `hidden` and `provisional`. */
  readonly isReleased: boolean
  /** Makes the table `figures` in a session. */
  make(lake: LakeEngine): Promise<void>
}

/**
 * Makes the figures of a cube and keeps them beside those before. A figure that did not change keeps
 * the instant of its last change; one that is gone leaves a tombstone.
 *
 * @param cells relation of the cube's cells as codes
 * @param now instant of the dissemination, milliseconds since 1970
 */
export async function disseminate(
  node: CaudalNode,
  open: OpenCube,
  made: MadeFigures,
  now: number,
): Promise<KeptDissemination> {
  const figures = findCubeFigures(open.cube.id)!
  const folder = folderOf(node, open.cube.id)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const kept = listDisseminations(node, open.cube.id)
  const before = kept.at(-1)
  // Two disseminations are never of the same instant, however fast they follow.
  const at = Math.max(now, (before?.manifest.at ?? 0) + 1)
  const work = join(folder, `.${randomBytes(6).toString('hex')}`)
  mkdirSync(work, { mode: 0o700 })
  try {
    const manifest = await node.lake.session((lake) =>
      write(lake, open, figures, made, before, at, work),
    )
    writeFileSync(join(work, manifestName), JSON.stringify(manifest), { mode: 0o600 })
    const place = join(folder, String(at).padStart(15, '0'))
    renameSync(work, place)
    const all = names(folder)
    for (const name of all.slice(0, -mostKept)) removeFrom(folder, name)
    // What is present is asked most: what was before is read from its smaller file.
    for (const name of all.slice(-mostKept, -1)) {
      for (const packed of [packedName, indexName]) removeFrom(folder, join(name, packed))
    }
    return { path: join(place, figuresName), manifest }
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

async function write(
  lake: LakeEngine,
  open: OpenCube,
  figures: CubeFigures,
  { source, isReleased, make }: MadeFigures,
  before: KeptDissemination | undefined,
  at: number,
  work: string,
): Promise<FiguresManifest> {
  const path = join(work, figuresName)
  const dimensions = dimensionsOf(figures.structure)
  await make(lake)
  const provisional = isReleased
    ? " when n.provisional then 'P'"
    : provisionalSql(open.cube, figures)
  const marks = provisional + brokenSql(dimensions, open.breaks)
  const comparable = before && sameDimensions(before.manifest.dimensions, dimensions)
  await lake.run(
    `copy (${revisedSql(dimensions, comparable ? before.path : undefined, at, isReleased, marks)}
      order by ${[...dimensions.map(quoteName), 't'].join(', ')})
      to ${quoteText(path)} (format parquet, compression zstd, row_group_size 8192)`,
  )
  const file = `read_parquet(${quoteText(path)})`
  const codes: Record<string, string[]> = {}
  for (const id of dimensions) codes[id] = await distinct(lake, quoteName(id), file)
  const [counted] = await lake.rows<{ series: number; observations: number }>(
    `select count(distinct key) as series, count(*) as observations from ${file} where not x`,
  )
  return {
    cube: open.cube.id,
    source,
    at,
    dimensions,
    codes,
    periods: await distinct(lake, 't', file),
    seriesCount: counted!.series,
    observationCount: counted!.observations,
    attributes: {
      DATA_SOURCE: open.manifest.sources.map(({ citation }) => inWords(citation)).join(' '),
      METHOD: `${open.cube.id} ${open.cube.methodVersion}${isReleased ? `. ${releasedMethod}` : ''}`,
    },
    providers: providersOf(open),
    synthetic: open.manifest.synthetic,
    packed: await packFigures(lake, path, dimensions, work),
  }
}

/** A file that a reader still holds open stays, on systems that know no other way. */
function removeFrom(folder: string, name: string): void {
  try {
    rmSync(join(folder, name), { recursive: true, force: true })
  } catch (error) {
    if (!['EBUSY', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
  }
}

/** The new figures with the instant of their last change, and tombstones of those that are gone. */
function revisedSql(
  dimensions: readonly string[],
  before: string | undefined,
  at: number,
  isReleased: boolean,
  marks: string,
): string {
  const names = dimensions.map(quoteName)
  // No figure where records exist and none gives one: missing.
  const missing = `when n.v is null then 'O'${marks} else 'A' end`
  const status = isReleased ? `case when n.hidden then 'Q' ${missing}` : `case ${missing}`
  const confidential = isReleased ? "case when n.hidden then 'C' else 'F' end" : "'F'"
  const fresh = (changed: string) =>
    `select ${names.map((name) => `n.${name}`).join(', ')}, n.key, n.t, n.v, ${status} as o, ${confidential} as c, ${changed} as u, false as x`
  if (before === undefined) return `${fresh(`${at}::bigint`)} from figures n`
  const old = `read_parquet(${quoteText(before)})`
  const changed = `case when p.key is not null and n.v is not distinct from p.v and p.o is not distinct from (${status}) then p.u else ${at}::bigint end`
  const gone = `select ${[...names, ...columns.map((name) => (name === 'u' ? `case when x then u else ${at}::bigint end as u` : tombstone(name)))].join(', ')}
    from ${old} o where not exists (select 1 from figures n where n.key = o.key and n.t = o.t)`
  return `select * from (${fresh(changed)} from figures n
    left join (select key, t, v, o, u from ${old} where not x) p on p.key = n.key and p.t = n.t
    union all by name ${gone})`
}

/** The first figures of an area after a break. @see SDMX cross-domain list CL_OBS_STATUS, code B */
function brokenSql(dimensions: readonly string[], breaks: readonly RecordedBreak[]): string {
  if (!dimensions.includes('REF_AREA')) return ''
  return breaks
    .map(({ country, from }) => {
      const periods = periodsOfBreak(from).map(quoteText).join(', ')
      return ` when n."REF_AREA" = ${quoteText(country)} and n.t in (${periods}) then 'B'`
    })
    .join('')
}

function tombstone(name: string): string {
  if (name === 'x') return 'true as x'
  return name === 'v' || name === 'o' || name === 'c' ? `null as ${name}` : name
}

async function distinct(lake: LakeEngine, column: string, file: string): Promise<string[]> {
  const rows = await lake.rows<{ code: string }>(
    `select distinct ${column} as code from ${file} where not x order by code`,
  )
  return rows.map(({ code }) => code)
}

function providersOf({ manifest }: OpenCube): ProviderFacts[] {
  const owners = manifest.sources.map(({ owner }) => owner).filter((owner) => owner !== '')
  return [...new Set(owners)].map((owner) => ({
    id: providerId(owner),
    name: { es: owner, en: owner, fr: owner },
  }))
}

function sameDimensions(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id, index) => id === other[index])
}

function folderOf(node: CaudalNode, cube: string): string {
  return join(node.folder.root, 'figures', cube)
}

/** Finished disseminations of a folder, the oldest first. */
function names(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /^\d{15}$/.test(name))
      .sort()
  } catch {
    return []
  }
}

/** What a message says of figures of persons. */
const releasedMethod =
  'Figures are those of published releases, as released; a figure that a release withholds has no value, OBS_STATUS Q and CONF_STATUS C.'

/** A citation as text: an attribute of SDMX 2.1 has one language, English where there are several. */
const inWords = (citation: string | Text) => (typeof citation === 'string' ? citation : citation.en)
