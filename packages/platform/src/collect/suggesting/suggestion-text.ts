import { getRecordType } from '@caudal/methods/collect'
import { createCodeListBook, type CodeListBook } from '@caudal/methods/vocabulary/code-lists'
import { labelOf, type Language } from '@caudal/methods/vocabulary'
import { textTable } from '../report/text-table.ts'
import type { ProfileSuggestion } from './suggest-profile.ts'
import { profileWords } from './words.ts'

/** Codes of a field that are shown for confirmation. */
const mostCodes = 12

/** A suggestion in words, for the person who will correct it. */
export function suggestionText(
  suggestion: ProfileSuggestion,
  language: Language,
  book: CodeListBook = createCodeListBook(),
): string {
  const words = profileWords[language]
  const share = (value: number) =>
    new Intl.NumberFormat(language, { style: 'percent' }).format(value)
  const [best] = suggestion.recordTypes
  const recordType = getRecordType(best!.id)
  const lines = [
    `${words.recordTypeOf}: ${recordType.label[language]} (${recordType.id}), ${share(best!.confidence)}`,
    `${words.layoutOf}:`,
    ...suggestion.layout.map(
      ({ part, value, confidence }) => `  ${part}: ${JSON.stringify(value)}, ${share(confidence)}`,
    ),
    '',
    textTable(
      [
        words.headings,
        ...suggestion.fields.map(({ field, column, confidence, byName, byContent, codes }) => [
          field,
          column,
          share(confidence),
          share(byName),
          share(byContent),
          codes.length === 0
            ? ''
            : `${codes.filter(({ to }) => to === undefined).length} / ${codes.length}`,
        ]),
      ],
      [2, 3, 4],
    ).trimEnd(),
  ]
  for (const { field, codes } of suggestion.fields) {
    const unsure = codes.filter(({ confidence }) => confidence < 1)
    if (unsure.length === 0) continue
    const listId = recordType.fields.find(({ id }) => id === field)?.codeList
    lines.push('', `${words.codesOf(field)}:`)
    for (const { from, to, confidence } of unsure.slice(0, mostCodes)) {
      const meant =
        to === undefined || listId === undefined
          ? '?'
          : `${to} (${labelOf(book.get(listId), to, language)}), ${share(confidence)}`
      lines.push(`  ${from} → ${meant}`)
    }
    if (unsure.length > mostCodes) lines.push(`  … (${unsure.length})`)
  }
  lines.push('')
  for (const { column, mapping, rivalPattern } of suggestion.fields) {
    if (rivalPattern === undefined) continue
    lines.push(words.rival(column, String(mapping.date), rivalPattern))
  }
  if (suggestion.unplaced.length > 0) lines.push(words.unplaced(suggestion.unplaced.join(', ')))
  if (suggestion.missing.length > 0) lines.push(words.missing(suggestion.missing.join(', ')))
  lines.push(words.fillIn)
  return `${lines.join('\n')}\n`
}
