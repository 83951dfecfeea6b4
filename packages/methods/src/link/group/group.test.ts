import { describe, expect, it } from 'vitest'
import {
  agglomerate,
  alternationGain,
  alternationWeight,
  measureAlternation,
  splitCluster,
  matchProbability,
  partnerProbabilities,
  takeOnePartner,
  UnionFind,
  type DatedCrossing,
} from '../index.ts'

const journey = (text: string, from = 0): DatedCrossing[] =>
  Array.from(text, (letter, at) => ({
    at: from + 10 * at,
    direction: letter === 'a' ? ('arrival' as const) : ('departure' as const),
  })).filter((_, at) => text[at] !== '.')

describe('grouping', () => {
  it('records linked through others are one person, whatever the order of the links', () => {
    const links = [
      [5, 3],
      [1, 2],
      [2, 5],
    ] as const
    for (const order of [links, links.toReversed()]) {
      const groups = new UnionFind(6)
      for (const [a, b] of order) groups.union(a, b)
      expect([...groups.roots()]).toEqual([0, 1, 1, 1, 4, 1])
    }
  })

  it('an impossible cluster is split at its weakest edge and no further', () => {
    const edges = [
      { a: 1, b: 2, weight: 20 },
      { a: 2, b: 3, weight: 4 },
      { a: 3, b: 4, weight: 15 },
    ]
    const { parts, cut } = splitCluster(
      [4, 3, 2, 1],
      edges,
      (members) => members.includes(1) && members.includes(4),
    )
    expect(parts).toEqual([
      [1, 2],
      [3, 4],
    ])
    expect(cut).toEqual([{ a: 2, b: 3, weight: 4 }])
  })

  it('a cluster held together by equal links alone falls apart whole, in whatever order they came', () => {
    const edges = [0, 1, 2, 3].map((a) => ({ a, b: a + 1, weight: 7 }))
    for (const order of [edges, edges.toReversed()]) {
      expect(splitCluster([0, 1, 2, 3, 4], order, (members) => members.length > 2).parts).toEqual([
        [0],
        [1],
        [2],
        [3],
        [4],
      ])
    }
  })

  it('a chain whose ends speak against each other is cut where the mean weight is against it', () => {
    const weights = new Float64Array(16)
    const put = (a: number, b: number, weight: number) => {
      weights[a * 4 + b] = weight
      weights[b * 4 + a] = weight
    }
    put(0, 1, 12)
    put(2, 3, 11)
    put(1, 2, 4)
    for (const [a, b] of [
      [0, 2],
      [0, 3],
      [1, 3],
    ] as const)
      put(a, b, -5)
    expect([...agglomerate(4, weights, 0)]).toEqual([0, 0, 2, 2])
    put(0, 2, 5)
    put(1, 3, 5)
    expect([...agglomerate(4, weights, 0)]).toEqual([0, 0, 0, 0])
  })

  it('a record written often outweighs those with slips of the pen', () => {
    // 0 and 1 were written hundreds of times and are alike; 2 and 3 have slips, and are like one of them only
    const put = [
      [0, 1, 12],
      [0, 2, 15],
      [1, 3, 15],
      [0, 3, -5],
      [1, 2, -5],
      [2, 3, -5],
    ] as const
    const weights = new Float64Array(16)
    for (const [a, b, weight] of put) {
      weights[a * 4 + b] = weight
      weights[b * 4 + a] = weight
    }
    expect([...agglomerate(4, weights, 0)]).toEqual([0, 1, 0, 1])
    expect([...agglomerate(4, weights, 0, Float64Array.of(800, 500, 1, 1))]).toEqual([0, 0, 0, 0])
  })

  it('across files each record has one partner, the heaviest pair first', () => {
    expect([...takeOnePartner(Int32Array.of(0, 0, 1), Int32Array.of(3, 2, 3), 4)]).toEqual([
      1, 0, 0,
    ])
  })

  it('partners are as probable as they are beside those that either could have had', () => {
    const pairs = (...rows: [left: number, right: number, weight: number][]) => ({
      left: Int32Array.from(rows, ([left]) => left),
      right: Int32Array.from(rows, ([, right]) => right),
      weights: Float64Array.from(rows, ([, , weight]) => weight),
    })
    const alone = partnerProbabilities(pairs([0, 2, 3]), 4)
    expect([...alone]).toEqual([matchProbability(3)])
    // two who are as good: 8 against 8 and none, which is 1
    const twins = partnerProbabilities(pairs([0, 2, 3], [1, 2, 3]), 3)
    expect(twins[0]).toBeCloseTo(8 / 17, 12)
    expect(twins[1]).toBe(0)
    // the rival has a partner of its own, by a heavier pair, and is none
    const given = partnerProbabilities(pairs([1, 3, 9], [0, 2, 3], [1, 2, 2]), 4)
    expect(given[1]).toBeCloseTo(8 / 9, 12)
    // a rival of either side, who is free, is one
    const sides = partnerProbabilities(pairs([0, 2, 3], [0, 3, 1], [1, 2, 0]), 4)
    expect(sides[0]).toBeCloseTo(8 / (8 + 1 + 2 + 1), 12)
  })

  it('entries and exits of one person alternate', () => {
    expect(measureAlternation(journey('adad'))).toEqual({ steps: 3, alternating: 3 })
    expect(measureAlternation(journey('aadd'))).toEqual({ steps: 3, alternating: 1 })
    expect(measureAlternation([])).toEqual({ steps: 0, alternating: 0 })
  })

  it('crossings of one instant are taken in the order that alternates best', () => {
    const twice: DatedCrossing[] = [
      { at: 1, direction: 'arrival' },
      { at: 2, direction: 'arrival' },
      { at: 2, direction: 'departure' },
      { at: 3, direction: 'departure' },
    ]
    expect(measureAlternation(twice).alternating).toBe(3)
  })

  it('two who cross side by side are two, a crossing typed twice says less', () => {
    const habits = { alternating: 0.9, doubled: 0.02 }
    // three crossings each, all beside each other: what is left is one journey of three
    const beside = alternationWeight({ gain: -2, steps: -2, together: 3 }, habits)
    expect(beside).toBeLessThan(-10)
    const once = alternationWeight({ gain: 0, steps: 0, together: 1 }, habits)
    expect(once).toBeGreaterThan(-4)
  })

  it('halves of one journey gain from being joined, two whole journeys lose', () => {
    const halves = alternationGain(journey('a.a.a.'), journey('.d.d.d'))
    expect(halves).toEqual({ gain: 5, steps: 1 })
    const whole = alternationGain(journey('adadad'), journey('adadad', 1))
    expect(whole.gain).toBeLessThan(0)
    const habits = { alternating: 0.9, doubled: 0.01 }
    expect(alternationWeight({ ...halves, together: 0 }, habits)).toBe(4)
    expect(alternationWeight({ ...whole, together: 0 }, habits)).toBe(-12)
  })
})
