import { describe, expect, it } from 'vitest'
import { maskValue } from './mask-value.ts'

describe('A masked value', () => {
  it('coarsens dates to years and whole numbers to bands of five', () => {
    expect(maskValue('coarsen', 'timestamp', '2021-03-04T05:06:07').value).toBe('2021')
    expect(maskValue('coarsen', 'period', '2020-Q1').value).toBe('2020')
    expect(maskValue('coarsen', 'integer', 0).value).toBe('0-4')
    expect(maskValue('coarsen', 'integer', 1984n).value).toBe('1980-1984')
  })

  it('is withheld where it has no coarser form', () => {
    for (const [type, value] of [
      ['code', 'HND'],
      ['text', 'Ana'],
      ['boolean', true],
      ['decimal', 1.5],
      ['integer', -3],
      ['date', 'unknown'],
      ['date', null],
    ] as const) {
      expect(maskValue('coarsen', type, value)).toEqual({ value: null, status: 'confidential' })
    }
  })
})
