import { type Actor, type RegisterDocument, writeNote } from '@caudal/methods/govern'
import {
  type CaudalNode,
  correctRecords,
  listBatches,
  type Queryable,
  removeEarlierBuilds,
} from '../../store/index.ts'
import { auditLogOf } from '../audit/audit-log.ts'
import { actOf, authorise } from '../authorise.ts'
import { eraseRecords, groupBy } from '../erasure/erase-records.ts'
import { digestsOfRecords } from '../erasure/known-again.ts'
import type { RecordPlace } from '../erasure/places-of-persons.ts'
import { rememberErased } from '../erasure/person-digests.ts'
import { addVersion, getDocument } from '../registers/documents.ts'
import { change, getVerifiedRequest } from '../registers/change-document.ts'
import { registerRefusals } from '../registers/refusals.ts'
import { findRecords, readRecords, type SearchedIdentity } from './find-records.ts'
import { checkReach, listReach } from './reach.ts'
import { enterNotices, listRecipients, type Recipient } from './recipients.ts'
import { applyRestrictions, enterRestrictions, liftRestrictions } from './restrictions.ts'

/** Brings what is made from records up to date with them: persons, journeys, cubes. */
export type Rebuild = () => Promise<void>

/** Values of a correction by field, as text; null where nothing is to stand there. */
export type CorrectedValues = Readonly<Record<string, string | null>>

/** What a type of record says of the values of a correction. @throws {Refusal} where they do not go */
export type CheckOfValues = (recordType: string, values: CorrectedValues) => void

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
  const reach = await listReach(node, actor)
  return (await findRecords(node, searched)).filter(({ batch }) => reach.reaches(batch))
}

/** What the person is given: every field of his or her records, and who else was given them. */
export async function answerAccess(node: CaudalNode, actor: Actor, id: string, today: string) {
  await authorise(node, actor, 'govern.answer-requests', `request:${id}`)
  const request = await getVerifiedRequest(node, id, ['access'])
  await checkReach(node, actor, placesOf(request), `request:${id}`)
  const records = await readRecords(node, placesOf(request))
  const recipients = await listRecipients(node, request, today)
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
  /** Everybody who is to be told, each with a notice in the register. */
  readonly recipients: readonly Recipient[]
  /** Signed note: request, number of records, day. It names nobody. */
  readonly certificate: string
}

/**
 * Erases the records of a verified request from facts, identities, findings, repeats and what was linked
 * from them, and has the cubes built anew without them. The certificate, the notices, the digests by which
 * the person is known again, the register and the log change together.
 */
export async function eraseForRequest(
  node: CaudalNode,
  actor: Actor,
  id: string,
  today: string,
  rebuild: Rebuild,
): Promise<Erasure> {
  await authorise(node, actor, 'govern.erase', `request:${id}`)
  const request = await getVerifiedRequest(node, id, ['erasure'])
  const places = placesOf(request)
  await checkReach(node, actor, places, `request:${id}`)
  const keys = await auditLogOf(node).keys()
  const recipients = await listRecipients(node, request, today)
  const digests = await digestsOfRecords(node, places)
  const outcome = { certificate: '' }
  const erased = await eraseRecords(node, places, `request:${id}`, async (transaction, count) => {
    const text = `caudal erasure\n${keys.log.name}\nrequest ${id}\nrecords ${count}\non ${today}\n`
    outcome.certificate = writeNote(text, [keys.signAsLog(text)])
    await rememberErased(transaction, digests, `request:${id}`)
    const content = { ...request.content, state: 'done', outcome: `${count} records erased` }
    await addVersion(transaction, 'request', id, content, request.version, actor.id)
    await enterNotices(transaction, recipients, id, 'erasure', today, actor.id)
    const act = actOf(actor, 'govern.erase', {
      purpose: 'subject-request',
      subject: `request:${id}`,
      details: { records: count, told: namesOf(recipients) },
    })
    await auditLogOf(node).appendWithin(transaction, [act])
  })
  await rebuild()
  await removeEarlierBuilds(node)
  return { erased, recipients, certificate: outcome.certificate }
}

/**
 * Corrects fields of the records of a verified request, wherever they have them, and enters a notice for
 * everybody who was given the records. The values stand in the records alone: neither the register nor
 * the log learns them.
 *
 * @param values by field, as text; null where nothing is to stand there
 * @param check what the types of record say of the values. @throws {Refusal} where they do not go
 * @returns records that were corrected
 */
export async function correctForRequest(
  node: CaudalNode,
  actor: Actor,
  id: string,
  values: CorrectedValues,
  today: string,
  rebuild: Rebuild,
  check: CheckOfValues = () => {},
): Promise<{ readonly corrected: number; readonly recipients: readonly Recipient[] }> {
  await authorise(node, actor, 'govern.answer-requests', `request:${id}`)
  const request = await getVerifiedRequest(node, id, ['correction'])
  const places = placesOf(request)
  await checkReach(node, actor, places, `request:${id}`)
  if (Object.keys(values).length === 0) throw registerRefusals.refuse('nothing-to-correct', { id })
  const batches = new Map(
    (await listBatches(node, { statuses: ['accepted', 'superseded', 'withdrawn'] })).map(
      (batch) => [batch.id, batch],
    ),
  )
  const byBatch = groupBy(places, ({ batch }) => batch)
  for (const batch of byBatch.keys()) check(batches.get(batch)?.recordType ?? '', values)
  const recipients = await listRecipients(node, request, today)
  const settle = async (transaction: Queryable, corrected: number) => {
    const content = { ...request.content, state: 'done', outcome: `${corrected} records corrected` }
    await addVersion(transaction, 'request', id, content, request.version, actor.id)
    await enterNotices(transaction, recipients, id, 'correction', today, actor.id)
  }
  let corrected = 0
  for (const [place, [batch, records]] of [...byBatch].entries()) {
    const ids = [...new Set(records.map(({ recordId }) => recordId))]
    await correctRecords(node, batch, ids, values, async (transaction) => {
      if (place === byBatch.size - 1) await settle(transaction, corrected + ids.length)
      const act = actOf(actor, 'collect.correct', {
        purpose: 'subject-request',
        subject: `request:${id}`,
        details: { batch, records: ids.length, fields: Object.keys(values).sort() },
      })
      await auditLogOf(node).appendWithin(transaction, [act])
    })
    corrected += ids.length
  }
  await rebuild()
  return { corrected, recipients }
}

/**
 * Restricts the use of a person's records: they are set aside, so that nothing counts, links or releases
 * them, until it is lifted. The person's own rights still reach them.
 */
export async function restrictForRequest(
  node: CaudalNode,
  actor: Actor,
  id: string,
  today: string,
  rebuild: Rebuild,
): Promise<{ readonly restricted: number; readonly recipients: readonly Recipient[] }> {
  await authorise(node, actor, 'govern.answer-requests', `request:${id}`)
  const request = await getVerifiedRequest(node, id, ['restriction'])
  const places = placesOf(request)
  await checkReach(node, actor, places, `request:${id}`)
  const recipients = await listRecipients(node, request, today)
  await change(
    node,
    actor,
    'request',
    id,
    request.version,
    async (transaction) => {
      await enterRestrictions(transaction, places, id)
      await enterNotices(transaction, recipients, id, 'restriction', today, actor.id)
      return { ...request.content, state: 'done', outcome: `${places.length} records restricted` }
    },
    'restrict',
  )
  await applyRestrictions(node)
  await rebuild()
  await removeEarlierBuilds(node)
  return { restricted: places.length, recipients }
}

/** Lifts a restriction: its records count again, but for those that another restriction holds. */
export async function liftForRequest(
  node: CaudalNode,
  actor: Actor,
  id: string,
  because: string,
  today: string,
  rebuild: Rebuild,
): Promise<{ readonly lifted: number; readonly recipients: readonly Recipient[] }> {
  await authorise(node, actor, 'govern.answer-requests', `request:${id}`)
  const request = await getDocument(node.register, 'request', id)
  const { kind, state, liftedOn } = request.content
  if (kind !== 'restriction' || state !== 'done' || liftedOn !== undefined) {
    throw registerRefusals.refuse('nothing-to-lift', { id })
  }
  const places = placesOf(request)
  await checkReach(node, actor, places, `request:${id}`)
  const recipients = await listRecipients(node, request, today)
  await change(
    node,
    actor,
    'request',
    id,
    request.version,
    async (transaction) => {
      await liftRestrictions(transaction, id)
      await enterNotices(transaction, recipients, id, 'lifting', today, actor.id)
      return { ...request.content, liftedOn: today, liftedBecause: because }
    },
    'lift',
  )
  const lifted = await applyRestrictions(node)
  await rebuild()
  return { lifted, recipients }
}

function namesOf(recipients: readonly Recipient[]): string[] {
  return [...new Set(recipients.map(({ recipient }) => recipient))].sort()
}

function placesOf({ content }: { content: RegisterDocument<'request'> }): RecordPlace[] {
  return content.records.map(({ batch, record }) => ({ batch, recordId: record }))
}
