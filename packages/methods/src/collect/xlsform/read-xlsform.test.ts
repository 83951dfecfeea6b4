import { describe, expect, test } from 'vitest'
import type { FormRow } from './form-definition.ts'
import { readXlsForm } from './read-xlsform.ts'

const yesNo = [
  { list_name: 'yesno', name: 'yes', label: 'Yes' },
  { list_name: 'yesno', name: 'no', label: 'No' },
]

function read(survey: readonly FormRow[], choices: readonly FormRow[] | undefined = yesNo) {
  return readXlsForm({ survey, choices, settings: undefined })
}

test('a form becomes questions, code lists, and a list of what is not supported', () => {
  const { definition: form, faults } = readXlsForm({
    survey: [
      { type: 'begin group', name: 'g', label: 'About you', relevant: "${consent} = 'yes'" },
      {
        type: 'integer',
        name: 'age',
        label: 'Age',
        constraint: '. >= 0',
        constraint_message: 'No',
      },
      { type: 'end group' },
      {
        type: 'select_one yesno',
        name: 'consent',
        'label::Español (es)': '¿Acepta?',
        'label::English': 'Do you agree?',
        required: 'yes',
        required_message: 'Needed',
      },
      { type: 'geotrace', name: 'where', label: 'Where' },
      { type: 'note', name: 'n', label: 'Thanks, ${age}' },
      { type: 'calculate', name: 'double', calculation: 'once(${age})' },
      { type: 'text', name: 'near', relevant: "${where} != ''", appearance: 'numbers' },
      { type: 'range', name: 'score', parameters: 'start=1 end=5 step=1' },
      { type: 'begin_repeat', name: 'children', label: 'Children' },
      { type: 'text', name: 'child', label: 'Name', hint: 'As in the paper' },
      { type: 'end repeat' },
      { type: 'select_multiple yesno or_other', name: 'many', label: 'Which', default: 'no' },
    ],
    choices: [...yesNo, { list_name: 'yesno', name: 'no', label: 'No again' }],
    settings: [{ form_title: 'Case', version: '1', default_language: 'English (en)' }],
  })
  expect(faults).toEqual([])
  expect(form).toMatchObject({ title: 'Case', defaultLanguage: 'en', languages: ['es', 'en'] })
  expect(form.questions.map(({ name, type }) => [name, type])).toEqual([
    ['age', 'integer'],
    ['consent', 'choice'],
    ['n', 'note'],
    ['double', 'calculate'],
    ['near', 'text'],
    ['score', 'decimal'],
    ['child', 'text'],
    ['many', 'choices'],
    ['many_other', 'text'],
  ])
  expect(form.questions.find(({ name }) => name === 'score')).toMatchObject({
    constraint: '. >= 1 and . <= 5',
    constraintMessage: { es: 'De 1 a 5.', en: 'From 1 to 5.', fr: 'De 1 à 5.' },
  })
  expect(form.groups.map(({ id, repeat }) => [id, repeat])).toEqual([
    ['g', undefined],
    ['children', {}],
  ])
  expect(form.questions[0]).toMatchObject({ groups: ['g'], constraintMessage: { default: 'No' } })
  expect(form.questions[1]).toMatchObject({
    label: { es: '¿Acepta?', en: 'Do you agree?' },
    required: 'true()',
  })
  expect(form.questions[5]).toMatchObject({ constraint: '. >= 1 and . <= 5' })
  expect(form.questions[7]).toMatchObject({ list: 'yesno or_other', default: { value: 'no' } })
  expect(form.codeLists[1]?.codes.map(({ code }) => code)).toEqual(['yes', 'no', 'other'])
  expect(
    form.unsupported.map(({ sheet, row, part, meaning }) => [sheet, row, part, meaning]),
  ).toEqual([
    ['choices', 4, 'name', 'choice-left-out'],
    ['survey', 6, 'type', 'question-left-out'],
    ['survey', 8, 'calculation', 'not-computed'],
    ['survey', 9, 'appearance', 'shown-plainly'],
    ['survey', 9, 'relevant', 'always-asked'],
  ])
})

test('words for yes and no are conditions, rows that are switched off are not there, bare names are listed', () => {
  const { definition, faults } = read([
    { type: 'text', name: 'a', relevant: 'TRUE', required: 'false' },
    { type: 'text', name: 'off', disabled: 'yes', relevant: '${gone}' },
    { type: 'text', name: 'b', relevant: "a = 'x'", constraint: 'no' },
    { type: 'begin group', name: 'g', appearance: 'field-list' },
    { type: 'select_one yesno', name: 'c', appearance: 'minimal', choice_filter: "state = 'x'" },
    { type: 'end group' },
  ])
  expect(faults).toEqual([])
  expect(definition.questions).toMatchObject([
    { name: 'a', relevant: 'true()' },
    { name: 'b', constraint: 'false()' },
    { name: 'c', choiceFilter: "state = 'x'", appearance: 'minimal' },
  ])
  expect(definition.unsupported).toMatchObject([
    { row: 4, part: 'relevant', text: "a = 'x' (a)", meaning: 'always-asked' },
  ])
})

describe('a workbook that is wrong by the rules of XLSForm says in which row', () => {
  test.each<[string, readonly FormRow[], readonly [number, string, string][]]>([
    [
      'no question',
      [{ type: 'note' }, { type: '' }],
      [
        [2, 'name', 'name-missing'],
        [1, 'type', 'no-questions'],
      ],
    ],
    [
      'a name twice',
      [
        { type: 'text', name: 'a' },
        { type: 'date', name: 'a' },
      ],
      [[3, 'name', 'name-twice']],
    ],
    [
      'a name with a space',
      [
        { type: 'text', name: 'a b' },
        { type: 'text', name: 'c' },
      ],
      [[2, 'name', 'name-wrong']],
    ],
    [
      'an unknown list',
      [
        { type: 'select_one gone', name: 'a' },
        { type: 'text', name: 'c' },
      ],
      [[2, 'type', 'list-unknown']],
    ],
    [
      'an unknown type',
      [
        { type: 'txt', name: 'a' },
        { type: 'text', name: 'c' },
      ],
      [[2, 'type', 'type-unknown']],
    ],
    [
      'an expression that cannot be read',
      [{ type: 'text', name: 'a', constraint: '. >' }],
      [[2, 'constraint', 'unreadable']],
    ],
    [
      'a question that is not there',
      [{ type: 'text', name: 'a', relevant: "${b} = '1'" }],
      [[2, 'relevant', 'question-unknown']],
    ],
    [
      'relevance in a circle',
      [
        { type: 'text', name: 'a', relevant: "${c} != ''" },
        { type: 'text', name: 'b', relevant: "${a} != ''" },
        { type: 'text', name: 'c', relevant: "${b} != ''" },
      ],
      [[2, 'relevant', 'circular']],
    ],
    [
      'a group that depends on what is in it',
      [
        { type: 'begin group', name: 'g', relevant: "${a} = '1'" },
        { type: 'text', name: 'a' },
        { type: 'end group' },
      ],
      [[3, 'calculation', 'circular']],
    ],
    [
      'groups that are not closed, or not open',
      [{ type: 'end group' }, { type: 'begin group', name: 'g' }, { type: 'text', name: 'a' }],
      [
        [2, 'type', 'group-not-open'],
        [3, 'type', 'group-not-closed'],
      ],
    ],
  ])('%s', (_, survey, faults) => {
    expect(read(survey).faults.map(({ row, part, fault }) => [row, part, fault])).toEqual(faults)
  })

  test('choices without a sheet of choices', () => {
    const { faults } = readXlsForm({
      survey: [{ type: 'select_one yesno', name: 'a' }],
      choices: undefined,
      settings: undefined,
    })
    expect(faults[0]).toMatchObject({ row: 2, fault: 'no-choices-sheet' })
  })
})

test('a chain of two thousand questions is put in order without running out of stack', () => {
  const survey = Array.from({ length: 2000 }, (_, at) => ({
    type: 'text',
    name: `q${at}`,
    ...(at < 1999 ? { relevant: `\${q${at + 1}} != ''` } : {}),
  }))
  expect(read(survey).faults).toEqual([])
})
