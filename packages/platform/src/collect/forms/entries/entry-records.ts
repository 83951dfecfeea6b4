import { getRecordType, readSourceProfile, recordMapper } from '@caudal/methods/collect'
import {
  answerKey,
  formRows,
  instancesOf,
  isAsked,
  questionOfKey,
  repeatsOf,
  repeatsOfRecords,
  sayFormText,
  type FormAnswers,
  type FormDefinition,
  type FormMapping,
} from '@caudal/methods/collect/xlsform'
import type { WaitingRecord } from '../../../govern/waiting/waiting-keeper.ts'
import { nodeCodeLists, type CaudalNode } from '../../../store/index.ts'
import { selectForms, type KeptForm } from '../kept-form.ts'
import { profileOf } from '../profile-of-form.ts'
import { openAnswers, type SealedAnswers, type SealedEntry } from './entry.ts'

/** A form with the mapping by which one of its entries is read. */
export interface EntryForm {
  readonly form: KeptForm
  readonly mapping: FormMapping
  readonly mappingId: number
}

/** Finds the form and the mapping of entries, each once. */
export function entryForms(node: CaudalNode): (entry: SealedEntry) => Promise<EntryForm> {
  const forms = new Map<number, Promise<KeptForm[]>>()
  const mappings = new Map<number, Promise<{ mapping: FormMapping }[]>>()
  return async ({ form: id, mapping: version }) => {
    const found = forms.get(id) ?? selectForms(node, undefined, id)
    forms.set(id, found)
    const [form] = await found
    // a draft has no mapping of its own: the newest holds
    const mappingId = version ?? form?.mappingId ?? 0
    const kept =
      mappings.get(mappingId) ??
      node.register.query<{ mapping: FormMapping }>(
        'select mapping from form_mappings where id = $1',
        [mappingId],
      )
    mappings.set(mappingId, kept)
    const [row] = await kept
    if (form === undefined || row === undefined) throw new Error(`No form of the entry of ${id}.`)
    return { form, mapping: row.mapping, mappingId }
  }
}

/** Reads entries as the records that they would become; one without answers is none. */
export async function entryRecords(
  node: CaudalNode,
): Promise<(entry: SealedEntry) => Promise<readonly WaitingRecord[]>> {
  const find = entryForms(node)
  const book = await nodeCodeLists(node)
  const mappers = new Map<number, ReturnType<typeof recordMapper>>()
  return async (entry) => {
    const content = openAnswers(node, entry)
    if (content === undefined) return []
    const { form, mapping, mappingId } = await find(entry)
    const type = getRecordType(mapping.recordType)
    const mapper =
      mappers.get(mappingId) ??
      recordMapper(readSourceProfile(profileOf(form, mapping, mappingId), book), type, (id) =>
        book.find(id),
      )
    mappers.set(mappingId, mapper)
    const { definition } = form
    return rowsOf(definition, mapping, content, entry.id).map(({ instance, row }) => ({
      entry: entry.id,
      ...(instance === undefined ? {} : { instance }),
      form: form.title,
      dataset: mapping.dataset,
      recordType: mapping.recordType,
      owner: form.institution,
      country: form.country,
      state: entry.state === 'draft' ? 'draft' : 'waiting',
      enteredAt: entry.createdAt,
      record: mapper(row).values,
      answers: answersInWords(definition, content.answers, instance),
    }))
  }
}

/** The rows of an entry; a form in whose repeated group nobody is yet is one all the same. */
function rowsOf(
  definition: FormDefinition,
  mapping: FormMapping,
  { answers, day }: SealedAnswers,
  number: string,
): ReturnType<typeof formRows> {
  const rows = formRows(definition, mapping, answers, { day, number })
  if (rows.length > 0) return rows
  return formRows({ ...definition, groups: [] }, mapping, answers, { day, number })
}

/** Instances that are records of a form; none where the form is one record. */
export function instancesOfRecords(
  definition: FormDefinition,
  mapping: FormMapping,
  answers: FormAnswers,
): readonly string[] {
  const [repeat] = repeatsOfRecords(definition, mapping)
  return repeat === undefined ? [] : instancesOf(answers, repeat)
}

/** What was answered, in the words of the form; of the other records of the same form, nothing. */
function answersInWords(
  definition: FormDefinition,
  answers: FormAnswers,
  instance: string | undefined,
): WaitingRecord['answers'] {
  const repeatBy = repeatsOf(definition)
  const words = definition.defaultLanguage || definition.languages[0] || ''
  return definition.questions.flatMap((question) => {
    const { name, label, list } = question
    const isOwn = repeatBy.has(name) && instance !== undefined
    const keys = isOwn
      ? [answerKey(name, instance)]
      : Object.keys(answers).filter((key) => questionOfKey(key)[0] === name)
    return keys.flatMap((key) => {
      const answer = answers[key] ?? ''
      if (answer === '' || (!isAsked(question) && question.calculation === undefined)) return []
      const codes = definition.codeLists.find(({ id }) => id === list)?.codes
      const said =
        codes === undefined
          ? answer
          : answer
              .split(' ')
              .map((code) => {
                const choice = codes.find((each) => each.code === code)
                return choice === undefined ? code : sayFormText(choice.label, words) || code
              })
              .join(', ')
      return [{ question: sayFormText(label, words) || name, answer: said }]
    })
  })
}
