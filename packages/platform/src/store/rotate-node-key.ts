import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { replaceFile, syncDirectory } from './durable-file.ts'
import type { CaudalNode } from './node.ts'
import { findNodeIdentity, rememberKeyId } from './node-identity.ts'
import { endHandover, handOverKey, hasHandover, readNodeKeys } from './key-handover.ts'
import {
  createKeyFile,
  nodeKeyPath,
  type NodeKeySource,
  nodeKeySource,
  previousKeyPath,
  readNextKey,
} from './node-key-source.ts'
import { keyRefusals } from './key-refusals.ts'
import type { Queryable } from './register.ts'
import { nameOfKey } from './wrapped-key.ts'

/** What a migration says of a column that holds wrapped keys: `comment on column … is '…'`. */
export const wrappedColumnComment = 'wrapped by the node key'

/** How many wrapped keys a node key holds. */
export interface WrappedKeyCount {
  readonly keyId: string
  readonly keys: number
}

/**
 * Puts a new node key in the place of the present one, while the node goes on working, and wraps every
 * data key by it anew. A key in a file is drawn and takes its place as a file; the new one of the
 * environment or a key service is given (`CAUDAL_NODE_KEY_NEXT`) and handed over to the processes that
 * run. The key before stays until `retirePreviousKey`, for what was wrapped with it a moment ago and for
 * backups. A rotation that was cut short is taken up by the next one.
 *
 * @returns data keys that were wrapped anew
 * @throws {Refusal} store.node-key-elsewhere where the new key is not given, store.node-key-behind
 */
export async function rotateNodeKey(node: CaudalNode): Promise<{ keyId: string; keys: number }> {
  const { folder } = node
  const source = nodeKeySource(folder)
  // the key is ahead of what the folder says of itself: a rotation was cut short here
  const interrupted = findNodeIdentity(folder)?.keyId !== node.keyring.keyId
  if (!interrupted) {
    if (source.kind === 'file') await replaceKeyFile(node)
    else await takeGivenKey(node, source)
  }
  const keyId = node.keyring.keyId
  const keys = await rewrapAll(node)
  rememberKeyId(folder, keyId)
  return { keyId, keys }
}

async function replaceKeyFile(node: CaudalNode): Promise<void> {
  const path = nodeKeyPath(node.folder)
  const previous = previousKeyPath(node.folder)
  if (existsSync(previous)) await retirePreviousKey(node)
  createKeyFile(`${path}.next`)
  replaceFile(previous, readFileSync(path))
  renameSync(`${path}.next`, path)
  syncDirectory(dirname(path))
}

async function takeGivenKey(node: CaudalNode, source: NodeKeySource): Promise<void> {
  const { folder } = node
  refuseBehind(node, source)
  const next = readNextKey()
  const { present } = readNodeKeys(folder, source)
  if (next === undefined || present === undefined) {
    throw keyRefusals.refuse('node-key-elsewhere', { where: source.where })
  }
  if (nameOfKey(next) === nameOfKey(present)) throw keyRefusals.refuse('node-key-same')
  if (hasHandover(folder)) await retirePreviousKey(node)
  handOverKey(folder, present, next)
}

/** Without the handover, a source that still gives the key before would lock the next start out. */
function refuseBehind(node: CaudalNode, source: NodeKeySource): void {
  if (source.kind === 'file' || !readNodeKeys(node.folder, source).behind) return
  throw keyRefusals.refuse('node-key-behind', { where: source.where, keyId: node.keyring.keyId })
}

/**
 * Destroys the key before the present one. What only it could open (backups of before the rotation
 * above all) is erased by that.
 * @returns data keys that had still to be wrapped anew
 * @throws {Refusal} store.no-previous-key, store.node-key-behind
 */
export async function retirePreviousKey(node: CaudalNode): Promise<number> {
  const path = previousKeyPath(node.folder)
  const source = nodeKeySource(node.folder)
  const handover = source.kind !== 'file' && hasHandover(node.folder)
  if (!handover && !existsSync(path)) throw keyRefusals.refuse('no-previous-key')
  refuseBehind(node, source)
  const keys = await rewrapAll(node)
  const left = (await countWrappedKeys(node)).filter(({ keyId }) => keyId !== node.keyring.keyId)
  if (left.length > 0) throw keyRefusals.refuse('keys-left', { keys: left[0]!.keys })
  if (handover) endHandover(node.folder)
  if (existsSync(path)) {
    rmSync(path)
    syncDirectory(dirname(path))
  }
  return keys
}

/** How many data keys each node key wraps. */
export async function countWrappedKeys(node: CaudalNode): Promise<WrappedKeyCount[]> {
  const counts = new Map<string, number>()
  for (const { relation, column } of await wrappedColumns(node.register)) {
    const rows = await node.register.query<{ keyId: string; keys: number }>(
      `select split_part(${column}, '.', 2) as "keyId", count(*) as keys
       from ${relation} where ${column} is not null group by 1`,
    )
    for (const { keyId, keys } of rows) counts.set(keyId, (counts.get(keyId) ?? 0) + keys)
  }
  return [...counts].map(([keyId, keys]) => ({ keyId, keys }))
}

/** Wraps every data key by the present node key that another one wraps, in one transaction. */
async function rewrapAll(node: CaudalNode): Promise<number> {
  const { keyId } = node.keyring
  return await node.register.transaction(async (transaction) => {
    let keys = 0
    for (const { relation, column } of await wrappedColumns(transaction)) {
      const rows = await transaction.query<{ place: string; wrapped: string }>(
        `select ctid::text as place, ${column} as wrapped from ${relation}
         where ${column} is not null and split_part(${column}, '.', 2) <> $1 for update`,
        [keyId],
      )
      for (const { place, wrapped } of rows) {
        await transaction.query(`update ${relation} set ${column} = $1 where ctid = $2::tid`, [
          node.keyring.rewrapDataKey(wrapped),
          place,
        ])
        keys += 1
      }
    }
    return keys
  })
}

/** Columns of which a migration says that they hold keys wrapped by the node key, quoted. */
async function wrappedColumns(
  register: Queryable,
): Promise<{ relation: string; column: string }[]> {
  return await register.query<{ relation: string; column: string }>(
    `select d.objoid::regclass::text as relation, quote_ident(a.attname) as column
     from pg_description as d
     join pg_attribute as a on a.attrelid = d.objoid and a.attnum = d.objsubid
     where d.classoid = 'pg_class'::regclass and d.objsubid > 0 and d.description = $1
     order by 1, 2`,
    [wrappedColumnComment],
  )
}
