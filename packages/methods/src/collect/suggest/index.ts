export { isTotal } from './is-total.ts'
export { sampleColumns, type SampledColumn } from './sampled-column.ts'
export { sampleSplitColumns } from './sample-split-columns.ts'
export { sampleUnpivotedColumns } from './sample-unpivoted-columns.ts'
export { suggestCodes, type CodeSuggestion } from './suggest-codes.ts'
export type { FieldSuggestion } from './suggest-fields.ts'
export {
  isRecordTypeSure,
  suggestRecordTypes,
  type RecordTypeSuggestion,
} from './suggest-record-type.ts'
