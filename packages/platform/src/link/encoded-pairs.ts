import { estimateDiceMixture, type DiceMixture } from '@caudal/methods/link/encode'
import { takeOnePartner, UnionFind, weightOf } from '@caudal/methods/link'
import type { LakeEngine } from '../store/index.ts'
import { linkRefusals } from './refusals.ts'
import type { Bands } from './weighed-pairs.ts'

/** Most pairs of keys that are compared: every key meets every other. */
const mostPairs = 4e9

/** Most coefficients that matches and others are told apart by. */
const mostValues = 200_000

/** Pairs of each record that are looked at: its own and the strangers most like it. */
const pairsOfEach = 5

/** Up to this many pairs in all, every one is looked at. */
const everyPair = 20_000

/** Below this many pairs their least coefficient says little of strangers, and the usual one is taken. */
const fewPairs = 50
const usualStart = 0.6

/** Shorter keys hold too little of a person to be compared, bytes. */
const leastBytes = 16

/** As of plain records; that each key has one partner keeps false pairs out. */
export const encodedBands: Bands = { accept: weightOf(0.5), review: weightOf(0.1) }

export interface EncodedPartners {
  /** Least record of the person, by record: each key has one partner at most. */
  readonly persons: Int32Array
  /** Whether any pair stands out from how alike keys of strangers are. */
  readonly standsOut: boolean
}

/**
 * Compares the keys of two files, each with each, and makes `link_weighed` of the pairs that stand out
 * from chance. Keys are in `link_source` (c0, base64). Whoever links needs no secret and sees no name.
 *
 * @throws Refusal where keys cannot be read, are not of one length, or are too many
 */
export async function linkEncoded(
  engine: LakeEngine,
  [first, second]: readonly [number, number],
): Promise<EncodedPartners> {
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
  const floor =
    first * second <= everyPair
      ? 0
      : Math.min(0.95, (chance!.mean ?? 0.5) + 2.5 * (chance!.deviation ?? 0.1))
  await engine.run(
    `create or replace temp table link_dice as
     select l, r, v from (
       select l.n as l, r.n as r, ${value} as v from link_keys as l join link_keys as r
       on l.file = 1 and r.file = 2
         and 2 * least(l.ones, r.ones) >= ${floor}::double * (l.ones + r.ones)
     ) where v >= ${floor}`,
  )
  const { mixture, each } = await estimateMixture(engine, Math.min(first, second))
  const { share } = mixture
  // at most one pair of a record of the smaller file is of one person: `partnerWeight`, in SQL
  const side = first <= second ? 'l' : 'r'
  const partnered = Math.min(1 - 1 / (Math.min(first, second) + 1), each * share)
  const met = Math.log2(Math.max(1e-9, each * (1 - share)))
  const weight = `log2(${partnered}::double) + bits - log2(${1 - partnered}::double + ${partnered}::double
    * greatest(0, sum(pow(2, bits)) over (partition by ${side}) - pow(2, bits)))`
  const weighed =
    share === 0
      ? 'select l, r, v, -30.0 as weight from link_dice'
      : `select l, r, v, ${weight} as weight from (
           select l, r, v, ${diceEvidenceSql('v', mixture)} - ${met}::double as bits from link_dice)`
  await engine.run(
    `create or replace temp table link_weighed as
     select l, r, weight, v from (${weighed}) where weight >= ${encodedBands.review}`,
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
  return { persons: groups.roots(), standsOut: share > 0 }
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
  if (shortest !== longest) {
    throw linkRefusals.refuse('clk-lengths', { shortest: 8 * shortest, longest: 8 * longest })
  }
  if (longest < leastBytes) {
    const details = { bits: 8 * longest, least: 8 * leastBytes }
    throw linkRefusals.refuse('clk-short', details)
  }
  const words = Array.from({ length: Math.ceil(longest / 8) }, (_, at) => `w${at}`)
  const columns = words.map(
    (word, at) => `('0x' || substr(digits, ${1 + 16 * at}, 16))::ubigint as ${word}`,
  )
  const ones = words.map((word) => `bit_count(${word})::integer`).join(' + ')
  await engine.run(
    `create or replace temp table link_keys as
     select * from (
       select *, ${ones} as ones from (
         select n, file, ${columns.join(', ')}
         from (select n, file, rpad(hex(from_base64(c0)), ${16 * words.length}, '0') as digits from link_source)))
     where ones > 0`,
  )
  return words
}

/**
 * Estimates the mixture from the pairs most alike: as many as each record of the smaller file would
 * have five of, of all records or of a sample; and how many pairs each of them has there.
 */
async function estimateMixture(
  engine: LakeEngine,
  fewer: number,
): Promise<{ mixture: DiceMixture; each: number }> {
  const wanted = pairsOfEach * fewer
  const part = Math.min(1, mostValues / wanted)
  const sampled = part >= 1 ? 'true' : `hash(l) % 1000000 < ${Math.floor(part * 1_000_000)}`
  const rows = await engine.rows<{ v: number }>(
    `select v from link_dice where ${sampled} order by v desc, l, r limit ${Math.ceil(wanted * part)}`,
  )
  const values = rows.map(({ v }) => v)
  const least = values.at(-1) ?? 0
  // where every pair is among them the least is nobody's upper end
  const start = rows.length < fewPairs ? Math.min(least, usualStart) : least
  return { mixture: estimateDiceMixture(values, start), each: values.length / (fewer * part) }
}

/** `diceEvidence` of @caudal/methods/link/encode, in SQL. */
function diceEvidenceSql(value: string, { start, decay, matches }: DiceMixture): string {
  const { mean, deviation } = matches
  const below = `((least(${value}, ${mean}) - ${mean}) / ${deviation})`
  const fixed = Math.log(decay) - Math.log(2 * deviation)
  return `greatest(-100, least(100, (${fixed}::double + ${below} + (${value} - ${start}::double) / ${decay}::double) / ln(2)))`
}
