import { getRecordType } from '@caudal/methods/collect'
import { labelOf, type Language } from '@caudal/methods/vocabulary'
import type { CodeListBook } from '@caudal/methods/vocabulary/code-lists'
import { countableFields, type BatchComparison } from './compare-batches.ts'
import { institutionWords } from './words.ts'

/** A comparison of two batches in words: what is counted, by what, and each cell that changed. */
export function describeComparison(
  comparison: BatchComparison,
  language: Language,
  book: CodeListBook,
) {
  const { before, after, by, figure, total, cells, changed, cellsChanged, moved } = comparison
  const recordType = getRecordType(before.recordType)
  const fieldOf = (id: string) => recordType.fields.find((field) => field.id === id)
  const label = (id: string) =>
    id === 'month' ? institutionWords[language].month : (fieldOf(id)?.label[language] ?? id)
  const said = (id: string, code: string | null) => {
    const list = fieldOf(id)?.codeList
    return code === null || list === undefined ? code : labelOf(book.get(list), code, language)
  }
  const countable = countableFields(recordType)
  const ids = [
    ...(recordType.dateField === undefined ? [] : ['month']),
    ...countable.map(({ id }) => id),
  ]
  return {
    before: { id: before.id, fileName: before.fileName, because: before.supersededBecause },
    after: { id: after.id, fileName: after.fileName },
    figure: figure === 'records' ? recordType.label[language] : label(figure),
    by,
    dimensions: ids.map((id) => ({ id, label: label(id) })),
    total,
    cells,
    changed,
    moved: moved.map(({ field, moved: figures }) => ({ label: label(field), moved: figures })),
    head: by.map(label),
    rows: cellsChanged.map(({ codes, before: one, after: other }) => ({
      said: codes.map((code, at) => said(by[at]!, code)),
      before: one,
      after: other,
    })),
  }
}
