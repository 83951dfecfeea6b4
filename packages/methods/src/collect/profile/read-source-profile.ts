import { createCodeListBook, type CodeListBook } from '../../vocabulary/code-lists/index.ts'
import { columnsOfField } from '../mapping/split-columns.ts'
import type { Expression } from '../expression.ts'
import type { RecordType } from '../record-type.ts'
import { listRecordTypes } from '../records/index.ts'
import { listRules } from '../rules/rules-for.ts'
import { sourceProfileSchema, type SourceProfile } from '../source-profile.ts'
import { checkField } from './check-field.ts'
import { checkLayout } from './check-layout.ts'
import { checkSplits } from './check-splits.ts'
import { checkTimeZones } from './check-time-zones.ts'
import { profileRefusals } from './profile-refusals.ts'
import { shapeRefusal } from './shape-refusal.ts'

/**
 * A source profile from its JSON, checked: its shape, its fields, code lists, code rules, regular
 * expressions, date patterns, rules and columns.
 *
 * @param json What `JSON.parse` gave.
 * @param codeLists The code lists of the node; default those of the platform.
 * @throws Refusal `collect.profile-…` that names the place in the JSON and what is expected there.
 */
export function readSourceProfile(
  json: unknown,
  codeLists: CodeListBook = createCodeListBook(),
): SourceProfile {
  const parsed = sourceProfileSchema.safeParse(json)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    if (!issue) throw new Error('A profile was refused without a reason')
    throw shapeRefusal(issue, json)
  }
  const profile = parsed.data
  const unprintable = placeOfZeroByte(profile, '')
  if (unprintable !== undefined) {
    throw profileRefusals.refuse('profile-zero-byte', { place: unprintable })
  }
  checkLayout(profile)
  const recordType = recordTypeOf(profile)
  for (const id of Object.keys(profile.fields)) {
    if (recordType.fields.some((field) => field.id === id)) continue
    throw profileRefusals.refuse('profile-field-unknown', {
      place: `fields.${id}`,
      recordType: recordType.id,
      known: recordType.fields.map((field) => field.id).join(', '),
    })
  }
  checkSplits(profile)
  const knownLists = codeLists.list().map((list) => list.id)
  for (const field of recordType.fields) {
    checkField(field, profile, (id) => codeLists.find(id), knownLists)
  }
  checkTimeZones(profile, recordType)
  checkRequired(profile, recordType)
  checkCountry(profile, codeLists)
  checkColumns(profile)
  checkRules(profile, recordType)
  return profile
}

/** Where a text has the byte of nothing, which no query can hold: in a name of a part, or in what it says. */
function placeOfZeroByte(part: unknown, place: string): string | undefined {
  if (typeof part === 'string') return part.includes('\0') ? place : undefined
  if (typeof part !== 'object' || part === null) return undefined
  for (const [name, value] of Object.entries(part)) {
    const inside = place === '' ? name : `${place}.${name}`
    const found = name.includes('\0')
      ? inside.replaceAll('\0', '␀')
      : placeOfZeroByte(value, inside)
    if (found !== undefined) return found
  }
  return undefined
}

function recordTypeOf(profile: SourceProfile): RecordType {
  const found = listRecordTypes().find((recordType) => recordType.id === profile.recordType)
  if (found) return found
  throw profileRefusals.refuse('profile-record-type-unknown', {
    recordType: profile.recordType,
    known: listRecordTypes()
      .map((recordType) => recordType.id)
      .join(', '),
  })
}

/** A required field is mapped, or derived from fields that are. */
function checkRequired(profile: SourceProfile, recordType: RecordType): void {
  const isMapped = (id: string) => profile.fields[id] !== undefined
  for (const field of recordType.fields) {
    if (!field.required || isMapped(field.id)) continue
    if (field.derived && canBeDerived(field.derived, isMapped)) continue
    throw profileRefusals.refuse('profile-required-field-unmapped', {
      field: field.id,
      recordType: recordType.id,
    })
  }
}

/** Whether what an expression reads is mapped: of several that stand in for one another, one. */
function canBeDerived(expression: Expression, isMapped: (id: string) => boolean): boolean {
  if ('field' in expression) return isMapped(expression.field)
  const parts = Object.values(expression).flat().filter(isExpression)
  const can = (part: Expression) => canBeDerived(part, isMapped)
  return 'op' in expression && expression.op === 'coalesce' ? parts.some(can) : parts.every(can)
}

function isExpression(part: unknown): part is Expression {
  return typeof part === 'object' && part !== null
}

function checkCountry(profile: SourceProfile, codeLists: CodeListBook): void {
  if (profile.country === undefined) return
  const countries = codeLists.get('countries')
  if (countries.codes.some(({ code }) => code === profile.country)) return
  throw profileRefusals.refuse('profile-code-unknown', {
    place: 'country',
    list: countries.id,
    code: profile.country,
  })
}

function checkColumns(profile: SourceProfile): void {
  for (const [id, mapping] of Object.entries(profile.fields)) {
    const read = columnsOfField(mapping, profile)
    const both = read.find((column) => profile.ignore.includes(column))
    if (both === undefined) continue
    throw profileRefusals.refuse('profile-column-ignored-and-read', {
      place: `fields.${id}`,
      column: both,
    })
  }
}

function checkRules(profile: SourceProfile, recordType: RecordType): void {
  const known = listRules(recordType).map((rule) => rule.id)
  for (const id of Object.keys(profile.rules)) {
    if (known.includes(id)) continue
    throw profileRefusals.refuse('profile-rule-unknown', {
      place: `rules["${id}"]`,
      recordType: recordType.id,
      known: known.join(', '),
    })
  }
}
