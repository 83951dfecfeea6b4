import {
  formatNumber,
  knownSentence,
  levelReference,
  qualitySentence,
  type Cube,
} from '../measure/index.ts'
import type { Language } from '../vocabulary/index.ts'
import { codeLabel, periodLabel, referenceLabel } from './code-label.ts'
import { incompletePeriods } from './incomplete-periods.ts'
import { allowedCodes } from './resolve-table.ts'
import {
  protectionShown,
  type ShownBreak,
  type TableParts,
  type TableProvenance,
} from './table-parts.ts'
import { seriesDimensions } from './shown-breaks.ts'
import { calculationNotes } from './shown-measure.ts'
import { distinctRemarks, personsNotes } from './distinct-remarks.ts'
import { say } from './table-words.ts'

export interface TableCircumstances {
  readonly hiddenRows: number
  readonly anyMissing: boolean
  readonly empty: boolean
  /** Column that rows are ranked by, where they have no total. */
  readonly rankedBy: readonly string[] | undefined
  /** Breaks in the series of countries that are in the table. */
  readonly breaks: readonly ShownBreak[]
}

/** The notes under a table, in the order of their weight. */
export function tableNotes(
  parts: TableParts,
  { hiddenRows, anyMissing, empty, rankedBy, breaks }: TableCircumstances,
): string[] {
  const { cube, table, domain, language, lists, provenance } = parts
  const { measure, columns, top } = table.query
  const count = (value: number) => formatNumber(value, language)
  const notes: string[] = []

  if (provenance.synthetic) notes.push(say('note-synthetic', language))
  const protection = protectionShown(cube, provenance)
  if (protection !== 'none') notes.push(say(`note-${protection}`, language))
  if (empty) notes.push(say('empty', language))
  for (const { country, from, reason, source } of breaks) {
    notes.push(
      say('note-break', language, {
        country: codeLabel(
          levelReference(seriesDimensions(cube)!.area, 0),
          country,
          language,
          lists,
        ),
        period: periodLabel(from, language),
        reason,
        source,
      }),
    )
  }
  notes.push(...calculationNotes(cube, table, language, lists))
  for (const { reference, code } of table.chosen) {
    const word = reference.dimension.kind === 'time' ? 'note-latest' : 'note-shown-alone'
    notes.push(
      say(word, language, {
        measure: measure.label[language],
        dimension: reference.dimension.label[language],
        code: codeLabel(reference, code, language, lists),
      }),
    )
  }
  notes.push(...distinctRemarks(parts))
  for (const reference of table.withoutTotals) {
    notes.push(
      say('note-not-additive', language, {
        measure: measure.label[language],
        dimension: reference.dimension.label[language],
      }),
    )
  }
  if (top && hiddenRows > 0) {
    const word = top.least ? 'note-top-least' : 'note-top'
    notes.push(say(word, language, { shown: count(top.rows), n: count(hiddenRows) }))
  }
  if (rankedBy && rankedBy.length > 0 && (top || table.spec.sort?.endsWith('total'))) {
    const period = rankedBy.map((code, i) => codeLabel(columns[i]!, code, language, lists))
    notes.push(say('note-ranked', language, { period: period.join(', ') }))
  }
  for (const reference of [...table.query.rows, ...columns]) {
    const shown = new Set(empty ? [] : allowedCodes(reference, table.conditions, domain))
    for (const { code, from, to } of incompletePeriods(domain, reference)) {
      if (!shown.has(code)) continue
      const finest = levelReference(reference.dimension, 0)
      const [period, first, last] = [
        codeLabel(reference, code, language, lists),
        codeLabel(finest, from, language, lists),
        codeLabel(finest, to, language, lists),
      ]
      notes.push(say('note-incomplete', language, { period, from: first, to: last }))
    }
  }
  if (table.absent.length > 0) {
    const codes = table.absent.map(
      ({ reference, code }) =>
        referenceLabel(reference, language) +
        say('colon', language) +
        codeLabel(reference, code, language, lists),
    )
    notes.push(say('note-no-records', language, { codes: codes.join(say('semicolon', language)) }))
  }
  const adds = measure.aggregate !== 'distinct'
  if (anyMissing && adds && (table.query.margins.rows || table.query.margins.columns)) {
    notes.push(say('note-missing-in-total', language))
  }
  const asked = [...table.query.rows, ...columns, ...table.conditions.map((each) => each.reference)]
  const variables = new Map(asked.map(({ dimension }) => [dimension.id, dimension]))
  const known =
    provenance.quality && knownSentence(provenance.quality, [...variables.values()], language)
  if (known) notes.push(known)
  notes.push(...buildNotes(cube, provenance, language))
  return notes
}

/** What is said of a cube as a whole: of every table of it, and of the persons that it counts. */
export function cubeNotes(cube: Cube, provenance: TableProvenance, language: Language): string[] {
  return [...buildNotes(cube, provenance, language), ...personsNotes(provenance, language)]
}

/** What every table of a cube says: its own rules and what was met when it was built. */
function buildNotes(cube: Cube, provenance: TableProvenance, language: Language): string[] {
  const count = (value: number) => formatNumber(value, language)
  const notes = cube.notes.map((note) => note[language])
  if (provenance.repeats > 0) {
    const details = { n: count(provenance.repeats), records: count(provenance.records) }
    notes.push(say('note-repeats', language, details))
  }
  provenance.leftOut.forEach((records, index) => {
    const reason = cube.leaveOut?.[index]?.reason[language]
    if (records > 0 && reason)
      notes.push(say('note-left-out', language, { n: count(records), reason }))
  })
  if (provenance.setAside.records > 0) {
    notes.push(
      say('note-set-aside', language, {
        n: count(provenance.setAside.records),
        parts: provenance.setAside.parts.join(', '),
      }),
    )
  }
  if (provenance.rejected > 0)
    notes.push(say('note-rejected', language, { n: count(provenance.rejected) }))
  const quality = provenance.quality && qualitySentence(provenance.quality, language)
  if (quality) notes.push(quality)
  if (provenance.stale) notes.push(say('note-stale', language))
  return notes
}

/** How to cite a table: its sources with their licences, the cube, the snapshot and its day. */
export function tableCitation(
  cube: Cube,
  { sources, snapshot, updatedOn, synthetic }: TableProvenance,
  language: Language,
): string {
  const named = sources.slice(0, 3).map(({ citation }) => citation.replace(/\.\s*$/, ''))
  if (sources.length > 3) named.push(say('more-sources', language, { n: sources.length - 3 }))
  const citation = say('citation-table', language, {
    sources: named.join(say('semicolon', language)),
    cube: cube.title[language],
    snapshot,
    date: updatedOn ?? '—',
  })
  return synthetic ? `SYNTHETIC. ${citation}` : citation
}
