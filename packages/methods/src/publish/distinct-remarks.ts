import { countsLinkedPersons, formatNumber, linkedPersonsSentences } from '../measure/index.ts'
import type { Language } from '../vocabulary/index.ts'
import { protectionShown, type TableParts, type TableProvenance } from './table-parts.ts'
import { say } from './table-words.ts'

/**
 * What whoever reads a table of distinct persons must see with the figures: that they do not add up, and by
 * how much, where there is none, and whom they do not count. Nothing of another measure.
 */
export function distinctRemarks(parts: TableParts): string[] {
  const { cube, table, language, provenance } = parts
  const { measure } = table.query
  if (measure.aggregate !== 'distinct') return []
  const remarks = [say('note-distinct', language, { measure: measure.label[language] })]
  remarks.push(...overlapNotes(parts))
  if (protectionShown(cube, provenance) === 'perturbed') {
    remarks.push(say('note-persons-fixed', language))
  }
  if (countsLinkedPersons(measure)) remarks.push(...personsNotes(provenance, language))
  return remarks
}

/** Where there is no figure of the persons of a cube, why, and which records count for nobody. */
export function personsNotes(
  { persons = [], shielded }: TableProvenance,
  language: Language,
): string[] {
  const labels = new Map(persons.map(({ country, label }) => [country, label]))
  const hundreds = (records: number) =>
    records > 0 && records < 50
      ? `<${formatNumber(100, language)}`
      : formatNumber(Math.round(records / 100) * 100, language)
  return linkedPersonsSentences(
    persons,
    (country) => labels.get(country)!,
    language,
    ...(shielded ? [hundreds] : []),
  )
}

/**
 * By how much the rows, and the columns, of a table of distinct persons pass its total, for who is in
 * several of them counts in each and once in the total. Nothing is said where a figure is missing, of a
 * part of the rows, or of figures that are protected: there the difference is of the noise too.
 */
function overlapNotes({ table, answer, language, provenance }: TableParts): string[] {
  const { grandTotal, rowTotals, columnTotals, rest, rows, columns } = answer
  if (grandTotal === null || provenance.shielded || rest || table.calculation) return []
  const { query } = table
  const notes: string[] = []
  const sides = [
    { word: 'note-overlap-rows', levels: query.rows, keys: rows, totals: rowTotals },
    { word: 'note-overlap-columns', levels: query.columns, keys: columns, totals: columnTotals },
  ] as const
  for (const { word, levels, keys, totals } of sides) {
    if (levels.length === 0 || keys.length < 2 || !totals || totals.includes(null)) continue
    const sum = totals.reduce<number>((all, each) => all + each!, 0)
    if (sum === grandTotal) continue
    notes.push(
      say(word, language, {
        sum: formatNumber(sum, language),
        total: formatNumber(grandTotal, language),
        n: formatNumber(sum - grandTotal, language),
      }),
    )
  }
  return notes
}
