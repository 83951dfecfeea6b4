import * as fc from 'fast-check'
import type { Expression, Field, FieldType, RecordType } from '@caudal/methods/collect'
import { randomDay, randomText } from './random-record.ts'

const words = { es: '', en: '', fr: '' }

const fieldOf = (id: string, type: FieldType): Field => ({
  id,
  type,
  label: words,
  definition: words,
  sensitivity: 'plain',
})

/** A record type with two fields of each type, so that expressions can compare them. */
export const wideRecordType: RecordType = {
  id: 'wide',
  label: words,
  definition: words,
  grain: words,
  fields: [
    fieldOf('whole', 'integer'),
    fieldOf('other whole', 'integer'),
    fieldOf('fraction', 'decimal'),
    fieldOf('other fraction', 'decimal'),
    fieldOf('text', 'text'),
    fieldOf('other "text"', 'text'),
    fieldOf('day', 'date'),
    fieldOf('other day', 'date'),
    fieldOf('moment', 'timestamp'),
    fieldOf('other moment', 'timestamp'),
    fieldOf('yes', 'boolean'),
    fieldOf('period', 'period'),
  ],
}

const comparisons = ['=', '!=', '<', '<=', '>', '>='] as const
const patterns = ['[a-z]*', '.{0,3}', 'A|Ñ.*', '[0-9 -]+', '\\w+', '[^a]*é?.*', '\\s*'] as const

const field = (id: string): Expression => ({ field: id })

/** Expressions of each kind of value, made of one another. */
const grammar = fc.letrec<{
  truth: Expression
  number: Expression
  text: Expression
  day: Expression
}>((tie) => ({
  truth: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'expression' },
    fc.constantFrom<Expression>(field('yes'), { value: true }, { value: false }),
    fc
      .tuple(
        fc.constantFrom('and' as const, 'or' as const),
        fc.array(tie('truth'), { maxLength: 3 }),
      )
      .map(([op, of]) => ({ op, of })),
    tie('truth').map((of) => ({ op: 'not' as const, of })),
    fc
      .tuple(fc.constantFrom(...comparisons), tie('number'), tie('number'))
      .map(([op, left, right]) => ({ op, left, right })),
    fc
      .tuple(fc.constantFrom(...comparisons), tie('text'), tie('text'))
      .map(([op, left, right]) => ({ op, left, right })),
    fc
      .tuple(fc.constantFrom(...comparisons), tie('day'), tie('day'))
      .map(([op, left, right]) => ({ op, left, right })),
    fc.constantFrom(...comparisons).map((op) => ({
      op,
      left: field('moment'),
      right: field('other moment'),
    })),
    fc
      .oneof(tie('number'), tie('text'), tie('day'))
      .map((of) => ({ op: 'is-missing' as const, of })),
    fc
      .tuple(tie('text'), fc.array(randomText, { maxLength: 3 }))
      .map(([of, values]) => ({ op: 'in' as const, of, values })),
    fc
      .tuple(tie('number'), fc.array(fc.integer({ min: -3, max: 12 }), { maxLength: 3 }))
      .map(([of, values]) => ({ op: 'in' as const, of, values })),
    tie('text').map((of) => ({ op: 'in-code-list' as const, of, codeList: 'sex' })),
    fc
      .tuple(
        fc.oneof(
          tie('text'),
          fc.constantFrom('YUG', 'SCG', 'HND', '_U').map((value): Expression => ({ value })),
        ),
        tie('day'),
      )
      .map(([of, on]) => ({ op: 'in-code-list' as const, of, codeList: 'countries', on })),
    fc
      .tuple(tie('text'), fc.constantFrom(...patterns))
      .map(([of, pattern]) => ({ op: 'matches' as const, of, pattern })),
  ),
  number: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'expression' },
    fc.constantFrom(
      field('whole'),
      field('other whole'),
      field('fraction'),
      field('other fraction'),
    ),
    fc
      .oneof(fc.integer({ min: -1000, max: 1000 }), fc.constantFrom(0, 0.5, -2.25))
      .map((value): Expression => ({ value })),
    fc
      .tuple(
        fc.constantFrom('+' as const, '-' as const, '*' as const, '/' as const),
        tie('number'),
        tie('number'),
      )
      .map(([op, left, right]) => ({ op, left, right })),
    tie('number').map((of) => ({ op: 'abs' as const, of })),
    tie('text').map((of) => ({ op: 'length' as const, of })),
    fc
      .tuple(
        fc.constantFrom('date-difference' as const, 'completed-years' as const),
        tie('day'),
        tie('day'),
      )
      .map(([op, from, to]) => ({ op, from, to })),
    fc
      .tuple(
        fc.constantFrom('year' as const, 'month' as const, 'day' as const),
        fc.oneof(tie('day'), fc.constant(field('moment'))),
      )
      .map(([op, of]) => ({ op, of })),
    fc.array(tie('number'), { minLength: 1, maxLength: 3 }).map((of) => ({
      op: 'coalesce' as const,
      of,
    })),
    fc
      .tuple(tie('truth'), tie('number'), tie('number'))
      .map(([test, then, other]) => ({ op: 'if' as const, test, then, else: other })),
  ),
  text: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'expression' },
    fc.constantFrom(field('text'), field('other "text"'), field('period')),
    randomText.map((value): Expression => ({ value })),
    fc
      .tuple(fc.constantFrom('upper' as const, 'lower' as const), tie('text'))
      .map(([op, of]) => ({ op, of })),
    tie('day').map((of) => ({ op: 'to-month' as const, of })),
    fc.array(tie('text'), { minLength: 1, maxLength: 3 }).map((of) => ({
      op: 'coalesce' as const,
      of,
    })),
  ),
  day: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'expression' },
    fc.constantFrom<Expression>(field('day'), field('other day'), { parameter: 'received-on' }),
    randomDay.map((date): Expression => ({ date })),
    fc.constant<Expression>({ op: 'to-date', of: field('moment') }),
    fc.constant<Expression>({ op: 'period-start', of: field('period') }),
    fc
      .tuple(tie('truth'), tie('day'), tie('day'))
      .map(([test, then, other]) => ({ op: 'if' as const, test, then, else: other })),
  ),
}))

/** Random expressions whose parts go together, to a depth of a few levels. */
export const randomExpression: fc.Arbitrary<Expression> = fc.oneof(
  grammar.truth,
  grammar.number,
  grammar.text,
  grammar.day,
)
