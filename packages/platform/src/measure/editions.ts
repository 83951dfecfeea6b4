import { join } from 'node:path'
import type { Edition } from '@caudal/methods/measure'
import type { Batch, CaudalNode } from '../store/index.ts'

/**
 * Batches by the profile they were read with, as editions of a source.
 *
 * @param beside all batches of the snapshot, among whose records a repeat has its first
 */
export function editionsOf(
  node: CaudalNode,
  batches: readonly Batch[],
  beside: readonly Batch[] = batches,
): Edition[] {
  const filesOf = (of: readonly Batch[], kind: 'facts' | 'duplicates') =>
    of.flatMap(({ files }) =>
      files.filter((file) => file.kind === kind).map(({ path }) => join(node.folder.root, path)),
    )
  const among = filesOf(beside, 'facts')
  const profiles = [...new Set(batches.map(({ profileId }) => profileId))].sort()
  return profiles
    .map((profile) => {
      const own = batches.filter(({ profileId }) => profileId === profile)
      const repeats = filesOf(own, 'duplicates')
      return {
        profile,
        paths: filesOf(own, 'facts'),
        ...(repeats.length === 0 ? {} : { repeats: { paths: repeats, among } }),
      }
    })
    .filter((edition) => edition.paths.length > 0)
}
