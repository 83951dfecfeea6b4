import { getRecordType, type Field, type FieldValue } from '@caudal/methods/collect'
import { labelOf, type Language } from '@caudal/methods/vocabulary'
import { createCodeListBook, type CodeListBook } from '@caudal/methods/vocabulary/code-lists'
import { findingMessage } from '../quality/finding-message.ts'
import type { CheckedRecord, ProfileCheck } from './check-profile.ts'
import { profileWords } from './words.ts'

const standard = createCodeListBook()

/** The first records as they would come out, in words. */
export function checkText(
  check: ProfileCheck,
  language: Language,
  book: CodeListBook = standard,
): string {
  const words = profileWords[language]
  const { recordType: id } = check.profile
  const recordType = getRecordType(id)
  const lines: string[] = []
  check.records.forEach((record, at) => {
    const verdict = record.leftOut
      ? words.leftOut
      : isRejected(record)
        ? words.rejected
        : words.accepted
    lines.push(`${words.record(at + 1)}: ${verdict}`)
    for (const field of recordType.fields) {
      const value = record.values[field.id] ?? null
      if (value === null) continue
      lines.push(
        `  ${field.label[language]} (${field.id}): ${shown(field, value, check, language, book)}`,
      )
    }
    const found = [
      ...record.findings.map(({ rule, field, text, level }) => ({
        level,
        text: `${findingMessage(id, rule, language, { found: text, expected: null })} ${field}: «${text}»`,
      })),
      ...record.failed.map(({ rule, level }) => ({
        level,
        text: findingMessage(id, rule, language, { found: null, expected: null }),
      })),
    ]
    if (found.length === 0) lines.push(`  ✓ ${words.sound}`)
    for (const { level, text } of found) lines.push(`  ${level === 'reject' ? '✗' : '!'} ${text}`)
    lines.push('')
  })
  if (check.unreadableLines > 0) lines.push(words.unreadable(check.unreadableLines))
  if (check.newColumns.length > 0) lines.push(words.newColumns(check.newColumns.join(', ')))
  return `${lines.join('\n').trimEnd()}\n`
}

function isRejected(record: CheckedRecord): boolean {
  return [...record.findings, ...record.failed].some(({ level }) => level === 'reject')
}

function shown(
  field: Field,
  value: FieldValue,
  check: ProfileCheck,
  language: Language,
  book: CodeListBook,
): string {
  const listId = check.profile.fields[field.id]?.codeList ?? field.codeList
  if (field.type !== 'code' || listId === undefined) return String(value)
  const label = labelOf(book.get(listId), String(value), language)
  return label === String(value) ? label : `${label} (${String(value)})`
}
