import { readFileSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { DataFolder } from './data-folder.ts'
import { replaceFile, syncDirectory } from './durable-file.ts'
import { type NodeKeySource, previousKeyPath, readKeyFile } from './node-key-source.ts'
import { nameOfKey, nodeKeyLength, unwrapKey, wrapKey } from './wrapped-key.ts'

/**
 * How a node key that lies in the environment or in a key service is changed while processes run that
 * were started with the one before: the new key, wrapped by the old, so that they find it; and the old,
 * wrapped by the new, for what only it opens (earlier backups) until it is retired.
 */
interface KeyHandover {
  readonly from: string
  readonly to: string
  readonly next: string
  readonly previous: string
}

export interface NodeKeys {
  /** Wraps from now on; undefined where there is none yet. */
  readonly present: Buffer | undefined
  /** The one before, until it is retired. */
  readonly previous: Buffer | undefined
  /** Whether the source still gives the key before the present one. */
  readonly behind: boolean
}

/** The keys that a process knows: what its source gives, and what was handed over in the data folder. */
export function readNodeKeys(folder: DataFolder, source: NodeKeySource): NodeKeys {
  const given = source.read()
  const beside = readKeyFile(previousKeyPath(folder))
  const handover = source.kind === 'file' ? undefined : readHandover(folder)
  if (given?.length === nodeKeyLength && handover !== undefined) {
    const name = nameOfKey(given)
    if (name === handover.from) {
      const present = unwrapKey(handover.next, given, 'node key')
      return { present, previous: given, behind: true }
    }
    if (name === handover.to) {
      const previous = unwrapKey(handover.previous, given, 'node key')
      return { present: given, previous, behind: false }
    }
  }
  return { present: given, previous: beside, behind: false }
}

/** Puts the new key where processes with the old one find it, and no one else can read it. */
export function handOverKey(folder: DataFolder, old: Buffer, next: Buffer): void {
  const handover: KeyHandover = {
    from: nameOfKey(old),
    to: nameOfKey(next),
    next: wrapKey(next, old, 'node key'),
    previous: wrapKey(old, next, 'node key'),
  }
  replaceFile(handoverPath(folder), JSON.stringify(handover))
}

export function hasHandover(folder: DataFolder): boolean {
  return readHandover(folder) !== undefined
}

/** Destroys the key before: nothing in the data folder opens what it wrapped any more. */
export function endHandover(folder: DataFolder): void {
  rmSync(handoverPath(folder), { force: true })
  syncDirectory(dirname(handoverPath(folder)))
}

/** Changes when a key was handed over, or a handover has ended. */
export function versionOfHandover(folder: DataFolder): string {
  const stats = statSync(handoverPath(folder), { throwIfNoEntry: false })
  return stats === undefined ? '' : `${stats.ino} ${stats.mtimeMs}`
}

function readHandover(folder: DataFolder): KeyHandover | undefined {
  try {
    return JSON.parse(readFileSync(handoverPath(folder), 'utf8')) as KeyHandover
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

function handoverPath(folder: DataFolder): string {
  return join(folder.keys, 'handover.json')
}
