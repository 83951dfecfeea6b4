import { type Actor, type RegisterDocument, writeNote } from '@caudal/methods/govern'
import { type CaudalNode, listBatches, removeEarlierBuilds } from '../../store/index.ts'
import { auditLogOf } from '../audit/audit-log.ts'
import { authorise } from '../authorise.ts'
import { eraseRecords } from '../erasure/erase-records.ts'
import type { RecordPlace } from '../erasure/places-of-persons.ts'
import { addVersion, listDocuments, type StoredDocument } from '../registers/documents.ts'
import { change, getVerifiedRequest } from '../registers/change-document.ts'
import { findRecords, readRecords, type SearchedIdentity } from './find-records.ts'

/**
 * Where the records of a person lie, to be entered in the request. The log keeps that somebody
 * looked, and by which fields, never what was looked for.
 */
export async function findPerson(
  node: CaudalNode,
  actor: Actor,
  searched: SearchedIdentity,
): Promise<RecordPlace[]> {
  await authorise(node, actor, 'govern.answer-requests')
  await auditLogOf(node).append({
    actor,
    action: 'govern.answer-requests',
    outcome: 'allow',
    purpose: 'subject-request',
    details: { act: 'find', fields: Object.keys(searched).sort() },
  })
  return await findRecords(node, searched)
}

/** What the person is given: every field of his or her records, and with whom they are shared. */
export async function answerAccess(node: CaudalNode, actor: Actor, id: string, today: string) {
  await authorise(node, actor, 'govern.answer-requests')
  const request = await getVerifiedRequest(node, id, ['access'])
  const records = await readRecords(node, placesOf(request))
  const recipients = await recipientsOf(node, request, today)
  await change(
    node,
    actor,
    'request',
    id,
    request.version,
    async () => ({ ...request.content, state: 'done', outcome: 'access given' }),
    'access',
  )
  return { request: id, on: today, records, recipients }
}

/** What is left of a person's records after an erasure, signed by the node. */
export interface Erasure {
  readonly erased: number
  /** Institutions that must be told, because the records are shared with them. */
  readonly recipients: readonly string[]
  /** Signed note: request, number of records, day. It names nobody. */
  readonly certificate: string
}

/**
 * Erases the records of a verified request from facts, identities, findings and repeats, and has the
 * cubes built anew without them. The certificate, the register and the log change together.
 * @param rebuild builds the cubes that lag behind their records
 */
export async function eraseForRequest(
  node: CaudalNode,
  actor: Actor,
  id: string,
  today: string,
  rebuild: () => Promise<void>,
): Promise<Erasure> {
  await authorise(node, actor, 'govern.erase', `request:${id}`)
  const request = await getVerifiedRequest(node, id, ['erasure'])
  const keys = await auditLogOf(node).keys()
  const recipients = await recipientsOf(node, request, today)
  const outcome = { certificate: '' }
  const erased = await eraseRecords(
    node,
    placesOf(request),
    `request:${id}`,
    async (transaction, count) => {
      const text = `caudal erasure\n${keys.log.name}\nrequest ${id}\nrecords ${count}\non ${today}\n`
      outcome.certificate = writeNote(text, [keys.signAsLog(text)])
      const content = { ...request.content, state: 'done', outcome: `${count} records erased` }
      await addVersion(transaction, 'request', id, content, request.version, actor.id)
      await auditLogOf(node).appendWithin(transaction, [
        {
          actor,
          action: 'govern.erase',
          outcome: 'done',
          purpose: 'subject-request',
          subject: `request:${id}`,
          details: { records: count, told: recipients },
        },
      ])
    },
  )
  await rebuild()
  await removeEarlierBuilds(node)
  return { erased, recipients, certificate: outcome.certificate }
}

/** Restricts the use of a person's records, or lifts it where `until` is given. */
export async function restrictForRequest(
  node: CaudalNode,
  actor: Actor,
  id: string,
): Promise<number> {
  await authorise(node, actor, 'govern.answer-requests')
  const request = await getVerifiedRequest(node, id, ['restriction'])
  const places = placesOf(request)
  await change(
    node,
    actor,
    'request',
    id,
    request.version,
    async (transaction) => {
      await transaction.query(
        `insert into restricted_records (batch, record_id, request)
         select b, r, $3 from unnest($1::integer[], $2::text[]) as p (b, r) on conflict do nothing`,
        [places.map(({ batch }) => batch), places.map(({ recordId }) => recordId), id],
      )
      return { ...request.content, state: 'done', outcome: `${places.length} records restricted` }
    },
    'restrict',
  )
  return places.length
}

/** What exists where: a row for each dataset, with who answers for it. */
export async function takeInventory(node: CaudalNode, actor: Actor) {
  await authorise(node, actor, 'govern.read-registers')
  const owned = new Map(
    (await listDocuments(node.register, 'dataset')).map(({ id, content }) => [id, content]),
  )
  const rows = new Map<
    string,
    {
      dataset: string
      recordType: string
      owner: string
      activity: string
      batches: number
      records: number
      withNames: number
    }
  >()
  for (const batch of await listBatches(node)) {
    const own = owned.get(batch.dataset)
    const row = rows.get(batch.dataset) ?? {
      dataset: batch.dataset,
      recordType: batch.recordType,
      owner: own?.owner ?? '',
      activity: own?.activity ?? '',
      batches: 0,
      records: 0,
      withNames: 0,
    }
    rows.set(batch.dataset, {
      ...row,
      batches: row.batches + 1,
      records: row.records + batch.rowsAccepted,
      withNames: row.withNames + (batch.wrappedKey === null ? 0 : batch.rowsAccepted),
    })
  }
  return [...rows.values()]
}

/** Institutions that an agreement in force shares the owner's records with. */
async function recipientsOf(
  node: CaudalNode,
  { content }: StoredDocument<'request'>,
  today: string,
): Promise<string[]> {
  const agreements = await listDocuments(node.register, 'agreement')
  const shared = agreements.filter(
    ({ content: agreement }) =>
      agreement.provider.institution === content.owner &&
      agreement.signedByProvider !== undefined &&
      agreement.signedByRecipient !== undefined &&
      agreement.from <= today,
  )
  return [...new Set(shared.map((agreement) => agreement.content.recipient.institution))].sort()
}

function placesOf({ content }: { content: RegisterDocument<'request'> }): RecordPlace[] {
  return content.records.map(({ batch, record }) => ({ batch, recordId: record }))
}
