import type { RecordType } from '../record-type.ts'
import type { SourceProfile } from '../source-profile.ts'
import type { FormDefinition, FormQuestion } from './form-definition.ts'
import type { FormAnswers } from './form-state.ts'

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
}

/** The day on which the form was filled in, whether it asks for it or not. */
export const entryDay = 'entry/day'

/** A column that tells records apart which say the same; no field is read from it. */
export const entryNumber = 'entry/id'

/** The columns that fields may be read from. */
export function formColumns({ questions }: FormDefinition): readonly FormColumn[] {
  return [
    ...questions
      .filter(({ type }) => type !== 'note')
      .flatMap((question): FormColumn[] =>
        question.type === 'choices'
          ? ([1, 2] as const).map((place) => ({ id: `${question.name}/${place}`, question, place }))
          : [{ id: question.name, question }],
      ),
    { id: entryDay },
  ]
}

/** The answers of one form as a row of a file, with the day on which and the number under which they were entered. */
export function formRow(
  definition: FormDefinition,
  answers: FormAnswers,
  day: string,
  number = '',
): Readonly<Record<string, string>> {
  const row: Record<string, string> = { [entryNumber]: number }
  for (const { id, question, place } of formColumns(definition)) {
    const given = question === undefined ? day : (answers[question.name] ?? '')
    // What an acknowledgement says is yes.
    const answer = question?.type === 'acknowledge' && given === 'OK' ? 'true' : given
    row[id] = place === undefined ? answer : (answer.split(' ')[place - 1] ?? '')
  }
  return row
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
