import { randomBytes } from 'node:crypto'
import { linkSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DataFolder } from './data-folder.ts'
import { keyRefusals } from './key-refusals.ts'
import { runForSecret } from './outside-secret.ts'
import { nodeKeyLength } from './wrapped-key.ts'

/** Where the node key comes from. */
export interface NodeKeySource {
  readonly kind: 'file' | 'environment' | 'command'
  /** For people: a path or the name of a variable, never the key. */
  readonly where: string
  /** The key; undefined where there is none yet. */
  read(): Buffer | undefined
  /** Changes when the key may have changed. */
  version(): string
}

/**
 * The source that is configured: `CAUDAL_NODE_KEY` (the key in base 64 or hexadecimal),
 * `CAUDAL_NODE_KEY_COMMAND` (a command of a key service that prints it so), `CAUDAL_NODE_KEY_FILE`,
 * or the file in the data folder.
 */
export function nodeKeySource(folder: DataFolder): NodeKeySource {
  const { CAUDAL_NODE_KEY: text, CAUDAL_NODE_KEY_COMMAND: command } = process.env
  if (text) {
    const where = 'CAUDAL_NODE_KEY'
    return { kind: 'environment', where, read: () => readText(text, where), version: () => '' }
  }
  if (command) {
    const where = 'CAUDAL_NODE_KEY_COMMAND'
    // asked once: a key service is slow, and its key does not change under a running process
    let key: Buffer | undefined
    const read = () => (key ??= readText(run(command, where), where))
    return { kind: 'command', where, read, version: () => '' }
  }
  const path = nodeKeyPath(folder)
  return {
    kind: 'file',
    where: path,
    read: () => readKeyFile(path),
    version: () => {
      const stats = statSync(path, { throwIfNoEntry: false })
      return stats === undefined ? '' : `${stats.ino} ${stats.mtimeMs}`
    },
  }
}

/**
 * The key that is to take the place of one outside the data folder: `CAUDAL_NODE_KEY_NEXT`, or what the
 * command `CAUDAL_NODE_KEY_NEXT_COMMAND` prints; undefined where neither is set.
 */
export function readNextKey(): Buffer | undefined {
  const { CAUDAL_NODE_KEY_NEXT: text, CAUDAL_NODE_KEY_NEXT_COMMAND: command } = process.env
  if (text) return readText(text, 'CAUDAL_NODE_KEY_NEXT')
  const where = 'CAUDAL_NODE_KEY_NEXT_COMMAND'
  return command ? readText(run(command, where), where) : undefined
}

/** Where the node key lies as a file: `CAUDAL_NODE_KEY_FILE`, or the data folder. */
export function nodeKeyPath(folder: DataFolder): string {
  return process.env['CAUDAL_NODE_KEY_FILE'] || join(folder.keys, 'node.key')
}

/** The key that was in use before a rotation, as long as it has not been retired. */
export function previousKeyPath(folder: DataFolder): string {
  return process.env['CAUDAL_NODE_KEY_PREVIOUS_FILE'] || `${nodeKeyPath(folder)}.previous`
}

export function readKeyFile(path: string): Buffer | undefined {
  try {
    return readFileSync(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** Writes a new key whole or not at all: half a key would lock the node out of its data. */
export function createKeyFile(path: string): Buffer {
  const draft = `${path}.${randomBytes(6).toString('hex')}`
  writeFileSync(draft, randomBytes(nodeKeyLength), { mode: 0o600, flag: 'wx', flush: true })
  try {
    linkSync(draft, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft, { force: true })
  }
  return readFileSync(path)
}

function run(command: string, where: string): string {
  const printed = runForSecret(command)
  if (printed === undefined) throw keyRefusals.refuse('node-key-command-failed', { where })
  return printed
}

function readText(text: string, where: string): Buffer {
  const bare = text.trim()
  const key = /^[0-9a-f]{64}$/i.test(bare) ? Buffer.from(bare, 'hex') : Buffer.from(bare, 'base64')
  if (key.length !== nodeKeyLength) throw keyRefusals.refuse('node-key-malformed', { where })
  return key
}
