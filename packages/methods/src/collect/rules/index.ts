export { builtInFindings, getBuiltInFinding, type BuiltInFinding } from './built-in-findings.ts'
export { compileChecks, ruleToSql, type CompiledCheck } from './compile-checks.ts'
export { listRules, rulesFor } from './rules-for.ts'
