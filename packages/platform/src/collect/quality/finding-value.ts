import { getRecordType } from '@caudal/methods/collect'
import type { CodeListBook } from '@caudal/methods/vocabulary/code-lists'
import { labelOf, specialCodeTexts, type Language } from '@caudal/methods/vocabulary'

/**
 * What was found in a record, as people read it: a code of the field's own list by its label, anything
 * else as it stands in the file.
 *
 * @param field fields of the rule, joined by commas; null where the record could not be read
 */
export function findingValue(
  recordType: string,
  field: string | null,
  value: string | null,
  language: Language,
  book: CodeListBook,
): string | null {
  if (value === null || field === null || field.includes(',')) return value
  const special = specialCodeTexts.find(({ code }) => code === value)
  if (special !== undefined) return special.label[language]
  const id = getRecordType(recordType).fields.find((each) => each.id === field)?.codeList
  const list = id === undefined ? undefined : book.find(id)
  const known = list?.codes.some(({ code }) => code === value)
  return list === undefined || !known ? value : `${labelOf(list, value, language)} (${value})`
}
