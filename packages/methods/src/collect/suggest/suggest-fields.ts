import { spellingKey, type CodeList } from '../../vocabulary/index.ts'
import type { Field, RecordType } from '../record-type.ts'
import type { FieldMapping } from '../source-profile.ts'
import { guessDates, shareOfSerials, type DateGuess } from './guess-dates.ts'
import { guessNumbers } from './guess-numbers.ts'
import { guessPeriodsOf } from './guess-periods.ts'
import { serialPattern } from '../reading/date-pattern.ts'
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
  /** The year that it is: nobody is born after it. */
  readonly thisYear?: number | undefined
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
  if (options.country !== undefined && recordType.id === 'return') {
    returnedFrom(chosen, columns, recordType, options.country, options)
  }
  const order = new Map(recordType.fields.map((field, at) => [field.id, at]))
  return chosen.toSorted((a, b) => (order.get(a.field) ?? 0) - (order.get(b.field) ?? 0))
}

/** Names of columns that say a country and not what it is to the person. */
const bareCountry = /^(pais|country|pays)$/

/** Of returned nationals a country that is never their own is the one that they were returned from. */
function returnedFrom(
  chosen: FieldSuggestion[],
  columns: readonly SampledColumn[],
  { fields }: RecordType,
  country: string,
  options: SuggestionOptions,
): void {
  const at = chosen.findIndex(({ field }) => field === 'citizenship')
  const found = chosen[at]
  const from = fields.find(({ id }) => id === 'counterpart_country')
  if (!found || !from || chosen.some(({ field }) => field === from.id)) return
  const column = columns.find(({ name }) => name === found.column)
  const isOwn = found.codes.some(({ to }) => to === country)
  if (!column || isOwn || !bareCountry.test(spellingKey(found.column))) return
  const { confidence, byName, byContent } = found
  chosen[at] = suggestionOf(from, column, { confidence, byName, byContent }, options)
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
  options: SuggestionOptions,
): FieldSuggestion {
  const { findCodeList, country } = options
  const base = { field: field.id, column: column.name, ...scores }
  if (field.type === 'date' || field.type === 'timestamp') {
    const guess = guessDates(column)
    const mapping = { column: column.name, ...readingOf(field, column, guess, options.thisYear) }
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
    const isNumber = field.type === 'integer' || field.type === 'decimal'
    const marks = isNumber ? guessNumbers(column) : {}
    return { ...base, mapping: { column: column.name, ...marks }, codes: [] }
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

/** Years ahead of this one in which papers run out. */
const yearsAhead = 25

/** How the days of a column are written, where the reader has to be told. */
function readingOf(
  { id }: Field,
  column: SampledColumn,
  guess: DateGuess | undefined,
  thisYear: number | undefined,
): Pick<FieldMapping, 'date' | 'pivotYear'> {
  if (guess === undefined) return shareOfSerials(column) > 0 ? { date: serialPattern } : {}
  const patterns = [guess.pattern, ...(guess.others ?? [])]
  if (patterns.length === 1 && guess.pattern === isoDay) return {}
  const date = patterns.length === 1 ? guess.pattern : patterns
  const isShort = patterns.some((pattern) => /(^|[^y])yy([^y]|$)/.test(pattern))
  if (!isShort || thisYear === undefined) return { date }
  return { date, pivotYear: id === 'birth_date' ? thisYear : thisYear + yearsAhead }
}
