import { isDate } from '../calendar.ts'
import { findCode, type CodeList } from '../../vocabulary/index.ts'
import type { FindCodeList } from '../mapping/field-plan.ts'
import type { RecordType } from '../record-type.ts'
import type { FormAnswers, FormDefinition } from './form-definition.ts'
import { entryDay, formColumns, type FormColumn, type FormMapping } from './form-mapping.ts'
import { placeOf } from './place-answer.ts'
import { answerKey, repeatsOf } from './repeats.ts'

/** Answers of a form, with the day on which it was filled in. */
export interface DatedAnswers {
  readonly answers: FormAnswers
  /** ISO date. */
  readonly day: string
}

/** Why a value of a field cannot be written into answers. */
export interface UnansweredField {
  readonly field: string
  readonly why: 'not-asked' | 'no-answer-means-it'
}

/**
 * Answers that make another record: the way back from values of fields to the questions that fill them.
 * A choice is found by what it means. What is computed from other fields follows by itself.
 *
 * @param values by field: what is to stand in the record, as text; null for nothing
 * @param instance which instance of a repeated group is meant
 * @returns the answers, or the first field that no answer can give the value of
 */
export function correctAnswers(
  {
    definition,
    mapping,
    recordType,
  }: {
    readonly definition: FormDefinition
    readonly mapping: FormMapping
    readonly recordType: RecordType
  },
  given: DatedAnswers,
  values: Readonly<Record<string, string | null>>,
  findCodeList: FindCodeList,
  instance?: string,
): DatedAnswers | UnansweredField {
  const columns = new Map(formColumns(definition).map((column) => [column.id, column]))
  const repeatBy = repeatsOf(definition)
  const answers: Record<string, string> = { ...given.answers }
  let { day } = given
  for (const [field, value] of Object.entries(values)) {
    const of = recordType.fields.find(({ id }) => id === field)
    const { column: id = '', codes = {} } = mapping.fields[field] ?? {}
    const column = columns.get(id)
    if (column === undefined || of === undefined) {
      if (of?.derived !== undefined) continue
      return { field, why: 'not-asked' }
    }
    if (id === entryDay) {
      if (value === null || !isDate(value)) return { field, why: 'no-answer-means-it' }
      day = value
      continue
    }
    const { question } = column
    if (question === undefined || question.calculation !== undefined) {
      return { field, why: 'not-asked' }
    }
    const key = answerKey(question.name, repeatBy.has(question.name) ? instance : undefined)
    const list = of.codeList === undefined ? undefined : findCodeList(of.codeList)
    const part =
      value === null
        ? ''
        : answerFor(value, column, { definition, codes, list, country: mapping.country })
    if (part === undefined) return { field, why: 'no-answer-means-it' }
    answers[key] = inPlace(column, answers[key] ?? '', part)
  }
  return { answers, day }
}

function answerFor(
  value: string,
  { question }: FormColumn,
  {
    definition,
    codes,
    list,
    country,
  }: {
    readonly definition: FormDefinition
    readonly codes: Readonly<Record<string, string>>
    readonly list: CodeList | undefined
    readonly country: string
  },
): string | undefined {
  if (question?.type === 'acknowledge') return value === 'true' ? 'OK' : ''
  if (question?.list === undefined) return value
  const within = list?.parentList === 'countries' ? country : undefined
  const choices = definition.codeLists.find(({ id }) => id === question.list)?.codes ?? []
  const means = (code: string) =>
    codes[code] ?? (list === undefined ? code : findCode(list, code, within)?.code)
  return choices.find(({ code }) => means(code) === value)?.code
}

/** An answer with one part of it replaced: one of several choices, or a coordinate. */
function inPlace({ place, part }: FormColumn, answer: string, value: string): string {
  if (part !== undefined) {
    const known = { ...placeOf(answer), [part]: value }
    const parts = [known.latitude, known.longitude, known.altitude || '0', known.accuracy || '0']
    return known.latitude === '' && known.longitude === '' ? '' : parts.join(' ')
  }
  if (place === undefined) return value
  const chosen = answer.split(' ').filter((each) => each !== '')
  chosen[place - 1] = value
  return [...new Set(chosen.filter((each) => each !== undefined && each !== ''))].join(' ')
}
