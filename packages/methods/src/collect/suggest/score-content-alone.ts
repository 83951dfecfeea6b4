import type { CodeList } from '../../vocabulary/index.ts'
import type { Field, RecordType } from '../record-type.ts'
import { isNameless } from './column-words.ts'
import { guessDates } from './guess-dates.ts'
import { shareOf, type SampledColumn } from './sampled-column.ts'
import { codedShare } from './suggest-codes.ts'

/** Lists of places: their codes stand in too many columns to say which field one is. */
const places = new Set(['countries', 'departments', 'municipalities', 'border-posts'])
/** The most that content alone can say. */
const most = 0.7

/**
 * How well a column whose name says nothing suits a field, by its content alone, from 0 to 0.7. Words of
 * a list that few fields have say more than letters that could be of several; a day is that of the event.
 * Names, texts and small numbers alone say nothing.
 *
 * @param within as for `suggestCodes`
 */
export function scoreContentAlone(
  column: SampledColumn,
  field: Field,
  recordType: RecordType,
  list: CodeList | undefined,
  within?: string,
): number {
  if (column.values.length === 0) return 0
  if (field.type === 'code') return scoreCodes(column, field, recordType, list, within)
  if (!isNameless(column.name)) return 0
  switch (field.type) {
    case 'date':
    case 'timestamp':
      return scoreDays(column, field, recordType)
    case 'period':
      return shareOf(column, isPeriod) >= 0.9 ? 0.6 : 0
    case 'integer':
      return field.id === 'age' && looksLikeAges(column) ? 0.5 : 0
    case 'decimal':
      return field.id === 'value' && looksLikeFigures(column) ? 0.5 : 0
    case 'text':
      return field.id === 'document_number' && looksLikeDocuments(column) ? 0.55 : 0
    case 'boolean':
      return 0
  }
}

function scoreCodes(
  column: SampledColumn,
  field: Field,
  recordType: RecordType,
  list: CodeList | undefined,
  within: string | undefined,
): number {
  if (!list || field.id === recordType.fields.find(isReporter)?.id) return 0
  if (shareOfFigures(column) > 0.2) return 0
  const share = codedShare(column, list, within)
  if (share < 0.75) return 0
  const areWords = shareOf(column, (text) => text.length > 3) > 0.8
  const isTelling = areWords && !places.has(list.id)
  if (!isNameless(column.name)) return isTelling ? share * 0.6 : 0
  // One letter that is everywhere the same could mean anything.
  if (!isTelling && column.values.length < 2 && !places.has(list.id)) return 0
  return share * (isTelling ? most : isOfPerson(field, list) ? 0.62 : 0.5)
}

/** Columns are asked about once a field of every type. */
const figures = new WeakMap<SampledColumn, number>()

function shareOfFigures(column: SampledColumn): number {
  const known = figures.get(column) ?? shareOf(column, (text) => /^\d+$/.test(text))
  figures.set(column, known)
  return known
}

/** Of the countries of a record, the one that it most often has; of other lists any. */
function isOfPerson({ id }: Field, { id: list }: CodeList): boolean {
  return list !== 'countries' || id === 'citizenship' || id === 'ref_area'
}

/** The country that keeps the file is known by whoever sends it. */
function isReporter({ id, required, codeList }: Field): boolean {
  return id === 'country' && required === true && codeList === 'countries'
}

function scoreDays(column: SampledColumn, field: Field, recordType: RecordType): number {
  const guess = guessDates(column)
  if (!guess || guess.share < 0.9) return 0
  if (field.type === 'timestamp') return guess.hasTime ? 0.65 : 0
  // The day of a moment is the event itself; others are worked out of several fields.
  if (field.derived !== undefined && !isDayOfMoment(field.derived)) return 0
  if ((field.id === 'birth_date') !== looksLikeBirths(column)) return 0
  // Days after the first could be of anything.
  return field.id === 'birth_date' || isEvent(field, recordType) ? 0.6 : 0.5
}

function isDayOfMoment(derived: NonNullable<Field['derived']>): boolean {
  return 'op' in derived && derived.op === 'to-date'
}

/** Whether a day is that of the event, or the first of those that it is worked out of. */
function isEvent({ id }: Field, { dateField, fields }: RecordType): boolean {
  return (
    id === dateField || fields.find(({ type, derived }) => type === 'date' && !derived)?.id === id
  )
}

/** Whether days lie as far apart as births do, and none of them was lately. */
function looksLikeBirths(column: SampledColumn): boolean {
  const years = column.values.flatMap(({ text }) => /(?:18|19|20)\d\d/.exec(text)?.[0] ?? [])
  const sorted = years.map(Number).sort((a, b) => a - b)
  const [tenth, median] = [0.1, 0.5].map((share) => sorted[Math.floor(sorted.length * share)] ?? 0)
  return sorted.length > 0 && sorted.at(-1)! - sorted[0]! >= 25 && median! - tenth! >= 5
}

function isPeriod(text: string): boolean {
  return /^(19|20)\d\d(-?(Q[1-4]|S[12]|(0[1-9]|1[0-2])))?$/i.test(text)
}

function looksLikeAges(column: SampledColumn): boolean {
  const numbers = column.values.map(({ text }) => Number(text))
  return (
    column.values.length >= 8 &&
    shareOf(column, (text) => /^\d{1,3}$/.test(text)) > 0.95 &&
    Math.max(...numbers) <= 110 &&
    Math.max(...numbers) >= 30
  )
}

function looksLikeFigures(column: SampledColumn): boolean {
  const numbers = column.values.map(({ text }) => Number(text.replaceAll(',', '')))
  const different = column.values.length / Math.max(1, column.rows - column.empty)
  return numbers.every(Number.isFinite) && Math.max(...numbers) > 150 && different > 0.3
}

function looksLikeDocuments(column: SampledColumn): boolean {
  const different = column.values.length / Math.max(1, column.rows - column.empty)
  return (
    different > 0.5 &&
    guessDates(column) === undefined &&
    shareOf(column, (text) => /^(?=.*\p{L})[\p{L}\d-]*\d{4,}[\p{L}\d-]*$/u.test(text)) > 0.8
  )
}
