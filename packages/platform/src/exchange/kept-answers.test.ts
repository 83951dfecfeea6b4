import { expect, test } from 'vitest'
import { KeptAnswers } from './kept-answers.ts'

const body = (letter: string) => Buffer.alloc(10, letter)

test('the answer unused for longest makes room for a new one', () => {
  const kept = new KeptAnswers(80)
  for (const letter of 'abcdefgh') kept.keep(letter, body(letter))
  expect(kept.find('a')?.toString()).toBe('aaaaaaaaaa')
  kept.keep('i', body('i'))
  expect(kept.find('b')).toBeUndefined()
  expect(kept.find('a')).toBeDefined()
  expect(kept.find('i')).toBeDefined()
})

test('an answer that would crowd out most others is not kept', () => {
  const kept = new KeptAnswers(80)
  kept.keep('large', Buffer.alloc(11))
  expect(kept.find('large')).toBeUndefined()
})
