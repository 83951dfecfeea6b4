import { estimateDiceMixture, type DiceMixture } from '@caudal/methods/link/encode'
import { takeOnePartner, UnionFind, weightOf } from '@caudal/methods/link'
import type { LakeEngine } from '../store/index.ts'
import { linkRefusals } from './refusals.ts'
import type { Bands } from './weighed-pairs.ts'

/** Most pairs of keys that are compared: every key meets every other. */
const mostPairs = 4e9

/** Most coefficients that the two bells are estimated from. */
const mostValues = 200_000

/** As of plain records; that each key has one partner keeps false pairs out. */
export const encodedBands: Bands = { accept: weightOf(0.5), review: weightOf(0.1) }

/**
 * Compares the keys of two files, each with each, and makes `link_weighed` of the pairs that stand out
 * from chance. Keys are in `link_source` (c0, base64). Whoever links needs no secret and sees no name.
 *
 * @returns least record of the person, by record: each key has one partner at most
 * @throws Refusal where keys cannot be read, are not of one length, or are too many
 */
export async function linkEncoded(
  engine: LakeEngine,
  [first, second]: readonly [number, number],
): Promise<Int32Array> {
  if (first * second > mostPairs) {
    const details = { rule: 'clk × clk', pairs: first * second, most: mostPairs }
    throw linkRefusals.refuse('rule-explodes', details)
  }
  const words = await readKeys(engine)
  const common = words.map((word) => `bit_count(l.${word} & r.${word})::integer`).join(' + ')
  const value = `2 * (${common})::double / (l.ones + r.ones)`
  const [chance] = await engine.rows<{ mean: number | null; deviation: number | null }>(
    `select avg(v) as mean, stddev_samp(v) as deviation from (
       select ${value} as v
       from (select unnest(range(${Math.ceil(100_000 / first)})) as draw)
       join link_keys as l on l.file = 1
       join link_keys as r on r.n = ${first} + (hash(l.n, draw) % ${second})::integer)`,
  )
  const floor = Math.min(0.95, (chance!.mean ?? 0.5) + 2.5 * (chance!.deviation ?? 0.1))
  await engine.run(
    `create or replace temp table link_dice as
     select l, r, v from (
       select l.n as l, r.n as r, ${value} as v from link_keys as l join link_keys as r
       on l.file = 1 and r.file = 2
         and 2 * least(l.ones, r.ones) >= ${floor}::double * (l.ones + r.ones)
     ) where v >= ${floor}`,
  )
  const mixture = await estimateMixture(engine)
  await engine.run(
    `create or replace temp table link_weighed as
     select l, r, weight, v from (select l, r, v, ${diceWeightSql('v', mixture)} as weight from link_dice)
     where weight >= ${encodedBands.review}`,
  )
  const left: number[] = []
  const right: number[] = []
  for await (const rows of engine.stream<{ l: number; r: number }>(
    `select l, r from link_weighed where weight >= ${encodedBands.accept} order by v desc, l, r`,
  )) {
    for (const { l, r } of rows) {
      left.push(l)
      right.push(r)
    }
  }
  const taken = takeOnePartner(Int32Array.from(left), Int32Array.from(right), first + second)
  const groups = new UnionFind(first + second)
  taken.forEach((one, pair) => {
    if (one === 1) groups.union(left[pair]!, right[pair]!)
  })
  return groups.roots()
}

/** Makes `link_keys` (n, file, ones, w0, w1, …): keys as words of 64 bits; empty ones are left out. */
async function readKeys(engine: LakeEngine): Promise<string[]> {
  const [found] = await engine.rows<{ shortest: number; longest: number; bad: string | null }>(
    `select min(octet_length(key)) as shortest, max(octet_length(key)) as longest,
       min(id) filter (key is null) as bad
     from (select id, try(from_base64(c0)) as key from link_source)`,
  )
  const { shortest, longest, bad } = found!
  if (bad !== null) throw linkRefusals.refuse('clk-unreadable', { id: bad })
  if (shortest !== longest || longest % 8 !== 0 || longest === 0) {
    throw linkRefusals.refuse('clk-lengths', { shortest: 8 * shortest, longest: 8 * longest })
  }
  const words = Array.from({ length: longest / 8 }, (_, at) => `w${at}`)
  const columns = words.map(
    (word, at) => `('0x' || substr(digits, ${1 + 16 * at}, 16))::ubigint as ${word}`,
  )
  const ones = words.map((word) => `bit_count(${word})::integer`).join(' + ')
  await engine.run(
    `create or replace temp table link_keys as
     select * from (
       select *, ${ones} as ones from (
         select n, file, ${columns.join(', ')}
         from (select n, file, hex(from_base64(c0)) as digits from link_source)))
     where ones > 0`,
  )
  return words
}

async function estimateMixture(engine: LakeEngine): Promise<DiceMixture> {
  const place = (side: 'l' | 'r', other: 'l' | 'r') =>
    `row_number() over (partition by ${side} order by v desc, ${other})`
  const values = async (query: string) => {
    const rows = await engine.rows<{ v: number }>(
      `select v from (${query}) order by hash(v), v limit ${mostValues}`,
    )
    return rows.map(({ v }) => v)
  }
  const best = await values(
    `select v from link_dice qualify ${place('l', 'r')} = 1 and ${place('r', 'l')} = 1`,
  )
  const second = await values(
    `(select v from link_dice qualify ${place('l', 'r')} = 2)
     union all (select v from link_dice qualify ${place('r', 'l')} = 2)`,
  )
  return estimateDiceMixture(best, second)
}

/** `diceWeight` of @caudal/methods/link/encode, in SQL. */
function diceWeightSql(value: string, { matches, others, share }: DiceMixture): string {
  if (share === 0) return '-30.0'
  const within = `greatest(${others.mean}::double, least(${value}, ${matches.mean}::double))`
  const log = ({ mean, deviation }: { mean: number; deviation: number }) =>
    `(${-Math.log(deviation)} - pow(${within} - ${mean}, 2) / ${2 * deviation ** 2})`
  const odds = Math.log(share) - Math.log1p(-share)
  return `greatest(-30, least(100, (${odds} + ${log(matches)} - ${log(others)}) / ln(2) + (${value} - ${within}) * 10))`
}
