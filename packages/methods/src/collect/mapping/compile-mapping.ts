import { expressionToSql } from '../expression-sql.ts'
import type { Expression } from '../expression.ts'
import { hasGroup } from '../pattern.ts'
import { enumerationSql, isOneOfSql } from '../reading/look-up.ts'
import { cleanTextSql, type Cleaning } from '../reading/text-cleaning.ts'
import type { Field, RecordType } from '../record-type.ts'
import type { SourceProfile } from '../source-profile.ts'
import { quoteName, quoteText } from '../sql-text.ts'
import type { CompiledMapping, MappedColumn } from './compiled-mapping.ts'
import { planField, type FieldPlan, type FindCodeList } from './field-plan.ts'
import type { SplitPart } from './split-columns.ts'
import { sqlTypeOf } from './sql-type.ts'

export interface MappingOptions {
  /** Columns of the file, after unpivoting. */
  readonly sourceColumns: readonly string[]
  /** Code lists of the platform and of the node. */
  readonly codeList: FindCodeList
  /**
   * Make enumerations of columns whose codes are known beforehand, rather than texts: much faster
   * to compare and to write. They compare with texts as texts do, and read back as texts.
   */
  readonly enumerateCodes?: boolean
}

/** Names of a field's column at the levels of a mapping. */
export const levelName = {
  text: (field: string) => quoteName(`text of ${field}`),
  input: (field: string) => quoteName(`input of ${field}`),
  raw: (field: string) => quoteName(`raw ${field}`),
  settled: (field: string) => quoteName(`settled ${field}`),
  found: (field: string) => quoteName(foundColumn(field)),
} as const

/**
 * Name of the column that holds the text of a field that gave no value; null elsewhere.
 *
 * @example foundColumn('sex') // => 'found sex'
 */
export function foundColumn(field: string): string {
  return `found ${field}`
}

/**
 * Compiles a source profile to SQL over the columns of one file.
 *
 * @throws Error where the profile was not checked by `readSourceProfile` and cannot be compiled.
 */
export function compileMapping(
  profile: SourceProfile,
  recordType: RecordType,
  options: MappingOptions,
): CompiledMapping {
  const present = new Set(options.sourceColumns)
  const plans = recordType.fields.map((field) =>
    planField(field, profile, options.codeList, options.enumerateCodes),
  )
  const columns = plans.map((plan, bit) => compileField(plan, bit, recordType, present))
  const read = new Set(plans.flatMap(columnsOf))
  for (const { column } of profile.leaveOut) read.add(column)
  for (const { column } of profile.split ?? []) read.add(column)
  const ignored = new Set(profile.ignore)
  return {
    recordType: recordType.id,
    columns,
    leftOutSql: leftOutSql(profile, present),
    recordDateSql: recordDateSql(recordType),
    sourceColumns: [...read].filter((column) => present.has(column)),
    newColumns: options.sourceColumns.filter((column) => !read.has(column) && !ignored.has(column)),
    absentColumns: [...read].filter((column) => !present.has(column)),
  }
}

/** Source columns a field is read from. */
function columnsOf({ source, splits }: FieldPlan): readonly string[] {
  if (source.kind === 'columns') return source.columns.map(ofFile)
  if (source.kind !== 'template') return []
  return source.parts.flatMap((part) => (part.kind === 'column' ? [ofFile(part.column)] : []))

  function ofFile(column: string): string {
    return splits.get(column)?.column ?? column
  }
}

/** The same under the names by which a field is read: parts of split columns have their own. */
function namesOf({ source }: FieldPlan): readonly string[] {
  if (source.kind === 'columns') return source.columns
  if (source.kind !== 'template') return []
  return source.parts.flatMap((part) => (part.kind === 'column' ? [part.column] : []))
}

function isSplit(plan: FieldPlan): boolean {
  return namesOf(plan).some((name) => plan.splits.has(name))
}

function compileField(
  plan: FieldPlan,
  bit: number,
  recordType: RecordType,
  present: ReadonlySet<string>,
): MappedColumn {
  const { field } = plan
  const sqlType = sqlTypeOf(field.type)
  const isCode = field.type === 'code'
  const common = {
    field,
    bit,
    sqlType,
    codes: plan.codes,
    finding: isCode ? 'value.unmapped' : 'value.unreadable',
    findingLevel: findingLevel(plan),
    ...(field.derived ? { derivedSql: derivationSql(field, field.derived, recordType) } : {}),
  } as const
  const type = plan.codes === undefined ? sqlType : enumerationSql(plan.codes)
  const nothing = `CAST(NULL AS ${type})`
  if (plan.source.kind === 'constant') {
    const literal = quoteText(String(plan.source.value))
    return { ...common, settledSql: `CAST(${literal} AS ${type})` }
  }
  const text = textSql(plan, present)
  if (text === null) return { ...common, settledSql: nothing }
  const textName = levelName.text(field.id)
  const split = isSplit(plan)
  const hasInput = split || plan.extract !== undefined
  const inputName = hasInput ? levelName.input(field.id) : textName
  const rawName = levelName.raw(field.id)
  const settle = (raw: string) => plan.reader.settleSql?.(raw) ?? raw
  const column = hasInput ? null : soleColumn(plan, present)
  const direct = column === null ? undefined : plan.reader.directSql?.(textName, plan.cleaning)
  const asFound = split ? `ltrim(${textName}, ${unmatchedSql})` : textName
  const cleanSql =
    column === null || direct === undefined ? asFound : cleanTextSql(textName, plan.cleaning)
  // Read as it stands first; what that leaves is cleaned and read again.
  const read = (recordDate: string) => {
    if (direct === undefined) return plan.reader.sql(inputName, recordDate)
    // A look-up takes its text once; tables inside a lambda would be made anew again and again.
    const careful = isCode
      ? plan.reader.sql(cleanSql, recordDate, true)
      : onceSql(cleanSql, (clean) => plan.reader.sql(clean, recordDate, true))
    return `COALESCE(${direct}, CASE WHEN ${textName} IS NOT NULL THEN ${careful} END)`
  }
  return {
    ...common,
    textSql: column === null || direct === undefined ? text : quoteName(column),
    cleanSql,
    ...(hasInput ? { inputSql: inputSql(textName, plan.extract, split) } : {}),
    // Codes may hold for a time, so they are read when the record's date is settled.
    ...(isCode ? {} : { rawSql: read('NULL') }),
    settledSql: isCode ? read(quoteName(recordDateColumn)) : settle(rawName),
  }
}

/**
 * An expression over another one that stands in it once. What stands in a statement twice the
 * engine computes beforehand for every row, those that never come to need it included.
 */
function onceSql(argument: string, body: (name: string) => string): string {
  return `list_transform([${argument}], lambda clean_text: ${body('clean_text')})[1]`
}

/** The one column of the file that a field is read from; null where there is none or several. */
function soleColumn(plan: FieldPlan, present: ReadonlySet<string>): string | null {
  if (plan.source.kind !== 'columns') return null
  const [column, ...others] = columnsOf(plan).filter((each) => present.has(each))
  return column === undefined || others.length > 0 ? null : column
}

/** Column of the record's date, at the level where codes are read. */
export const recordDateColumn = 'date of the record'

function findingLevel(plan: FieldPlan): 'reject' | 'warn' {
  if (plan.field.type === 'code') return plan.onUnmapped === 'reject' ? 'reject' : 'warn'
  return plan.field.required ? 'reject' : 'warn'
}

function textSql(plan: FieldPlan, present: ReadonlySet<string>): string | null {
  const isThere = (column: string) => present.has(plan.splits.get(column)?.column ?? column)
  const clean = (column: string) => {
    const part = plan.splits.get(column)
    if (part === undefined) return cleanTextSql(quoteName(column), plan.cleaning)
    return splitSql(part, plan.cleaning)
  }
  if (plan.source.kind === 'columns') {
    const texts = plan.source.columns.filter(isThere).map(clean)
    if (texts.length === 0) return null
    return texts.length === 1 ? (texts[0] ?? null) : `COALESCE(${texts.join(', ')})`
  }
  if (plan.source.kind !== 'template') return null
  if (!namesOf(plan).every(isThere)) return null
  const parts = plan.source.parts.map((part) =>
    part.kind === 'text' ? quoteText(part.text) : clean(part.column),
  )
  const whole = `(${parts.join(' || ')})`
  // A part that is none makes the whole unreadable; as the found text its sign is taken out.
  return isSplit(plan)
    ? `list_transform([${whole}], lambda joined: CASE WHEN contains(joined, ${unmatchedSql}) THEN ${unmatchedSql} || replace(joined, ${unmatchedSql}, '') ELSE joined END)[1]`
    : whole
}

/** Stands before a text that the pattern of its split does not match, so that it becomes a finding. */
const unmatchedSql = 'chr(1)'

/** A part of a column that says several things; the whole, marked, where its pattern does not match. */
function splitSql({ column, pattern, ignoreCase, group }: SplitPart, cleaning: Cleaning): string {
  const options = ignoreCase ? ", 'i'" : ''
  const part = `regexp_extract(whole, ${quoteText(`^(?:${pattern})$`)}, ${group}${options})`
  return (
    `list_transform([${cleanTextSql(quoteName(column), cleaning)}], lambda whole: ` +
    `CASE WHEN regexp_full_match(whole, ${quoteText(pattern)}${options}) ` +
    `THEN ${cleanTextSql(part, cleaning)} ELSE ${unmatchedSql} || whole END)[1]`
  )
}

/** What is read of a text: nothing of one whose split does not match, else what is extracted. */
function inputSql(text: string, extract: string | undefined, split: boolean): string {
  const kept = extract === undefined ? text : extractSql(text, extract)
  return split ? `(CASE WHEN NOT starts_with(${text}, ${unmatchedSql}) THEN ${kept} END)` : kept
}

function extractSql(text: string, pattern: string): string {
  return `NULLIF(regexp_extract(${text}, ${quoteText(pattern)}, ${hasGroup(pattern) ? 1 : 0}), '')`
}

/** A field over settled columns: its own value, else its derivation. */
function valueSql(field: Field, recordType: RecordType): string {
  const own = levelName.settled(field.id)
  if (!field.derived) return own
  return `COALESCE(${own}, ${derivationSql(field, field.derived, recordType)})`
}

function derivationSql(field: Field, derived: Expression, recordType: RecordType): string {
  const sql = expressionToSql(derived, (id) => {
    const other = recordType.fields.find((candidate) => candidate.id === id)
    if (!other) throw new Error(`${field.id} is derived from "${id}", which is no field`)
    return valueSql(other, recordType)
  })
  return `CAST(${sql} AS ${sqlTypeOf(field.type)})`
}

function recordDateSql(recordType: RecordType): string {
  const field = recordType.fields.find(({ id }) => id === recordType.dateField)
  return field ? valueSql(field, recordType) : 'CAST(NULL AS DATE)'
}

function leftOutSql(profile: SourceProfile, present: ReadonlySet<string>): string {
  const tests = profile.leaveOut
    .filter(({ column }) => present.has(column))
    .map(({ column, values }) => {
      const text = cleanTextSql(quoteName(column), {
        htmlEntities: profile.layout.htmlEntities ?? false,
        missing: [],
      })
      return `COALESCE(${isOneOfSql(text, [...new Set(values)])}, FALSE)`
    })
  return tests.length === 0 ? 'FALSE' : tests.join(' OR ')
}
