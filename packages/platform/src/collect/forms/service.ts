import {
  getRecordType,
  listDerivedRecordTypes,
  listRecordTypes,
  readSourceProfile,
  type RecordType,
} from '@caudal/methods/collect'
import {
  fieldsWithoutSource,
  formColumns,
  hyphened,
  repeatsOfRecords,
  suggestFormCodes,
  suggestFormMapping,
  type FormCodeSuggestion,
  type FormFieldSuggestion,
  type FormMapping,
  type ReadForm,
} from '@caudal/methods/collect/xlsform'
import { seesOwnEntries, type Actor } from '@caudal/methods/govern'
import { getCodeList } from '@caudal/methods/vocabulary/code-lists'
import { auditLogOf } from '../../govern/audit/audit-log.ts'
import { actOf } from '../../govern/authorise.ts'
import { nodeCodeLists, type CaudalNode } from '../../store/index.ts'
import { checkOwner } from '../owning-institution.ts'
import { institutionInSight, ownInstitution } from './form-owner.ts'
import { checkUsable, getKeptForm, selectForms, type KeptForm } from './kept-form.ts'
import { checkFaults, readWorkbook, type FormWorkbook } from './read-workbook.ts'
import { profileOf } from './profile-of-form.ts'
import { formRefusals } from './refusals.ts'

/** Looks at a workbook without keeping anything of it: what it asks, its faults, what is not supported. */
export async function examineForm(
  node: CaudalNode,
  actor: Actor,
  workbook: FormWorkbook,
): Promise<ReadForm & { readonly fileName: string }> {
  await institutionInSight(node, actor, 'collect.import')
  return await readWorkbook(node, workbook)
}

/**
 * Keeps a form of the actor's institution: as the version after the newest of the same form, or as it
 * is where that newest one is the same workbook and stands.
 *
 * @throws {Refusal} collect.forms.workbook-wrong, collect.forms.country-unknown
 */
export async function keepForm(
  node: CaudalNode,
  actor: Actor,
  workbook: FormWorkbook,
): Promise<{ readonly form: KeptForm; readonly isNew: boolean }> {
  const institution = await ownInstitution(node, actor, 'collect.import')
  const { country } = actor
  if (country !== '' && !isCountry(country)) {
    throw formRefusals.refuse('country-unknown', { country })
  }
  const read = await readWorkbook(node, workbook)
  const { definition, fileName, sha256 } = read
  checkFaults(read, fileName)
  const withoutEnd = fileName.replace(/\.[^.]*$/, '')
  const title = definition.title || withoutEnd
  const form = hyphened(definition.id || definition.title || withoutEnd) || 'form'
  const kept = await node.register.transaction(async (transaction) => {
    const [newest] = await transaction.query<{
      id: number
      version: number
      sha256: string
      isStanding: boolean
    }>(
      `select id, version, sha256,
         not exists (select from form_withdrawals where form_withdrawals.form = forms.id) as "isStanding"
       from forms where institution = $1 and form = $2 order by version desc limit 1`,
      [institution, form],
    )
    if (newest?.sha256 === sha256 && newest.isStanding) return { id: newest.id, isNew: false }
    const [row] = await transaction.query<{ id: number }>(
      `insert into forms
         (institution, country, form, version, title, file_name, sha256, definition, actor)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id`,
      [
        institution,
        country,
        form,
        (newest?.version ?? 0) + 1,
        title,
        fileName,
        sha256,
        JSON.stringify(definition),
        actor.id,
      ],
    )
    await auditLogOf(node).appendWithin(transaction, [
      noted(actor, row!.id, { act: 'keep-form', file: sha256 }),
    ])
    return { id: row!.id, isNew: true }
  })
  return { form: await getKeptForm(node, kept.id, institution), isNew: kept.isNew }
}

/**
 * The forms of the actor's institution, every version; whoever runs the node sees all. Whoever enters
 * records and does no more sees those that can be filled in, with what he or she has entered by them.
 */
export async function listForms(node: CaudalNode, actor: Actor): Promise<KeptForm[]> {
  const institution = await institutionInSight(node, actor, 'collect.enter')
  if (!seesOwnEntries(actor)) return await selectForms(node, institution)
  const forms = await selectForms(node, institution, undefined, actor.id)
  return forms.filter(({ withdrawnAt, mapping }) => withdrawnAt === null && mapping !== null)
}

/** @throws {Refusal} collect.forms.unknown */
export async function getForm(node: CaudalNode, actor: Actor, id: number): Promise<KeptForm> {
  const institution = await institutionInSight(node, actor, 'collect.enter')
  return await getKeptForm(node, id, institution, seesOwnEntries(actor) ? actor.id : undefined)
}

/** What is proposed for a form whose records are of a type. */
export interface ProposedMapping {
  readonly recordType: RecordType
  readonly dataset: string
  readonly fields: readonly FormFieldSuggestion[]
}

/**
 * Proposes which questions of a form fill which fields.
 *
 * @throws {Refusal} collect.forms.record-type-unfit
 */
export async function proposeMapping(
  node: CaudalNode,
  actor: Actor,
  id: number,
  recordType: string,
): Promise<ProposedMapping> {
  const form = await getKeptForm(node, id, await institutionInSight(node, actor, 'collect.import'))
  const type = fitType(recordType)
  const book = await nodeCodeLists(node)
  return {
    recordType: type,
    dataset: hyphened(`${form.institution}-${form.form}`).slice(0, 60).replace(/-+$/, ''),
    fields: suggestFormMapping(form.definition, type, {
      findCodeList: (list) => book.find(list),
      country: form.country,
    }),
  }
}

/**
 * Proposes what each choice of a question means in the code list of a field; nothing where either has
 * none.
 *
 * @throws {Refusal} collect.forms.record-type-unfit, collect.forms.column-unknown
 */
export async function proposeCodes(
  node: CaudalNode,
  actor: Actor,
  id: number,
  wanted: { readonly recordType: string; readonly field: string; readonly column: string },
): Promise<readonly FormCodeSuggestion[]> {
  const institution = await institutionInSight(node, actor, 'collect.import')
  const { definition, country } = await getKeptForm(node, id, institution)
  const field = fitType(wanted.recordType).fields.find((each) => each.id === wanted.field)
  const column = formColumns(definition).find((each) => each.id === wanted.column)
  if (column === undefined) {
    throw formRefusals.refuse('column-unknown', { column: wanted.column })
  }
  const list = (await nodeCodeLists(node)).find(field?.codeList ?? '')
  return list === undefined ? [] : suggestFormCodes(column, list, definition, country)
}

/**
 * Keeps what the answers of a form become. An earlier mapping stays with the records that were entered
 * by it.
 *
 * @returns number of the mapping
 * @throws {Refusal} collect.forms.…, collect.profile-…
 */
export async function mapForm(
  node: CaudalNode,
  actor: Actor,
  id: number,
  given: Omit<FormMapping, 'country'>,
): Promise<number> {
  const institution = await ownInstitution(node, actor, 'collect.import')
  const form = await getKeptForm(node, id, institution)
  if (form.withdrawnAt !== null) checkUsable(form)
  const mapping: FormMapping = { ...given, country: form.country }
  const type = fitType(mapping.recordType)
  const columns = new Set(formColumns(form.definition).map(({ id: column }) => column))
  for (const { column } of Object.values(mapping.fields)) {
    if (column !== undefined && !columns.has(column)) {
      throw formRefusals.refuse('column-unknown', { column })
    }
  }
  if (repeatsOfRecords(form.definition, mapping).length > 1)
    throw formRefusals.refuse('repeats-mixed')
  const empty = fieldsWithoutSource(type, mapping)
  if (empty.length > 0) {
    const say = (language: 'es' | 'en' | 'fr') =>
      empty
        .map((each) => type.fields.find((field) => field.id === each)!.label[language])
        .join(', ')
    const fields = { es: say('es'), en: say('en'), fr: say('fr') }
    throw formRefusals.refuse('fields-without-source', { fields })
  }
  const profile = readSourceProfile(profileOf(form, mapping, 1), await nodeCodeLists(node))
  await checkOwner(node, actor, 'collect.import', profile)
  return await node.register.transaction(async (transaction) => {
    const [row] = await transaction.query<{ id: number }>(
      `insert into form_mappings (form, institution, mapping, actor)
       values ($1, $2, $3, $4) returning id`,
      [id, institution, JSON.stringify(mapping), actor.id],
    )
    await auditLogOf(node).appendWithin(transaction, [
      noted(actor, id, { act: 'map-form', mapping: row!.id, dataset: mapping.dataset }),
    ])
    return row!.id
  })
}

/**
 * Withdraws a version: it is filled in no more. What was entered by it stays.
 *
 * @throws {Refusal} collect.forms.reason-missing, collect.forms.entries-waiting
 */
export async function withdrawForm(
  node: CaudalNode,
  actor: Actor,
  id: number,
  because: string,
): Promise<void> {
  const institution = await ownInstitution(node, actor, 'collect.import')
  const { withdrawnAt, waiting, title, version } = await getKeptForm(node, id, institution)
  if (withdrawnAt !== null) throw formRefusals.refuse('withdrawn', { title, version })
  const reason = because.trim().slice(0, 1000)
  if (reason === '') throw formRefusals.refuse('reason-missing')
  if (waiting > 0) throw formRefusals.refuse('entries-waiting', { count: waiting })
  await node.register.transaction(async (transaction) => {
    await transaction.query(
      `insert into form_withdrawals (form, institution, because, actor) values ($1, $2, $3, $4)
       on conflict do nothing`,
      [id, institution, reason, actor.id],
    )
    await auditLogOf(node).appendWithin(transaction, [noted(actor, id, { act: 'withdraw-form' })])
  })
}

/** A record type that people fill in: not one that the node derives. */
function fitType(id: string): RecordType {
  const derived = new Set(listDerivedRecordTypes().map((type) => type.id))
  const known = listRecordTypes().filter((type) => !derived.has(type.id))
  if (!known.some((type) => type.id === id)) {
    throw formRefusals.refuse('record-type-unfit', {
      recordType: id,
      known: known.map((type) => type.id).join(', '),
    })
  }
  return getRecordType(id)
}

function isCountry(code: string): boolean {
  return getCodeList('countries').codes.some((each) => each.code === code)
}

function noted(actor: Actor, id: number, details: Readonly<Record<string, string | number>>) {
  return actOf(actor, 'collect.import', { purpose: 'collection', subject: `form:${id}`, details })
}
