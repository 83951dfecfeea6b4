import { specialCodes, type CodeList, type Within } from '../../vocabulary/index.ts'
import type { FieldValue } from '../evaluate-expression.ts'
import { booleanReader } from '../reading/boolean-reader.ts'
import {
  codeReader,
  hasReference,
  type CodeReading,
  type CodeRule,
} from '../reading/code-reader.ts'
import { parseDatePattern } from '../reading/date-pattern.ts'
import { dateReader, type ZoneReading } from '../reading/date-reader.ts'
import { enumerationSql } from '../reading/look-up.ts'
import { numberReader } from '../reading/number-reader.ts'
import { periodOfDateReader, periodReader } from '../reading/period-reader.ts'
import type { Cleaning } from '../reading/text-cleaning.ts'
import { textReader } from '../reading/text-reader.ts'
import type { ValueReader } from '../reading/value-reader.ts'
import type { Field } from '../record-type.ts'
import type { FieldMapping, SourceProfile } from '../source-profile.ts'
import { splitColumns, type SplitPart } from './split-columns.ts'
import { templateParts, type TemplatePart } from './template.ts'

/** Looks a code list up by id; undefined where there is none. */
export type FindCodeList = (id: string) => CodeList | undefined

/** Where a field's text comes from. */
export type FieldSource =
  | { readonly kind: 'none' }
  | { readonly kind: 'constant'; readonly value: FieldValue }
  | { readonly kind: 'columns'; readonly columns: readonly string[] }
  | { readonly kind: 'template'; readonly parts: readonly TemplatePart[] }

/** How one field is filled: what both the SQL and the JavaScript of a mapping follow. */
export interface FieldPlan {
  readonly field: Field
  readonly source: FieldSource
  /** Columns that the profile makes of others, by their names. */
  readonly splits: ReadonlyMap<string, SplitPart>
  readonly cleaning: Cleaning
  /** Regular expression whose first group is read. */
  readonly extract: string | undefined
  readonly reader: ValueReader
  readonly onUnmapped: 'unknown' | 'reject' | 'keep'
  /** Every code the field may hold, where that is asked for and known. */
  readonly codes?: readonly string[] | undefined
}

const isoDates = ['yyyy-MM-dd']
const isoTimestamps = [
  'yyyy-MM-dd HH:mm:ss',
  "yyyy-MM-dd'T'HH:mm:ss",
  'yyyy-MM-dd HH:mm',
  "yyyy-MM-dd'T'HH:mm",
]

/**
 * The plan of one field.
 *
 * @throws Error where the profile names a code list that is not there, or a date pattern that is
 * none; `readSourceProfile` refuses such profiles first.
 */
export function planField(
  field: Field,
  profile: SourceProfile,
  findCodeList: FindCodeList,
  enumerateCodes = false,
): FieldPlan {
  const mapping = profile.fields[field.id]
  const codes = enumerateCodes ? codesOf(field, mapping, findCodeList) : undefined
  return {
    codes,
    field,
    source: mapping ? sourceOf(mapping) : { kind: 'none' },
    splits: splitColumns(profile),
    cleaning: {
      htmlEntities: profile.layout.htmlEntities ?? false,
      missing: [...new Set([...(profile.layout.missing ?? []), ...(mapping?.missing ?? [])])],
    },
    extract: mapping?.extract,
    reader: mapping ? readerOf(field, mapping, profile, findCodeList, codes) : textReader(),
    onUnmapped: mapping?.unmapped ?? 'unknown',
  }
}

function sourceOf(mapping: FieldMapping): FieldSource {
  if (mapping.column !== undefined) {
    return {
      kind: 'columns',
      columns: typeof mapping.column === 'string' ? [mapping.column] : mapping.column,
    }
  }
  if (mapping.template !== undefined) {
    return { kind: 'template', parts: templateParts(mapping.template) }
  }
  return mapping.constant === undefined
    ? { kind: 'none' }
    : { kind: 'constant', value: mapping.constant }
}

function readerOf(
  field: Field,
  mapping: FieldMapping,
  profile: SourceProfile,
  findCodeList: FindCodeList,
  codes: readonly string[] | undefined,
): ValueReader {
  const patterns = typeof mapping.date === 'string' ? [mapping.date] : mapping.date
  const pivot = mapping.pivotYear === undefined ? {} : { pivotYear: mapping.pivotYear }
  switch (field.type) {
    case 'text':
      return textReader()
    case 'boolean':
      return booleanReader()
    case 'date':
      return dateReader({
        patterns: patterns ?? isoDates,
        ...pivot,
        to: 'date',
        zone: zoneOf(mapping, profile, patterns ?? isoDates),
      })
    case 'timestamp':
      return dateReader({
        patterns: patterns ?? isoTimestamps,
        ...pivot,
        to: 'timestamp',
        zone:
          zoneOf(mapping, profile, patterns ?? isoTimestamps) ??
          (profile.timeZone === undefined
            ? undefined
            : { written: profile.timeZone, local: profile.timeZone }),
      })
    case 'period':
      return patterns
        ? periodOfDateReader(
            { patterns, ...pivot, zone: zoneOf(mapping, profile, patterns) },
            mapping.periodOf ?? 'month',
          )
        : periodReader()
    case 'integer':
    case 'decimal':
      return numberReader({
        to: field.type,
        decimal: mapping.decimal ?? profile.layout.decimal,
        thousands: mapping.thousands ?? profile.layout.thousands,
        times: mapping.times,
      })
    case 'code':
      return codeReader(codeReadingOf(field, mapping, profile, findCodeList, codes))
  }
}

function codeReadingOf(
  field: Field,
  mapping: FieldMapping,
  profile: SourceProfile,
  findCodeList: FindCodeList,
  codes: readonly string[] | undefined,
): CodeReading {
  const listId = mapping.codeList ?? field.codeList
  const list = listId === undefined ? undefined : findCodeList(listId)
  if (listId !== undefined && !list) throw new Error(`No code list "${listId}"`)
  return {
    rules: codeRules(mapping.codes),
    list,
    within: withinCountry(list, profile.country, findCodeList),
    keepUnmapped: mapping.unmapped === 'keep',
    type: codes && enumerationSql(codes),
  }
}

/** The parents whose codes a name means first: the country that keeps the file, or its departments. */
function withinCountry(
  list: CodeList | undefined,
  country: string | undefined,
  findCodeList: FindCodeList,
): Within | undefined {
  if (country === undefined || list?.parentList === undefined) return undefined
  if (list.parentList === 'countries') return country
  const parents = findCodeList(list.parentList)
  if (parents?.parentList !== 'countries') return undefined
  return parents.codes.flatMap(({ code, parent }) => (parent === country ? [code] : []))
}

/** How instants become times of the place; undefined where the texts say those already. */
function zoneOf(
  mapping: FieldMapping,
  profile: SourceProfile,
  patterns: readonly string[],
): ZoneReading | undefined {
  const { timeZone: local } = profile
  const written = mapping.timeZone ?? local
  if (local === undefined || written === undefined) return undefined
  const sayOffset = patterns.some((each) => parseDatePattern(each).groups.includes('offset'))
  return written !== local || sayOffset ? { written, local } : undefined
}

/**
 * Every code a field may come to hold: those of its list and those its map leads to; undefined
 * where it has no list or keeps codes that nobody knows.
 */
function codesOf(
  field: Field,
  mapping: FieldMapping | undefined,
  findCodeList: FindCodeList,
): readonly string[] | undefined {
  const list = findCodeList(mapping?.codeList ?? field.codeList ?? '')
  if (field.type !== 'code' || !list || mapping?.unmapped === 'keep') return undefined
  const constant = mapping?.constant === undefined ? [] : [String(mapping.constant)]
  const targets = codeRules(mapping?.codes)
    .filter((rule) => !hasReference(rule))
    .map(({ to }) => to)
  const listed = list.codes.map(({ code }) => code)
  return [...new Set([...Object.values(specialCodes), ...listed, ...targets, ...constant])]
}

/** A code map in either of its two spellings, as rules. */
export function codeRules(codes: FieldMapping['codes']): readonly CodeRule[] {
  if (codes === undefined) return []
  if (Array.isArray(codes)) return codes
  return Object.entries(codes).map(([from, to]) => ({ from, to }))
}
