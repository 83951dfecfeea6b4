import { describe, expect, test } from 'vitest'
import { getCodeList } from '../../vocabulary/code-lists/index.ts'
import { evaluateExpression, type FieldValues } from '../evaluate-expression.ts'
import { getRecordType } from '../records/index.ts'
import { listRules } from './rules-for.ts'

const context = { parameters: { 'received-on': '2024-03-01' }, codeList: getCodeList } as const

/** Ids of the rules that a record fails. */
function failed(recordType: string, record: FieldValues): string[] {
  return listRules(getRecordType(recordType))
    .filter((rule) => evaluateExpression(rule.holds, record, context) === false)
    .map((rule) => rule.id.slice(recordType.length + 1))
}

const person = {
  country: 'GTM',
  citizenship: 'GTM',
  sex: 'F',
  birth_date: '2004-02-29',
  age: 20,
  birth_year: 2004,
} as const

const permit = {
  ...person,
  citizenship: 'SLV',
  recorded_on: '2024-02-29',
  applied_on: '2024-01-15',
  decided_on: '2024-02-29',
  permit_type: 'temporary-residence',
  decision: 'granted',
  valid_from: '2024-03-01',
  valid_to: '2026-02-28',
  validity_days: 730,
} as const

describe('a sound permit', () => {
  test('fails no rule', () => {
    expect(failed('permit', permit)).toEqual([])
  })

  test.each([
    [{ recorded_on: '2024-03-02', age: null }, ['date-in-future']],
    [{ permit_type: null }, ['permit-type-missing', 'permit-type-unknown']],
    [{ decision: '_U' }, ['decision-unknown']],
    [{ applied_on: '2024-03-01' }, ['decided-before-applied']],
    [{ decision: 'pending' }, ['pending-with-decision-date']],
    [{ decided_on: null }, ['decision-without-date']],
    [{ valid_to: '2024-02-01', validity_days: -28 }, ['validity-backwards']],
    [{ validity_days: 729 }, ['validity-disagrees']],
    [{ valid_to: '2036-02-29', validity_days: 4383 }, ['temporary-over-ten-years']],
    [{ permit_type: 'permanent-residence', valid_to: '2036-02-29', validity_days: 4383 }, []],
    [{ permit_type: 'seasonal-work-permit' }, ['seasonal-over-one-year']],
    [{ decision: 'refused' }, ['refused-with-validity']],
    [{ citizenship: 'GTM' }, ['of-national']],
    [{ citizenship: 'GTM', permit_type: 'naturalization' }, []],
    [
      { permit_type: 'work-permit', birth_date: '2012-01-01', age: 12, birth_year: 2012 },
      ['child-worker'],
    ],
  ])('with %j fails %j', (change, rules) => {
    expect(failed('permit', { ...permit, ...change })).toEqual(rules)
  })
})

const residence = {
  ...person,
  citizenship: 'SLV',
  started_on: '2024-02-29',
  migratory_status: 'temporary-resident',
  previous_country: 'SLV',
} as const

describe('a sound spell of residence', () => {
  test('fails no rule', () => {
    expect(failed('residence', residence)).toEqual([])
  })

  test.each([
    [{ started_on: null, age: null }, ['started-on-missing']],
    [{ ended_on: '2024-02-01', end_reason: 'death' }, ['ends-before-it-starts']],
    [{ ended_on: '2024-03-02', end_reason: 'departure' }, ['ended-in-future']],
    [{ end_reason: 'departure' }, ['end-reason-without-end']],
    [{ ended_on: '2024-03-01' }, ['end-without-reason']],
    [{ ended_on: '2024-03-01', end_reason: 'death', residence_days: 1 }, ['days-disagree']],
    [{ ended_on: '2024-03-01', end_reason: 'death', residence_days: 2 }, []],
    [{ previous_country: 'GTM' }, ['previous-country-is-country']],
    [
      { ended_on: '2024-03-01', end_reason: 'death', next_country: 'MEX' },
      ['next-country-without-departure'],
    ],
    [{ citizenship: 'GTM', permit_type: 'temporary-residence' }, ['national-with-permit']],
    [{ migratory_status: 'visitor' }, ['visitor-resides']],
    [{ migratory_status: '_U' }, ['migratory-status-unknown']],
  ])('with %j fails %j', (change, rules) => {
    expect(failed('residence', { ...residence, ...change })).toEqual(rules)
  })
})

const returned = {
  ...person,
  returned_on: '2024-02-29',
  return_type: 'forced',
  return_means: 'charter-flight',
  mode: 'air',
  counterpart_country: 'USA',
  accompaniment: 'family-unit',
  family_size: 3,
  departed_on: '2023-12-01',
  days_abroad: 90,
  motive: 'employment',
  need: 'food',
} as const
const child = { birth_date: '2010-02-28', age: 14, birth_year: 2010 } as const
const infant = { birth_date: '2022-02-28', age: 2, birth_year: 2022 } as const

describe('the sound reception of a returned person', () => {
  test('fails no rule', () => {
    expect(failed('return', returned)).toEqual([])
  })

  test.each([
    [{ counterpart_country: 'GTM' }, ['counterpart-is-country']],
    [{ counterpart_country: null }, ['counterpart-country-unknown']],
    [{ citizenship: 'HND' }, ['not-of-national']],
    [{ mode: 'land' }, ['means-against-mode']],
    [{ return_means: 'bus' }, ['means-against-mode']],
    [{ return_means: 'ship', mode: 'sea' }, []],
    [{ accompaniment: 'unaccompanied-child' }, ['adult-as-child']],
    [{ ...child, accompaniment: 'unaccompanied-child' }, []],
    [{ ...child, accompaniment: 'alone' }, ['child-as-adult-alone']],
    [{ ...infant, accompaniment: 'unaccompanied-child' }, ['infant-unaccompanied']],
    [{ family_size: 1 }, ['family-of-one']],
    [{ family_size: 21 }, ['family-size-out-of-range']],
    [{ departed_on: '2024-03-01', days_abroad: -1 }, ['returned-before-departed']],
    [{ days_abroad: 89 }, ['days-abroad-disagree']],
    [{ previous_returns: -1 }, ['previous-returns-negative']],
    [{ second_motive: 'employment' }, ['second-motive-repeats-first']],
    [{ need: 'none', referral: 'health-service' }, ['referral-without-need']],
    [{ is_pregnant: true }, []],
    [{ is_pregnant: true, sex: 'M' }, ['pregnancy-implausible']],
  ])('with %j fails %j', (change, rules) => {
    expect(failed('return', { ...returned, ...change })).toEqual(rules)
  })
})

const displaced = {
  country: 'HTI',
  reported_on: '2024-02-29',
  population_group: 'idp',
  location: 'Cité Soleil',
  persons: 500,
  households: 100,
  round: 7,
} as const

describe('a sound count of displaced persons', () => {
  test('fails no rule', () => {
    expect(failed('displacement', displaced)).toEqual([])
  })

  test.each([
    [{ persons: null, households: null }, ['persons-missing']],
    [{ persons: -1, households: null }, ['persons-negative']],
    [{ persons: 99 }, ['fewer-persons-than-households']],
    [{ persons: 2001 }, ['households-over-twenty']],
    [{ round: -1 }, ['round-not-positive']],
    [{ location: null }, ['place-missing']],
    [{ origin_department: 'HT01' }, ['origin-without-cause']],
    [{ population_group: '_U' }, ['population-group-unknown']],
  ])('with %j fails %j', (change, rules) => {
    expect(failed('displacement', { ...displaced, ...change })).toEqual(rules)
  })
})

const answer = {
  ...person,
  survey: 'ENCOVI',
  interviewed_on: '2024-02-29',
  unit: 'person',
  household: '17',
  weight: 250.5,
  stratum: '1',
  cluster: '4',
  replicate_weights: '251 0 499.5',
} as const

describe('a sound answer to a survey', () => {
  test('fails no rule', () => {
    expect(failed('survey-response', answer)).toEqual([])
  })

  test('of a household needs no sex', () => {
    const household = { ...answer, unit: 'household', sex: null, citizenship: null, age: -1 }
    expect(failed('survey-response', household)).toEqual([])
  })

  test.each([
    [{ weight: null }, ['weight-missing']],
    [{ weight: -2 }, ['weight-negative', 'weight-under-one']],
    [{ weight: 0.7 }, ['weight-under-one']],
    [{ cluster: null }, ['cluster-without-stratum']],
    [{ replicate_weights: '251 ; 3' }, ['replicate-weights-malformed']],
    [{ household: null }, ['household-number-missing']],
    [{ arrival_year: 2025 }, ['arrival-after-interview']],
    [{ arrival_year: 2002 }, ['arrival-before-birth']],
    [{ arrival_year: 2003 }, []],
    [{ members_abroad: -1 }, ['members-abroad-negative']],
    [{ receives_remittances: false, remittances_per_month: 80 }, ['remittances-contradict']],
    [{ ...infant, residence_five_years_ago: 'MEX' }, ['residence-before-birth']],
  ])('with %j fails %j', (change, rules) => {
    expect(failed('survey-response', { ...answer, ...change })).toEqual(rules)
  })
})

test.each([
  ['PP', 'passport'],
  ['PE', 'emergency-passport'],
  ['PD', 'diplomatic-passport'],
  ['PO', 'service-passport'],
  ['PR', 'refugee-travel-document'],
  ['PT', 'alien-passport'],
  ['PS', 'stateless-travel-document'],
  ['PL', 'laissez-passer'],
  ['PM', 'military-passport'],
  ['PU', 'emergency-travel-document'],
])('the two letters %s of a document mean %s', (letters, code) => {
  const found = getCodeList('document-types').codes.filter(({ aliases }) =>
    aliases?.includes(letters),
  )
  expect(found.map((each) => each.code)).toEqual([code])
})
