import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Cube } from '@caudal/methods/measure'
import type { Batch, CaudalNode, CubeBuild, Snapshot } from '../store/index.ts'
import { manifestName, type BuiltBatch, type CubeManifest } from './cube-manifest.ts'
import { pathOf } from './cube-states.ts'

/** Extensions after which a cube is built whole again, so that a question reads few files. */
const mostExtensions = 12

/** Share of new records above which building whole takes hardly longer. */
const mostNewRecords = 0.2

/** A build that another can extend: what stands, and the batches that came since. */
export interface BuildBase {
  readonly build: CubeBuild
  readonly manifest: CubeManifest
  readonly added: readonly Batch[]
}

/** What a build remembers of the batches it was made from. */
export function builtBatches(batches: readonly Batch[]): BuiltBatch[] {
  return batches.map(({ id, files }) => ({
    id,
    facts: files
      .filter(({ kind }) => kind === 'facts')
      .map(({ sha256 }) => sha256)
      .sort(),
  }))
}

/**
 * The build that new batches can be added to; undefined where the cube must be built whole: a batch
 * was withdrawn, replaced or rewritten, editions of a source compete for their years, or too much is
 * new.
 */
export async function findBuildBase(
  node: CaudalNode,
  cube: Cube,
  before: CubeBuild | undefined,
  definitionSha256: string,
  { batches }: Snapshot,
): Promise<BuildBase | undefined> {
  if (before?.definitionSha256 !== definitionSha256 || cube.editionsBy !== undefined) {
    return undefined
  }
  const manifest = JSON.parse(
    await readFile(join(node.folder.root, pathOf(before, manifestName)), 'utf8'),
  ) as CubeManifest
  const present = new Map(builtBatches(batches).map(({ id, facts }) => [id, facts.join()]))
  const had = new Set(manifest.batches.map(({ id }) => id))
  if (manifest.batches.some(({ id, facts }) => present.get(id) !== facts.join())) return undefined
  const added = batches.filter(({ id }) => !had.has(id))
  const newRecords = added.reduce((sum, { rowsAccepted }) => sum + rowsAccepted, 0)
  if (manifest.records === 0 || newRecords > mostNewRecords * manifest.records) return undefined
  if (manifest.cellParts.length > mostExtensions) return undefined
  return { build: before, manifest, added }
}
