import { describe, expect, test } from 'vitest'
import {
  formatFinePercent,
  formatPercent,
  formatRound,
  formatSigned,
  roundedPercent,
} from './number-format.ts'

describe('per cent', () => {
  test('has one decimal below ten and none above', () => {
    expect(formatPercent(0.0425, 'en')).toBe('4.3%')
    expect(formatPercent(0.1234, 'es')).toBe('12\u202f%')
    expect(formatPercent(0.0996, 'fr')).toBe('10\u202f%')
  })

  test('of next to nothing is not zero', () => {
    expect(formatPercent(0.0001, 'fr')).toBe('<0,1\u202f%')
    expect(formatPercent(0, 'fr')).toBe('0\u202f%')
  })

  test('of a probability is neither none nor certain by rounding', () => {
    expect(formatFinePercent(0.00001, 'es')).toBe('<0,01\u202f%')
    expect(formatFinePercent(0.99999, 'en')).toBe('>99.99%')
    expect(formatFinePercent(1, 'en')).toBe('100%')
    expect(formatFinePercent(0.125, 'fr')).toBe('12,5\u202f%')
    expect(formatFinePercent(0, 'en')).toBe('0%')
  })

  test('is rounded away from zero on both sides', () => {
    expect(roundedPercent(-0.0425)).toBe(-4.3)
    expect(roundedPercent(-0.125)).toBe(-13)
    expect(Object.is(roundedPercent(-0.00001), 0)).toBe(true)
  })
})

test('a change has its sign, a true minus, and none where it is nothing', () => {
  expect(formatSigned(12.34, 'en', 1)).toBe('+12.3')
  expect(formatSigned(-3340, 'es')).toBe('−3\u202f340')
  expect(formatSigned(-17, 'fr', 1)).toBe('−17,0')
  expect(formatSigned(-0.2, 'en')).toBe('0')
})

describe('a number in a headline', () => {
  test('is whole below a million and in millions above', () => {
    expect(formatRound(93_200, 'es')).toBe('93\u202f200')
    expect(formatRound(1_234_567, 'en')).toBe('1.23\u00a0million')
    expect(formatRound(12_345_678, 'fr')).toBe('12,3\u00a0millions')
    expect(formatRound(999_700, 'es')).toBe('1,00\u00a0millón')
    expect(formatRound(271_600_000, 'es')).toBe('272\u00a0millones')
  })
})
