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
  const lines: string[] = [
    `${words.recordTypeOf}: ${recordType.label[language]} (${recordType.id}), ${share(best!.confidence)}`,
    ...otherTypes(suggestion, language, share),
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
    lines.push(words.rival(column, [mapping.date ?? []].flat().join(' · '), rivalPattern))
  }
  if (suggestion.unplaced.length > 0) lines.push(words.unplaced(suggestion.unplaced.join(', ')))
  for (const { column, values } of suggestion.totals) {
    lines.push(words.totals(column, values.map((value) => `«${value}»`).join(', ')))
  }
  lines.push(...suggestion.otherTables.map(words.otherTable))
  if (suggestion.missing.length > 0) lines.push(words.missing(suggestion.missing.join(', ')))
  lines.push(words.fillIn)
  return `${lines.join('\n')}\n`
}

/** Other record types that are named where the first is not sure. */
const mostTypes = 3
/** Below this a type is not worth a line. */
const leastShown = 0.005

/** Where the columns tell little: what the records could be as well, and what each type would lack. */
function otherTypes(
  { recordTypes, isTypeSure }: ProfileSuggestion,
  language: Language,
  share: (value: number) => string,
): readonly string[] {
  if (isTypeSure) return []
  const words = profileWords[language]
  const others = recordTypes.filter(({ confidence }, at) => at > 0 && confidence >= leastShown)
  return [
    `  ${words.typeUnsure}`,
    ...(others.length === 0 ? [] : [`  ${words.couldBe}`]),
    ...others.slice(0, mostTypes).map(({ id, confidence, lacks }) => {
      const { label, fields } = getRecordType(id)
      const labels = lacks.map(([first]) => fields.find((field) => field.id === first)?.label)
      const missing = labels.flatMap((each) => each?.[language] ?? []).join(', ')
      const reason = missing === '' ? '' : `; ${words.typeLacks(missing)}`
      return `    ${label[language]} (${id}), ${share(confidence)}${reason}`
    }),
    `  ${words.sayType}`,
  ]
}
