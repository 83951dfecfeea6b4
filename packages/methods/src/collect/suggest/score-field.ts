import type { CodeList } from '../../vocabulary/index.ts'
import type { Field } from '../record-type.ts'
import { columnWords } from './column-words.ts'
import { fieldNames } from './field-names.ts'
import { guessDates, shareOfSerials } from './guess-dates.ts'
import { guessPeriodsOf } from './guess-periods.ts'
import { shareOf, type SampledColumn } from './sampled-column.ts'
import { similarity } from './similarity.ts'
import { codedShare } from './suggest-codes.ts'

/**
 * How well a column's name says a field, from 0 to 1: the name itself, the words in another order,
 * all words of a usual name, or a likeness of letters.
 *
 * @example scoreName('FECHA_NAC', getField(getRecordType('movement'), 'birth_date')) // => 0.98
 */
export function scoreName(name: string, field: Field): number {
  const usual = usualNames(field)
  // A heading over several columns says what they have in common, the one below what each is.
  const own = name.split(' / ').at(-1)!
  const whole = likeness(columnWords(name), usual)
  if (own === name) return whole
  // A date or a country is said by what stands above it.
  const words = columnWords(own)
  return Math.max(whole, (weightOf(words) < 1 ? 0.85 : 0.97) * likeness(words, usual))
}

function likeness(words: readonly string[], usual: readonly string[]): number {
  const joined = words.join(' ')
  let best = 0
  for (const [place, other] of usual.entries()) {
    if (other === joined) return place === 0 ? 1 : 0.98
    const others = other.split(' ')
    const shared = weightOf(others.filter((word) => words.includes(word)))
    const overlap = shared === 0 ? 0 : (2 * shared) / (weightOf(others) + weightOf(words))
    const alike = similarity(joined, other)
    best = Math.max(best, 0.9 * overlap, alike > 0.75 ? 0.85 * alike : 0)
  }
  return best
}

/** Words of so many names that sharing one of them says little. */
const common = new Set(
  'fecha date dia day tipo type clase pais country pays numero number f'.split(' '),
)

function weightOf(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + (common.has(word) ? 0.4 : 1), 0)
}

/** Names of each field, made once: what institutions call it, its id, its labels. */
const namesOf = new WeakMap<Field, readonly string[]>()

function usualNames(field: Field): readonly string[] {
  const known = namesOf.get(field)
  if (known) return known
  const names = [...(fieldNames[field.id] ?? []), field.id, ...Object.values(field.label)]
  const made = [...new Set(names.map((name) => columnWords(name).join(' ')))]
  namesOf.set(field, made)
  return made
}

/**
 * How well the content of a column suits a field, from 0 to 1. Empty columns say nothing: 0.5.
 *
 * @param list The field's code list, where it has one.
 */
export function scoreContent(
  column: SampledColumn,
  field: Field,
  list: CodeList | undefined,
  within?: string,
): number {
  if (column.values.length === 0) return 0.5
  switch (field.type) {
    case 'date':
    case 'timestamp': {
      const guess = guessDates(column)
      if (!guess) return shareOfSerials(column) * 0.8
      return field.type === 'timestamp' && !guess.hasTime ? guess.share * 0.4 : guess.share
    }
    case 'period': {
      const guess = guessPeriodsOf(column)
      const isPeriod = /^[12]\d{3}([-/ ]?([QSTM]?\d{1,2}))?(-\d\d)?$/i
      const share = shareOf(column, (text) => guess?.reads(text) || isPeriod.test(text))
      // Of figures days are rare, and of events usual.
      return shareOf(column, (text) => /^[\d/.\-: T]{8,}$/.test(text)) > 0.5 ? share * 0.5 : share
    }
    case 'integer':
      return shareOf(column, (text) => isWholeNumber(text)) * plausibility(column, field)
    case 'decimal':
      return shareOf(column, (text) => /^-?[\d.,'’\s]+(e[-+]?\d+)?( ?%)?$/i.test(text))
    case 'boolean':
      return shareOf(column, (text) => /^(s[ií]?|y(es)?|no?|oui|non|true|false|1|0)$/i.test(text))
    case 'code': {
      if (!list) return 0.3
      const share = codedShare(column, list, within)
      // Many different texts are no code of a short list.
      if (column.values.length > 3 * list.codes.length + 10) return share * 0.3
      // Codes of the source's own, which nobody can know: the name alone has to say it.
      const isOwn =
        share < 0.3 &&
        !looksLikeNumbers(column) &&
        column.values.every(({ text }) => text.length <= 40)
      return isOwn && !guessDates(column) ? 0.3 : share
    }
    case 'text':
      return scoreText(column, field)
  }
}

/** Whether a column holds numbers of documents or cases: figures, and hardly any text twice. */
function looksLikeNumbers(column: SampledColumn): boolean {
  const different = column.values.length / Math.max(1, column.rows - column.empty)
  return different > 0.5 && shareOf(column, (text) => /\d{3,}/.test(text)) > 0.5
}

function scoreText(column: SampledColumn, field: Field): number {
  const isName = field.id === 'given_names' || field.id === 'family_names'
  if (isName) return shareOf(column, (text) => /^[\p{L}\p{M} '.,’<-]{2,60}$/u.test(text))
  if (field.id === 'document_number') {
    const different = column.values.length / Math.max(1, column.rows - column.empty)
    return shareOf(column, (text) => /\d{3,}/.test(text)) * Math.min(1, different * 2)
  }
  return 0.5
}

function isWholeNumber(text: string): boolean {
  return /^-?\d{1,9}([.,]0+)?$/.test(text) || /^-?\d{1,3}([.,'’\s]\d{3})+$/.test(text)
}

function plausibility(column: SampledColumn, field: Field): number {
  if (field.id === 'age') return shareOf(column, (text) => Number(text) >= 0 && Number(text) <= 115)
  if (/year/.test(field.id)) {
    return shareOf(column, (text) => Number(text) >= 1890 && Number(text) < 2100)
  }
  return 1
}
