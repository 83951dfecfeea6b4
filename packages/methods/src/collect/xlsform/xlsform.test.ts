import { describe, expect, test } from 'vitest'
import { evaluateExpression } from '../evaluate-expression.ts'
import { parseXpath, UnsupportedXpath } from './parse-xpath.ts'
import { readXlsForm } from './read-xlsform.ts'

describe('conditions of a form', () => {
  const answers = { sex: 'F', age: 17, needs: 'food', born: '2007-03-01', note: null }
  const context = { parameters: { 'received-on': '2024-03-01' } } as const

  test.each([
    ["${sex} = 'F' and ${age} < 18", true],
    ["${sex}='M' or not(${age} >= 18)", true],
    ["selected(${needs}, 'food')", true],
    ["${note} = ''", true],
    ["${sex} != ''", true],
    ['. > 16 and . <= 120', true],
    ['(${age} + 1) * 2 = 36', true],
    ["${born} < today() and ${born} >= '2007-03-01'", true],
    ["regex(${sex}, '^[FM]$')", true],
    ['string-length(${needs}) = 3', false],
    ['${age} > 5 and ${age} < 10 or ${age} = 17', true],
  ])('%s is %s', (text, truth) => {
    expect(evaluateExpression(parseXpath(text, 'age'), answers, context)).toBe(truth)
  })

  test.each([
    'count(${needs}) > 1',
    '${age} >',
    '${age} = 1)',
    "pulldata('a', 'b')",
    'a/b = 1',
    `${'('.repeat(600)}1`,
  ])('%s is not understood, and says so', (text) => {
    expect(() => parseXpath(text, 'x')).toThrow(UnsupportedXpath)
  })
})

test('a form becomes questions, code lists, and a list of what is not supported', () => {
  const form = readXlsForm({
    survey: [
      { type: 'begin group', name: 'g', relevant: "${consent} = 'yes'" },
      {
        type: 'select_one yesno',
        name: 'consent',
        'label::Español (es)': '¿Acepta?',
        required: 'yes',
      },
      {
        type: 'integer',
        name: 'age',
        label: 'Age',
        constraint: '. >= 0',
        constraint_message: 'No',
      },
      { type: 'end group' },
      { type: 'geopoint', name: 'where', label: 'Where' },
      { type: 'note', name: 'n', label: 'Thanks' },
      { type: 'calculate', name: 'double', calculation: 'round(${age})' },
      { type: 'select_multiple gone', name: 'm', label: 'M' },
    ],
    choices: [
      { list_name: 'yesno', name: 'yes', label: 'Yes' },
      { list_name: 'yesno', name: 'no', label: 'No' },
      { list_name: 'yesno', name: 'no', label: 'No again' },
    ],
    settings: [{ form_title: 'Case', version: '1' }],
  })
  expect(form.title).toBe('Case')
  expect(form.fields.map(({ id, type }) => [id, type])).toEqual([
    ['consent', 'code'],
    ['age', 'integer'],
    ['double', 'text'],
    ['m', 'text'],
  ])
  expect(form.fields[0]).toMatchObject({
    label: { es: '¿Acepta?' },
    required: true,
    groups: ['g'],
    relevant: { op: '=', left: { field: 'consent' }, right: { value: 'yes' } },
  })
  expect(form.codeLists[0]?.codes.map(({ code }) => code)).toEqual(['yes', 'no'])
  expect(form.unsupported.map(({ sheet, row, part, text }) => [sheet, row, part, text])).toEqual([
    ['choices', 4, 'name', 'no'],
    ['survey', 6, 'type', 'geopoint'],
    ['survey', 8, 'calculation', 'round(${age})'],
    ['survey', 9, 'choices', 'gone'],
  ])
})
