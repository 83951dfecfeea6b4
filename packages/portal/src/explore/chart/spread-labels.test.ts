import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { spreadLabels } from './spread-labels.ts'

test('labels that have room stay where they want to be', () => {
  expect(spreadLabels([80, 10, 40], 17, 0, 100)).toEqual([80, 10, 40])
})

test('labels never overlap, keep their order and stay within the bounds where they fit', () => {
  const gap = 10
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 30 }),
      (wanted) => {
        const placed = spreadLabels(wanted, gap, 0, 400)
        const order = wanted
          .map((_, index) => index)
          .sort((a, b) => wanted[a]! - wanted[b]! || a - b)
        for (let next = 1; next < order.length; next += 1) {
          expect(placed[order[next]!]! - placed[order[next - 1]!]!).toBeGreaterThanOrEqual(
            gap - 1e-6,
          )
        }
        expect(Math.min(...placed)).toBeGreaterThanOrEqual(0)
        expect(Math.max(...placed)).toBeLessThanOrEqual(400)
      },
    ),
  )
})
