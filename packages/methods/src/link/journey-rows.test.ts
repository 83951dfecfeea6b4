import { describe, expect, it } from 'vitest'
import { JourneyRows, repairJourney } from './index.ts'

const day = 1440
const options = { observedUntil: 1000, duplicateMinutes: 30 }

/** Crossings as `a3` (an arrival on day 3, no time) or `d3@600` (a departure at ten that day). */
function rowsOf(...crossings: string[]): JourneyRows {
  const rows = new JourneyRows()
  rows.begin(1)
  crossings.forEach((text, row) => {
    const [, way, on, at] = /^([ad])(\d+)(?:@(\d+))?$/.exec(text)!
    rows.add({
      row,
      day: Number(on),
      direction: way === 'a' ? 1 : 0,
      minute: Number(on) * day + Number(at ?? 0),
      timed: at !== undefined,
    })
  })
  rows.orderUntimed()
  return rows
}

const ways = (rows: JourneyRows) =>
  Array.from(rows.directions.slice(0, rows.length), (one) => (one === 1 ? 'a' : 'd')).join('')

describe('crossings of one day without a time', () => {
  it('follow in the order that alternates with the crossing before', () => {
    const rows = rowsOf('a1', 'a5', 'd5')
    expect(ways(rows)).toBe('ada')
    expect(Array.from(rows.rows.slice(0, 3))).toEqual([0, 2, 1])
    expect(Array.from(rows.ordered.slice(0, 3))).toEqual([0, 1, 1])
    expect(repairJourney(rows, options).length).toBe(3)
  })

  it('follow in the order that alternates with the crossing after, where none is before', () => {
    expect(ways(rowsOf('a5', 'd5', 'd9'))).toBe('dad')
    expect(ways(rowsOf('d5', 'a5', 'a9'))).toBe('ada')
  })

  it('are left, and the journey set aside, where nothing tells their order', () => {
    const rows = rowsOf('a5', 'd5')
    expect(Array.from(rows.ordered.slice(0, 2))).toEqual([0, 0])
    expect(repairJourney(rows, options).length).toBe(0)
  })

  it('with a time keep the order of their times', () => {
    const rows = rowsOf('a1@60', 'a5@540', 'd5@545')
    expect(ways(rows)).toBe('aad')
    expect(Array.from(rows.ordered.slice(0, 3))).toEqual([0, 0, 0])
  })

  it('that repeat one another are one crossing', () => {
    const rows = rowsOf('a1', 'a5', 'd5', 'a5')
    expect(ways(rows)).toBe('adaa')
    expect(repairJourney(rows, options).length).toBe(3)
  })

  it('keep their places however many there are', () => {
    const many = Array.from({ length: 600 }, (_, at) => `${at % 2 === 0 ? 'a' : 'd'}${at}`)
    expect(rowsOf(...many).length).toBe(600)
    expect(repairJourney(rowsOf(...many), options).length).toBe(600)
  })
})
