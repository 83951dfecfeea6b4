import { createHash } from 'node:crypto'
import type {
  CodeLists,
  Cube,
  CubeDomain,
  LinkedRecords,
  QualityFigures,
  RollUpPoint,
} from '@caudal/methods/measure'
import type { Text } from '@caudal/methods/vocabulary'

/** What a build says of itself, in `build.json` beside its files. */
export interface CubeManifest {
  readonly cube: string
  readonly snapshot: string
  /** Codes that occur, by dimension and level. */
  readonly domain: CubeDomain
  /** Files of the cells as codes: the full build first, then what later batches added. */
  readonly cellParts: readonly string[]
  /** Roll-ups, the cells themselves first; ordinals instead of codes, one column per level. */
  readonly rollUps: readonly RollUp[]
  readonly quality: CubeQuality
  /** Who is in which cell, where the cube counts persons. */
  readonly persons?: RollUp
  /** What the build was made from; a build that has all of it unchanged can be extended. */
  readonly batches: readonly BuiltBatch[]
  /** Who is in which cell by a key, where figures are protected by who is in them. */
  readonly keyed?: PersonCells
  readonly cells: number
  /** Records counted. */
  readonly records: number
  readonly repeats: number
  readonly rejected: number
  /** Records left out, in the order of the cube's `leaveOut`. */
  readonly leftOut: readonly number[]
  readonly setAside: { readonly records: number; readonly parts: readonly string[] }
  readonly sources: readonly CubeSourceShown[]
  readonly synthetic: boolean
  readonly observed: boolean
  readonly updatedOn: string | null
}

/** A roll-up: one file of a full build, and one more for every batch that was added since. */
export interface RollUp {
  readonly point: RollUpPoint
  /** Rows of all parts. A combination may have a row in each. */
  readonly rows: number
  readonly parts: readonly RollUpPart[]
}

export interface RollUpPart {
  /** File of the build: `roll-up-00.parquet`. */
  readonly name: string
  readonly rows: number
  /**
   * By column, the present ordinal of each ordinal in the file, where codes that came later moved
   * them; a column that is not named holds present ordinals.
   */
  readonly moved?: Readonly<Record<string, readonly number[]>>
}

/** A point in time from which a series is not comparable with what was before. */
export interface SeriesBreak {
  readonly country: string
  /** ISO date. */
  readonly from: string
  /** Records read with another profile; half or twice as many posts (offices, centres) that report. */
  readonly reason: 'source-changed' | 'posts-changed'
}

/** Shares of records, coverage, and breaks in the series. */
export interface CubeQuality extends QualityFigures {
  readonly breaks: readonly SeriesBreak[]
}

/** A batch with the digests of its facts files, in order. */
export interface BuiltBatch {
  readonly id: number
  readonly facts: readonly string[]
}

/** Files that say who is in the cells of a cube: one row per combination of finest codes and person. */
export interface PersonCells extends RollUp {
  /** How far linkage has found the persons of the records, by country. */
  readonly countries: readonly LinkedRecords[]
}

export interface CubeSourceShown {
  readonly owner: string
  /** In three languages where the owner titles it so. */
  readonly title: string | Text
  readonly licence: string
  readonly url?: string
  readonly citation: string | Text
}

export const manifestName = 'build.json'
export const cellsName = 'cells.parquet'

/** Changes whenever files of an earlier build must be made anew. */
const builderVersion = 8

const wording = new Set([
  'title',
  'label',
  'description',
  'universe',
  'notes',
  'reason',
  'unit',
  'opening',
])

// Cubes and their lists are the same as long as the program runs.
const digests = new WeakMap<Cube, string>()

/** What a build depends on besides its snapshot: the definition without its words, and its lists. */
export function definitionSha256(cube: Cube, lists: CodeLists): string {
  const known = digests.get(cube)
  if (known) return known
  const structure = JSON.stringify(cube, (key, value: unknown) =>
    wording.has(key) ? undefined : typeof value === 'function' ? String(value) : value,
  )
  const codes = [...lists].map(([id, list]) => [
    id,
    // What users of a node add comes after what is built: records that bear it make it stale.
    list.codes
      .filter(({ standing }) => standing !== 'own')
      .map(({ code, parent }) => [code, parent ?? null]),
  ])
  const digest = createHash('sha256')
    .update(JSON.stringify([builderVersion, structure, codes]))
    .digest('hex')
  digests.set(cube, digest)
  return digest
}
