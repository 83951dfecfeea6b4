import { expect, test } from 'vitest'
import type { FormRow } from './form-definition.ts'
import { firstAnswers, formFollower } from './form-state.ts'
import { readXlsForm } from './read-xlsform.ts'

const surroundings = { today: '2024-03-01', now: '2024-03-01T09:30:00', language: 'es' }

function follow(survey: readonly FormRow[], choices: readonly FormRow[] = []) {
  const { definition, faults } = readXlsForm({ survey, choices, settings: undefined })
  expect(faults).toEqual([])
  const follower = formFollower(definition)
  return {
    definition,
    state: (answers: Record<string, string>) => follower(answers, surroundings),
  }
}

test('a question is asked where its condition and those of its groups hold, and has no answer elsewhere', () => {
  const { state } = follow([
    { type: 'text', name: 'late', relevant: "${inner} = 'x'" },
    { type: 'begin group', name: 'g', relevant: '${age} < 18' },
    { type: 'text', name: 'inner' },
    { type: 'end group' },
    { type: 'integer', name: 'age' },
  ])
  expect([...state({ age: '17', inner: 'x' }).relevant]).toEqual(['age', 'inner', 'late'])
  // What was answered before is no answer any more, and what depends on it goes with it.
  expect(state({ age: '18', inner: 'x', late: 'y' }).answers).toEqual({ age: '18' })
  expect([...state({ inner: 'x' }).relevant]).toEqual(['age'])
})

test('an answer that is needed, of another kind, or against a constraint is a fault with the words of the form', () => {
  const { state } = follow(
    [
      {
        type: 'integer',
        name: 'age',
        constraint: '. >= 0 and . <= 120',
        constraint_message: 'De 0 a 120',
      },
      { type: 'date', name: 'born', required: 'yes', required_message: 'Falta' },
      { type: 'select_one sex', name: 'sex' },
      { type: 'select_multiple sex', name: 'both', constraint: 'count-selected(.) <= 1' },
      { type: 'text', name: 'why', required: "${sex} = 'F'" },
    ],
    [
      { list_name: 'sex', name: 'F', label: 'Mujer' },
      { list_name: 'sex', name: 'M', label: 'Varón' },
    ],
  )
  const faults = (answers: Record<string, string>) =>
    state(answers).faults.map(({ question, kind }) => `${question} ${kind}`)
  expect(faults({ born: '2000-01-01' })).toEqual([])
  expect(state({ age: '121' }).faults).toEqual([
    { question: 'age', kind: 'constraint', message: { default: 'De 0 a 120' } },
    { question: 'born', kind: 'required', message: { default: 'Falta' } },
  ])
  expect(faults({ age: '1.5', born: '2023-02-29' })).toEqual([
    'age not-of-type',
    'born not-of-type',
  ])
  expect(faults({ born: '2000-01-01', sex: 'X', both: 'F F' })).toEqual([
    'sex not-a-choice',
    'both not-a-choice',
  ])
  expect(faults({ born: '2000-01-01', sex: 'F', both: 'F M' })).toEqual([
    'both constraint',
    'why required',
  ])
  expect(faults({ born: '2000-01-01', why: 'a'.repeat(4001) })).toEqual(['why too-long'])
})

test('choices that cascade are those of the choice before', () => {
  const { state } = follow(
    [
      { type: 'select_one country', name: 'country' },
      { type: 'select_one city', name: 'city', choice_filter: 'country = ${country}' },
    ],
    [
      { list_name: 'country', name: 'HND', label: 'Honduras' },
      { list_name: 'country', name: 'GTM', label: 'Guatemala' },
      { list_name: 'city', name: 'tgu', label: 'Tegucigalpa', country: 'HND' },
      { list_name: 'city', name: 'sps', label: 'San Pedro Sula', country: 'HND' },
      { list_name: 'city', name: 'gua', label: 'Guatemala', country: 'GTM' },
    ],
  )
  const offered = (answers: Record<string, string>) =>
    state(answers)
      .choices.get('city')
      ?.map(({ code }) => code)
  expect(offered({})).toEqual([])
  expect(offered({ country: 'HND' })).toEqual(['tgu', 'sps'])
  expect(state({ country: 'GTM', city: 'tgu' }).faults).toEqual([
    { question: 'city', kind: 'not-a-choice' },
  ])
})

test('what is computed follows the answers, and nobody may answer it', () => {
  const { state, definition } = follow([
    { type: 'today', name: 'day' },
    { type: 'date', name: 'born', default: 'today()' },
    { type: 'calculate', name: 'age', calculation: 'int((today() - ${born}) div 365.25)' },
    { type: 'text', name: 'child', relevant: '${age} < 18' },
    { type: 'text', name: 'place', default: 'Corinto' },
  ])
  expect(state({ born: '2010-01-01', age: '99', child: 'x' }).answers).toEqual({
    day: '2024-03-01',
    born: '2010-01-01',
    age: '14',
    child: 'x',
  })
  expect(state({}).answers).toEqual({ day: '2024-03-01' })
  expect(firstAnswers(definition, surroundings)).toEqual({ born: '2024-03-01', place: 'Corinto' })
})

test('answers under names that no question has, or that every object has, are none', () => {
  const { state } = follow([{ type: 'text', name: 'constructor' }])
  expect(state({ stranger: 'x' }).answers).toEqual({})
})
