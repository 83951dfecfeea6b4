import { basename } from 'node:path'
import {
  columnsOfField,
  isRecordTypeSure,
  listRecordTypes,
  sampleColumns,
  suggestRecordTypes,
  type FieldSuggestion,
  type Layout,
  type SampledColumn,
} from '@caudal/methods/collect'
import type { Language } from '@caudal/methods/vocabulary'
import { createCodeListBook, type CodeListBook } from '@caudal/methods/vocabulary/code-lists'
import { nameColumns } from '../reading/column-names.ts'
import { collectRefusals } from '../refusals.ts'
import { findTotals, type TotalRows } from './find-totals.ts'
import type { LayoutLine } from './layout-guess.ts'
import { sampleByLayout } from './sample-by-layout.ts'
import { sampleFile } from './sample-file.ts'

export interface SuggestionRequest {
  readonly file: string
  /** The record type, where the person knows it. */
  readonly recordType?: string
  /** ISO 3166-1 alpha-3 of the country that keeps the file. */
  readonly country?: string
  /** The layout, where the person knows it; guessed where absent. */
  readonly layout?: Layout
  /** Of the names of columns that are made: those that headings and figures go to. */
  readonly language?: Language
  /** The code lists of a node; absent: those of the platform. */
  readonly codeLists?: CodeListBook
}

/** A profile proposed for a file, with how sure each of its lines is. */
export interface ProfileSuggestion {
  /** JSON of a source profile; a draft, in which a person fills in who keeps the file. */
  readonly profile: Readonly<Record<string, unknown>>
  /** What the records may be, the likeliest first; a type that was asked for before all others. */
  readonly recordTypes: readonly SuggestedType[]
  /** Whether the columns speak for the first of them and hardly for another. */
  readonly isTypeSure: boolean
  readonly layout: readonly LayoutLine[]
  readonly fields: readonly FieldSuggestion[]
  /** Columns for which no field was found. */
  readonly unplaced: readonly string[]
  /** Rows that are totals of others. */
  readonly totals: readonly TotalRows[]
  /** Rows of the sheet at which another table begins. */
  readonly otherTables: readonly number[]
  /** Required fields for which no column was found. */
  readonly missing: readonly string[]
  readonly rows: number
}

/** A record type with how much speaks for it. */
export interface SuggestedType {
  readonly id: string
  readonly confidence: number
  /** Of what marks the type and has no column: the fields of which one would do. */
  readonly lacks: readonly (readonly string[])[]
}

/** A suggestion together with the columns that it was made from: they show what the file says. */
export interface ExplainedSuggestion extends ProfileSuggestion {
  readonly columns: readonly SampledColumn[]
}

/**
 * Proposes a source profile for a file from its layout, the names of its columns and what stands
 * in them.
 *
 * @throws {Refusal} where the file is no table, or the record type or country does not exist
 */
export async function suggestProfile(request: SuggestionRequest): Promise<ProfileSuggestion> {
  const { columns: _, ...suggestion } = await explainSuggestion(request)
  return suggestion
}

/**
 * The same with the sampled columns, for a screen on which a person corrects it.
 *
 * @throws {Refusal} as `suggestProfile`, and where the file is not what the layout says
 */
export async function explainSuggestion(request: SuggestionRequest): Promise<ExplainedSuggestion> {
  const { codeLists = createCodeListBook() } = request
  const all = listRecordTypes()
  const { recordType: wanted } = request
  if (wanted !== undefined && !all.some(({ id }) => id === wanted)) {
    throw collectRefusals.refuse('record-type-unknown', {
      recordType: wanted,
      known: all.map(({ id }) => id).join(', '),
    })
  }
  const { country } = request
  if (
    country !== undefined &&
    !codeLists.get('countries').codes.some(({ code }) => code === country)
  ) {
    throw collectRefusals.refuse('country-unknown', { country })
  }
  const sample =
    request.layout === undefined
      ? await sampleFile(request.file)
      : await sampleByLayout(request.file, request.layout)
  if (sample.rows.length === 0 || sample.columns.length === 0) {
    throw collectRefusals.refuse('file-without-records', { file: basename(request.file) })
  }
  const names = nameColumns(sample.columns).columns
  const columns = sampleColumns(names, sample.rows, sample.layout.missing)
  const found = suggestRecordTypes(columns, all, {
    findCodeList: (id) => codeLists.find(id),
    country,
    titles: [basename(request.file), ...(sample.titles ?? [])],
    language: request.language,
    thisYear: new Date().getUTCFullYear(),
  })
  const ranked = found.toSorted(
    (a, b) => Number(b.recordType.id === wanted) - Number(a.recordType.id === wanted),
  )
  const [best] = ranked
  const { recordType, fields, unpivot, totals = [] } = best!
  const placed = new Set(
    fields.flatMap(({ column, mapping }) => [column, ...columnsOfField(mapping, {})]),
  )
  const left = (unpivot?.keep ?? names).filter((column) => !placed.has(column))
  const unplaced = [...left, ...totals]
  const leaveOut = findTotals(columns, fields)
  const mapped = new Set(fields.map(({ field }) => field))
  // Of figures the country that keeps the file is the one they are about, where no column says it.
  const keeper = ['country', 'ref_area'].find((each) =>
    recordType.fields.some(({ id: field }) => field === each),
  )
  const isCountryKnown = country !== undefined && keeper !== undefined && !mapped.has(keeper)
  const missing = recordType.fields
    .filter(({ id, required, derived }) => required && !derived && !mapped.has(id))
    .map(({ id }) => id)
    .filter((each) => !(each === keeper && isCountryKnown))
  const id = idOf(basename(request.file))
  const title = basename(request.file)
  return {
    profile: {
      id,
      version: 1,
      recordType: recordType.id,
      title: { es: title, en: title, fr: title },
      dataset: id,
      ...(country === undefined ? {} : { country }),
      source: { owner: '…', title, licence: '…', citation: '…' },
      layout: sample.layout,
      ...(unpivot === undefined
        ? {}
        : { unpivot: { ...unpivot, keep: unpivot.keep.filter((name) => placed.has(name)) } }),
      fields: {
        ...(isCountryKnown ? { [keeper]: { constant: country } } : {}),
        ...Object.fromEntries(fields.map(({ field, mapping }) => [field, mapping])),
      },
      ...(leaveOut.length === 0 ? {} : { leaveOut }),
      ignore: unplaced,
    },
    recordTypes: ranked.map(({ recordType: { id: type }, confidence, lacks }) => ({
      id: type,
      confidence,
      lacks,
    })),
    isTypeSure: isRecordTypeSure(ranked),
    layout: sample.lines,
    fields,
    unplaced,
    totals: leaveOut,
    otherTables: sample.otherTables ?? [],
    missing,
    rows: sample.rows.length,
    columns,
  }
}

/** An id for a profile from the name of a file. */
function idOf(name: string): string {
  const words = name
    .replace(/(\.[a-z0-9]{1,7})+$/i, '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return words === '' ? 'profile' : words
}
