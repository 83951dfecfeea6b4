import { expect, test } from 'vitest'
import { hasNestedRepetition } from './nested-repetition.ts'

test.each([
  '(a+)+b',
  '(?:a*)*',
  '((a+)b?)+c',
  '(a|a)*b',
  '(?:x|[xy])+',
  '(?:\\w+\\s?){2,}',
  '(?:.*,)+',
])('%s can be read in too many ways', (pattern) => {
  expect(hasNestedRepetition(pattern)).toBe(true)
})

test.each([
  'a+b*',
  '(?:[a-z]+ )?[a-z]+',
  '(?:ab|cd)+',
  '.*(?:fell|fall).*(?:water|sea)(?: .*)?',
  '(?:\\d{3})+',
  '\\(a+\\)+',
  '[(a+)+]b+',
])('%s is read in few', (pattern) => {
  expect(hasNestedRepetition(pattern)).toBe(false)
})
