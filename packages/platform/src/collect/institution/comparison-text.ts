import { getRecordType } from '@caudal/methods/collect'
import { labelOf, type Language } from '@caudal/methods/vocabulary'
import type { CodeListBook } from '@caudal/methods/vocabulary/code-lists'
import { csvLine } from '../report/csv-line.ts'
import type { ListFormat } from '../report/batch-list.ts'
import { textTable } from '../report/text-table.ts'
import type { BatchComparison } from './compare-batches.ts'
import { institutionWords } from './words.ts'

/** A comparison of two batches as a table for people, as CSV or as JSON. */
export function writeComparison(
  comparison: BatchComparison,
  format: ListFormat,
  language: Language,
  book: CodeListBook,
): string {
  const { by, cellsChanged, before, after } = comparison
  if (format === 'json') {
    const said = { ...comparison, before: before.id, after: after.id }
    return `${JSON.stringify(said, null, 2)}\n`
  }
  const words = institutionWords[language]
  const recordType = getRecordType(before.recordType)
  const fieldOf = (id: string) => recordType.fields.find((field) => field.id === id)
  const labelled = (id: string, code: string | null) => {
    if (code === null) return ''
    const list = fieldOf(id)?.codeList
    return list === undefined ? code : labelOf(book.get(list), code, language)
  }
  if (format === 'csv') {
    const rows = cellsChanged.map(({ codes, before: one, after: other }) =>
      csvLine([...codes.map((code) => code ?? ''), one, other, other - one]),
    )
    return [csvLine([...by, 'before', 'after', 'change']), ...rows].join('')
  }
  const number = new Intl.NumberFormat(language)
  const rows = cellsChanged.map(({ codes, before: one, after: other }) => [
    ...codes.map((code, at) => labelled(by[at]!, code)),
    number.format(one),
    number.format(other),
    number.format(other - one),
  ])
  const head = [
    ...by.map((id) => (id === 'month' ? words.month : (fieldOf(id)?.label[language] ?? id))),
    ...words.headings,
  ]
  return textTable([head, ...rows], [by.length, by.length + 1, by.length + 2])
}
