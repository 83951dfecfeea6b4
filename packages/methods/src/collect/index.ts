export type { Field, FieldType, RecordType, Sensitivity } from './record-type.ts'
export { getField, getRecordType, listRecordTypes } from './records/index.ts'
export type { Expression, ExpressionParameter } from './expression.ts'
export {
  evaluateExpression,
  type EvaluationContext,
  type FieldValue,
  type FieldValues,
} from './evaluate-expression.ts'
export { expressionToSql, quoteName, quoteText, type SqlContext } from './expression-sql.ts'
export type { EditRule, RuleLevel } from './edit-rule.ts'
export {
  encodings,
  sourceProfileSchema,
  type FieldMapping,
  type Layout,
  type SourceProfile,
} from './source-profile.ts'
export type {
  CompiledMapping,
  DerivedColumn,
  MappedColumn,
  SqlType,
} from './mapping/compiled-mapping.ts'
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
