import { expect, test } from 'vitest'
import { createCodeListBook } from '../../vocabulary/code-lists/index.ts'
import { getRecordType } from '../records/index.ts'
import { correctAnswers } from './correct-answers.ts'
import type { FormRow } from './form-definition.ts'
import { formColumns, formRows, repeatsOfRecords, type FormMapping } from './form-mapping.ts'
import { firstAnswers, firstAnswersOf, formFollower } from './form-state.ts'
import { readXlsForm } from './read-xlsform.ts'
import { withInstance, withoutInstance } from './repeats.ts'
import { suggestFormMapping } from './suggest-mapping.ts'

const surroundings = { today: '2024-03-01', now: '2024-03-01T09:30:00', language: 'es' }
const book = createCodeListBook()

const family: readonly FormRow[] = [
  { type: 'select_one country', name: 'from', label: 'Country returned from' },
  { type: 'begin repeat', name: 'member', label: 'Member' },
  { type: 'text', name: 'given', label: 'Given names', required: 'yes' },
  { type: 'integer', name: 'age', label: 'Age', default: '30', constraint: '. >= 0 and . <= 120' },
  { type: 'select_one sex', name: 'sex', label: 'Sex' },
  { type: 'text', name: 'guardian', relevant: '${age} < 18' },
  { type: 'calculate', name: 'place', calculation: 'position(..)' },
  { type: 'end repeat' },
  { type: 'calculate', name: 'members', calculation: 'count(${member})' },
  { type: 'calculate', name: 'ages', calculation: "concat(sum(${age}), '/', max(${age}))" },
  { type: 'calculate', name: 'names', calculation: "join(', ', ${given})" },
  { type: 'calculate', name: 'second', calculation: 'indexed-repeat(${given}, ${member}, 2)' },
]
const choices: readonly FormRow[] = [
  { list_name: 'country', name: 'mx', label: 'Mexico' },
  { list_name: 'sex', name: 'm', label: 'Mujer' },
  { list_name: 'sex', name: 'h', label: 'Hombre' },
]

function read(survey = family) {
  const { definition, faults } = readXlsForm({ survey, choices, settings: undefined })
  expect(faults).toEqual([])
  const follow = formFollower(definition)
  return { definition, follow: (answers: Record<string, string>) => follow(answers, surroundings) }
}

const two = {
  from: 'mx',
  'member#': '1 b7',
  'given#1': 'Ximena',
  'age#1': '34',
  'sex#1': 'm',
  'given#b7': 'Itzel',
  'age#b7': '9',
  'guardian#b7': 'Ximena',
}

test('a repeated group is answered as often as there are instances, each by itself', () => {
  const { definition, follow } = read()
  expect(definition.unsupported).toEqual([])
  const { answers, relevant, faults, repeats } = follow(two)
  expect(relevant.has('guardian#1')).toBe(false)
  expect(relevant.has('guardian#b7')).toBe(true)
  expect(faults).toEqual([])
  expect(repeats.get('member')).toEqual({ instances: ['1', 'b7'] })
  expect(answers).toMatchObject({
    'place#1': '1',
    'place#b7': '2',
    members: '2',
    ages: '43/34',
    names: 'Ximena, Itzel',
    second: 'Itzel',
  })
  expect(follow({ ...two, 'given#1': '', 'age#b7': '130' }).faults).toEqual([
    { question: 'given#1', kind: 'required' },
    { question: 'age#b7', kind: 'constraint' },
  ])
  // what stands under an instance that is not there is no answer
  expect(follow({ ...two, 'member#': 'b7' }).answers).not.toHaveProperty('given#1')
})

test('a form opens with one instance, and another begins with its defaults and ends without a trace', () => {
  const { definition, follow } = read()
  const first = firstAnswers(definition, surroundings)
  expect(first).toEqual({ 'member#': '1', 'age#1': '30' })
  const more = firstAnswersOf(
    definition,
    'member',
    'b7',
    withInstance(first, 'member', 'b7'),
    surroundings,
  )
  expect(more).toEqual({ 'member#': '1 b7', 'age#1': '30', 'age#b7': '30' })
  const less = withoutInstance(definition, { ...more, 'given#1': 'Ximena' }, 'member', '1')
  expect(less).toEqual({ 'member#': 'b7', 'age#b7': '30' })
  expect(follow({}).answers).toEqual({ members: '0', ages: '0/NaN' })
})

test('a form may say how often a group is answered, and one within another is asked once', () => {
  const { definition, follow } = read([
    { type: 'integer', name: 'children' },
    {
      type: 'begin repeat',
      name: 'child',
      repeat_count: '${children}',
      relevant: '${children} > 0',
    },
    { type: 'text', name: 'called' },
    { type: 'begin repeat', name: 'toy' },
    { type: 'text', name: 'what' },
    { type: 'end repeat' },
    { type: 'end repeat' },
  ])
  expect(definition.unsupported).toMatchObject([{ name: 'toy', meaning: 'asked-once' }])
  expect(follow({ children: '2', 'child#': '1' }).faults).toEqual([
    { question: 'child#', kind: 'count', wanted: 2 },
  ])
  expect(follow({ children: '2', 'child#': '1 2' }).repeats.get('child')).toMatchObject({
    wanted: 2,
  })
  expect(follow({ children: '0', 'child#': '1' })).toMatchObject({
    faults: [],
    answers: { children: '0' },
  })
  const many = Array.from({ length: 51 }, (_, at) => `i${at}`).join(' ')
  expect(follow({ children: '900', 'child#': many }).faults).toMatchObject([{ wanted: 50 }])
})

test('a repeat within a repeat is left empty by whom it has not happened to', () => {
  const { follow } = read([
    { type: 'begin repeat', name: 'member' },
    { type: 'text', name: 'given', required: 'yes' },
    { type: 'begin repeat', name: 'detention' },
    { type: 'text', name: 'where', required: 'yes' },
    { type: 'integer', name: 'days' },
    { type: 'integer', name: 'times', default: '1', required: 'yes' },
    { type: 'calculate', name: 'hours', calculation: '24' },
    { type: 'end repeat' },
    { type: 'end repeat' },
  ])
  const two = { 'member#': '1 b7', 'given#1': 'Ximena', 'given#b7': 'Itzel', 'times#1': '1' }
  expect(follow(two).faults).toEqual([])
  expect(follow(two).required).toEqual(new Set(['given#1', 'given#b7']))
  // whoever begins it is asked for all of it, the others are not
  expect(follow({ ...two, 'days#1': '3' }).faults).toEqual([
    { question: 'where#1', kind: 'required' },
  ])
  expect(follow({ ...two, 'times#b7': '2' }).faults).toEqual([
    { question: 'where#b7', kind: 'required' },
  ])
  expect(follow({ 'member#': '1' }).faults).toEqual([{ question: 'given#1', kind: 'required' }])
})

const returned = getRecordType('return')
const options = { findCodeList: (id: string) => book.find(id), country: 'HND' }

function mappingOf(definition: ReturnType<typeof read>['definition']): FormMapping {
  const proposed = suggestFormMapping(definition, returned, options)
  const fields = Object.fromEntries(proposed.map(({ field, mapping }) => [field, mapping]))
  return { recordType: 'return', dataset: 'd', licence: 'l', country: 'HND', fields }
}

test('each instance is a record that shares the answers outside, and those of one form are a family unit', () => {
  const { definition, follow } = read()
  const mapping = mappingOf(definition)
  expect(mapping.fields).toMatchObject({
    given_names: { column: 'given' },
    counterpart_country: { column: 'from' },
    family_unit: { column: 'entry/unit' },
    family_size: { column: 'entry/size' },
  })
  expect(repeatsOfRecords(definition, mapping)).toEqual(['member'])
  const rows = formRows(definition, mapping, follow(two).answers, {
    day: '2024-03-01',
    number: 'n9',
  })
  expect(rows).toMatchObject([
    { instance: '1', row: { given: 'Ximena', from: 'mx', 'entry/unit': 'n9', 'entry/size': '2' } },
    { instance: 'b7', row: { given: 'Itzel', from: 'mx', 'entry/id': 'n9#b7', sex: '' } },
  ])
  // one record where nothing is read from the repeat
  const { given_names: _, age: _age, sex: _sex, ...outer } = mapping.fields
  const one = formRows(definition, { fields: { ...outer } }, two, { day: '2024-03-01' })
  expect(one.map(({ row }) => row['given'])).toEqual([''])
})

test('a value of a record is written back into the answer that gives it, of one instance alone', () => {
  const { definition } = read()
  const of = { definition, mapping: mappingOf(definition), recordType: returned }
  const correct = (values: Record<string, string | null>, instance?: string) =>
    correctAnswers(of, { answers: two, day: '2024-03-01' }, values, options.findCodeList, instance)
  expect(correct({ sex: 'M', given_names: 'Izel', returned_on: '2024-02-29' }, 'b7')).toEqual({
    answers: { ...two, 'sex#b7': 'h', 'given#b7': 'Izel' },
    day: '2024-02-29',
  })
  expect(correct({ counterpart_country: null }, '1')).toMatchObject({ answers: { from: '' } })
  expect(correct({ counterpart_country: 'USA' }, '1')).toEqual({
    field: 'counterpart_country',
    why: 'no-answer-means-it',
  })
  expect(correct({ occupation: 'x' }, '1')).toEqual({ field: 'occupation', why: 'not-asked' })
})

test('a place is two coordinates within the bounds of the Earth, each a column', () => {
  const { definition, follow } = read([{ type: 'geopoint', name: 'where', label: 'Where' }])
  expect(definition.unsupported).toEqual([])
  const kinds = (where: string) => follow({ where }).faults.map(({ kind }) => kind)
  expect(kinds(' 14.0723   -87.1921 ')).toEqual([])
  expect(kinds('14.0723 -87.1921 990 5')).toEqual([])
  for (const wrong of [
    '14.0723',
    '91 0',
    '0 -180.1',
    '14,07 -87',
    '14 -87 990 -5',
    '14 -87 1 1 1',
  ]) {
    expect(kinds(wrong)).toEqual(['not-of-type'])
  }
  expect(
    formColumns(definition)
      .map(({ id }) => id)
      .slice(0, 3),
  ).toEqual(['where/latitude', 'where/longitude', 'where/accuracy'])
  const incident = suggestFormMapping(definition, getRecordType('incident'), options)
  const fields = Object.fromEntries(incident.map(({ field, mapping }) => [field, mapping]))
  expect(fields).toMatchObject({
    latitude: { column: 'where/latitude' },
    longitude: { column: 'where/longitude' },
  })
  const answers = { where: '14.0723 -87.1921 990 5' }
  expect(formRows(definition, { fields }, answers, { day: '2024-03-01' })[0]!.row).toMatchObject({
    'where/latitude': '14.0723',
    'where/longitude': '-87.1921',
    'where/accuracy': '5',
  })
})
