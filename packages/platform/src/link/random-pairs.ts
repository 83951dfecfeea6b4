import type { LevelShares, LinkSpecification } from '@caudal/methods/link'
import type { LakeEngine } from '../store/index.ts'
import { bothFiles, possiblePairs } from './blocking-keys.ts'
import { patternCode } from './level-sql.ts'
import type { SourceTable } from './prepared-records.ts'

const pairsWanted = 500_000

/** Pairs of strangers that every file is thought to hold beside its own, standing as is usual for a kind. */
const borrowed = 1000

/**
 * Shares of pairs at each level among pairs drawn at random, and of agreeing exactly from the
 * frequencies of all values, which tell rare agreement far better than a draw does. A small file is
 * drawn whole; and a small one says little, so that what is usual for each kind of column is mixed in.
 *
 * @param compared whether `link_pairs` holds every pair there is, so that none has to be compared again
 * @returns shares by comparison and level, disagreement last; how many pairs were drawn; and, by comparison,
 * the part of the shares that the file itself told, 0 to 1
 */
export async function measureRandomPairs(
  engine: LakeEngine,
  spec: LinkSpecification,
  source: SourceTable,
  compared = false,
): Promise<{ shares: LevelShares; drawn: number; told: readonly number[] }> {
  const { comparisons } = spec
  const code = patternCode(comparisons)
  const [first, second] = source.records
  const records = first + second
  const across = spec.linkType === 'link'
  const possible = possiblePairs(spec, source.records)
  const left = across ? first : records
  // a draw that depends on the place of a record in the order of ids, not on its place in the file
  const draws = Math.max(1, Math.ceil(pairsWanted / Math.max(left, 1)))
  const partner = across
    ? `${first} + (hash(l.n, draw, ${spec.seed}) % ${Math.max(second, 1)})::integer`
    : `(hash(l.n, draw, ${spec.seed}) % ${Math.max(records, 1)})::integer`
  const whole = possible <= pairsWanted * 1.5
  const drawn = whole
    ? `from link_prepared as l join link_prepared as r on l.n < r.n and ${bothFiles(spec)}`
    : `from (select unnest(range(${draws})) as draw) join link_prepared as l on ${across ? 'l.file = 1' : 'true'}
         join link_prepared as r on r.n = ${partner} and r.n <> l.n and ${bothFiles(spec)}
         where hash(l.n, draw, ${spec.seed + 1}) % 1000000 < ${Math.ceil((1_000_000 * pairsWanted) / (draws * Math.max(left, 1)))}`
  const rows = await engine.rows<{ pattern: number | bigint; pairs: number }>(
    whole && compared
      ? 'select pattern, count(*) as pairs from link_pairs group by pattern'
      : `select ${code.sql} as pattern, count(*) as pairs ${drawn} group by pattern`,
  )
  const sums = comparisons.map(({ levels }) => Array.from({ length: levels.length + 1 }, () => 0))
  let total = 0
  for (const { pattern, pairs } of rows) {
    total += pairs
    code.decode(BigInt(pattern)).forEach((level, k) => {
      if (level >= 0) sums[k]![level]! += pairs
    })
  }
  const knowns = sums.map((counts) => counts.reduce((sum, count) => sum + count, 0))
  const shares = await Promise.all(
    sums.map(async (counts, k) => {
      const known = knowns[k]!
      // half a pair where none was seen: rarer than could be measured, not impossible
      const smoothed = counts.map((count) => Math.max(count, 0.5) / Math.max(known, 1))
      const exact = comparisons[k]!.levels.findIndex(({ is }) => is === 'exact')
      if (exact === 0) smoothed[0] = await exactShare(engine, k, across, known)
      const sum = smoothed.reduce((all, share) => all + share, 0)
      const usual = withDisagreement(comparisons[k]!.strangers)
      return smoothed.map(
        (share, level) => ((share / sum) * known + usual[level]! * borrowed) / (known + borrowed),
      )
    }),
  )
  return { shares, drawn: total, told: knowns.map((known) => known / (known + borrowed)) }
}

function withDisagreement(levels: readonly number[]): number[] {
  return [...levels, 1 - levels.reduce((sum, share) => sum + share, 0)]
}

/** Share of pairs that agree exactly on a comparison, from the frequencies of its values. */
async function exactShare(
  engine: LakeEngine,
  k: number,
  across: boolean,
  known: number,
): Promise<number> {
  const [row] = await engine.rows<{ agreeing: number; pairs: number }>(
    across
      ? `select sum(a::double * b) as agreeing, sum(a)::double * sum(b) as pairs from (
           select count(*) filter (file = 1) as a, count(*) filter (file = 2) as b
           from link_prepared where x${k} is not null group by x${k})`
      : `select sum(c::double * (c - 1)) as agreeing, sum(c)::double * (sum(c) - 1) as pairs from (
           select count(*) as c from link_prepared where x${k} is not null group by x${k})`,
  )
  const pairs = row?.pairs ?? 0
  if (pairs === 0) return 0.5 / Math.max(known, 1)
  return Math.max(row!.agreeing, 0.5) / pairs
}
