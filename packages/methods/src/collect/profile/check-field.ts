import { isKnownCode, spellingKey, type CodeList } from '../../vocabulary/index.ts'
import { codeRules, planField, type FindCodeList } from '../mapping/field-plan.ts'
import { templateColumns } from '../mapping/template.ts'
import { patternProblem } from '../pattern.ts'
import { hasReference, type CodeRule } from '../reading/code-reader.ts'
import { DatePatternProblem, parseDatePattern } from '../reading/date-pattern.ts'
import type { Field, FieldType } from '../record-type.ts'
import type { FieldMapping, SourceProfile } from '../source-profile.ts'
import { patternWords } from './pattern-words.ts'
import { profileRefusals } from './profile-refusals.ts'

const dateTypes: readonly FieldType[] = ['date', 'timestamp', 'period']
const numberTypes: readonly FieldType[] = ['integer', 'decimal']

/** Parts of a mapping, and the types of field they are of use for. */
const partsByType: readonly (readonly [part: keyof FieldMapping, types: readonly FieldType[]])[] = [
  ['date', dateTypes],
  ['pivotYear', dateTypes],
  ['timeZone', ['date', 'timestamp']],
  ['periodOf', ['period']],
  ['codes', ['code']],
  ['codeList', ['code']],
  ['unmapped', ['code']],
  ['times', numberTypes],
  ['decimal', numberTypes],
  ['thousands', numberTypes],
]

/**
 * Checks the mapping of one field beyond its shape.
 *
 * @throws Refusal that names the place in the profile.
 */
export function checkField(
  field: Field,
  profile: SourceProfile,
  findCodeList: FindCodeList,
  knownLists: readonly string[],
): void {
  const mapping = profile.fields[field.id]
  if (!mapping) return
  const place = `fields.${field.id}`
  const sources = [mapping.column, mapping.template, mapping.constant]
  if (sources.filter((source) => source !== undefined).length !== 1) {
    throw profileRefusals.refuse('profile-field-needs-one-source', { place })
  }
  for (const [part, types] of partsByType) {
    if (mapping[part] !== undefined && !types.includes(field.type)) {
      throw profileRefusals.refuse('profile-part-does-not-fit', {
        place: `${place}.${part}`,
        type: field.type,
      })
    }
  }
  if (mapping.template !== undefined && templateColumns(mapping.template).length === 0) {
    throw profileRefusals.refuse('profile-expects-form', {
      place: `${place}.template`,
      expected: '{…}-{…}',
    })
  }
  if (mapping.extract !== undefined) checkPattern(mapping.extract, `${place}.extract`)
  checkDates(field, mapping, place)
  const listId = mapping.codeList ?? field.codeList
  const list = listId === undefined ? undefined : findCodeList(listId)
  if (field.type === 'code' && listId !== undefined && !list) {
    throw profileRefusals.refuse('profile-code-list-unknown', {
      place: mapping.codeList === undefined ? place : `${place}.codeList`,
      list: listId,
      known: knownLists.join(', '),
    })
  }
  checkCodes(mapping, list, place)
  checkConstant(field, profile, findCodeList, list)
}

export function checkPattern(pattern: string, place: string): void {
  const problem = patternProblem(pattern)
  if (problem !== null) {
    throw profileRefusals.refuse('profile-pattern-unusable', {
      place,
      problem: patternWords(problem),
    })
  }
}

function checkDates(field: Field, mapping: FieldMapping, place: string): void {
  if (mapping.date === undefined) {
    const lonely = mapping.periodOf === undefined ? mapping.pivotYear : mapping.periodOf
    if (lonely === undefined) return
    throw profileRefusals.refuse('profile-part-missing', { place: `${place}.date` })
  }
  const patterns = typeof mapping.date === 'string' ? [mapping.date] : mapping.date
  for (const [index, text] of patterns.entries()) {
    const at = typeof mapping.date === 'string' ? `${place}.date` : `${place}.date[${index}]`
    const groups = dateGroups(text, at)
    const has = (...kinds: string[]) => kinds.some((kind) => groups.includes(kind))
    const hasYear = has('year', 'two-digit-year')
    const isWhole = has('day') && has('month', 'month-name') && hasYear
    const isPeriod = field.type === 'period' && hasYear
    if (!isWhole && !isPeriod && !has('serial'))
      throw profileRefusals.refuse('profile-date-incomplete', { place: at })
    if (has('two-digit-year') && mapping.pivotYear === undefined) {
      throw profileRefusals.refuse('profile-pivot-missing', { place: at })
    }
  }
}

function dateGroups(pattern: string, place: string): readonly string[] {
  try {
    return parseDatePattern(pattern).groups
  } catch (error) {
    if (!(error instanceof DatePatternProblem)) throw error
    throw profileRefusals.refuse('profile-date-pattern-unusable', { place, part: error.message })
  }
}

/** Where a line of a code map stands in the profile. */
export function placeOfRule(codes: FieldMapping['codes'], index: number, place: string): string {
  return Array.isArray(codes)
    ? `${place}.codes[${index}]`
    : `${place}.codes["${codeRules(codes)[index]?.from ?? ''}"]`
}

function checkCodes(mapping: FieldMapping, list: CodeList | undefined, place: string): void {
  const rules = codeRules(mapping.codes)
  const placeOf = (index: number) => placeOfRule(mapping.codes, index, place)
  for (const [index, rule] of rules.entries()) {
    const at = placeOf(index)
    if (rule.regex) checkPattern(rule.from, `${at}.from`)
    if (list && !hasReference(rule) && !isKnownCode(list, rule.to)) {
      throw profileRefusals.refuse('profile-code-unknown', {
        place: at,
        list: list.id,
        code: rule.to,
      })
    }
    if ((rule.validFrom ?? '0000') > (rule.validTo ?? '9999')) {
      throw profileRefusals.refuse('profile-validity-backwards', { place: at })
    }
    const earlier = rules.findIndex((other, before) => before < index && isSaidBy(other, rule))
    if (earlier < 0) continue
    const { to } = rules[earlier]!
    if (to === rule.to) {
      throw profileRefusals.refuse('profile-code-twice', { place: at, from: rule.from })
    }
    throw profileRefusals.refuse('profile-codes-contradict', {
      place: at,
      from: rule.from,
      code: rule.to,
      other: placeOf(earlier),
      otherCode: to,
    })
  }
}

/**
 * Whether an earlier rule says the same text at the same time. A rule without dates beside one
 * with dates is its default, not a contradiction.
 */
function isSaidBy(earlier: CodeRule, later: CodeRule): boolean {
  if ((earlier.regex ?? false) !== (later.regex ?? false)) return false
  const same = later.regex
    ? earlier.from === later.from && earlier.ignoreCase === later.ignoreCase
    : spellingKey(earlier.from) === spellingKey(later.from)
  if (!same) return false
  if (isDated(earlier) !== isDated(later)) return false
  return (
    (earlier.validFrom ?? '0000') <= (later.validTo ?? '9999') &&
    (later.validFrom ?? '0000') <= (earlier.validTo ?? '9999')
  )
}

function isDated(rule: CodeRule): boolean {
  return rule.validFrom !== undefined || rule.validTo !== undefined
}

function checkConstant(
  field: Field,
  profile: SourceProfile,
  findCodeList: FindCodeList,
  list: CodeList | undefined,
): void {
  const constant = profile.fields[field.id]?.constant
  if (constant === undefined) return
  const { reader } = planField(field, profile, findCodeList)
  const isCode = field.type === 'code'
  const readable = isCode
    ? list === undefined || isKnownCode(list, String(constant))
    : String(reader.read(String(constant), null)) === String(constant)
  if (!readable) {
    throw profileRefusals.refuse('profile-constant-unreadable', {
      place: `fields.${field.id}.constant`,
      value: String(constant),
      type: isCode ? (list?.id ?? 'code') : field.type,
    })
  }
}
