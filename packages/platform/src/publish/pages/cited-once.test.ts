import { expect, test } from 'vitest'
import { citedOnce } from './cited-once.ts'

test('what is made from several sources cites none of them again', () => {
  expect(citedOnce(['A', 'B', 'A; C', 'B; A', 'C; D'])).toEqual(['A', 'B', 'C', 'C; D'])
  // a citation with a semicolon of its own stays whole where it joins nothing that is known
  expect(citedOnce(['Yearbook 2024; second edition', 'A'])).toEqual([
    'Yearbook 2024; second edition',
    'A',
  ])
  expect(citedOnce([])).toEqual([])
})
