import { getRecordType } from '@caudal/methods/collect'
import type { CodeListBook } from '@caudal/methods/vocabulary/code-lists'
import { labelOf, type Language } from '@caudal/methods/vocabulary'
import type { ImportReport } from '../import-report.ts'
import { findingMessage } from '../quality/finding-message.ts'
import { findingValue } from '../quality/finding-value.ts'
import { collectWords } from '../report/words.ts'
import type { RepeatKind } from '../staging/repeats-sql.ts'

/** What would become of a file, in words: what would be rejected, why, and where. */
export function describeTrial(report: ImportReport, language: Language, book: CodeListBook) {
  const { recordType: id, quality, examples = [] } = report
  const recordType = getRecordType(id)
  const words = collectWords[language]
  const fieldOf = (field: string) => recordType.fields.find((each) => each.id === field)
  const label = (field: string) => fieldOf(field)?.label[language] ?? field
  return {
    rows: {
      read: report.rowsRead,
      accepted: report.rowsAccepted,
      rejected: report.rowsRejected,
      repeated: report.rowsFlaggedDuplicate,
      notCounted: quality.repeatsNotCounted ?? 0,
      leftOut: quality.leftOut,
    },
    rules: quality.findings.map(({ rule, level, count, ...lines }) => ({
      rule,
      level,
      levelLabel: words.levels[level],
      message: findingMessage(id, rule, language, lines),
      count,
    })),
    examples: examples.map(({ line, level, rule, field, value, expected }) => ({
      line: Number(line),
      level,
      levelLabel: words.levels[level],
      message: findingMessage(id, rule, language, { found: value, expected }),
      fields: field === null ? [] : field.split(',').map((each) => label(each.trim())),
      value: findingValue(id, field, value, language, book),
    })),
    unmapped: quality.unmapped.map(({ field, code, count, suggestion }) => {
      const list = fieldOf(field)?.codeList
      return {
        field,
        label: label(field),
        code,
        count,
        suggestion:
          suggestion === null || list === undefined
            ? null
            : labelOf(book.get(list), suggestion, language),
      }
    }),
    unmappedCodes: quality.unmappedCodes,
    repeats: Object.entries(quality.repeats).map(([kind, count]) => ({
      label: words.repeatKinds[kind as RepeatKind],
      count,
    })),
    repeatsNotSought: quality.repeatsNotSought ?? [],
    newColumns: quality.newColumns,
    absentColumns: quality.absentColumns,
  }
}
