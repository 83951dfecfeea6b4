import { describe, expect, test } from 'vitest'
import { getCodeList } from '../vocabulary/code-lists/index.ts'
import { evaluateExpression } from './evaluate-expression.ts'
import type { Expression } from './expression.ts'

const yes: Expression = { value: true }
const no: Expression = { value: false }
const unknown: Expression = { value: null }

describe('three-valued logic', () => {
  test.each([
    ['and', [yes, unknown], null],
    ['and', [no, unknown], false],
    ['and', [], true],
    ['or', [no, unknown], null],
    ['or', [yes, unknown], true],
    ['or', [], false],
  ] as const)('%s of %j is %s', (op, of, answer) => {
    expect(evaluateExpression({ op, of }, {})).toBe(answer)
  })

  test('the opposite of unknown is unknown', () => {
    expect(evaluateExpression({ op: 'not', of: unknown }, {})).toBeNull()
  })

  test('an unknown test takes the other branch', () => {
    const expression: Expression = {
      op: 'if',
      test: unknown,
      then: { value: 1 },
      else: { value: 2 },
    }
    expect(evaluateExpression(expression, {})).toBe(2)
  })
})

function before(left: string, right: string): Expression {
  return { op: '<', left: { value: left }, right: { value: right } }
}

function fiveBy(divisor: number): Expression {
  return { op: '/', left: { value: 5 }, right: { value: divisor } }
}

describe('values', () => {
  test('texts are ordered by code point, not by surrogate', () => {
    expect(evaluateExpression(before('\uffee', '👍'), {})).toBe(true)
    expect(evaluateExpression(before('ab', 'abc'), {})).toBe(true)
  })

  test('length counts letters, not units of storage', () => {
    expect(evaluateExpression({ op: 'length', of: { value: 'a👍é' } }, {})).toBe(3)
  })

  test('division is real, and by zero it is missing', () => {
    expect(evaluateExpression(fiveBy(2), {})).toBe(2.5)
    expect(evaluateExpression(fiveBy(0), {})).toBeNull()
  })

  test('a timestamp compares the same with a T or a space in it', () => {
    const expression: Expression = { op: '=', left: { field: 'at' }, right: { field: 'also' } }
    const record = { at: '2020-01-01T10:00:00', also: '2020-01-01 10:00:00' }
    expect(evaluateExpression(expression, record)).toBe(true)
  })

  test('a parameter that is not given is missing', () => {
    const expression: Expression = { op: 'year', of: { parameter: 'received-on' } }
    expect(evaluateExpression(expression, {})).toBeNull()
    expect(
      evaluateExpression(expression, {}, { parameters: { 'received-on': '2024-05-01' } }),
    ).toBe(2024)
  })

  test('a code list must be at hand where one is asked for', () => {
    const expression: Expression = {
      op: 'in-code-list',
      of: { value: 'SLV' },
      codeList: 'countries',
    }
    expect(() => evaluateExpression(expression, {})).toThrow('countries')
    expect(evaluateExpression(expression, {}, { codeList: getCodeList })).toBe(true)
    expect(
      evaluateExpression(
        { ...expression, of: { value: 'El Salvador' } },
        {},
        { codeList: getCodeList },
      ),
    ).toBe(false)
  })
})
