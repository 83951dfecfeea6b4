export type { Field, FieldType, OneEvent, RecordType, Sensitivity } from './record-type.ts'
export {
  getField,
  getRecordType,
  listDerivedRecordTypes,
  listRecordTypes,
} from './records/index.ts'
export type { Expression, ExpressionParameter } from './expression.ts'
export {
  evaluateExpression,
  type EvaluationContext,
  type FieldValue,
  type FieldValues,
} from './evaluate-expression.ts'
export { expressionToSql, type SqlContext } from './expression-sql.ts'
export { quoteName, quoteText } from './sql-text.ts'
export type { EditRule, RuleLevel } from './edit-rule.ts'
export {
  encodings,
  sourceProfileSchema,
  type FieldMapping,
  type Layout,
  type SourceProfile,
} from './source-profile.ts'
export type { CompiledMapping, MappedColumn, SqlType } from './mapping/compiled-mapping.ts'
export { compileMapping, foundColumn, type MappingOptions } from './mapping/compile-mapping.ts'
export { columnsOfField, splitColumns } from './mapping/split-columns.ts'
export { isTimeZone, nearTimeZones } from './reading/time-zone.ts'
export { mappedColumns, selectMapped, type SelectMappedOptions } from './mapping/select-mapped.ts'
export {
  recordMapper,
  type MappedRecord,
  type ReadingFinding,
  type SourceRow,
} from './mapping/map-record.ts'
export type { FindCodeList } from './mapping/field-plan.ts'
export { enumerationSql } from './reading/look-up.ts'
export { sqlTypeOf } from './mapping/sql-type.ts'
export { completedYears, dateOf, daysBetween, isDate, periodStart } from './calendar.ts'
export {
  builtInFindings,
  compileChecks,
  getBuiltInFinding,
  listRules,
  rulesFor,
  ruleToSql,
  type BuiltInFinding,
  type CompiledCheck,
} from './rules/index.ts'
export { readSourceProfile } from './profile/read-source-profile.ts'
export { profileJsonSchema } from './profile/profile-json-schema.ts'
export { profileRefusals } from './profile/profile-refusals.ts'
export { renderRecordTypePage } from './render-record-type-page.ts'
export {
  sampleColumns,
  sampleSplitColumns,
  sampleUnpivotedColumns,
  isRecordTypeSure,
  isTotal,
  suggestCodes,
  suggestRecordTypes,
  type CodeSuggestion,
  type FieldSuggestion,
  type RecordTypeSuggestion,
  type SampledColumn,
} from './suggest/index.ts'
export {
  calendarOf,
  dutyPeriods,
  type DutyOfPeriod,
  type DutyPeriod,
  type DutyState,
  type SubmissionDuty,
} from './submission-calendar.ts'
export { partsOfTotal, type PartsOfTotal } from './aggregate-parts.ts'
