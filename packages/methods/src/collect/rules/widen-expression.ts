import { ownCodesOf, type CodeList } from '../../vocabulary/index.ts'
import type { Expression } from '../expression.ts'

/** The code list of a field of the record type that a rule is about; undefined where it has none. */
export type ListOfField = (field: string) => CodeList | undefined

/**
 * An expression that asks for a code of the platform also of the own codes of a node that count as
 * that code: what a rule says of work says it of seasonal work at a certain estate.
 */
export function widenExpression(expression: Expression, listOf: ListOfField): Expression {
  const widen = (each: Expression) => widenExpression(each, listOf)
  if (!('op' in expression)) return expression
  switch (expression.op) {
    case 'in': {
      const list = listAsked(expression.of, listOf)
      const values = expression.values.flatMap((value) => [value, ...ownOf(list, value)])
      return { ...expression, of: widen(expression.of), values }
    }
    case '=':
    case '!=': {
      const { left, right, op } = expression
      const asked = 'value' in right ? right.value : undefined
      const own = ownOf(listAsked(left, listOf), asked)
      if (own.length === 0 || typeof asked !== 'string') {
        return { ...expression, left: widen(left), right: widen(right) }
      }
      const among: Expression = { op: 'in', of: widen(left), values: [asked, ...own] }
      return op === '=' ? among : { op: 'not', of: among }
    }
    case 'and':
    case 'or':
    case 'coalesce':
      return { ...expression, of: expression.of.map(widen) }
    case 'if':
      return {
        ...expression,
        test: widen(expression.test),
        then: widen(expression.then),
        else: widen(expression.else),
      }
    case 'not':
      return { ...expression, of: widen(expression.of) }
    default:
      // What measures, reckons or dates has no code to widen.
      return expression
  }
}

/** The list of the field that an expression gives the code of, a missing one being filled or not. */
function listAsked(expression: Expression, listOf: ListOfField): CodeList | undefined {
  if ('field' in expression) return listOf(expression.field)
  if (!('op' in expression) || expression.op !== 'coalesce') return undefined
  const [first] = expression.of
  return first === undefined ? undefined : listAsked(first, listOf)
}

function ownOf(list: CodeList | undefined, value: unknown): readonly string[] {
  return list === undefined || typeof value !== 'string' ? [] : ownCodesOf(list, value)
}
