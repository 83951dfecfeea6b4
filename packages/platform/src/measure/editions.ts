import { join } from 'node:path'
import type { Edition } from '@caudal/methods/measure'
import type { Batch, CaudalNode } from '../store/index.ts'

/** Batches by the profile they were read with, as editions of a source. */
export function editionsOf(node: CaudalNode, batches: readonly Batch[]): Edition[] {
  const paths = new Map<string, string[]>()
  for (const batch of batches) {
    const own = batch.files
      .filter(({ kind }) => kind === 'facts')
      .map(({ path }) => join(node.folder.root, path))
    paths.set(batch.profileId, [...(paths.get(batch.profileId) ?? []), ...own])
  }
  return [...paths]
    .map(([profile, files]) => ({ profile, paths: files }))
    .sort((a, b) => (a.profile < b.profile ? -1 : 1))
    .filter((edition) => edition.paths.length > 0)
}
