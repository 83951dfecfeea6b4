import { describe, expect, test } from 'vitest'
import { plainColour } from '../picture/inline-styles.ts'
import { flowArrow } from './flow-arrow.ts'

const numbers = (path: string): number[] => (path.match(/-?\d+(\.\d+)?/g) ?? []).map(Number)

describe('an arrow of a flow map', () => {
  test('starts at its origin and points to its destination', () => {
    const { line, head } = flowArrow([10, 20], [210, 120], 4)
    expect(numbers(line).slice(0, 2)).toEqual([10, 20])
    expect(numbers(head).slice(0, 2)).toEqual([210, 120])
  })

  test('and the one back lie on either side, so that neither hides the other', () => {
    const there = numbers(flowArrow([0, 0], [100, 0], 2).line)
    const back = numbers(flowArrow([100, 0], [0, 0], 2).line)
    expect(Math.sign(there[3]!)).toBe(-Math.sign(back[3]!))
  })

  test('between one place and itself is drawn without a fault', () => {
    const { line, head } = flowArrow([5, 5], [5, 5], 2)
    expect(`${line}${head}`).not.toContain('NaN')
  })
})

test('a mixed colour is written as every program reads it, any other as it is', () => {
  expect(plainColour('color(srgb 1 0.5 0 / 0.4)')).toBe('rgba(255, 128, 0, 0.4)')
  expect(plainColour('color(srgb 0 0 0)')).toBe('rgba(0, 0, 0, 1)')
  expect(plainColour('rgb(1, 2, 3)')).toBe('rgb(1, 2, 3)')
})
