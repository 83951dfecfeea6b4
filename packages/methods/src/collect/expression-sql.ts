import { specialCodes, type Code, type CodeList } from '../vocabulary/index.ts'
import type { Expression, ExpressionParameter } from './expression.ts'
import { isOneOfSql } from './reading/look-up.ts'
import { quoteText } from './sql-text.ts'

/** What the SQL of an expression may need besides its columns. */
export interface SqlContext {
  /** Values of parameters: ISO dates. One that is not given is missing. */
  readonly parameters?: Readonly<Partial<Record<ExpressionParameter, string>>>
  /** Code lists for `in-code-list`, written into the SQL as a list of codes. */
  readonly codeList?: (id: string) => CodeList
}

/**
 * An expression as SQL over columns, with the same meaning as `evaluateExpression`. Written in
 * what DuckDB, PostgreSQL and ANSI share, but for `regexp_full_match`, `TRY_CAST` and enumerations.
 * Texts go in as quoted literals; `columnSql` answers for its own quoting.
 *
 * @param columnSql SQL of a field: a quoted column name.
 * @example expressionToSql({ op: '>', left: { field: 'age' }, right: { value: 120 } }, quoteName) // => '("age" > 120)'
 */
export function expressionToSql(
  expression: Expression,
  columnSql: (field: string) => string,
  context: SqlContext = {},
): string {
  const sql = (part: Expression) => expressionToSql(part, columnSql, context)
  if ('field' in expression) return columnSql(expression.field)
  if ('value' in expression) return literalSql(expression.value)
  if ('date' in expression) return `DATE ${quoteText(expression.date)}`
  if ('parameter' in expression) {
    const value = context.parameters?.[expression.parameter]
    return value === undefined ? 'CAST(NULL AS DATE)' : `DATE ${quoteText(value)}`
  }
  switch (expression.op) {
    case 'and':
      return joined(expression.of.map(sql), 'AND', 'TRUE')
    case 'or':
      return joined(expression.of.map(sql), 'OR', 'FALSE')
    case 'not':
      return `(NOT ${sql(expression.of)})`
    case '=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return `(${sql(expression.left)} ${expression.op} ${sql(expression.right)})`
    case '!=':
      return `(${sql(expression.left)} <> ${sql(expression.right)})`
    case '+':
    case '-':
    case '*':
      return finite(
        `${number(sql(expression.left))} ${expression.op} ${number(sql(expression.right))}`,
      )
    case '/':
      return finite(`${number(sql(expression.left))} / NULLIF(${number(sql(expression.right))}, 0)`)
    case 'in':
      return inList(sql(expression.of), expression.values)
    case 'in-code-list': {
      const value = sql(expression.of)
      if (!context.codeList) {
        throw new Error(`No code lists were given, but "${expression.codeList}" is asked for`)
      }
      const { codes } = context.codeList(expression.codeList)
      return expression.on === undefined
        ? isOneOfSql(value, knownCodes(codes))
        : inForceSql(value, codes, day(sql(expression.on)))
    }
    case 'is-missing':
      return `(${sql(expression.of)} IS NULL)`
    case 'coalesce':
      return `COALESCE(${expression.of.map(sql).join(', ')})`
    case 'if':
      return `(CASE WHEN ${sql(expression.test)} THEN ${sql(expression.then)} ELSE ${sql(expression.else)} END)`
    case 'length':
      return `length(${text(sql(expression.of))})`
    case 'upper':
      return `upper(${text(sql(expression.of))})`
    case 'lower':
      return `lower(${text(sql(expression.of))})`
    case 'abs':
      return `abs(${number(sql(expression.of))})`
    case 'matches':
      return `regexp_full_match(${text(sql(expression.of))}, ${quoteText(expression.pattern)})`
    case 'date-difference':
      return `(${day(sql(expression.to))} - ${day(sql(expression.from))})`
    case 'completed-years':
      return completedYearsSql(day(sql(expression.from)), day(sql(expression.to)))
    case 'year':
      return `EXTRACT(YEAR FROM ${day(sql(expression.of))})`
    case 'month':
      return `EXTRACT(MONTH FROM ${day(sql(expression.of))})`
    case 'day':
      return `EXTRACT(DAY FROM ${day(sql(expression.of))})`
    case 'to-date':
      return day(sql(expression.of))
    case 'to-month':
      return `substr(CAST(${day(sql(expression.of))} AS VARCHAR), 1, 7)`
    case 'period-start':
      return periodStartSql(text(sql(expression.of)))
  }
}

function literalSql(value: string | number | boolean | null): string {
  if (value === null) return 'NULL'
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (typeof value === 'string') return quoteText(value)
  if (!Number.isFinite(value)) throw new Error(`${value} is not a number an expression may hold`)
  // An exponent makes it a double; without one a fraction would be a decimal of its own width.
  if (Number.isSafeInteger(value)) return value < 0 ? `(${value})` : String(value)
  return `CAST('${value}' AS DOUBLE PRECISION)`
}

function joined(parts: readonly string[], operator: 'AND' | 'OR', ofNone: string): string {
  return parts.length === 0 ? ofNone : `(${parts.join(` ${operator} `)})`
}

/** Not by `IN`: the engine makes a join of one, and what is joined comes out in any order. */
function inList(value: string, list: readonly (string | number)[]): string {
  const texts = list.filter((each) => typeof each === 'string')
  if (texts.length === list.length) {
    return isOneOfSql(`CAST(${value} AS VARCHAR)`, [...new Set(texts)])
  }
  return joined(
    list.map((each) => `(${value} = ${literalSql(each)})`),
    'OR',
    'FALSE',
  )
}

/** Arithmetic is done on doubles: no overflow, and the same as in JavaScript. */
function number(sql: string): string {
  return `CAST(${sql} AS DOUBLE PRECISION)`
}

const infinity = "CAST('Infinity' AS DOUBLE PRECISION)"

/** A result beyond the doubles is no result. */
function finite(sql: string): string {
  return `NULLIF(NULLIF(${sql}, ${infinity}), -${infinity})`
}

function text(sql: string): string {
  return sql === 'NULL' ? 'CAST(NULL AS VARCHAR)' : sql
}

function day(sql: string): string {
  return `CAST(${sql} AS DATE)`
}

function completedYearsSql(from: string, to: string): string {
  return (
    `(EXTRACT(YEAR FROM ${to}) - EXTRACT(YEAR FROM ${from}) - ` +
    `CASE WHEN ${monthAndDaySql(to)} < ${monthAndDaySql(from)} THEN 1 ELSE 0 END)`
  )
}

function monthAndDaySql(date: string): string {
  return `(EXTRACT(MONTH FROM ${date}) * 100 + EXTRACT(DAY FROM ${date}))`
}

function periodStartSql(period: string): string {
  const is = (pattern: string) => `regexp_full_match(${period}, '${pattern}')`
  const year = `substr(${period}, 1, 4)`
  const number = `CAST(substr(${period}, 7) AS INTEGER)`
  const monthFirst = (month: string) =>
    `CAST(${year} || '-' || right('0' || CAST(${month} AS VARCHAR), 2) || '-01' AS DATE)`
  const fourth = `CAST(${year} || '-01-04' AS DATE)`
  return (
    `(CASE WHEN ${is('[12][0-9]{3}')} THEN CAST(${year} || '-01-01' AS DATE)` +
    ` WHEN ${is('[12][0-9]{3}-(0[1-9]|1[0-2])')} THEN CAST(${period} || '-01' AS DATE)` +
    ` WHEN ${is('[12][0-9]{3}-Q[1-4]')} THEN ${monthFirst(`(${number} * 3 - 2)`)}` +
    ` WHEN ${is('[12][0-9]{3}-S[12]')} THEN ${monthFirst(`(${number} * 6 - 5)`)}` +
    ` WHEN ${is('[12][0-9]{3}-W(0[1-9]|[1-4][0-9]|5[0-3])')} THEN CAST(${fourth}` +
    ` - CAST(EXTRACT(ISODOW FROM ${fourth}) AS INTEGER) + 1 + 7 * (${number} - 1) AS DATE)` +
    ` WHEN ${is('[12][0-9]{3}-[0-9]{2}-[0-9]{2}')} THEN TRY_CAST(${period} AS DATE) END)`
  )
}

function knownCodes(codes: readonly Code[]): readonly string[] {
  return [...new Set([...Object.values(specialCodes), ...codes.map(({ code }) => code)])]
}

/** Whether a code is in force on a day; codes are asked together that hold for the same days. */
function inForceSql(value: string, codes: readonly Code[], date: string): string {
  const spans = new Map<string, Code[]>()
  for (const code of codes) {
    const span = `${code.validFrom ?? ''}/${code.validTo ?? ''}`
    spans.set(span, [...(spans.get(span) ?? []), code])
  }
  const always = knownCodes(spans.get('/') ?? [])
  spans.delete('/')
  const tests = [...spans.values()].map((those) => {
    const { validFrom, validTo } = those[0]!
    const within = [
      ...(validFrom === undefined ? [] : [`${date} >= DATE ${quoteText(validFrom)}`]),
      ...(validTo === undefined ? [] : [`${date} <= DATE ${quoteText(validTo)}`]),
    ]
    const own = those.map(({ code }) => code)
    return `(${isOneOfSql(value, own)} AND ${within.join(' AND ')})`
  })
  return `(CASE WHEN ${value} IS NOT NULL AND ${date} IS NOT NULL THEN ${[isOneOfSql(value, always), ...tests].join(' OR ')} END)`
}
