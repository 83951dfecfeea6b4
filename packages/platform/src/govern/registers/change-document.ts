import type { Actor, RegisterDocument, RegisterName } from '@caudal/methods/govern'
import type { CaudalNode, Queryable } from '../../store/index.ts'
import { auditLogOf } from '../audit/audit-log.ts'
import { addVersion, getDocument, type StoredDocument } from './documents.ts'
import { registerRefusals } from './refusals.ts'

/** Changes a document and logs it in one transaction. */
export async function change<Name extends RegisterName>(
  node: CaudalNode,
  actor: Actor,
  name: Name,
  id: string,
  after: number,
  content: (transaction: Queryable) => Promise<unknown>,
  act: string,
): Promise<StoredDocument<Name>> {
  return await node.register.transaction(async (transaction) => {
    const next = await content(transaction)
    const added = await addVersion(transaction, name, id, next, after, actor.id)
    await auditLogOf(node).appendWithin(transaction, [
      {
        actor,
        action: 'govern.keep-registers',
        outcome: 'done',
        subject: `${name}:${id}`,
        details: { act, version: added.version },
      },
    ])
    return added
  })
}

/** The present content of a request that is ready to be met. @throws {Refusal} registers.request-not-verified */
export async function getVerifiedRequest(
  node: CaudalNode,
  id: string,
  kinds: readonly RegisterDocument<'request'>['kind'][],
): Promise<StoredDocument<'request'>> {
  const request = await getDocument(node.register, 'request', id)
  const { state, kind, records, entries = [] } = request.content
  const named = records.length + entries.length
  if (state !== 'verified' || !kinds.includes(kind) || named === 0) {
    throw registerRefusals.refuse('request-not-verified', { id, state: `${kind}, ${state}` })
  }
  return request
}
