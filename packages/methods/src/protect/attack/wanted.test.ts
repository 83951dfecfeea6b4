import { expect, test } from 'vitest'
import { Seen } from './wanted.ts'

test('a cell without a greatest value is open, and in a total that it fills it is not', () => {
  const seen = new Seen({ cell: 'sex=F', reach: 3, within: { cell: '', beyond: 1 } })
  seen.take(0, 0)
  seen.take(Number.POSITIVE_INFINITY, undefined)
  expect(seen.isCleared()).toBe(false)
  seen.take(2, 3)
  expect(seen.isCleared()).toBe(true)
})
