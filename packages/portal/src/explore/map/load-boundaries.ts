import type { AreaLevel } from '@caudal/methods/publish/map'
import {
  readBoundaryAreas,
  type BoundaryAbout,
  type BoundaryArea,
  type BoundaryFile,
} from './boundary-areas.ts'

/** The boundaries that fit a table. */
export interface Boundaries {
  readonly areas: readonly BoundaryArea[]
  readonly about: readonly BoundaryAbout[]
}

interface BoundaryIndex {
  readonly countries: Readonly<Record<string, { readonly prefix: string }>>
}

interface NodeSets {
  readonly sets: readonly { readonly url: string; readonly matched: number }[]
}

/** Most countries whose departments one map loads. */
const mostCountries = 12
/** Codes by which the node is asked whether it has boundaries of its own. */
const sample = 60

/**
 * Boundaries for the codes of a table: countries from the world file; areas within countries from
 * a set that the node has brought in, if it knows at least half of the codes, else from the
 * departments that come with the portal. Empty where nobody has them.
 *
 * @throws where the files cannot be loaded
 */
export async function loadBoundaries(
  level: AreaLevel,
  codes: readonly string[],
  signal: AbortSignal,
): Promise<Boundaries> {
  if (level === 'country') return loadWorld(signal)
  const [own, index] = await Promise.all([
    findNodeSet(codes, signal),
    load<BoundaryIndex>(shipped('index'), signal),
  ])
  if (own) return toBoundaries([await load<BoundaryFile>(own, signal)])
  const prefixes = new Set(codes.map((code) => code.slice(0, 2)))
  const countries = Object.entries(index.countries)
    .filter(([, { prefix }]) => prefixes.has(prefix))
    .map(([country]) => country)
    .slice(0, mostCountries)
  const files = await Promise.all(
    countries.map((country) => load<BoundaryFile>(shipped(`countries/${country}`), signal)),
  )
  return toBoundaries(files)
}

/** The countries of the world. */
export async function loadWorld(signal: AbortSignal): Promise<Boundaries> {
  return toBoundaries([await load<BoundaryFile>(shipped('world'), signal)])
}

/** The node's own set that knows at least half of the codes; none where the node does not answer. */
async function findNodeSet(
  codes: readonly string[],
  signal: AbortSignal,
): Promise<string | undefined> {
  const step = Math.max(1, Math.ceil(codes.length / sample))
  const asked = codes.filter((_, index) => index % step === 0)
  try {
    const path = `/api/boundaries?codes=${encodeURIComponent(asked.join(','))}`
    const best = (await load<NodeSets>(path, signal)).sets[0]
    return best && best.matched >= asked.length / 2 ? best.url : undefined
  } catch {
    signal.throwIfAborted()
    return undefined
  }
}

function toBoundaries(files: readonly BoundaryFile[]): Boundaries {
  return { areas: files.flatMap(readBoundaryAreas), about: files.map(({ about }) => about) }
}

function shipped(name: string): string {
  return `${import.meta.env.BASE_URL}boundaries/${name}.json`
}

const loaded = new Map<string, unknown>()

async function load<Content>(path: string, signal: AbortSignal): Promise<Content> {
  if (loaded.has(path)) return loaded.get(path) as Content
  const response = await fetch(path, { signal, headers: { accept: 'application/json' } })
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  const content = (await response.json()) as Content
  // What the node has brought in may change while the page is open.
  if (!path.startsWith('/api/')) loaded.set(path, content)
  return content
}
