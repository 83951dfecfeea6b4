import type { RecordType } from '../record-type.ts'
import type { SourceProfile } from '../source-profile.ts'
import type { FormAnswers, FormDefinition, FormQuestion } from './form-definition.ts'
import { placeOf } from './place-answer.ts'
import { answerKey, instancesOf, repeatsOf } from './repeats.ts'

/** Where one field of a record comes from. */
export interface FormFieldMapping {
  /** A column of {@link formColumns}. */
  readonly column?: string
  /** The same value in every record. */
  readonly constant?: string
  /** Choices of the form to codes of the field; what the list of the field knows needs no entry. */
  readonly codes?: Readonly<Record<string, string>>
}

/** What the answers of a form become: kept with the version of the form, and never changed. */
export interface FormMapping {
  readonly recordType: string
  /** Dataset that the records join. */
  readonly dataset: string
  readonly licence: string
  /** ISO 3166-1 alpha-3 of the country whose institution fills the form in. */
  readonly country: string
  readonly fields: Readonly<Record<string, FormFieldMapping>>
}

/** A column that a record of the form has: a question, or a part of one. */
export interface FormColumn {
  readonly id: string
  readonly question?: FormQuestion
  /** Of a question with several answers: the first or the second choice. */
  readonly place?: 1 | 2
  /** Of a place on Earth: degrees, or metres of accuracy. */
  readonly part?: 'latitude' | 'longitude' | 'accuracy'
}

/** The day on which the form was filled in, whether it asks for it or not. */
export const entryDay = 'entry/day'

/** A column that tells records apart which say the same; no field is read from it. */
export const entryNumber = 'entry/id'

/** What the records of one form share, where its answers are several: a number, and how many they are. */
export const entryUnit = 'entry/unit'
export const entrySize = 'entry/size'

/** The columns that fields may be read from. */
export function formColumns(definition: FormDefinition): readonly FormColumn[] {
  const isRepeated = definition.groups.some(({ repeat }) => repeat !== undefined)
  return [
    ...definition.questions.filter(({ type }) => type !== 'note').flatMap(columnsOf),
    { id: entryDay },
    ...(isRepeated ? [{ id: entryUnit }, { id: entrySize }] : []),
  ]
}

function columnsOf(question: FormQuestion): readonly FormColumn[] {
  const { name, type } = question
  if (type === 'choices') {
    return ([1, 2] as const).map((place) => ({ id: `${name}/${place}`, question, place }))
  }
  if (type === 'place') {
    const parts = ['latitude', 'longitude', 'accuracy'] as const
    return parts.map((part) => ({ id: `${name}/${part}`, question, part }))
  }
  return [{ id: name, question }]
}

/**
 * The repeated groups whose answers fields are read from. Each time that the one is answered is a record
 * of its own, which shares the answers outside of it; no record can be read from two.
 */
export function repeatsOfRecords(
  definition: FormDefinition,
  mapping: Pick<FormMapping, 'fields'>,
): readonly string[] {
  const repeatBy = repeatsOf(definition)
  const questions = new Map(formColumns(definition).map(({ id, question }) => [id, question?.name]))
  const found = Object.values(mapping.fields).flatMap(
    ({ column = '' }) => repeatBy.get(questions.get(column) ?? '') ?? [],
  )
  return [...new Set(found)]
}

/** A record that the answers of a form become, as a row of a file. */
export interface FormRecordRow {
  /** Which instance of the repeated group it is; undefined where the form is one record. */
  readonly instance?: string
  readonly row: Readonly<Record<string, string>>
}

/**
 * The answers of one form as rows of a file, with the day on which and the number under which they were
 * entered: one row, or one for every instance of the repeated group that fields are read from.
 */
export function formRows(
  definition: FormDefinition,
  mapping: Pick<FormMapping, 'fields'>,
  answers: FormAnswers,
  { day, number = '' }: { readonly day: string; readonly number?: string },
): readonly FormRecordRow[] {
  const repeatBy = repeatsOf(definition)
  const [repeat] = repeatsOfRecords(definition, mapping)
  const columns = formColumns(definition)
  const instances = repeat === undefined ? [undefined] : instancesOf(answers, repeat)
  return instances.map((instance) => {
    const row: Record<string, string> = {
      [entryNumber]: instance === undefined ? number : `${number}#${instance}`,
    }
    for (const column of columns) {
      const { id, question } = column
      if (question === undefined) {
        row[id] = { [entryUnit]: number, [entrySize]: String(instances.length) }[id] ?? day
        continue
      }
      const own = repeatBy.get(question.name)
      // another repeated group has no one answer
      const isOther = own !== undefined && own !== repeat
      const key = answerKey(question.name, own === undefined ? undefined : instance)
      row[id] = isOther ? '' : partOf(column, answers[key] ?? '')
    }
    return { ...(instance === undefined ? {} : { instance }), row }
  })
}

function partOf({ question, place, part }: FormColumn, given: string): string {
  if (part !== undefined) return given === '' ? '' : placeOf(given)[part]
  // What an acknowledgement says is yes.
  const answer = question?.type === 'acknowledge' && given === 'OK' ? 'true' : given
  return place === undefined ? answer : (answer.split(' ')[place - 1] ?? '')
}

/** Questions whose answers no field keeps: they are not in the record. */
export function questionsNotKept(
  definition: FormDefinition,
  mapping: Pick<FormMapping, 'fields'>,
): readonly FormQuestion[] {
  const kept = new Set(Object.values(mapping.fields).map(({ column }) => column?.split('/')[0]))
  const silent = ['note', 'start', 'end', 'today', 'hidden', 'calculate']
  return definition.questions.filter(({ name, type }) => !kept.has(name) && !silent.includes(type))
}

/** Who a form belongs to, and which of its mappings is meant. */
export interface FormSource {
  readonly institution: string
  /** Identifier of the form, in lower-case words joined by hyphens. */
  readonly form: string
  /** Number of the mapping: the version of the profile. */
  readonly version: number
  readonly title: string
  /** Its records are of people who do not exist. */
  readonly synthetic?: boolean
}

/** The source profile by which the records of a form are taken in, as any file is. */
export function formProfile(
  definition: FormDefinition,
  mapping: FormMapping,
  source: FormSource,
): Readonly<Record<string, unknown>> & Pick<SourceProfile, 'rules'> {
  const { institution, form, version, title } = source
  const read = new Set(Object.values(mapping.fields).map(({ column }) => column))
  return {
    id: hyphened(`form-${institution}-${form}`),
    version,
    recordType: mapping.recordType,
    title: { es: title, en: title, fr: title },
    dataset: mapping.dataset,
    ...(mapping.country === '' ? {} : { country: mapping.country }),
    source: {
      owner: institution,
      title,
      licence: mapping.licence,
      citation: `${institution}: ${title}`,
    },
    ...(source.synthetic === true ? { synthetic: true } : {}),
    layout: { format: 'ndjson', encoding: 'utf-8' },
    fields: mapping.fields,
    ignore: [
      entryNumber,
      ...formColumns(definition)
        .map(({ id }) => id)
        .filter((id) => !read.has(id)),
    ],
    rules: {},
  }
}

/** Lower-case words joined by hyphens. */
export function hyphened(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 100)
    .replace(/-+$/, '')
}

/** Required fields of the record type that nothing fills: no record could be accepted. */
export function fieldsWithoutSource(
  recordType: RecordType,
  mapping: FormMapping,
): readonly string[] {
  return recordType.fields
    .filter(({ required, derived, id }) => {
      const { column, constant = '' } = mapping.fields[id] ?? {}
      return required === true && derived === undefined && column === undefined && constant === ''
    })
    .map(({ id }) => id)
}
