import type { Language } from '@caudal/methods/vocabulary'
import type { ImportReport } from '../import-report.ts'
import type { FindingCount } from '../quality/batch-quality.ts'
import { findingMessage } from '../quality/finding-message.ts'
import type { RepeatKind } from '../staging/repeats-sql.ts'
import { collectWords } from './words.ts'

/** Codes that a report names; the rest are in the findings. */
const mostCodes = 12

/** The report of an import for people, line by line. */
export function importLines(report: ImportReport, language: Language): string[] {
  const words = collectWords[language]
  const number = new Intl.NumberFormat(language)
  const format = (value: number) => number.format(value)
  const batch = String(report.batch)
  if (report.status === 'already-received') return [words.alreadyReceived(report.file, batch)]
  const { quality } = report
  const ofLevel = (level: FindingCount['level']) =>
    quality.findings
      .filter((finding) => finding.level === level)
      .map(({ rule, count, ...lines }) => {
        const message = findingMessage(report.recordType, rule, language, lines)
        return `  ${format(count).padStart(12)}  ${message} [${rule}]`
      })
  const rejections = ofLevel('reject')
  const warnings = ofLevel('warn')
  return [
    words.imported(batch, report.file, report.dataset),
    words.rows(format(report.rowsRead), format(report.rowsAccepted), format(report.rowsRejected)),
    ...(quality.leftOut > 0 ? [words.leftOut(format(quality.leftOut))] : []),
    ...(rejections.length > 0 ? [words.rejections, ...rejections] : []),
    ...(warnings.length > 0 ? [words.warnings, ...warnings] : []),
    ...unmappedLines(report, language, format),
    ...repeatLines(report, language, format),
    ...columnLine(quality.newColumns, words.newColumns),
    ...columnLine(quality.absentColumns, words.absentColumns),
    ...columnLine(quality.repeatedColumns, words.repeatedColumns),
    ...(quality.findings.length > 0
      ? [words.seeFindings(`caudal batches show ${batch} --findings`)]
      : []),
  ]
}

function unmappedLines(
  report: ImportReport,
  language: Language,
  format: (value: number) => string,
): string[] {
  const { unmapped, unmappedCodes } = report.quality
  if (unmappedCodes === 0) return []
  const words = collectWords[language]
  const lines = unmapped.slice(0, mostCodes).map(({ field, code, count, suggestion }) => {
    const hint = suggestion === null ? '' : `  → ${words.suggestion(suggestion)}`
    return `  ${format(count).padStart(12)}  ${field} ${JSON.stringify(code)}${hint}`
  })
  const more = unmappedCodes - lines.length
  return [
    words.unmapped(format(unmappedCodes)),
    ...lines,
    ...(more > 0 ? [`  ${' '.repeat(12)}  ${words.moreCodes(format(more))}`] : []),
  ]
}

function repeatLines(
  report: ImportReport,
  language: Language,
  format: (value: number) => string,
): string[] {
  const words = collectWords[language]
  const { repeats, repeatsNotCounted: not, repeatsNotSought: closed = [] } = report.quality
  const flagged = report.rowsFlaggedDuplicate
  const kinds = Object.entries(repeats)
    .map(([kind, count]) => `${words.repeatKinds[kind as RepeatKind]}: ${format(count)}`)
    .join('; ')
  return [
    ...(flagged > 0 ? [words.repeats(format(flagged), kinds)] : []),
    ...(flagged > 0 && not !== undefined
      ? [words.repeatsCounted(format(not), format(flagged - not))]
      : []),
    ...(closed.length > 0 ? [words.repeatsNotSought(closed.join(', '))] : []),
  ]
}

function columnLine(columns: readonly string[], line: (columns: string) => string): string[] {
  return columns.length === 0 ? [] : [line(columns.join(', '))]
}
