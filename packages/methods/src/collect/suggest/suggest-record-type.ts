import type { RecordType } from '../record-type.ts'
import type { SourceProfile } from '../source-profile.ts'
import { findWideColumns, type WideColumns, type WideOptions } from './find-wide-columns.ts'
import { marksOfTypes } from './marks-of-types.ts'
import { couldBeRegister } from './papers-or-register.ts'
import type { SampledColumn } from './sampled-column.ts'
import { sampleUnpivotedColumns } from './sample-unpivoted-columns.ts'
import { suggestFields, type FieldSuggestion } from './suggest-fields.ts'
import { typesOfTitles } from './words-of-titles.ts'

export interface RecordTypeSuggestion {
  readonly recordType: RecordType
  /**
   * From 0 to 1: how much of the columns and of what marks the type is there, shared out among the types
   * that the file could as well be of.
   */
  readonly confidence: number
  readonly fields: readonly FieldSuggestion[]
  /** Where columns of figures are one column written wide: how they become rows. */
  readonly unpivot?: SourceProfile['unpivot']
  /** Beside such columns: totals of them, which are no values of their own. */
  readonly totals?: readonly string[]
  /** Of what marks the type and was not found: the fields of which one would do. */
  readonly lacks: readonly (readonly string[])[]
}

/** What papers get of what they share with the register of those who hold them. */
const shareOfPapers = 0.55
/** Below this confidence the type is a guess. */
const leastSure = 0.6

/**
 * Whether a file can hardly be of another type than the first of those suggested.
 *
 * @param suggested the likeliest first, as {@link suggestRecordTypes} gives them
 */
export function isRecordTypeSure(suggested: readonly Pick<RecordTypeSuggestion, 'confidence'>[]) {
  const [first, second] = suggested
  return (
    first !== undefined &&
    first.confidence >= leastSure &&
    first.confidence >= 2 * (second?.confidence ?? 0)
  )
}

/** What a column counts that no type can place, beside one that a single type can. */
const weightOfUnplaced = 0.2
/** What a column counts at the least that every type can place. */
const leastWeight = 0.1
/** What a title adds that speaks of a type. */
const weightOfTitle = 0.15
/** Below this a mark is a name whose content does not bear it out. */
const leastMark = 0.5
/** Columns that only this type can place, as many as make up for such a mark; and what is left without. */
const plenty = 2
const thin = 0.6
/** How much less likely a type becomes with each tenth of evidence that it lacks: e times. */
const sharpness = 10

/**
 * The record types that a file may hold, the likeliest first. A column that every type can place (a sex,
 * an age) tells little; one that a single type can place (a type of return) tells much; and a type is
 * unlikely where what marks it is not there.
 */
export function suggestRecordTypes(
  columns: readonly SampledColumn[],
  recordTypes: readonly RecordType[],
  options: WideOptions,
): readonly RecordTypeSuggestion[] {
  const titled = typesOfTitles(options.titles ?? [])
  const suggested = recordTypes.map((recordType) => suggestLong(columns, recordType, options))
  const weights = weigh(columns, suggested)
  const all = [...weights.values()].reduce((sum, weight) => sum + weight, 0)
  const measured = suggested.map(({ recordType, fields, unpivot, totals, placed }) => {
    const told = [...placed].reduce(
      (sum, [column, confidence]) => sum + (weights.get(column) ?? 0) * confidence,
      0,
    )
    const marks = findMarks(recordType, fields)
    const marked = marks.reduce((sum, { confidence }) => sum + confidence, 0) / marks.length
    const isThin = told < plenty && marks.some(({ confidence }) => confidence < leastMark)
    const share = all === 0 ? 0 : told / all
    const ofColumns = 0.5 * share + 0.5 * (marks.length === 0 ? 0 : marked)
    const ofTitle = titled.includes(recordType.id) ? weightOfTitle : 0
    const evidence = Math.min(1, ofColumns * (isThin ? thin : 1) + ofTitle)
    const lacks = marks.filter(({ confidence }) => confidence === 0).map(({ group }) => group)
    const long = unpivot === undefined ? {} : { unpivot, totals }
    return { recordType, fields, evidence, lacks, ...long }
  })
  const shares = measured.map(({ evidence }) => Math.exp(sharpness * evidence))
  const sum = shares.reduce((total, share) => total + share, 0)
  const ranked = measured
    .map(({ evidence, ...suggestion }, at) => ({
      ...suggestion,
      confidence: evidence * (shares[at]! / sum),
    }))
    .toSorted((a, b) => b.confidence - a.confidence)
  return sharePapers(ranked, columns, options)
}

/** Of papers that a register could list as well neither type is sure: they share what speaks for both. */
function sharePapers(
  ranked: readonly RecordTypeSuggestion[],
  columns: readonly SampledColumn[],
  options: WideOptions,
): readonly RecordTypeSuggestion[] {
  const [best] = ranked
  const register = ranked.find(({ recordType }) => recordType.id === 'residence')
  if (best?.recordType.id !== 'permit' || register === undefined) return ranked
  if (!couldBeRegister(columns, best.fields, options.titles ?? [], options)) return ranked
  const shared = best.confidence + register.confidence
  const shareOfType = new Map([
    ['permit', shareOfPapers],
    ['residence', 1 - shareOfPapers],
  ])
  return ranked
    .map((each) => {
      const share = shareOfType.get(each.recordType.id)
      return share === undefined ? each : { ...each, confidence: shared * share }
    })
    .toSorted((a, b) => b.confidence - a.confidence)
}

/** The fields of a type, wide columns turned to rows first; and how surely each column has its place. */
function suggestLong(
  columns: readonly SampledColumn[],
  recordType: RecordType,
  options: WideOptions,
) {
  const wide = findWideColumns(columns, recordType, options)
  const long = wide === undefined ? columns : longColumns(columns, wide)
  const fields = suggestFields(long, recordType, options).map((suggestion) =>
    suggestion.column === wide?.unpivot.nameTo ? readAsHeadings(suggestion, wide) : suggestion,
  )
  const placed = new Map(fields.map(({ column, confidence }) => [column, confidence]))
  if (wide === undefined) return { recordType, fields, placed }
  const { keep, nameTo, valueTo } = wide.unpivot
  const sure = Math.min(placed.get(nameTo) ?? 0, placed.get(valueTo) ?? 0)
  for (const { name } of columns) if (!keep.includes(name)) placed.set(name, sure)
  const { unpivot, totals } = wide
  return { recordType, fields, placed, unpivot, totals }
}

/** A field of which the headings are the values; a template stands in place of the column. */
function readAsHeadings(
  suggestion: FieldSuggestion,
  { field, reading }: WideColumns,
): FieldSuggestion {
  if (suggestion.field !== field.id) return suggestion
  const { column, ...mapping } = suggestion.mapping
  const isMade = reading.template !== undefined
  return {
    ...suggestion,
    mapping: { ...(isMade || column === undefined ? {} : { column }), ...mapping, ...reading },
  }
}

function longColumns(columns: readonly SampledColumn[], wide: WideColumns) {
  const { unpivot, totals, reading } = wide
  return sampleUnpivotedColumns(unpivot, columns, totals)
    .filter(
      ({ name }) => !(reading.template ?? '').includes(`{${name}}`) || name === unpivot.nameTo,
    )
    .map((column) =>
      column.name === unpivot.nameTo
        ? {
            ...column,
            values: column.values.map(({ text, count }) => ({ text: wide.whole(text), count })),
          }
        : column,
    )
}

/** What every column tells of the types, from 0 to 1: the less, the more types can place it as well. */
function weigh(
  columns: readonly SampledColumn[],
  suggested: readonly { readonly placed: ReadonlyMap<string, number> }[],
): ReadonlyMap<string, number> {
  return new Map(
    columns.map(({ name }) => {
      const placed = suggested.map((each) => each.placed.get(name) ?? 0)
      const best = Math.max(...placed)
      if (best === 0) return [name, weightOfUnplaced]
      if (placed.length === 1) return [name, 1]
      const alike = placed.reduce((sum, confidence) => sum + confidence / best, 0) - 1
      return [name, Math.max(leastWeight, 1 - alike / (placed.length - 1))]
    }),
  )
}

/** What marks a type, and how surely it is there, from 0 to 1. */
function findMarks({ id }: RecordType, fields: readonly FieldSuggestion[]) {
  return (marksOfTypes[id] ?? []).map((group) => {
    const found = fields.filter(({ field }) => group.includes(field))
    // Codes of which none is known are a weak mark, whatever the column is called.
    const sure = found.map(({ confidence, byContent }) => confidence * (0.5 + 0.5 * byContent))
    return { group, confidence: Math.max(0, ...sure) }
  })
}
