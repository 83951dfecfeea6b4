import {
  type Frontier,
  joinHashes,
  rootOf,
  writeCheckpoint,
  writeNote,
  type Hash,
} from '@caudal/methods/govern'
import { fastLeafHash, fastNodeHash } from './fast-hash.ts'
import type { LogKeys } from './log-keys.ts'
import { levelHeight } from './subtrees.ts'

/** A group of entries ready to be written. */
export interface GroupDraft {
  readonly first: number
  readonly size: number
  readonly note: string
  /** The edge of the tree once the group is written. */
  readonly frontier: Frontier
  /** Parameters of `append.sql`. */
  readonly parameters: readonly unknown[]
}

/** Hashes, seals and signs entries that are to follow `before`, which is left as it is. */
export function draftGroup(
  before: Frontier,
  entries: readonly string[],
  keys: LogKeys,
): GroupDraft {
  const first = before.size
  const frontier = before.copy()
  const leaves = entries.map(fastLeafHash)
  const nodes: { level: number; number: number; root: Hash }[] = []
  for (const leaf of leaves) {
    frontier.add(leaf, (height, number, root) => {
      if (height % levelHeight === 0) nodes.push({ level: height / levelHeight, number, root })
    })
  }
  const text = writeCheckpoint({
    origin: keys.log.name,
    size: frontier.size,
    root: frontier.root(),
    group: { first, root: rootOf(leaves, fastNodeHash) },
  })
  const note = writeNote(text, [keys.signAsLog(text)])
  const seals = leaves.map((leaf, place) => keys.seal(first + place, leaf))
  return {
    first,
    size: frontier.size,
    note,
    frontier,
    parameters: [
      first,
      frontier.size,
      note,
      nodes.map(({ level }) => level),
      nodes.map(({ number }) => number),
      Buffer.from(joinHashes(nodes.map(({ root }) => root))),
      Buffer.from(joinHashes(leaves)),
      Buffer.concat(seals),
      entries.join('\n'),
    ],
  }
}
