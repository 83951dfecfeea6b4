import { describe, expect, test } from 'vitest'
import * as fc from 'fast-check'
import { Refusal } from '../vocabulary/index.ts'
import { parseTableSpec, printTableSpec, type Condition, type TableSpec } from './index.ts'

const parse = (query: string) => parseTableSpec(new URLSearchParams(query))

const name = fc.stringMatching(/^[a-z][a-z0-9_-]{0,8}(\.[a-z]{1,6})?$/)
const code = fc.oneof(
  fc.string({ minLength: 1, maxLength: 8, unit: 'grapheme' }),
  fc.constantFrom(
    'SLV',
    '_U',
    'latest3',
    'a..b',
    'a.',
    '..',
    ';',
    ',',
    ':',
    '%',
    '%3B',
    '&=+ #',
    '2020-Q1',
    "d'Ivoire",
    ' x ',
  ),
)
const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ dimension: name, codes: fc.uniqueArray(code, { minLength: 1, maxLength: 4 }) }),
  fc.record({ dimension: name, range: fc.tuple(code, code) }),
  fc.record({ dimension: name, latest: fc.integer({ min: 1, max: 9999 }) }),
)
const spec: fc.Arbitrary<TableSpec> = fc.record(
  {
    rows: fc.array(name, { maxLength: 3 }),
    columns: fc.array(name, { maxLength: 3 }),
    where: fc.array(condition, { maxLength: 4 }),
    measure: name,
    sort: fc.constantFrom('label', '-label', 'total', '-total'),
    top: fc.integer({ min: 1, max: 999_999 }),
  },
  { requiredKeys: ['rows', 'columns', 'where'] },
)

describe('the written form of a table', () => {
  test('is read again as the specification it was written from, whatever its codes', () => {
    fc.assert(
      fc.property(spec, (written) => {
        expect(parse(printTableSpec(written))).toEqual(written)
      }),
      { numRuns: 500 },
    )
  })

  test('is the same however often it is read and written', () => {
    fc.assert(
      fc.property(spec, (written) => {
        const once = printTableSpec(written)
        expect(printTableSpec(parse(once))).toBe(once)
      }),
    )
  })

  test('reads well', () => {
    expect(
      printTableSpec({
        measure: 'crossings',
        rows: ['citizenship', 'sex'],
        columns: ['time.year'],
        where: [
          { dimension: 'country', codes: ['SLV', 'GTM'] },
          { dimension: 'time.year', range: ['2018', '2020'] },
        ],
      }),
    ).toBe(
      'rows=citizenship,sex&columns=time.year&where=country:SLV,GTM;time.year:2018..2020&measure=crossings',
    )
  })

  test('leaves out what is not asked for', () => {
    expect(parse('')).toEqual({ rows: [], columns: [], where: [] })
    expect(parse('rows=&sort=&where=;')).toEqual({ rows: [], columns: [], where: [] })
    expect(printTableSpec({ rows: [], columns: [], where: [] })).toBe('')
  })

  test('passes over the parameters of others', () => {
    const parameters = new URLSearchParams('rows=sex&format=csv')
    expect(parseTableSpec(parameters, ['format']).rows).toEqual(['sex'])
  })
})

describe('a specification that cannot be read', () => {
  const refusalOf = (query: string): Refusal => {
    try {
      parse(query)
    } catch (error) {
      if (error instanceof Refusal) return error
      throw error
    }
    throw new Error(`${query} was read`)
  }

  test.each([
    ['row=sex', 'publish.parameter-unknown', 'rows'],
    ['colums=sex', 'publish.parameter-unknown', 'columns'],
    ['zzzzzzzz=1', 'publish.parameter-unknown', 'rows, columns, where, measure, show, sort, top'],
    ['rows=sex&rows=age', 'publish.parameter-repeated', 'rows'],
    ['rows=sex,,age', 'publish.parameter-invalid', 'rows'],
    ['sort=biggest', 'publish.parameter-invalid', '-total'],
    ['show=share', 'publish.parameter-invalid', 'row-share'],
    ['show=rate-', 'publish.parameter-invalid', 'rate-…'],
    ['top=0', 'publish.parameter-invalid', 'top'],
    ['top=-3', 'publish.parameter-invalid', 'top'],
    ['top=1e9', 'publish.parameter-invalid', 'top'],
    ['where=country', 'publish.where-malformed', 'country'],
    ['where=:SLV', 'publish.where-malformed', ':SLV'],
    ['where=country:', 'publish.where-malformed', 'country:'],
    ['where=country:SLV,,GTM', 'publish.where-malformed', 'SLV,,GTM'],
    ['where=time:2018..2019..2020', 'publish.where-malformed', '2018..2019..2020'],
    ['where=time:..2020', 'publish.where-malformed', '..2020'],
    ['where=time:2018..2019,2020', 'publish.where-malformed', '2018..2019,2020'],
    ['where=country:%25zz', 'publish.where-malformed', '%zz'],
  ])('%s is refused with the place and what to do', (query, code, named) => {
    const refusal = refusalOf(query)
    expect(refusal.code).toBe(code)
    for (const language of ['es', 'en', 'fr'] as const) {
      const words = `${refusal.what(language)} ${refusal.advice(language)}`
      expect(words).toContain(named)
      expect(words).not.toMatch(/\{\w+\}/)
    }
  })

  test('one that never ends is refused before it is read', () => {
    expect(refusalOf(`where=country:${'A,'.repeat(5000)}A`).code).toBe(
      'publish.specification-too-long',
    )
  })

  test('only refusals are thrown, whatever is written', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('rows', 'where', 'top', 'sort'), fc.string()),
        (given) => {
          expect(outcomeOf(given)).not.toBe('fault')
        },
      ),
    )
  })
})

/** Whether a specification is read, refused, or brings the reader down. */
function outcomeOf(given: Record<string, string>): 'read' | 'refused' | 'fault' {
  try {
    parseTableSpec(Object.entries(given))
    return 'read'
  } catch (error) {
    return error instanceof Refusal ? 'refused' : 'fault'
  }
}
