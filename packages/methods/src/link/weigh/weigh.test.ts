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

  it('pairs of one person are taken out of shares counted over random pairs', () => {
    const mixed = u[1]!.map((share, level) => 0.99 * share + 0.01 * m[1]![level]!)
    withoutMatches(mixed, m[1]!, 0.01, 1e-9).forEach((share, level) =>
      expect(share).toBeCloseTo(u[1]![level]!, 10),
    )
  })

  it('rules that find seven pairs in ten give the share of all pairs', () => {
    expect(priorFromRules(700, 0.7, 1_000_000)).toBeCloseTo(0.001, 12)
    expect(priorFromRules(0, 0.7, 1_000_000)).toBeGreaterThan(0)
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
