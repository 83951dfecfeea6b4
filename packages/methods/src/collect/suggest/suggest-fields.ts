import type { CodeList } from '../../vocabulary/index.ts'
import type { Field, RecordType } from '../record-type.ts'
import type { FieldMapping } from '../source-profile.ts'
import { guessDates } from './guess-dates.ts'
import { guessPeriodsOf } from './guess-periods.ts'
import type { SampledColumn } from './sampled-column.ts'
import { scoreContentAlone } from './score-content-alone.ts'
import { scoreContent, scoreName } from './score-field.ts'
import { suggestCodes, type CodeSuggestion } from './suggest-codes.ts'

/** A column proposed for a field. */
export interface FieldSuggestion {
  readonly field: string
  readonly column: string
  /** From 0 to 1, from name and content together. */
  readonly confidence: number
  readonly byName: number
  readonly byContent: number
  readonly mapping: FieldMapping
  /** For coded fields: what is proposed for each code of the source. */
  readonly codes: readonly CodeSuggestion[]
  /** A date pattern that would read the column as well. */
  readonly rivalPattern?: string
}

/** Below this a column is left for a person to place. */
const leastConfidence = 0.5
/** A date pattern that the reader takes without being told. */
const isoDay = 'yyyy-MM-dd'

export interface SuggestionOptions {
  readonly findCodeList: (id: string) => CodeList | undefined
  /** ISO 3166-1 alpha-3 of the country that keeps the file. */
  readonly country?: string | undefined
}

/**
 * A column for every field of a record type that one suits, best first; no column twice, but for a
 * moment that also gives the day. Name and content must agree: a column called `sexo` that holds
 * dates is no sex.
 */
export function suggestFields(
  columns: readonly SampledColumn[],
  recordType: RecordType,
  options: SuggestionOptions,
): readonly FieldSuggestion[] {
  const candidates = recordType.fields.flatMap((field) =>
    columns.flatMap((column) => {
      const byName = scoreName(column.name, field)
      const list = field.codeList === undefined ? undefined : options.findCodeList(field.codeList)
      const within = list?.parentList === 'countries' ? options.country : undefined
      const alone = byName < 0.5 ? scoreContentAlone(column, field, recordType, list, within) : 0
      if (byName < leastByName(field) && alone === 0) return []
      const byContent = scoreContent(column, field, list, within)
      const confidence = Math.max(alone, combine(byName, byContent))
      return confidence < leastConfidence ? [] : [{ field, column, byName, byContent, confidence }]
    }),
  )
  candidates.sort((a, b) => b.confidence - a.confidence || b.byName - a.byName)
  const takenFields = new Set<string>()
  const takenColumns = new Set<string>()
  const chosen: FieldSuggestion[] = []
  for (const { field, column, ...scores } of candidates) {
    if (takenFields.has(field.id) || takenColumns.has(column.name)) continue
    takenFields.add(field.id)
    takenColumns.add(column.name)
    chosen.push(suggestionOf(field, column, scores, options))
  }
  const order = new Map(recordType.fields.map((field, at) => [field.id, at]))
  return chosen.toSorted((a, b) => (order.get(a.field) ?? 0) - (order.get(b.field) ?? 0))
}

/** Many columns hold countries: that of the keeper, the same in every record, must be called so. */
function leastByName({ id }: Field): number {
  return id === 'country' ? 0.6 : 0.35
}

/** Names weigh more than content, because many columns hold countries or days. */
function combine(byName: number, byContent: number): number {
  if (byContent < 0.2) return byName * byContent
  return 0.65 * byName + 0.35 * byContent
}

function suggestionOf(
  field: Field,
  column: SampledColumn,
  scores: { confidence: number; byName: number; byContent: number },
  { findCodeList, country }: SuggestionOptions,
): FieldSuggestion {
  const base = { field: field.id, column: column.name, ...scores }
  if (field.type === 'date' || field.type === 'timestamp') {
    const guess = guessDates(column)
    const isTold = guess !== undefined && guess.pattern !== isoDay
    const mapping = { column: column.name, ...(isTold ? { date: guess.pattern } : {}) }
    return {
      ...base,
      mapping,
      codes: [],
      ...(guess?.rival === undefined ? {} : { rivalPattern: guess.rival }),
    }
  }
  if (field.type === 'period') {
    const guess = guessPeriodsOf(column)
    return { ...base, mapping: { column: column.name, ...guess?.mapping }, codes: [] }
  }
  const list = field.codeList === undefined ? undefined : findCodeList(field.codeList)
  if (field.type !== 'code' || !list) {
    return { ...base, mapping: { column: column.name }, codes: [] }
  }
  const within = list.parentList === 'countries' ? country : undefined
  const codes = suggestCodes(column, list, within)
  // What the list knows by itself needs no line in the profile.
  const told = codes.filter(({ to, confidence }) => to !== undefined && confidence < 1)
  const map = Object.fromEntries(told.map(({ from, to }) => [from, to!]))
  return {
    ...base,
    mapping: { column: column.name, ...(told.length > 0 ? { codes: map } : {}) },
    codes,
  }
}
