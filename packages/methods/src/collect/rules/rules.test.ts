import { describe, expect, test } from 'vitest'
import { getCodeList } from '../../vocabulary/code-lists/index.ts'
import { evaluateExpression, type FieldValues } from '../evaluate-expression.ts'
import { getRecordType, listRecordTypes } from '../records/index.ts'
import { compileChecks } from './compile-checks.ts'
import { listRules, rulesFor } from './rules-for.ts'

const context = { parameters: { 'received-on': '2024-03-01' }, codeList: getCodeList } as const

/** Ids of the rules that a record fails. */
function failed(recordType: string, record: FieldValues): string[] {
  return listRules(getRecordType(recordType))
    .filter((rule) => evaluateExpression(rule.holds, record, context) === false)
    .map((rule) => rule.id.slice(recordType.length + 1))
}

const crossing = {
  country: 'SLV',
  crossed_on: '2024-02-29',
  crossed_at: '2024-02-29 23:59:00',
  direction: 'arrival',
  citizenship: 'GTM',
  sex: 'F',
  birth_date: '2004-02-29',
  age: 20,
  birth_year: 2004,
} as const

describe('a sound crossing', () => {
  test('fails no rule', () => {
    expect(failed('movement', crossing)).toEqual([])
  })

  test.each([
    [{ country: null }, ['country-missing']],
    [{ crossed_on: '2024-03-02', crossed_at: null }, ['crossed-in-future']],
    [{ crossed_at: '2024-02-28 10:00:00' }, ['date-and-time-disagree']],
    [{ direction: '_U' }, ['direction-unknown']],
    [{ country: '_U' }, ['country-unknown']],
    [{ birth_date: '2024-03-01', age: null, birth_year: null }, ['birth-after-crossing']],
    [{ age: -1, birth_date: null, birth_year: null }, ['age-negative']],
    [{ age: 121, birth_date: null, birth_year: null }, ['age-over-120']],
    [{ age: 120, birth_date: null, birth_year: 1904 }, []],
    [{ age: 19 }, ['age-disagrees']],
    [{ birth_date: null, birth_year: 2001 }, ['birth-year-disagrees']],
    [{ sex: null }, ['sex-unknown']],
    [{ citizenship: '_U' }, ['citizenship-unknown']],
    [{ citizenship: 'Guatemala' }, ['citizenship-not-a-country']],
    [{ citizenship: 'UNO' }, ['citizenship-of-an-organization']],
    [{ citizenship: 'XXA' }, []],
    [{ counterpart_country: 'SLV' }, ['counterpart-is-country']],
    [{ authorised_days: -1 }, ['authorised-days-negative']],
    [{ authorised_days: 3651 }, ['authorised-days-over-ten-years']],
    [{ direction: 'departure', authorised_days: 30 }, ['authorised-days-on-departure']],
    [{ citizenship: 'SLV', authorised_days: 30 }, ['authorised-days-of-national']],
    [{ document_type: 'none', document_number: 'A12' }, ['document-number-without-document']],
    [{ document_number: '¿?' }, ['document-number-malformed']],
    [{ age: 5, birth_date: null, birth_year: null, purpose: 'work' }, ['infant-at-work']],
  ])('with %j fails %j', (change, rules) => {
    expect(failed('movement', { ...crossing, ...change })).toEqual(rules)
  })
})

const incident = {
  incident_id: '7',
  occurred_on: '2020-01-05',
  year: 2020,
  month: '2020-01',
  region: 'mediterranean',
  latitude: 38.6,
  longitude: 26.6,
  dead: 4,
  missing: 1,
  dead_and_missing: 5,
  women: 1,
  men: 4,
  children: 1,
} as const

describe('a sound incident', () => {
  test('fails no rule', () => {
    expect(failed('incident', incident)).toEqual([])
  })

  test.each([
    [{ occurred_on: null }, ['date-missing']],
    [{ year: 2019 }, ['year-disagrees']],
    [{ month: '2020-13' }, ['month-disagrees', 'month-malformed']],
    [{ latitude: 90.5 }, ['latitude-out-of-range']],
    [{ longitude: -180.5 }, ['longitude-out-of-range']],
    [{ longitude: null }, ['coordinates-incomplete']],
    [{ latitude: 0, longitude: 0 }, ['coordinates-zero']],
    [{ dead_and_missing: 6 }, ['total-disagrees']],
    [{ missing: null }, ['total-disagrees']],
    [{ missing: null, dead_and_missing: 4, men: 3 }, []],
    [{ men: 5 }, ['women-and-men-over-total']],
    [{ children: 6 }, ['children-over-total']],
    [{ survivors: -1 }, ['survivors-negative']],
  ])('with %j fails %j', (change, rules) => {
    expect(failed('incident', { ...incident, ...change })).toEqual(rules)
  })

  test('takes back a missing person once the body is found', () => {
    const found = {
      ...incident,
      dead: 1,
      missing: -1,
      dead_and_missing: 0,
      women: null,
      men: null,
      children: null,
    }
    expect(failed('incident', found)).toEqual(['missing-negative', 'nobody-affected'])
    expect(
      listRules(getRecordType('incident')).find((rule) => rule.id === 'incident.missing-negative')
        ?.level,
    ).toBe('warn')
  })
})

const figure = {
  measure: 'migration-flow',
  frequency: 'Q',
  period: '2020-Q1',
  period_start: '2020-01-01',
  ref_area: 'NZL',
  value: 3,
  unit: 'PS',
} as const

describe('a sound figure', () => {
  test('fails no rule', () => {
    expect(failed('observation', figure)).toEqual([])
  })

  test.each([
    [{ period: '2020-Q5', period_start: null }, ['period-malformed', 'period-against-frequency']],
    [{ frequency: 'M' }, ['period-against-frequency']],
    [{ period: '2024-Q2', period_start: '2024-04-01' }, ['period-in-future']],
    [{ period: '2024-Q2', period_start: '2024-04-01', obs_status: 'F' }, []],
    [{ value: null }, ['value-missing-without-status']],
    [{ value: null, obs_status: 'O' }, []],
    [{ obs_status: 'O' }, ['value-beside-missing-status']],
    [{ value: -1 }, ['value-negative']],
    [{ unit: 'PT', value: 101 }, ['share-over-100']],
    [{ unit: null }, ['unit-missing']],
    [{ unit_multiplier: 4 }, ['multiplier-out-of-range']],
    [{ counterpart_area: 'NZL' }, ['area-is-counterpart']],
    [{ age: '20-24' }, ['age-malformed']],
    [{ age: 'Y20T24' }, []],
  ])('with %j fails %j', (change, rules) => {
    expect(failed('observation', { ...figure, ...change })).toEqual(rules)
  })
})

describe('the rules of every record type', () => {
  const rules = listRecordTypes().flatMap((recordType) => listRules(recordType))

  test('are named once, explained in three languages and have a source', () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
    expect(rules.length).toBeGreaterThan(120)
    for (const { id, message, source, fields } of rules) {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*\.[a-z0-9]+(-[a-z0-9]+)*$/)
      expect(Object.values(message).every((text) => text.endsWith('.'))).toBe(true)
      expect(source).not.toBe('')
      expect(fields.length).toBeGreaterThan(0)
    }
  })

  test('show only fields of their record type', () => {
    for (const { recordType, fields, onlyWhereGiven } of rules) {
      const known = getRecordType(recordType).fields.map(({ id }) => id)
      expect(known).toEqual(expect.arrayContaining([...fields, ...(onlyWhereGiven ?? [])]))
    }
  })
})

describe('a profile', () => {
  const movement = getRecordType('movement')
  const rules = {
    'movement.sex-unknown': { level: 'off', reason: 'The form does not ask.' },
    'movement.age-over-120': { level: 'reject', reason: 'Ages are typed.' },
  } as const

  test('switches rules off and changes their level', () => {
    const applied = rulesFor(movement, { rules })
    expect(applied.some(({ id }) => id === 'movement.sex-unknown')).toBe(false)
    expect(applied.find(({ id }) => id === 'movement.age-over-120')?.level).toBe('reject')
  })

  test('spares the comparison of a field with what it is derived from', () => {
    const applied = rulesFor(movement, { rules: {}, fields: { birth_date: { column: 'b' } } })
    expect(applied.some(({ id }) => id === 'movement.age-disagrees')).toBe(false)
  })

  test('gives each rule that applies a bit of its own', () => {
    const bits = compileChecks(movement, { rules }, context).map(({ bit }) => bit)
    expect(bits).toEqual(bits.map((_, place) => place))
    expect(bits.length).toBeLessThanOrEqual(62)
  })
})
