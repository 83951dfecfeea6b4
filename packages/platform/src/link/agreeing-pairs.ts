import {
  estimateParts,
  type LevelShares,
  type LinkSpecification,
  type PatternTable,
} from '@caudal/methods/link'
import type { LakeEngine } from '../store/index.ts'
import { bothFiles, possiblePairs } from './blocking-keys.ts'
import { patternCode } from './level-sql.ts'
import type { SourceTable } from './prepared-records.ts'

/** Pairs that are looked at for each comparison. */
const pairsWanted = 200_000

/** Least part of pairs of one person among those that agree from which they are told apart one by one. */
const leastPart = 0.02

/** Bits that agreeing on all other comparisons says at least, or they cannot tell who is one person. */
const leastTold = 30

/** Pairs that agree exactly on a comparison, by their patterns. */
export interface AgreeingPairs {
  readonly comparison: number
  readonly table: PatternTable
}

/**
 * Draws pairs that agree exactly, for each comparison on which agreeing is about as rare as being one
 * person (a birth date, a document): how many of them are of different persons cannot be had by taking
 * the expected pairs of one person away, for that is a small difference of two numbers, one of them guessed.
 *
 * @param shares of levels over random pairs @param lambda first guess of λ
 */
export async function drawAgreeingPairs(
  engine: LakeEngine,
  spec: LinkSpecification,
  source: SourceTable,
  shares: LevelShares,
  lambda: number,
): Promise<AgreeingPairs[]> {
  const possible = possiblePairs(spec, source.records)
  const code = patternCode(spec.comparisons)
  const width = spec.comparisons.length
  const drawn: AgreeingPairs[] = []
  for (const [k, { levels, expected }] of spec.comparisons.entries()) {
    const share = shares[k]![0]!
    if (levels[0]?.is !== 'exact' || lambda * expected[0]! < leastPart * share) continue
    const told = shares.reduce((bits, own, at) => (at === k ? bits : bits - Math.log2(own[0]!)), 0)
    if (told < leastTold) continue
    const part = Math.min(1, pairsWanted / Math.max(1, share * possible))
    const sampled = part >= 1 ? 'true' : `hash(x${k}, ${spec.seed}) % 1000000 < ${part * 1_000_000}`
    const rows = await engine.rows<{ pattern: number | bigint; pairs: number }>(
      `with drawn as (select * from link_prepared where x${k} is not null and ${sampled})
       select ${code.sql} as pattern, count(*) as pairs
       from drawn as l join drawn as r on l.x${k} = r.x${k}
       where l.n < r.n and ${bothFiles(spec)} group by pattern order by pattern`,
    )
    const placed = new Int8Array(rows.length * width)
    rows.forEach(({ pattern }, row) => placed.set(code.decode(BigInt(pattern)), row * width))
    const counts = Float64Array.from(rows, ({ pairs }) => pairs)
    const rules = new Uint32Array(rows.length)
    drawn.push({ comparison: k, table: { width, levels: placed, counts, rules } })
  }
  return drawn
}

/**
 * Sets the share of agreeing exactly among pairs of different persons to what the other comparisons say of
 * the pairs that agree: `u = p (1 − π)`, where π is the part of them that are of one person.
 *
 * @param p shares over random pairs @param u shares among pairs of different persons, so far
 */
export function withAgreeing(
  agreeing: readonly AgreeingPairs[],
  p: LevelShares,
  m: LevelShares,
  u: LevelShares,
  floor: number,
): LevelShares {
  const better = u.map((shares) => [...shares])
  for (const { comparison: k, table } of agreeing) {
    const total = table.counts.reduce((sum, count) => sum + count, 0)
    if (total === 0) continue
    const [, others] = estimateParts(table, [m, u], new Set([k]))
    // half a pair where none was seen
    const share = Math.max(floor, p[k]![0]! * Math.max(others!, 0.5 / total))
    const rest = better[k]!.slice(1).reduce((sum, one) => sum + one, 0)
    better[k] = better[k]!.map((one, level) => (level === 0 ? share : (one / rest) * (1 - share)))
  }
  return better
}
