import { type Field, getRecordType } from '@caudal/methods/collect'
import {
  type Actor,
  allowances,
  decideRecord,
  isPurpose,
  policyRefusals,
  type Purpose,
  purposesOf,
  type RecordDecision,
  refusalOf,
  wholeRefusal,
} from '@caudal/methods/govern'
import type { Text } from '@caudal/methods/vocabulary'
import type { CodeListBook } from '@caudal/methods/vocabulary/code-lists'
import { auditLogOf } from '../../govern/audit/audit-log.ts'
import { authorise } from '../../govern/authorise.ts'
import { namingParties } from '../../govern/naming-parties.ts'
import { findDocument, listDocuments } from '../../govern/registers/documents.ts'
import { readPolicy } from '../../govern/registers/policy-registers.ts'
import { type CaudalNode, nodeCodeLists, type Dataset, listDatasets } from '../../store/index.ts'
import {
  type GivenField,
  type GivenRecord,
  readGivenRecords,
  type RecordPlaceAfter,
} from './given-records.ts'
import { readingRefusals } from './refusals.ts'

/** Records that one answer holds at most. */
const mostRecords = 100

/** What becomes of a field, and why. */
export interface FieldReading {
  readonly field: string
  readonly label: Text
  readonly outcome: 'allow' | 'mask' | 'refuse'
  readonly reason: string
  /** The reason in words; with what it stands for filled in where it refuses. */
  readonly because: Text
  /** The agreement or derogation that it rests on. */
  readonly basis?: string
}

/** A dataset of which somebody may read something, and for which purposes. */
export interface ReadableDataset {
  readonly dataset: string
  readonly title: Readonly<Record<string, string>>
  readonly recordType: string
  readonly owner: string
  readonly ownerName: string
  /** Whether it is of the reader's own institution. */
  readonly own: boolean
  readonly synthetic: boolean
  readonly records: number
  readonly purposes: readonly Purpose[]
}

/** The datasets whose records somebody may read for some purpose: the own ones, and those shared. */
export async function listReadable(
  node: CaudalNode,
  actor: Actor,
  at: string,
): Promise<ReadableDataset[]> {
  await authorise(node, actor, 'collect.read-records')
  const { registers, holdingOf } = await readPolicy(node.register)
  const institutions = await listDocuments(node.register, 'institution')
  const readable: ReadableDataset[] = []
  for (const dataset of await listDatasets(node)) {
    const holding = holdingOf(dataset)
    const { fields } = getRecordType(dataset.recordType)
    const purposes = purposesOf(actor.roles).filter(
      (purpose) =>
        decideRecord({ actor, purpose, holding, at }, fields, registers).given.length > 0,
    )
    if (purposes.length === 0) continue
    const { owner } = holding
    readable.push({
      dataset: dataset.id,
      title: dataset.title,
      recordType: dataset.recordType,
      owner,
      ownerName: institutions.find(({ id }) => id === owner)?.content.name ?? owner,
      own: owner === actor.institution,
      synthetic: dataset.synthetic,
      records: dataset.rowsAccepted,
      purposes,
    })
  }
  return readable
}

export interface RecordsAsked {
  readonly dataset: string
  readonly purpose: string
  /** Fields by their ids; all of them where none is named. */
  readonly fields?: readonly string[]
  /** Where the answer before ended: its `next`. */
  readonly after?: string
  readonly count?: number
}

export interface RecordsGiven {
  readonly dataset: string
  readonly purpose: Purpose
  /** Every field that was asked for, with what becomes of it and why. */
  readonly fields: readonly FieldReading[]
  readonly records: readonly GivenRecord[]
  /** What the codes in these records stand for, by field and code. */
  readonly codes: Readonly<Record<string, Readonly<Record<string, Text>>>>
  /** Where reading goes on; null at the end. */
  readonly next: string | null
}

/**
 * Records of a dataset, field by field as the policy gives them: whole, masked, or not at all, each
 * with its reason. Records of another institution are read under an agreement that both have signed,
 * for a purpose that it names. The log has who, what for, which fields and on which footing before
 * anything is read; it never has what a field says.
 *
 * @throws {Refusal} collect.records.dataset-unknown, .field-unknown, .place-malformed; the reason of the
 *   policy where no field is given
 */
export async function readRecords(
  node: CaudalNode,
  actor: Actor,
  asked: RecordsAsked,
  at: string,
): Promise<RecordsGiven> {
  const subject = `dataset:${asked.dataset.slice(0, 200)}`
  await authorise(node, actor, 'collect.read-records', subject)
  const dataset = (await listDatasets(node)).find(({ id }) => id === asked.dataset)
  if (dataset === undefined) {
    throw readingRefusals.refuse('dataset-unknown', { dataset: asked.dataset.slice(0, 80) })
  }
  const fields = chooseFields(dataset, asked.fields)
  const after = placeOf(asked.after)
  const count = Math.min(mostRecords, Math.max(1, asked.count ?? mostRecords))
  const purpose = asked.purpose as Purpose
  const { registers, holdingOf } = await readPolicy(node.register)
  const holding = holdingOf(dataset)
  const decision = decideRecord({ actor, purpose, holding, at }, fields, registers)
  await note(node, actor, subject, asked.purpose, decision)
  const given = decision.given.map(
    ({ field, decision: each }) =>
      ({ field: fields.find(({ id }) => id === field)!, decision: each }) as GivenField,
  )
  // one more than is given, to know whether there is more
  const institution = await findDocument(node.register, 'institution', holding.owner)
  const ownerName = institution?.content.name ?? holding.owner
  const found = await readGivenRecords(node, dataset.id, given, after, count + 1)
  const records = found.slice(0, count)
  const last = records.at(-1)
  return {
    dataset: dataset.id,
    purpose,
    fields: fields.map((field) => tellReading(field, decision, ownerName)),
    records,
    codes: labelCodes(await nodeCodeLists(node), given, records),
    next: found.length > count && last !== undefined ? `${last.batch}-${last.record}` : null,
  }
}

/** Logs what is given before it is read; a read that gives nothing is logged and refused. */
async function note(
  node: CaudalNode,
  actor: Actor,
  subject: string,
  purpose: string,
  decision: RecordDecision,
): Promise<void> {
  const whole = wholeRefusal(decision)
  const named = isPurpose(purpose) ? { purpose } : {}
  const action = 'collect.read-records'
  if (whole !== undefined) {
    const { reason } = whole
    await auditLogOf(node).append({ actor, action, outcome: 'refuse', reason, subject, ...named })
    throw refusalOf(await namingParties(node.register, whole))!
  }
  const masked = decision.given.filter(({ decision: each }) => each.outcome === 'mask')
  const bases = decision.given.map(({ decision: each }) =>
    each.outcome === 'refuse' ? undefined : each.basis,
  )
  const [basis] = [...new Set(bases)].filter((each) => each !== undefined)
  const isWhole = masked.length === 0 && decision.refused.length === 0
  await auditLogOf(node).append({
    actor,
    action,
    outcome: isWhole ? 'allow' : 'mask',
    subject,
    ...named,
    ...(basis === undefined ? {} : { basis }),
    details: {
      fields: decision.given.map(({ field }) => field),
      masked: masked.map(({ field }) => field),
      refused: decision.refused.map(({ field }) => field),
    },
  })
}

/** What becomes of a field in words: fields and institutions by what people call them. */
function tellReading(
  { id, label }: Field,
  { given, refused }: RecordDecision,
  ownerName: string,
): FieldReading {
  const no = refused.find(({ field }) => field === id)?.decision
  if (no !== undefined) {
    const refusal = policyRefusals.refuse(no.reason, {
      ...no.details,
      fieldLabel: label,
      ownerLabel: ownerName,
    })
    const because = {
      es: refusal.what('es'),
      en: refusal.what('en'),
      fr: refusal.what('fr'),
    }
    return { field: id, label, outcome: 'refuse', reason: no.reason, because }
  }
  const yes = given.find(({ field }) => field === id)!.decision as GivenField['decision']
  const { outcome, reason, basis } = yes
  const about = { field: id, label, outcome, reason, because: allowances[reason] }
  return basis === undefined ? about : { ...about, basis }
}

function labelCodes(
  book: CodeListBook,
  given: readonly GivenField[],
  records: readonly GivenRecord[],
): Record<string, Record<string, Text>> {
  const labels: Record<string, Record<string, Text>> = {}
  for (const { field } of given) {
    if (field.codeList === undefined) continue
    const found = new Set(records.map(({ values }) => values[field.id]?.value ?? ''))
    const { codes } = book.get(field.codeList)
    const known = codes.filter(({ code }) => found.has(code))
    labels[field.id] = Object.fromEntries(known.map(({ code, label }) => [code, label]))
  }
  return labels
}

function chooseFields({ recordType }: Dataset, named: readonly string[] | undefined): Field[] {
  const known = getRecordType(recordType).fields
  const unknown = named?.find((field) => !known.some(({ id }) => id === field))
  if (unknown !== undefined) {
    throw readingRefusals.refuse('field-unknown', {
      field: unknown.slice(0, 80),
      fields: known.map(({ id }) => id).join(', '),
    })
  }
  return known.filter(({ id }) => named === undefined || named.includes(id))
}

function placeOf(after: string | undefined): RecordPlaceAfter {
  if (after === undefined) return { batch: 0, record: '0' }
  const [, batch, record] = /^(\d{1,9})-(\d{1,18})$/.exec(after) ?? []
  if (batch === undefined || record === undefined) {
    throw readingRefusals.refuse('place-malformed', { after: after.slice(0, 80) })
  }
  return { batch: Number(batch), record: BigInt(record).toString() }
}
