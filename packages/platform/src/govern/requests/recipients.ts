import { noticeDueOn, type RegisterDocument } from '@caudal/methods/govern'
import type { CaudalNode, Queryable } from '../../store/index.ts'
import { addVersion, listDocuments, type StoredDocument } from '../registers/documents.ts'

/** Somebody who was given records, or figures that count them, and how. */
export interface Recipient {
  /** An institution, or `publisher` for a release of this node. */
  readonly recipient: string
  readonly through: string
}

/**
 * Everybody who may hold the records of a request: institutions that an agreement shared their type of
 * record with, since it was signed and whether or not it has ended; those to which they may have passed
 * it on; and the releases of this node that counted their batches.
 */
export async function listRecipients(
  node: CaudalNode,
  { content }: Pick<StoredDocument<'request'>, 'content'>,
  today: string,
): Promise<Recipient[]> {
  const batches = [...new Set(content.records.map(({ batch }) => batch))]
  const types = await node.register.query<{ recordType: string }>(
    'select distinct record_type as "recordType" from batches where id = any ($1)',
    [batches],
  )
  const agreements = await listDocuments(node.register, 'agreement')
  const shared = agreements.filter(
    ({ content: agreement }) =>
      agreement.provider.institution === content.owner &&
      agreement.signedByProvider !== undefined &&
      agreement.signedByRecipient !== undefined &&
      agreement.from <= today &&
      types.some(({ recordType }) => Object.hasOwn(agreement.fields, recordType)),
  )
  const institutions = shared.flatMap(({ id, content: { recipient, onwardTo } }) =>
    [recipient.institution, ...onwardTo].map((institution) => ({
      recipient: institution,
      through: `agreement:${id}`,
    })),
  )
  const releases = await node.register.query<{ id: string }>(
    `select id from releases
     where exists (
       select from jsonb_array_elements(sources) as source, jsonb_array_elements(source -> 'batches') as batch
       where (batch ->> 'id')::integer = any ($1)
     )
     and exists (select from release_events as e where e.release_id = releases.id and e.kind = 'scheduled')
     order by id`,
    [batches],
  )
  return [
    ...institutions,
    ...releases.map(({ id }) => ({ recipient: 'publisher', through: `release:${id}` })),
  ]
}

/** Enters a notice for each recipient, as part of the transaction that changes the records. */
export async function enterNotices(
  transaction: Queryable,
  recipients: readonly Recipient[],
  request: string,
  about: RegisterDocument<'notice'>['about'],
  today: string,
  by: string,
): Promise<string[]> {
  const ids: string[] = []
  for (const [place, { recipient, through }] of recipients.entries()) {
    const id = `${request.slice(0, 40)}-${about}-${place + 1}`
    const content = { request, about, recipient, through, dueOn: noticeDueOn(today) }
    await addVersion(transaction, 'notice', id, content, 0, by)
    ids.push(id)
  }
  return ids
}
