import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DataFolder } from './data-folder.ts'
import { replaceFile } from './durable-file.ts'
import { storeRefusals } from './refusals.ts'
import type { Register } from './register.ts'

/** Which node a data folder belongs to; the register says the same of itself. */
export interface NodeIdentity {
  readonly id: string
  /** Names the node key (see `Keyring.keyId`). */
  readonly keyId: string
}

/** What the data folder says of itself; undefined for a new one. */
export function findNodeIdentity(folder: DataFolder): NodeIdentity | undefined {
  try {
    return JSON.parse(readFileSync(identityPath(folder), 'utf8')) as NodeIdentity
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/**
 * Ties the data folder and the register together, or refuses where they belong to different
 * nodes: files that a foreign register does not know would be taken for leftovers.
 * @throws {Refusal} store.register-of-another-node
 */
export async function tieRegisterToFolder(
  folder: DataFolder,
  register: Register,
  keyId: string,
): Promise<void> {
  const inFolder = findNodeIdentity(folder)
  const [inRegister] = await register.query<NodeIdentity>('select id, key_id as "keyId" from node')
  if (inFolder !== undefined && inRegister !== undefined) {
    if (inFolder.id !== inRegister.id) throw otherNode(folder)
    return
  }
  const [{ batches } = { batches: 0 }] = await register.query<{ batches: number }>(
    'select count(*) as batches from batches',
  )
  if (batches > 0 || hasRecords(folder)) throw otherNode(folder)
  // the folder first: a register that no folder belongs to is adopted at the next start
  const id = inFolder?.id ?? inRegister?.id ?? randomUUID()
  if (inFolder === undefined) replaceFile(identityPath(folder), JSON.stringify({ id, keyId }))
  if (inRegister === undefined) {
    await register.query('insert into node (id, key_id) values ($1, $2) on conflict do nothing', [
      id,
      keyId,
    ])
  }
}

/**
 * @throws {Refusal} store.register-of-another-node where a guest was led to another register
 */
export async function checkRegisterOfFolder(folder: DataFolder, register: Register): Promise<void> {
  const [inRegister] = await register.query<{ id: string }>('select id from node')
  if (inRegister?.id !== findNodeIdentity(folder)?.id) throw otherNode(folder)
}

/** Says in the data folder which node key its data is encrypted with, after a rotation. */
export function rememberKeyId(folder: DataFolder, keyId: string): void {
  const identity = findNodeIdentity(folder)
  if (identity !== undefined) {
    replaceFile(identityPath(folder), JSON.stringify({ ...identity, keyId }))
  }
}

function otherNode(folder: DataFolder) {
  return storeRefusals.refuse('register-of-another-node', { folder: folder.root })
}

/** Whether the lake holds files of any batch. */
function hasRecords(folder: DataFolder): boolean {
  return readdirSync(folder.lake, { withFileTypes: true, recursive: true }).some(
    (entry) => entry.isFile() && !entry.parentPath.includes('.incoming'),
  )
}

function identityPath(folder: DataFolder): string {
  return join(folder.root, 'node.json')
}
