import type { Language } from '@caudal/methods/vocabulary'
import type { Finding } from '../quality/find-findings.ts'
import { findingMessage } from '../quality/finding-message.ts'
import type { ListFormat } from './batch-list.ts'
import { csvLine } from './csv-line.ts'
import { textTable } from './text-table.ts'
import { collectWords } from './words.ts'

const names = [
  'line',
  'record',
  'level',
  'rule',
  'field',
  'value',
  'expected',
  'message',
  'record_id',
]

/** Findings of one batch as a table for people, as CSV or as JSON. */
export function writeFindingList(
  findings: readonly Finding[],
  recordType: string,
  format: ListFormat,
  language: Language,
): string {
  const messageOf = ({ rule, value, expected }: Finding) =>
    findingMessage(recordType, rule, language, { found: value, expected })
  if (format === 'json') {
    const described = findings.map((finding) => ({
      ...finding,
      recordId: finding.recordId === null ? null : String(finding.recordId),
      message: messageOf(finding),
    }))
    return `${JSON.stringify(described, null, 2)}\n`
  }
  if (format === 'csv') {
    const lines = findings.map((finding) =>
      csvLine([
        finding.line,
        finding.record,
        finding.level,
        finding.rule,
        finding.field,
        finding.value,
        finding.expected,
        messageOf(finding),
        finding.recordId,
      ]),
    )
    return [csvLine(names), ...lines].join('')
  }
  const words = collectWords[language]
  const rows = findings.map((finding) => [
    String(finding.line),
    String(finding.record),
    words.levels[finding.level],
    finding.rule,
    finding.field ?? '',
    (finding.value ?? '').replaceAll(/\s+/g, ' '),
    messageOf(finding),
  ])
  return textTable([words.findingHeadings, ...rows], [0, 1])
}
