export { sampleColumns, type SampledColumn } from './sampled-column.ts'
export { suggestCodes, type CodeSuggestion } from './suggest-codes.ts'
export type { FieldSuggestion } from './suggest-fields.ts'
export { suggestRecordTypes, type RecordTypeSuggestion } from './suggest-record-type.ts'
