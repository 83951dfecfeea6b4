import type { RecordType } from '../record-type.ts'
import type { SampledColumn } from './sampled-column.ts'
import { suggestFields, type FieldSuggestion, type SuggestionOptions } from './suggest-fields.ts'

export interface RecordTypeSuggestion {
  readonly recordType: RecordType
  /** From 0 to 1: how much of the columns and of the required fields are accounted for. */
  readonly confidence: number
  readonly fields: readonly FieldSuggestion[]
}

/** The record types that a file may hold, the likeliest first. */
export function suggestRecordTypes(
  columns: readonly SampledColumn[],
  recordTypes: readonly RecordType[],
  options: SuggestionOptions,
): readonly RecordTypeSuggestion[] {
  return recordTypes
    .map((recordType) => {
      const fields = suggestFields(columns, recordType, options)
      const placed = fields.reduce((sum, { confidence }) => sum + confidence, 0)
      // The country is known by whoever sends the file, not by its columns.
      const required = recordType.fields.filter(({ id, required }) => required && id !== 'country')
      const given = required.filter(({ id, derived }) =>
        fields.some(({ field }) => field === id || mentions(derived, field)),
      )
      const needed = required.length === 0 ? 0.5 : given.length / required.length
      const share = columns.length === 0 ? 0 : placed / columns.length
      return { recordType, fields, confidence: Math.min(1, 0.5 * share + 0.5 * needed) }
    })
    .toSorted((a, b) => b.confidence - a.confidence)
}

/** Whether a derivation reads a field. */
function mentions(derived: unknown, field: string): boolean {
  if (typeof derived !== 'object' || derived === null) return false
  return Object.entries(derived).some(
    ([key, value]) => (key === 'field' && value === field) || mentions(value, field),
  )
}
