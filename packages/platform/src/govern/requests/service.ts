import { type Actor, type RegisterDocument, writeNote } from '@caudal/methods/govern'
import {
  type CaudalNode,
  correctRecords,
  listBatches,
  type Queryable,
  removeEarlierBuilds,
} from '../../store/index.ts'
import { auditLogOf } from '../audit/audit-log.ts'
import { actOf, authorise, noteAllowed } from '../authorise.ts'
import { eraseRecords, groupBy } from '../erasure/erase-records.ts'
import { digestsOfIdentities, digestsOfRecords } from '../erasure/known-again.ts'
import type { RecordPlace } from '../erasure/places-of-persons.ts'
import { rememberErased } from '../erasure/person-digests.ts'
import { addVersion, getDocument } from '../registers/documents.ts'
import { checkCountry } from '../registers/kept-country.ts'
import { change, getVerifiedRequest } from '../registers/change-document.ts'
import { registerRefusals } from '../registers/refusals.ts'
import { checkSearched } from './check-searched.ts'
import { findRecords, readRecords, type SearchedIdentity } from './find-records.ts'
import type { WaitingPlace, WaitingRecord } from '../waiting/waiting-keeper.ts'
import {
  correctWaitingRecords,
  eraseWaitingRecords,
  findWaitingRecords,
  readWaitingRecords,
  waitingPlacesOf,
} from '../waiting/waiting-of-person.ts'
import { noteSearch } from './note-search.ts'
import { checkReach, checkSearcher, listReach, refusalOfWaiting } from './reach.ts'
import { enterNotices, listRecipients, type Recipient } from './recipients.ts'
import {
  applyRestrictions,
  enterRestrictions,
  isRestricting,
  liftRestrictions,
} from './restrictions.ts'

/** Brings what is made from records up to date with them: persons, journeys, cubes. */
export type Rebuild = () => Promise<void>

/** Values of a correction by field, as text; null where nothing is to stand there. */
export type CorrectedValues = Readonly<Record<string, string | null>>

/** What a type of record says of the values of a correction. @throws {Refusal} where they do not go */
export type CheckOfValues = (
  node: CaudalNode,
  recordType: string,
  values: CorrectedValues,
) => Promise<void>

/**
 * Where the records of a person lie, to be entered in the request. The log keeps that somebody
 * looked, and by which fields, never what was looked for.
 *
 * @throws {Refusal} those of `checkSearched`
 */
export async function findPerson(
  node: CaudalNode,
  actor: Actor,
  searched: SearchedIdentity,
): Promise<RecordPlace[]> {
  await authorise(node, actor, 'govern.answer-requests')
  await checkSearcher(node, actor)
  checkSearched(searched)
  await noteSearch(node, actor, 'find', searched)
  const reach = await listReach(node, actor)
  return (await findRecords(node, searched)).filter(({ batch }) => reach.reaches(batch))
}

/** The same among the records that were entered and are in no batch yet, drafts too. */
export async function findWaiting(
  node: CaudalNode,
  actor: Actor,
  searched: SearchedIdentity,
): Promise<WaitingPlace[]> {
  await authorise(node, actor, 'govern.answer-requests')
  await checkSearcher(node, actor)
  checkSearched(searched)
  await noteSearch(node, actor, 'find-waiting', searched)
  const found = await findWaitingRecords(node, searched)
  return found
    .filter((record) => refusalOfWaiting(actor, record) === undefined)
    .map(({ entry, instance }) => ({ entry, ...(instance === undefined ? {} : { instance }) }))
}

const accessGiven = 'access given'

/**
 * What the person is given: every field of his or her records, and who else was given them. Given again where it was
 * lost on the way, as the log says.
 */
export async function answerAccess(node: CaudalNode, actor: Actor, id: string, today: string) {
  await authorise(node, actor, 'govern.answer-requests', `request:${id}`)
  const found = await getDocument(node.register, 'request', id)
  const isAgain = found.content.state === 'done' && found.content.outcome === accessGiven
  const request = isAgain ? found : await getVerifiedRequest(node, actor, id, ['access'])
  const waiting = await reachWaiting(node, actor, request)
  if (isAgain) {
    await noteAllowed(node, actor, 'govern.answer-requests', {
      purpose: 'subject-request',
      subject: `request:${id}`,
      details: { act: 'access-again' },
    })
  }
  const records = await readRecords(node, placesOf(request))
  const recipients = await listRecipients(node, request, today)
  if (!isAgain) {
    const done = { ...request.content, state: 'done', outcome: accessGiven }
    await change(node, actor, 'request', id, request.version, async () => done, 'access')
  }
  return { request: id, on: today, records, waiting: waiting.map(toldOf), recipients }
}

/** What is left of a person's records after an erasure, signed by the node. */
export interface Erasure {
  readonly erased: number
  /** Records that waited in no batch, and are destroyed with their keys. */
  readonly waiting: number
  /** Everybody who is to be told, each with a notice in the register. */
  readonly recipients: readonly Recipient[]
  /** Signed note: request, number of records, entries that waited by their numbers, day. It names nobody. */
  readonly certificate: string
}

/**
 * Erases the records of a verified request from what waits in forms, facts, identities, findings, repeats and what was linked
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
  const request = await getVerifiedRequest(node, actor, id, ['erasure'])
  const places = placesOf(request)
  const waiting = await reachWaiting(node, actor, request)
  const keys = await auditLogOf(node).keys()
  const recipients = await listRecipients(node, request, today)
  const digests = [
    ...(await digestsOfRecords(node, places)),
    ...(await digestsOfIdentities(
      node,
      waiting.map(({ record }) => record),
    )),
  ]
  const eraseWaiting = await eraseWaitingRecords(node, waiting)
  const outcome = { certificate: '' }
  const settle = async (transaction: Queryable, count: number) => {
    await eraseWaiting(transaction)
    const entries = waiting.map((each) => `entry ${nameOfWaiting(each)}\n`).join('')
    const text = `caudal erasure\n${keys.log.name}\nrequest ${id}\nrecords ${count}\n${entries}on ${today}\n`
    outcome.certificate = writeNote(text, [keys.signAsLog(text)])
    await rememberErased(transaction, digests, `request:${id}`)
    const told = said(count, waiting.length, 'erased')
    const { certificate } = outcome
    const content = { ...request.content, state: 'done', outcome: told, certificate }
    await addVersion(transaction, 'request', id, content, request.version, actor.id)
    await enterNotices(transaction, recipients, id, 'erasure', today, actor.id)
    const act = actOf(actor, 'govern.erase', {
      purpose: 'subject-request',
      subject: `request:${id}`,
      details: { records: count, waiting: waiting.length, told: namesOf(recipients) },
    })
    await auditLogOf(node).appendWithin(transaction, [act])
  }
  const reason = `request:${id}`
  let erased = 0
  if (places.length > 0) erased = await eraseRecords(node, places, reason, settle)
  else await node.register.transaction((transaction) => settle(transaction, 0))
  if (places.length > 0) {
    await rebuild()
    await removeEarlierBuilds(node)
  }
  return { erased, waiting: waiting.length, recipients, certificate: outcome.certificate }
}

/**
 * Corrects fields of the records of a verified request, wherever they have them, and enters a notice for
 * everybody who was given the records. The values stand in the records alone: neither the register nor
 * the log learns them.
 *
 * @param values by field, as text; null where nothing is to stand there
 * @param check what the types of record say of the values. @throws {Refusal} where they do not go
 * @returns records that were corrected, those that wait among them
 */
export async function correctForRequest(
  node: CaudalNode,
  actor: Actor,
  id: string,
  values: CorrectedValues,
  today: string,
  rebuild: Rebuild,
  check: CheckOfValues = async () => {},
): Promise<{ readonly corrected: number; readonly recipients: readonly Recipient[] }> {
  await authorise(node, actor, 'govern.answer-requests', `request:${id}`)
  const request = await getVerifiedRequest(node, actor, id, ['correction'])
  const places = placesOf(request)
  const waiting = await reachWaiting(node, actor, request)
  if (Object.keys(values).length === 0) throw registerRefusals.refuse('nothing-to-correct', { id })
  const batches = new Map(
    (await listBatches(node, { statuses: ['accepted', 'superseded', 'withdrawn'] })).map(
      (batch) => [batch.id, batch],
    ),
  )
  const byBatch = groupBy(places, ({ batch }) => batch)
  for (const batch of byBatch.keys())
    await check(node, batches.get(batch)?.recordType ?? '', values)
  for (const { recordType } of waiting) await check(node, recordType, values)
  const correctWaiting = await correctWaitingRecords(node, waiting, values)
  const recipients = await listRecipients(node, request, today)
  const settle = async (transaction: Queryable, corrected: number) => {
    await correctWaiting(transaction)
    const told = said(corrected, waiting.length, 'corrected')
    const content = { ...request.content, state: 'done', outcome: told }
    await addVersion(transaction, 'request', id, content, request.version, actor.id)
    await enterNotices(transaction, recipients, id, 'correction', today, actor.id)
    if (waiting.length === 0) return
    const act = actOf(actor, 'collect.correct', {
      purpose: 'subject-request',
      subject: `request:${id}`,
      details: { waiting: waiting.length, fields: Object.keys(values).sort() },
    })
    await auditLogOf(node).appendWithin(transaction, [act])
  }
  let corrected = 0
  if (byBatch.size === 0) await node.register.transaction((transaction) => settle(transaction, 0))
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
  if (byBatch.size > 0) await rebuild()
  return { corrected: corrected + waiting.length, recipients }
}

/**
 * Restricts the use of a person's records: they are set aside, so that nothing counts, links or releases
 * them, until it is lifted. What waits in a form is not opened, changed or handed in meanwhile (the
 * register of requests says so: `held_entries`). The person's own rights still reach them.
 */
export async function restrictForRequest(
  node: CaudalNode,
  actor: Actor,
  id: string,
  today: string,
  rebuild: Rebuild,
): Promise<{ readonly restricted: number; readonly recipients: readonly Recipient[] }> {
  await authorise(node, actor, 'govern.answer-requests', `request:${id}`)
  const request = await getVerifiedRequest(node, actor, id, ['restriction'])
  const places = placesOf(request)
  const waiting = await reachWaiting(node, actor, request)
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
      const told = said(places.length, waiting.length, 'restricted')
      return { ...request.content, state: 'done', outcome: told }
    },
    'restrict',
  )
  if (places.length > 0) {
    await applyRestrictions(node)
    await rebuild()
    await removeEarlierBuilds(node)
  }
  return { restricted: places.length + waiting.length, recipients }
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
  // what came in again after an erasure is set aside until that is decided: it may be refused
  const isOpen =
    (kind === 'restriction' && state === 'done') ||
    (state === 'refused' && (await isRestricting(node.register, id)))
  if (!isOpen || liftedOn !== undefined) {
    throw registerRefusals.refuse('nothing-to-lift', { id })
  }
  const places = placesOf(request)
  const waiting = await reachWaiting(node, actor, request)
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
  if (places.length === 0) return { lifted: waiting.length, recipients }
  const lifted = await applyRestrictions(node)
  await rebuild()
  return { lifted: lifted + waiting.length, recipients }
}

function namesOf(recipients: readonly Recipient[]): string[] {
  return [...new Set(recipients.map(({ recipient }) => recipient))].sort()
}

function placesOf({ content }: { content: RegisterDocument<'request'> }): RecordPlace[] {
  return content.records.map(({ batch, record }) => ({ batch, recordId: record }))
}

/**
 * What waits of the records of a request, once the actor may read all that the request names.
 *
 * @throws {Refusal} of the policy; where a record that waited has joined a batch meanwhile
 */
async function reachWaiting(
  node: CaudalNode,
  actor: Actor,
  request: { readonly id: string; readonly content: RegisterDocument<'request'> },
): Promise<readonly WaitingRecord[]> {
  const { id, content } = request
  await checkCountry(node, actor, 'govern.answer-requests', 'request', id, content)
  const waiting = await readWaitingRecords(node, waitingPlacesOf(request))
  await checkReach(node, actor, placesOf(request), `request:${request.id}`, waiting)
  return waiting
}

/** A record that waits, as the person is told of it. */
function toldOf({ form, dataset, state, enteredAt, record, answers }: WaitingRecord) {
  return { form, dataset, state, enteredAt, record, answers }
}

function nameOfWaiting({ entry, instance }: WaitingPlace): string {
  return instance === undefined ? entry : `${entry}#${instance}`
}

function said(records: number, waiting: number, what: string): string {
  const waited = waiting === 0 ? '' : `, ${waiting} that waited`
  return `${records} ${records === 1 ? 'record' : 'records'} ${what}${waited}`
}
