import { describe, expect, test } from 'vitest'
import { placeChordLabels, reachOfLabels } from './chord-labels.ts'

const outer = 70

describe('names around a circle', () => {
  test('stand beside their arcs where there is room', () => {
    const [east, west] = placeChordLabels(
      [
        { lines: ['Haití'], angle: Math.PI / 2 },
        { lines: ['Belice'], angle: (3 * Math.PI) / 2 },
      ],
      outer,
    )
    expect(east).toMatchObject({ anchor: 'start', lines: ['Haití'], leader: undefined })
    expect(east!.x).toBeCloseTo(outer + 8)
    expect(east!.y).toBeCloseTo(0)
    expect(west).toMatchObject({ anchor: 'end' })
    expect(west!.x).toBeCloseTo(-outer - 8)
  })

  test('of two lines stay off the circle with both of them', () => {
    const angle = Math.PI / 4
    const [label] = placeChordLabels([{ lines: ['República', 'Dominicana'], angle }], outer)
    const [top, bottom] = [label!.y - 8, label!.y + 16 + 8]
    for (const y of [top, bottom].filter((each) => Math.abs(each) < outer)) {
      expect(label!.x).toBeGreaterThan(Math.sqrt(outer ** 2 - y ** 2))
    }
  })

  test('never overlap, however close their arcs are, and lead to them', () => {
    const arcs = [0.02, 0.05, 0.09, 0.12, 6.1, 6.18, 6.22, 6.27].map((angle, at) => ({
      lines: [`Lugar ${at + 1}`],
      angle,
    }))
    const labels = placeChordLabels(arcs, outer)
    for (const anchor of ['start', 'end']) {
      const heights = labels.filter((label) => label.anchor === anchor).map(({ y }) => y)
      expect(heights).toHaveLength(4)
      const sorted = heights.toSorted((a, b) => a - b)
      sorted.slice(1).forEach((y, at) => expect(y - sorted[at]!).toBeGreaterThanOrEqual(20 - 1e-9))
    }
    // Around where they wished to be, not all below it.
    const right = labels.slice(0, 4).map(({ y }) => y)
    expect(right.reduce((sum, y) => sum + y, 0) / 4).toBeCloseTo(-outer - 8, 0)
    expect(labels.some(({ leader }) => leader !== undefined)).toBe(true)
    expect(reachOfLabels(labels)).toBeGreaterThan(outer + 30)
  })
})
