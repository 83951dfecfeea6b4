import type { EditRule, RuleLevel } from '../edit-rule.ts'
import { expressionToSql, type SqlContext } from '../expression-sql.ts'
import { quoteName } from '../sql-text.ts'
import type { RecordType } from '../record-type.ts'
import { rulesFor, type RuleSwitches } from './rules-for.ts'

/** One rule as SQL over the mapped columns of a record type. */
export interface CompiledCheck {
  /** Place of the rule in a bitmask, from 0; at most 62 rules fit one BIGINT. */
  readonly bit: number
  readonly ruleId: string
  readonly level: RuleLevel
  readonly rule: EditRule
  /** True where the record fails the rule; never null. */
  readonly failsSql: string
}

const mostRules = 62

/**
 * A rule as SQL that is true where a record fails it. Unknown passes, so it is never null.
 *
 * @param columnSql SQL of a field; default: its id as a quoted name.
 */
export function ruleToSql(
  rule: EditRule,
  context: SqlContext = {},
  columnSql: (field: string) => string = quoteName,
): string {
  return `(${expressionToSql(rule.holds, columnSql, context)} IS FALSE)`
}

/**
 * The rules that apply to a source, in order, each with its bit and its SQL.
 *
 * @param context The day of reception, and the code lists that rules ask for.
 * @throws Error where a record type has more rules than a bitmask has room for.
 */
export function compileChecks(
  recordType: RecordType,
  profile: RuleSwitches | undefined,
  context: SqlContext,
): readonly CompiledCheck[] {
  const rules = rulesFor(recordType, profile, context.codeList)
  if (rules.length > mostRules) {
    throw new Error(`${recordType.id} has ${rules.length} rules; a bitmask holds ${mostRules}`)
  }
  return rules.map((rule, bit) => ({
    bit,
    ruleId: rule.id,
    level: rule.level,
    rule,
    failsSql: ruleToSql(rule, context),
  }))
}
