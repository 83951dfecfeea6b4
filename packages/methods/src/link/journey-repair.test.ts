import { describe, expect, it } from 'vitest'
import { crossingProblems, repairJourney } from './journey-repair.ts'

const minutesADay = 1440
type Row = readonly [day: number, direction: number, minute?: number]

function repair(rows: readonly Row[], observedUntil = 1000, duplicateMinutes = 0) {
  const repaired = repairJourney(
    {
      minutes: rows.map(([day, , minute = 0]) => day * minutesADay + minute),
      days: rows.map(([day]) => day),
      directions: rows.map(([, direction]) => direction),
      length: rows.length,
    },
    { observedUntil, duplicateMinutes },
  )
  return {
    ...repaired,
    problems: Array.from(repaired.problems, (code) => crossingProblems[code - 1] ?? ''),
    days: Array.from(repaired.days),
    imputed: Array.from(repaired.imputed),
    places: Array.from(repaired.places),
  }
}

const [arrival, departure, unknown] = [1, 0, -1]

describe('repairing a journey', () => {
  it('leaves an alternating journey as it is', () => {
    const repaired = repair([
      [0, arrival],
      [5, departure],
    ])
    expect(repaired.days).toEqual([0, 5])
    expect(repaired.firstIsArrival).toBe(true)
    expect(repaired.imputed).toEqual([0, 0])
  })

  it('two arrivals imply a departure halfway, rounded down, and both rows say so', () => {
    const repaired = repair([
      [0, arrival],
      [11, arrival],
      [20, departure],
    ])
    expect(repaired.days).toEqual([0, 5, 11, 20])
    expect(repaired.places).toEqual([0, 2, 3])
    expect(repaired.imputed).toEqual([1, 1, 0])
  })

  it('the same crossing written twice counts once, the second being the repeat', () => {
    const repaired = repair([
      [0, arrival],
      [0, arrival],
      [9, departure],
    ])
    expect(repaired.problems).toEqual(['', 'duplicate', ''])
    expect(repaired.days).toEqual([0, 9])
  })

  it('crossings of one direction within the minutes given are one', () => {
    const rows = [
      [0, arrival, 10],
      [0, arrival, 15],
      [0, arrival, 16],
    ] as const
    expect(repair(rows, 1000, 5).problems).toEqual(['', 'duplicate', ''])
    expect(repair(rows, 1000, 6).problems).toEqual(['', 'duplicate', 'duplicate'])
  })

  it('two opposite crossings at one instant cannot be ordered, and set the history aside', () => {
    const repaired = repair([
      [0, arrival],
      [5, departure, 30],
      [5, arrival, 30],
      [9, departure],
    ])
    expect(repaired.problems).toEqual([
      'history-set-aside',
      'same-instant',
      'same-instant',
      'history-set-aside',
    ])
    expect(repaired.days).toEqual([])
  })

  it('an unknown direction sets the history aside, but not when it lies after observation', () => {
    const rows = [
      [0, arrival],
      [50, unknown],
    ] as const
    expect(repair(rows).problems).toEqual(['history-set-aside', 'direction-unknown'])
    expect(repair(rows, 50).problems).toEqual(['', 'after-observation'])
  })

  it('an unreadable date sets the history aside', () => {
    expect(
      repair([
        [Number.NaN, arrival],
        [3, arrival],
      ]).problems,
    ).toEqual(['date-invalid', 'history-set-aside'])
  })
})
