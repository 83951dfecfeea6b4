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

test('of an answer that is part of a longer buffer, that part alone is kept', () => {
  const kept = new KeptAnswers(800)
  for (const long of [Buffer.alloc(100, 'x'), Buffer.from('from a pool of short ones')]) {
    const part = long.subarray(0, 10)
    kept.keep(String(long.length), part)
    const found = kept.find(String(long.length))!
    expect(found.equals(part)).toBe(true)
    expect(found.buffer.byteLength).toBe(10)
  }
})
