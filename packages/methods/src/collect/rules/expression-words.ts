import type { Expression } from '../expression.ts'

/** Short words for writing expressions as data; each stands for one form of `Expression`. */
export const field = (id: string): Expression => ({ field: id })
export const value = (literal: string | number | boolean): Expression => ({ value: literal })
export const receivedOn: Expression = { parameter: 'received-on' }

export const all = (...of: Expression[]): Expression => ({ op: 'and', of })
export const any = (...of: Expression[]): Expression => ({ op: 'or', of })
export const not = (of: Expression): Expression => ({ op: 'not', of })
export const isMissing = (id: string): Expression => ({ op: 'is-missing', of: field(id) })
export const isGiven = (id: string): Expression => not(isMissing(id))

export const compare = (
  left: Expression,
  op: '=' | '!=' | '<' | '<=' | '>' | '>=',
  right: Expression,
): Expression => ({ op, left, right })

export const oneOf = (of: Expression, ...values: (string | number)[]): Expression => ({
  op: 'in',
  of,
  values,
})

/** At least zero; missing passes. */
export const notNegative = (id: string): Expression => compare(field(id), '>=', value(0))

/** The value where given, else zero. */
export const orZero = (id: string): Expression => ({ op: 'coalesce', of: [field(id), value(0)] })

export const plus = (left: Expression, right: Expression): Expression => ({ op: '+', left, right })
export const minus = (left: Expression, right: Expression): Expression => ({ op: '-', left, right })

/** A code that says something: neither missing nor unknown. Never missing itself. */
export const isKnown = (id: string): Expression =>
  all(isGiven(id), compare({ op: 'coalesce', of: [field(id), value('_U')] }, '!=', value('_U')))
