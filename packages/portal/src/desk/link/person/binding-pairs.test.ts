import { expect, it } from 'vitest'
import type { Pair } from '../link-queries.ts'
import { bindingPairs } from './binding-pairs.ts'

const pair = (one: string, other: string, weight: number | null): Pair => ({
  one,
  other,
  weight,
  probability: null,
  prior: 0,
  comparisons: [],
  kin: 0,
  crossings: 0,
  together: true,
})

it('the heaviest pairs that join a record bind it; what people decided binds first', () => {
  const strong = pair('1', '2', 20)
  const weak = pair('1', '3', 3)
  const spare = pair('2', '3', 2)
  const decided = pair('3', '4', null)
  const { binding, others } = bindingPairs([weak, spare, strong, decided])
  expect(binding).toEqual([decided, strong, weak])
  expect(others).toEqual([spare])
  expect(bindingPairs([])).toEqual({ binding: [], others: [] })
})
