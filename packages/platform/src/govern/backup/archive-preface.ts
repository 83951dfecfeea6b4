import { closeSync, openSync, readSync } from 'node:fs'
import { backupRefusals } from './refusals.ts'

/** What stands in plain in front of an archive, so that it is known without its key. */
export interface ArchivePreface {
  readonly version: 1
  readonly id: string
  /** Archive that this one goes on from; null for a whole one. */
  readonly base: string | null
  /**
   * Counts the archives of the node in its folder: which one is newer does not rest on a clock. Absent in
   * archives from before it was counted, which are older than those that have it.
   */
  readonly number?: number
  /** ISO instant to which it restores. */
  readonly at: string
  readonly node: string
  /** Key of the archive, wrapped by the node key. */
  readonly wrappedKey: string
  /** Last migration of the register. */
  readonly migration: number
}

const magic = Buffer.from('CAUDALBK', 'latin1')
const longest = 65_536

/** Eight bytes that name the format, the length (4 bytes), then JSON. */
export function writePreface(preface: ArchivePreface): Buffer {
  const text = Buffer.from(JSON.stringify(preface))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(text.length)
  return Buffer.concat([magic, length, text])
}

/** Nothing in front of an archive is sealed: a damaged one must not be taken for another. */
function isPreface(value: unknown): value is ArchivePreface {
  if (typeof value !== 'object' || value === null) return false
  const { version, id, base, at, node, wrappedKey, migration } = value as Partial<ArchivePreface>
  return (
    version === 1 &&
    [id, at, node, wrappedKey].every((each) => typeof each === 'string') &&
    (base === null || typeof base === 'string') &&
    Number.isFinite(Date.parse(at!)) &&
    Number.isInteger(migration)
  )
}

/**
 * @returns the preface and its length in bytes
 * @throws {Refusal} backup.not-an-archive
 */
export function readPreface(path: string): { preface: ArchivePreface; length: number } {
  const refusal = () => backupRefusals.refuse('not-an-archive', { file: path })
  let file: number
  try {
    file = openSync(path, 'r')
  } catch {
    throw backupRefusals.refuse('file-unreadable', { file: path })
  }
  try {
    const head = Buffer.alloc(magic.length + 4)
    if (readSync(file, head) < head.length || !head.subarray(0, magic.length).equals(magic)) {
      throw refusal()
    }
    const length = head.readUInt32BE(magic.length)
    if (length > longest) throw refusal()
    const text = Buffer.alloc(length)
    if (readSync(file, text) < length) throw refusal()
    const preface: unknown = JSON.parse(text.toString('utf8'))
    if (!isPreface(preface)) throw refusal()
    return { preface, length: head.length + length }
  } catch (error) {
    throw error instanceof SyntaxError ? refusal() : error
  } finally {
    closeSync(file)
  }
}
