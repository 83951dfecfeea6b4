import { isKnownCode, isKnownOn, type CodeList } from '../vocabulary/index.ts'
import { completedYears, daysBetween, isDate, periodStart } from './calendar.ts'
import type { Expression, ExpressionParameter } from './expression.ts'
import { compilePattern } from './pattern.ts'
import { lowerCase, upperCase } from './letter-case.ts'

/**
 * What a field holds: missing is null; dates are `YYYY-MM-DD`, timestamps
 * `YYYY-MM-DD HH:mm:ss` (a `T` between them is read too), numbers never NaN.
 */
export type FieldValue = string | number | boolean | null

export type FieldValues = Readonly<Record<string, FieldValue | undefined>>

/** What an expression may need besides the record. */
export interface EvaluationContext {
  /** Values of parameters: ISO dates. One that is not given is missing. */
  readonly parameters?: Readonly<Partial<Record<ExpressionParameter, string>>>
  /** Code lists for `in-code-list`; asked only by expressions that use it. */
  readonly codeList?: (id: string) => CodeList
}

/**
 * The value of an expression on one record, in SQL's three-valued logic: a comparison with a
 * missing value is missing, `false and missing` is false, `true or missing` is true.
 *
 * @example evaluateExpression({ op: '>', left: { field: 'age' }, right: { value: 120 } }, { age: 130 }) // => true
 * @example evaluateExpression({ op: '>', left: { field: 'age' }, right: { value: 120 } }, { age: null }) // => null
 */
export function evaluateExpression(
  expression: Expression,
  record: FieldValues,
  context: EvaluationContext = {},
): FieldValue {
  const evaluate = (part: Expression) => evaluateExpression(part, record, context)
  if ('field' in expression) return record[expression.field] ?? null
  if ('value' in expression) return expression.value
  if ('date' in expression) return expression.date
  if ('parameter' in expression) return context.parameters?.[expression.parameter] ?? null
  switch (expression.op) {
    case 'and':
      return conjunction(expression.of.map(evaluate), false)
    case 'or':
      return conjunction(expression.of.map(evaluate), true)
    case 'not': {
      const value = evaluate(expression.of)
      return value === null ? null : !value
    }
    case '=':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return comparison(expression.op, evaluate(expression.left), evaluate(expression.right))
    case '+':
    case '-':
    case '*':
    case '/':
      return arithmetic(expression.op, evaluate(expression.left), evaluate(expression.right))
    case 'in': {
      const value = evaluate(expression.of)
      return value === null ? null : expression.values.includes(value as string | number)
    }
    case 'in-code-list': {
      const value = evaluate(expression.of)
      if (value === null) return null
      if (!context.codeList) {
        throw new Error(`No code lists were given, but "${expression.codeList}" is asked for`)
      }
      const list = context.codeList(expression.codeList)
      if (expression.on === undefined) return isKnownCode(list, String(value))
      const date = evaluate(expression.on)
      return date === null ? null : isKnownOn(list, String(value), String(date))
    }
    case 'is-missing':
      return evaluate(expression.of) === null
    case 'coalesce': {
      for (const part of expression.of) {
        const value = evaluate(part)
        if (value !== null) return value
      }
      return null
    }
    case 'if':
      return evaluate(evaluate(expression.test) === true ? expression.then : expression.else)
    case 'length':
      return onText(evaluate(expression.of), (text) => Array.from(text).length)
    case 'upper':
      return onText(evaluate(expression.of), upperCase)
    case 'lower':
      return onText(evaluate(expression.of), lowerCase)
    case 'abs': {
      const value = evaluate(expression.of)
      return value === null ? null : Math.abs(Number(value))
    }
    case 'matches':
      return onText(evaluate(expression.of), (text) =>
        compilePattern(expression.pattern).test(text),
      )
    case 'date-difference':
      return onDays(evaluate(expression.from), evaluate(expression.to), daysBetween)
    case 'completed-years':
      return onDays(evaluate(expression.from), evaluate(expression.to), completedYears)
    case 'year':
      return onDay(evaluate(expression.of), (day) => Number(day.slice(0, 4)))
    case 'month':
      return onDay(evaluate(expression.of), (day) => Number(day.slice(5, 7)))
    case 'day':
      return onDay(evaluate(expression.of), (day) => Number(day.slice(8, 10)))
    case 'to-date':
      return onDay(evaluate(expression.of), (day) => day)
    case 'to-month':
      return onDay(evaluate(expression.of), (day) => day.slice(0, 7))
    case 'period-start':
      return onText(evaluate(expression.of), periodStart)
  }
}

/** `and` where the deciding value is false, `or` where it is true. */
function conjunction(values: readonly FieldValue[], deciding: boolean): FieldValue {
  if (values.some((value) => value !== null && Boolean(value) === deciding)) return deciding
  return values.includes(null) ? null : !deciding
}

function comparison(
  op: '=' | '!=' | '<' | '<=' | '>' | '>=',
  left: FieldValue,
  right: FieldValue,
): FieldValue {
  if (left === null || right === null) return null
  const order = compareValues(left, right)
  switch (op) {
    case '=':
      return order === 0
    case '!=':
      return order !== 0
    case '<':
      return order < 0
    case '<=':
      return order <= 0
    case '>':
      return order > 0
    case '>=':
      return order >= 0
  }
}

/** Texts are ordered by code point, as databases with binary collation do, not by UTF-16 unit. */
function compareValues(left: string | number | boolean, right: string | number | boolean): number {
  if (typeof left === 'string' && typeof right === 'string') {
    const a = isTimestamp(left) ? left.replace('T', ' ') : left
    const b = isTimestamp(right) ? right.replace('T', ' ') : right
    return a === b ? 0 : compareCodePoints(a, b)
  }
  return Number(left) - Number(right)
}

function isTimestamp(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text)
}

function compareCodePoints(a: string, b: string): number {
  const left = Array.from(a)
  const right = Array.from(b)
  for (let i = 0; i < left.length && i < right.length; i += 1) {
    const difference = (left[i]?.codePointAt(0) ?? 0) - (right[i]?.codePointAt(0) ?? 0)
    if (difference !== 0) return difference
  }
  return left.length - right.length
}

function arithmetic(op: '+' | '-' | '*' | '/', left: FieldValue, right: FieldValue): FieldValue {
  if (left === null || right === null) return null
  const a = Number(left)
  const b = Number(right)
  switch (op) {
    case '+':
      return finite(a + b)
    case '-':
      return finite(a - b)
    case '*':
      return finite(a * b)
    case '/':
      return b === 0 ? null : finite(a / b)
  }
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null
}

function onText<Value extends FieldValue>(
  value: FieldValue,
  work: (text: string) => Value,
): Value | null {
  return value === null ? null : work(String(value))
}

function onDay<Value extends FieldValue>(
  value: FieldValue,
  work: (day: string) => Value,
): Value | null {
  if (typeof value !== 'string') return null
  const day = value.slice(0, 10)
  return isDate(day) ? work(day) : null
}

function onDays(
  from: FieldValue,
  to: FieldValue,
  work: (from: string, to: string) => number,
): number | null {
  return onDay(from, (first) => onDay(to, (last) => work(first, last)))
}
