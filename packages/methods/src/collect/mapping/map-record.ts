import { evaluateExpression, type FieldValue } from '../evaluate-expression.ts'
import { compilePattern, extractGroup } from '../pattern.ts'
import { cleanText } from '../reading/text-cleaning.ts'
import type { Field, RecordType } from '../record-type.ts'
import type { SourceProfile } from '../source-profile.ts'
import { planField, type FieldPlan, type FindCodeList } from './field-plan.ts'

/** A row of a file: texts by column. */
export type SourceRow = Readonly<Record<string, string | null | undefined>>

/** Something met while a value was read. */
export interface ReadingFinding {
  readonly rule: 'value.unreadable' | 'value.unmapped'
  readonly field: string
  readonly text: string
  readonly level: 'reject' | 'warn'
}

export interface MappedRecord {
  /** A value or null for every field of the record type. */
  readonly values: Readonly<Record<string, FieldValue>>
  readonly findings: readonly ReadingFinding[]
  /** The profile leaves this row out on purpose. */
  readonly leftOut: boolean
}

/**
 * A mapping ready to read row after row, for previews and forms; the same as the SQL of
 * `compileMapping`, row by row.
 */
export function recordMapper(
  profile: SourceProfile,
  recordType: RecordType,
  findCodeList: FindCodeList,
): (row: SourceRow) => MappedRecord {
  const plans = recordType.fields.map((field) => planField(field, profile, findCodeList))
  return (row) => {
    const values: Record<string, FieldValue> = {}
    const findings: ReadingFinding[] = []
    for (const plan of plans.filter((each) => !isCode(each))) read(plan, null)
    const date = recordDate(recordType, values)
    for (const plan of plans.filter(isCode)) read(plan, date)
    for (const field of recordType.fields) values[field.id] = withDerivation(field, values)
    return {
      values,
      findings: inFieldOrder(findings, recordType),
      leftOut: isLeftOut(profile, row),
    }

    function read(plan: FieldPlan, on: string | null): void {
      const { field } = plan
      if (plan.source.kind === 'constant') {
        values[field.id] = plan.source.value
        return
      }
      const { text, isUnmatched = false } = textOf(plan, row)
      const whole = isUnmatched ? null : text
      const input =
        whole === null || plan.extract === undefined ? whole : extractGroup(plan.extract, whole)
      const value = input === null ? null : plan.reader.read(input, on)
      values[field.id] = value
      if (text === null || value !== null) return
      if (isCode(plan)) {
        values[field.id] = '_U'
        const level = plan.onUnmapped === 'reject' ? 'reject' : 'warn'
        findings.push({ rule: 'value.unmapped', field: field.id, text, level })
      } else {
        const level = field.required ? 'reject' : 'warn'
        findings.push({ rule: 'value.unreadable', field: field.id, text, level })
      }
    }
  }

  function withDerivation(field: Field, values: Readonly<Record<string, FieldValue>>): FieldValue {
    const own = values[field.id] ?? null
    if (own !== null || !field.derived) return own
    return evaluateExpression(field.derived, complete(recordType, values))
  }
}

function isCode(plan: FieldPlan): boolean {
  return plan.field.type === 'code'
}

/** The values with the derivations filled in that others are derived from. */
function complete(
  recordType: RecordType,
  values: Readonly<Record<string, FieldValue>>,
): Readonly<Record<string, FieldValue>> {
  const filled: Record<string, FieldValue> = { ...values }
  for (const field of recordType.fields) {
    if ((filled[field.id] ?? null) === null && field.derived) {
      filled[field.id] = evaluateExpression(field.derived, filled)
    }
  }
  return filled
}

function recordDate(
  recordType: RecordType,
  values: Readonly<Record<string, FieldValue>>,
): string | null {
  if (recordType.dateField === undefined) return null
  const date = complete(recordType, values)[recordType.dateField]
  return typeof date === 'string' ? date : null
}

interface ReadText {
  readonly text: string | null
  /** The pattern that splits its column does not match, so that it says nothing. */
  readonly isUnmatched?: boolean
}

function textOf(plan: FieldPlan, row: SourceRow): ReadText {
  if (plan.source.kind === 'columns') {
    for (const column of plan.source.columns) {
      const read = textOfColumn(plan, row, column)
      if (read.text !== null) return read
    }
    return { text: null }
  }
  if (plan.source.kind !== 'template') return { text: null }
  let whole = ''
  let isUnmatched = false
  for (const part of plan.source.parts) {
    const read = part.kind === 'text' ? part : textOfColumn(plan, row, part.column)
    if (read.text === null) return { text: null }
    if ('isUnmatched' in read && read.isUnmatched) isUnmatched = true
    whole += read.text
  }
  return { text: whole, isUnmatched }
}

function textOfColumn(plan: FieldPlan, row: SourceRow, column: string): ReadText {
  const part = plan.splits.get(column)
  const text = cleanText(row[part?.column ?? column], plan.cleaning)
  if (part === undefined || text === null) return { text }
  const match = compilePattern(part.pattern, part.ignoreCase).exec(text)
  return match ? { text: cleanText(match[part.group], plan.cleaning) } : { text, isUnmatched: true }
}

function isLeftOut(profile: SourceProfile, row: SourceRow): boolean {
  const cleaning = { htmlEntities: profile.layout.htmlEntities ?? false, missing: [] }
  return profile.leaveOut.some(({ column, values }) => {
    const text = cleanText(row[column], cleaning)
    return text !== null && values.includes(text)
  })
}

function inFieldOrder(
  findings: readonly ReadingFinding[],
  recordType: RecordType,
): readonly ReadingFinding[] {
  const order = new Map(recordType.fields.map((field, index) => [field.id, index]))
  return findings.toSorted((a, b) => (order.get(a.field) ?? 0) - (order.get(b.field) ?? 0))
}
