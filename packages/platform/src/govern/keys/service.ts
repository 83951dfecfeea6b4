import type { Actor } from '@caudal/methods/govern'
import {
  type CaudalNode,
  countWrappedKeys,
  destroyDataKey,
  getBatch,
  nodeKeySource,
  removeFiles,
  retirePreviousKey,
  rotateNodeKey,
  type WrappedKeyCount,
} from '../../store/index.ts'
import { auditLogOf } from '../audit/audit-log.ts'
import { authorise } from '../authorise.ts'

/** What may be said of the keys: never a key. */
export interface KeyReport {
  readonly keyId: string
  readonly source: string
  readonly wrapped: readonly WrappedKeyCount[]
}

export async function describeKeys(node: CaudalNode, actor: Actor): Promise<KeyReport> {
  await authorise(node, actor, 'govern.keys')
  return {
    keyId: node.keyring.keyId,
    source: nodeKeySource(node.folder).where,
    wrapped: await countWrappedKeys(node),
  }
}

/**
 * Puts a new node key in the place of the present one, while the node goes on working.
 * @returns `elsewhere`: where the new key must be put by whoever keeps it; absent for a file
 */
export async function rotateKey(
  node: CaudalNode,
  actor: Actor,
): Promise<{ from: string; keyId: string; keys: number; elsewhere?: string }> {
  await authorise(node, actor, 'govern.keys')
  const from = node.keyring.keyId
  const rotated = await rotateNodeKey(node)
  await auditLogOf(node).append({
    actor,
    action: 'govern.keys',
    outcome: 'done',
    subject: `node-key:${rotated.keyId}`,
    details: { act: 'rotate', from, keys: rotated.keys },
  })
  const { kind, where } = nodeKeySource(node.folder)
  return { from, ...rotated, ...(kind === 'file' ? {} : { elsewhere: where }) }
}

/** Destroys the node key before the present one. */
export async function retireKey(node: CaudalNode, actor: Actor): Promise<number> {
  await authorise(node, actor, 'govern.keys')
  const keys = await retirePreviousKey(node)
  await auditLogOf(node).append({
    actor,
    action: 'govern.keys',
    outcome: 'done',
    details: { act: 'retire', keys },
  })
  return keys
}

/** Erases the identities of a batch by destroying their data key; the facts stay. */
export async function destroyBatchKey(
  node: CaudalNode,
  actor: Actor,
  batchId: number,
): Promise<void> {
  await authorise(node, actor, 'govern.erase', `batch:${batchId}`)
  const batch = await getBatch(node, batchId)
  const files = await node.register.transaction(async (transaction) => {
    const destroyed = await destroyDataKey(transaction, batch)
    await auditLogOf(node).appendWithin(transaction, [
      {
        actor,
        action: 'govern.erase',
        outcome: 'done',
        subject: `batch:${batchId}`,
        details: { act: 'destroy-key', files: destroyed.length },
      },
    ])
    return destroyed
  })
  removeFiles(node, files)
}
