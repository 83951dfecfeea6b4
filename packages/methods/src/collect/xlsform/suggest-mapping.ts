import { findCode, type CodeList } from '../../vocabulary/index.ts'
import type { Field, RecordType } from '../record-type.ts'
import { sampleColumns, type SampledColumn } from '../suggest/sampled-column.ts'
import { scoreContent, scoreName } from '../suggest/score-field.ts'
import { suggestCodes } from '../suggest/suggest-codes.ts'
import type { FormDefinition } from './form-definition.ts'
import {
  entryDay,
  entrySize,
  entryUnit,
  formColumns,
  repeatsOfRecords,
  type FormColumn,
  type FormFieldMapping,
} from './form-mapping.ts'

/** What is proposed for a field, and how surely: from 0 to 1. */
export interface FormFieldSuggestion {
  readonly field: string
  readonly mapping: FormFieldMapping
  readonly confidence: number
}

/** Below this a question is left for a person to place. */
const leastConfidence = 0.55

/**
 * A question for every field of a record type that one suits, by its name, its labels and its choices;
 * no question twice. The day of the record is the day of entry where no question asks for it; the
 * country is that of the institution.
 */
export function suggestFormMapping(
  definition: FormDefinition,
  recordType: RecordType,
  options: {
    readonly findCodeList: (id: string) => CodeList | undefined
    readonly country?: string | undefined
  },
): readonly FormFieldSuggestion[] {
  const columns = formColumns(definition).filter(({ question }) => question !== undefined)
  const lists = new Map(definition.codeLists.map(({ id, codes }) => [id, codes]))
  const candidates = recordType.fields.flatMap((field) => {
    const list = field.codeList === undefined ? undefined : options.findCodeList(field.codeList)
    return columns.flatMap((column) => {
      const byName = nameScore(column, field)
      const content = contentScore(column, field, list, lists)
      const confidence = 0.65 * byName + 0.35 * content
      const isLikely = byName >= 0.5 && content > 0 && confidence >= leastConfidence
      return isLikely ? [{ field, column, confidence, list }] : []
    })
  })
  candidates.sort((a, b) => b.confidence - a.confidence)
  const chosen = new Map<string, FormFieldSuggestion>()
  const taken = new Set<string>()
  for (const { field, column, confidence, list } of candidates) {
    if (chosen.has(field.id) || taken.has(column.id)) continue
    taken.add(column.id)
    const codes = codesFor(column, list, lists, options.country)
    chosen.set(field.id, {
      field: field.id,
      confidence,
      mapping: { column: column.id, ...(Object.keys(codes).length > 0 ? { codes } : {}) },
    })
  }
  const { dateField } = recordType
  if (dateField !== undefined && !chosen.has(dateField)) {
    chosen.set(dateField, { field: dateField, confidence: 0.5, mapping: { column: entryDay } })
  }
  const fields = Object.fromEntries([...chosen].map(([id, { mapping }]) => [id, mapping]))
  if (repeatsOfRecords(definition, { fields }).length > 0) {
    // Those who are entered together came together.
    for (const [id, column] of [
      ['family_unit', entryUnit],
      ['family_size', entrySize],
    ] as const) {
      const isField = recordType.fields.some((field) => field.id === id)
      if (isField && !chosen.has(id)) {
        chosen.set(id, { field: id, confidence: 0.5, mapping: { column } })
      }
    }
  }
  const { country } = options
  const isCountry = recordType.fields.some(({ id }) => id === 'country')
  if (isCountry && country !== undefined && country !== '') {
    chosen.set('country', { field: 'country', confidence: 1, mapping: { constant: country } })
  }
  return recordType.fields.flatMap(({ id }) => chosen.get(id) ?? [])
}

/** A choice of a question, and the code that it is proposed to be. */
export interface FormCodeSuggestion {
  readonly choice: string
  /** Null where nothing in the list is alike: for a person to say. */
  readonly to: string | null
  /** The list itself reads the choice so: it needs no entry. */
  readonly isKnown: boolean
}

/**
 * What each choice of a question means in a code list: by its label in any language, by its code, else
 * by likeness.
 */
export function suggestFormCodes(
  { question }: FormColumn,
  list: CodeList,
  definition: Pick<FormDefinition, 'codeLists'>,
  country?: string,
): readonly FormCodeSuggestion[] {
  if (question?.list === undefined) return []
  const lists = new Map(definition.codeLists.map(({ id, codes }) => [id, codes]))
  const told = codesFor({ id: '', question }, list, lists, country)
  const within = list.parentList === 'countries' ? country : undefined
  return (lists.get(question.list) ?? []).map(({ code }) => {
    const itself = findCode(list, code, within)?.code
    const to = told[code] ?? itself ?? null
    return { choice: code, to, isKnown: to !== null && to === itself }
  })
}

type Lists = ReadonlyMap<string, FormDefinition['codeLists'][number]['codes']>

function codesFor(
  { question }: FormColumn,
  list: CodeList | undefined,
  lists: Lists,
  country: string | undefined,
): Readonly<Record<string, string>> {
  if (list === undefined || question?.list === undefined) return {}
  const within = list.parentList === 'countries' ? country : undefined
  const codes: Record<string, string> = {}
  for (const { code, label } of lists.get(question.list) ?? []) {
    const itself = findCode(list, code, within)?.code
    // What a person reads decides: `m` may be a woman (mujer) here and a man in the list.
    const labels = [...new Set(Object.values(label))]
    const said = labels.map((text) => findCode(list, text, within)).find((each) => each)?.code
    const to = said ?? itself ?? alikeIn(list, [...labels, words(code)], within)
    if (to !== undefined && to !== itself) codes[code] = to
  }
  return codes
}

/** The code of a list whose name is most like one of some texts. */
function alikeIn(list: CodeList, texts: readonly string[], within?: string): string | undefined {
  const likely = suggestCodes(sampled('', texts), list, within).filter(({ to }) => to !== undefined)
  return likely.toSorted((a, b) => b.confidence - a.confidence)[0]?.to
}

function nameScore({ question, place, part }: FormColumn, field: Field): number {
  if (part !== undefined) return field.id === part ? 1 : 0
  // What is chosen second suits a field of the second only, and the other way round.
  const isSecond = field.id.startsWith('second_')
  if (place !== undefined && isSecond !== (place === 2)) return 0
  const plain = isSecond && place === 2 ? { ...field, id: field.id.replace(/^second_/, '') } : field
  const names = [question!.name, ...Object.values(question!.label)]
  // A prefix of the form's own (`prs_Gender`) says nothing of the question.
  const without = question!.name.replace(/^[a-z]{2,4}_/, '')
  return Math.max(...[...names, without].map((name) => scoreName(words(name), plain)))
}

/** How well the kind of a question, and its choices, suit a field. */
function contentScore(
  { question }: FormColumn,
  field: Field,
  list: CodeList | undefined,
  lists: Lists,
): number {
  const { type } = question!
  if (type === 'choice' || type === 'choices') {
    if (field.type !== 'code' && field.type !== 'boolean') return field.type === 'text' ? 0.2 : 0
    const choices = lists.get(question!.list ?? '') ?? []
    const byCode = sampled(
      field.id,
      choices.map(({ code }) => code),
    )
    const byLabel = sampled(
      field.id,
      choices.flatMap(({ label }) => Object.values(label).slice(0, 1)),
    )
    return Math.max(scoreContent(byCode, field, list), scoreContent(byLabel, field, list))
  }
  const suits: Readonly<Record<string, readonly Field['type'][]>> = {
    date: ['date'],
    today: ['date'],
    timestamp: ['timestamp'],
    integer: ['integer', 'decimal'],
    decimal: ['decimal'],
    acknowledge: ['boolean'],
    place: ['decimal'],
  }
  if (suits[type] !== undefined) return suits[type].includes(field.type) ? 1 : 0
  if (field.type === 'text') return 0.8
  return field.type === 'code' || field.type === 'integer' ? 0.2 : 0
}

function sampled(name: string, texts: readonly string[]): SampledColumn {
  return sampleColumns(
    [name],
    texts.map((text) => [text]),
  )[0]!
}

/** A name of joined words as words: `prs_FirstName` is `prs First Name`. */
function words(name: string): string {
  return name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/[_/.-]+/g, ' ')
    .trim()
}
