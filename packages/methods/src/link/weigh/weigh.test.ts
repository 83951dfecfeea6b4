import { describe, expect, it } from 'vitest'
import { Xoshiro128 } from '../../numerics/index.ts'
import {
  averageEstimates,
  estimateMatches,
  estimateParts,
  kinDiscount,
  matchProbability,
  patternsOfRule,
  priorFromRules,
  priorOfPartners,
  termFrequencyWeight,
  withoutMatches,
  type LevelShares,
  type PatternTable,
} from '../index.ts'

const m: LevelShares = [
  [0.9, 0.06, 0.04],
  [0.85, 0.1, 0.05],
  [0.95, 0.02, 0.03],
  [0.8, 0.1, 0.1],
]
const u: LevelShares = [
  [0.01, 0.02, 0.97],
  [0.02, 0.03, 0.95],
  [0.0002, 0.003, 0.9968],
  [0.05, 0.05, 0.9],
]
const guess: LevelShares = m.map(() => [0.7, 0.15, 0.15])
const settings = {
  u,
  expected: guess,
  priorPairs: 5,
  startShare: 0.3,
  maxIterations: 500,
  tolerance: 1e-7,
}

/** Pairs of a block that holds comparison `held` equal. */
function drawBlock(held: number, rule: number, pairs: number, share: number, seed: number) {
  const random = new Xoshiro128(seed)
  const draw = (shares: readonly number[]) => {
    let rest = random.uniform()
    return Math.max(
      0,
      shares.findIndex((one) => (rest -= one) < 0),
    )
  }
  const counts = new Map<string, number>()
  for (let i = 0; i < pairs; i += 1) {
    const of = random.chance(share) ? m : u
    const levels = of.map((shares, k) => (k === held ? 0 : random.chance(0.1) ? -1 : draw(shares)))
    const key = levels.join()
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return [...counts].map(([key, count]) => ({
    levels: key.split(',').map(Number),
    count,
    rules: 1 << rule,
  }))
}

function drawFrom(shares: LevelShares, pairs: number, seed: number) {
  const random = new Xoshiro128(seed)
  const rows: { levels: number[]; count: number; rules: number }[] = []
  for (let i = 0; i < pairs; i += 1) {
    const levels = shares.map((one) => {
      let rest = random.uniform()
      return Math.max(
        0,
        one.findIndex((share) => (rest -= share) < 0),
      )
    })
    rows.push({ levels, count: 1, rules: 1 })
  }
  return rows
}

function tableOf(
  rows: readonly { levels: number[]; count: number; rules: number }[],
): PatternTable {
  return {
    width: 4,
    levels: Int8Array.from(rows.flatMap(({ levels }) => levels)),
    counts: Float64Array.from(rows, ({ count }) => count),
    rules: Uint32Array.from(rows, ({ rules }) => rules),
  }
}

describe('weights', () => {
  const blocks = tableOf([...drawBlock(0, 0, 40_000, 0.3, 1), ...drawBlock(2, 1, 40_000, 0.6, 2)])

  it('agreement is estimated inside each rule, and the average is near the truth', () => {
    const estimates = [0, 2].map((held, rule) => {
      const without = new Set([held])
      return {
        without,
        estimate: estimateMatches(patternsOfRule(blocks, rule), { ...settings, without }),
      }
    })
    expect(estimates[0]!.estimate.share).toBeCloseTo(0.3, 1)
    expect(estimates[1]!.estimate.share).toBeCloseTo(0.6, 1)
    averageEstimates(estimates, guess).forEach((shares, k) =>
      shares.forEach((share, level) => expect(Math.abs(share - m[k]![level]!)).toBeLessThan(0.02)),
    )
  })

  it('one estimate over pooled blocks with its share left free calls nearly every pair a match', () => {
    // agreement that the blocks themselves bring about is taken for evidence: 45 % are one person's
    const pooled = estimateMatches(blocks, { ...settings, without: new Set() })
    expect(pooled.share).toBeGreaterThan(0.9)
    const inside = [0, 2].map((held, rule) =>
      estimateMatches(patternsOfRule(blocks, rule), { ...settings, without: new Set([held]) }),
    )
    const found = inside.reduce((sum, { matches }) => sum + matches, 0)
    expect(found / 80_000).toBeCloseTo(0.45, 2)
  })

  it('brothers in a block teach nothing of how one person agrees, once they are known as kin', () => {
    // kin agree as one person does on two of four, as strangers on the others
    const kin = (one: LevelShares) => [[one[0]!, u[1]!, one[2]!, u[3]!]]
    const rows = [
      ...drawFrom(m, 5000, 21),
      ...drawFrom(kin(m)[0]!, 2500, 22),
      ...drawFrom(u, 5000, 23),
    ]
    const known = estimateMatches(tableOf(rows), { ...settings, without: new Set([0]), kin })
    expect(known.m[1]![2]).toBeCloseTo(m[1]![2]!, 2)
    expect(known.share).toBeCloseTo(0.4, 1)
    const mixed = estimateMatches(tableOf(rows), { ...settings, without: new Set([0]) })
    expect(mixed.m[1]![2]).toBeGreaterThan(2 * m[1]![2]!)
    expect(mixed.share).toBeGreaterThan(known.share + 0.05)
  })

  it('what strangers of one name agree on is learnt inside their block, where it is left free', () => {
    // strangers of one name share a nationality (the last comparison) nine times in ten
    const namesakes: LevelShares = [u[0]!, u[1]!, u[2]!, [0.9, 0.05, 0.05]]
    const rows = [...drawFrom(m, 4000, 31), ...drawFrom(namesakes, 8000, 32)]
    const without = new Set([0])
    const left = estimateMatches(tableOf(rows), { ...settings, without, free: new Set([3]) })
    expect(left.u[3]![0]).toBeCloseTo(0.9, 1)
    expect(left.share).toBeCloseTo(1 / 3, 1)
    left.m.forEach((shares, k) =>
      shares.forEach((share, level) => {
        if (k > 0) expect(Math.abs(share - m[k]![level]!)).toBeLessThan(0.03)
      }),
    )
  })

  it('pairs of one person are taken out of shares counted over random pairs', () => {
    const mixed = u[1]!.map((share, level) => 0.99 * share + 0.01 * m[1]![level]!)
    withoutMatches(mixed, m[1]!, 0.01, 1e-9).forEach((share, level) =>
      expect(share).toBeCloseTo(u[1]![level]!, 10),
    )
  })

  it('rules that find seven pairs in ten give the share of all pairs', () => {
    expect(priorFromRules(700, 0.7, 1_000_000)).toBeCloseTo(0.001, 7)
    expect(priorFromRules(0, 0.7, 1_000_000)).toBeGreaterThan(0)
    // one pair asked about is not one person because it agrees
    expect(priorFromRules(1, 0.7, 1)).toBeLessThan(0.1)
  })

  it('who is left of two files has a partner the likelier the more have one', () => {
    // 90 of 100 have one, and 110 of 200 are left for the ten: odds of 90 / 10, of 110 each
    expect(priorOfPartners(90, [200, 100])).toBeCloseTo(1 / (1 + (10 * 110) / 90), 12)
    expect(priorOfPartners(90, [100, 200])).toBe(priorOfPartners(90, [200, 100]))
    // few partners: the share of all pairs
    expect(priorOfPartners(1, [1000, 1000])).toBeCloseTo(1e-6, 8)
    // more than there are leave a tenth of each file
    expect(priorOfPartners(100, [100, 100])).toBeCloseTo(0.5, 12)
    expect(priorOfPartners(0, [100, 100])).toBe(0)
  })

  it('a rare name weighs more than a common one, the usual one nothing', () => {
    expect(termFrequencyWeight(0.01, 0.01)).toBe(0)
    expect(termFrequencyWeight(0.01, 0.0001)).toBeGreaterThan(6)
    expect(termFrequencyWeight(0.01, 0.1)).toBeLessThan(-3)
  })

  it('a weight of ten bits is a probability of 1024 in 1025', () => {
    expect(matchProbability(10)).toBeCloseTo(1024 / 1025, 12)
  })

  it('however much kin share, what persons do not share decides', () => {
    const ratio = 0.001
    const shared = 40
    // what is left of forty bits is the odds of one person against kin
    expect(shared - kinDiscount([ratio], [shared])).toBeCloseTo(-Math.log2(ratio), 6)
    expect(kinDiscount([ratio], [-20])).toBeCloseTo(0, 6)
  })

  it('the parts of matches, kin and strangers in a block are found', () => {
    const h: LevelShares = [m[0]!, m[1]!, u[2]!, u[3]!]
    const rows = [...drawFrom(m, 5000, 11), ...drawFrom(h, 3000, 12), ...drawFrom(u, 12_000, 13)]
    const parts = estimateParts(tableOf(rows), [m, h, u], new Set())
    expect(parts[0]).toBeCloseTo(0.25, 1)
    expect(parts[1]).toBeCloseTo(0.15, 1)
    expect(parts[2]).toBeCloseTo(0.6, 1)
    const without = estimateParts(
      tableOf([...drawFrom(m, 5000, 11), ...drawFrom(u, 12_000, 13)]),
      [m, h, u],
      new Set(),
    )
    expect(without[1]).toBeLessThan(0.005)
  })
})
