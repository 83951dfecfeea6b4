import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Checkpoint, readCheckpoint, readNote } from '@caudal/methods/govern'
import { type CaudalNode, replaceFile } from '../../store/index.ts'

/** How often the newest checkpoint is put aside, in milliseconds. */
const everyMs = 1000
const keptAt = new WeakMap<CaudalNode, number>()

/** Where the newest checkpoint is kept beside the register, which could be cut short unseen. */
export function headPath(node: CaudalNode): string {
  return join(node.folder.root, 'audit', 'checkpoint')
}

/** Puts the newest checkpoint aside: once a second at most, or `now`. */
export function keepHead(node: CaudalNode, { note }: { note: string }, now = false): void {
  const since = Math.abs(Date.now() - (keptAt.get(node) ?? -Infinity))
  if (since < everyMs && !now) return
  keptAt.set(node, Date.now())
  const path = headPath(node)
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const before = findHead(node)
  const next = readCheckpoint(readNote(note)?.text ?? '')
  // another process of the node may be further on
  if (before !== undefined && next !== undefined && before.size > next.size) return
  replaceFile(path, note)
}

/** The checkpoint that was put aside last; it is checked by whoever uses it. */
export function findHead(node: CaudalNode): Checkpoint | undefined {
  const path = headPath(node)
  if (!existsSync(path)) return undefined
  return readCheckpoint(readNote(readFileSync(path, 'utf8'))?.text ?? '')
}
