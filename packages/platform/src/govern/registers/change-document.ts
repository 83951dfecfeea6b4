import {
  type Actor,
  kindsOfRequests,
  type RegisterDocument,
  type RegisterName,
  statesOfRequests,
} from '@caudal/methods/govern'
import type { Refusal } from '@caudal/methods/vocabulary'
import type { CaudalNode, Queryable } from '../../store/index.ts'
import { auditLogOf } from '../audit/audit-log.ts'
import { addVersion, getDocument, type StoredDocument } from './documents.ts'
import { checkCountry } from './kept-country.ts'
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

/**
 * The present content of a request of the own country that is ready to be met.
 * @throws {Refusal} policy.another-country, registers.request-not-verified
 */
export async function getVerifiedRequest(
  node: CaudalNode,
  actor: Actor,
  id: string,
  kinds: readonly RegisterDocument<'request'>['kind'][],
): Promise<StoredDocument<'request'>> {
  const request = await getDocument(node.register, 'request', id)
  await checkCountry(node, actor, 'govern.answer-requests', 'request', id, request.content)
  const { state, kind, records, entries = [] } = request.content
  const named = records.length + entries.length
  if (state !== 'verified' || !kinds.includes(kind) || named === 0) {
    throw refuseUnready(id, request.content)
  }
  return request
}

/** That a request is not in the state, or not of the kind, for what was to be done. */
export function refuseUnready(
  id: string,
  { kind, state }: Pick<RegisterDocument<'request'>, 'kind' | 'state'>,
): Refusal {
  const labels = { kindLabel: kindsOfRequests[kind], stateLabel: statesOfRequests[state] }
  return registerRefusals.refuse('request-not-verified', { id, kind, state, ...labels })
}
