import { expect, test } from 'vitest'
import { dimensions, frameworks, levels, questions, scoreCapacity } from './index.ts'

const all = (level: number | null) =>
  Object.fromEntries(questions.map(({ id }) => [id, { level, evidence: '' }]))
const law = dimensions[0]!.questions.map(({ id }) => id)
const scoreOf = (answers: Parameters<typeof scoreCapacity>[0]) =>
  scoreCapacity(answers).dimensions[0]!

test('nothing in place is 0, all of it settled is 100, and every level weighs a third', () => {
  expect(scoreCapacity(all(0)).overall).toBe(0)
  expect(scoreCapacity(all(3)).overall).toBe(100)
  expect(scoreCapacity(all(1)).overall).toBeCloseTo(100 / 3, 10)
})

test('what is not answered is missing, not zero', () => {
  const { [law[0]!]: _, ...three } = all(2)
  expect(scoreOf(three)).toMatchObject({ answered: 3, of: 4 })
  expect(scoreOf(three).score).toBeCloseTo(200 / 3, 10)
  const { [law[1]!]: __, ...two } = three
  expect(scoreOf(two).score).toBeNull()
  expect(scoreCapacity(two).overall).toBeNull()
})

test('a question that does not apply leaves the sum and the count', () => {
  const none = { level: null, evidence: 'no land border' }
  const answers = { ...all(3), [law[0]!]: none, [law[1]!]: none }
  expect(scoreOf(answers)).toMatchObject({ score: 100, answered: 2, notApplicable: 2 })
  expect(scoreOf(all(null)).score).toBeNull()
  const { [law[2]!]: _, ...one } = answers
  expect(scoreOf(one).score).toBeNull()
})

test('every question has its words in three languages, its own name and a framework', () => {
  expect(new Set(questions.map(({ id }) => id)).size).toBe(28)
  for (const { text, from } of questions) {
    expect(Object.values(text).every((words) => words.length > 20)).toBe(true)
    expect(frameworks[from].address).toMatch(/^https?:/)
  }
  expect(levels).toHaveLength(4)
})
