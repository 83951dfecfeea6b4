import { describe, expect, test } from 'vitest'
import { yearEarlier } from '@caudal/methods/measure'
import { inPeriod, nextPeriod, periodsBetween, shortPeriod } from './period.ts'

describe('periods', () => {
  test('follow each other over the turn of a year', () => {
    expect(['2020', '2020-S2', '2020-Q4', '2020-12', '2020-12-31'].map(nextPeriod)).toEqual([
      '2021',
      '2021-S1',
      '2021-Q1',
      '2021-01',
      '2021-01-01',
    ])
    expect(nextPeriod('2020-Q2')).toBe('2020-Q3')
  })

  test('of different kinds have nothing between them', () => {
    expect(periodsBetween('2020', '2021-Q1')).toBeUndefined()
    expect(periodsBetween('2021', '2020')).toBeUndefined()
  })

  test('a year earlier are of the same kind', () => {
    expect(['2025', '2025-Q1', '2025-03'].map(yearEarlier)).toEqual(['2024', '2024-Q1', '2024-03'])
  })

  test('stand in a sentence as people say them', () => {
    expect(inPeriod('2025', 'es')).toBe('en 2025')
    expect(inPeriod('2025-03', 'es')).toBe('en marzo de 2025')
    expect(inPeriod('2025-Q2', 'es')).toBe('en el segundo trimestre de 2025')
    expect(inPeriod('2025-Q2', 'en')).toBe('in the second quarter of 2025')
    expect(inPeriod('2025-Q1', 'fr')).toBe('au premier trimestre 2025')
    expect(inPeriod('2025-03-01', 'fr')).toBe('le 1er mars 2025')
  })

  test('are short on an axis', () => {
    expect(shortPeriod('2025-01', 'es')).toBe('ene 2025')
    expect(shortPeriod('2025', 'fr')).toBe('2025')
    expect(shortPeriod('2025-01-01', 'es')).toBe('1\u00a0ene\u00a02025')
    expect(shortPeriod('2024-02-29', 'fr')).toBe('29\u00a0févr\u00a02024')
  })
})
