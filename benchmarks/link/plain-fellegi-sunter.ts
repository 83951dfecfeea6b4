import { takeOnePartner, UnionFind } from '@caudal/methods/link'
import type { LakeEngine } from '../../packages/platform/src/store/index.ts'

/** F1 of the peer over pairs at the best threshold there is: of the pairs, and of their clusters. */
export interface PeerScore {
  readonly best: number
  readonly clusters: number
}

/** Most candidates for each record that a field held equal may bring about. */
const mostPerRecord = 60

/**
 * The peer: a plain Fellegi-Sunter model of the same fields, written apart from the platform. Levels are
 * exact; Jaro-Winkler at least .92, or one edit; .8, or two edits; other. Candidates agree on a field, or
 * on the beginnings of two; u comes from random pairs and is held fixed, m and the share of matches from
 * one EM over the candidates. It is told the truth to choose its best threshold, of pairs and of chains.
 *
 * @param files labelled CSV files: first column the id, last the true person
 * @param across whether pairs across two files alone are asked about, one partner each
 */
export async function scorePeer(
  engine: LakeEngine,
  files: readonly string[],
  columns: readonly string[],
  across = false,
): Promise<PeerScore> {
  const fields = columns.slice(1, -1)
  await readRecords(engine, files, fields, [columns[0]!, columns.at(-1)!])
  const levels = fields.map((_, k) => `${levelSql(k)} as g${k}`).join(', ')
  await engine.run(
    `create or replace temp table peer_pairs as
     select p.l, p.r, l.truth = r.truth as same, ${levels} from (${await candidatesSql(engine, fields, across)}) as p
     join peer as l on l.n = p.l join peer as r on r.n = p.r`,
  )
  const weight = await estimateWeight(engine, fields, levels)
  const truePairs = across
    ? 'count(*) filter (side = 1) * count(*) filter (side = 2)'
    : 'count(*) * (count(*) - 1) / 2'
  const [truth] = await engine.rows<{ pairs: number }>(
    `select sum(c)::double as pairs from (select ${truePairs} as c from peer group by truth)`,
  )
  const scored = await engine.rows<{ w: number; right: number; wrong: number }>(
    `select floor(${weight}) as w, count(*) filter (same) as right, count(*) filter (not same) as wrong
     from peer_pairs group by 1 order by 1 desc`,
  )
  let [right, all, best, threshold] = [0, 0, 0, 0]
  for (const row of scored) {
    right += row.right
    all += row.right + row.wrong
    const f1 = (2 * right) / (all + truth!.pairs)
    if (f1 > best) [best, threshold] = [f1, row.w]
  }
  const clusters: number[] = []
  for (const above of [0, 2, 4, 6, 8]) {
    const least = threshold + above
    clusters.push(
      across
        ? await scorePartners(engine, weight, least, truth!.pairs)
        : await scoreClusters(engine, `${weight} >= ${least}`, truth!.pairs),
    )
  }
  return { best, clusters: Math.max(...clusters) }
}

async function readRecords(
  engine: LakeEngine,
  files: readonly string[],
  fields: readonly string[],
  [id, truth]: readonly [string, string],
): Promise<void> {
  const values = fields.map((name, k) => `nullif(lower(trim("${name}")), '') as f${k}`).join(', ')
  await engine.run(
    `create or replace temp table peer as
     select row_number() over (order by side, "${id}") - 1 as n, side, ${values}, "${truth}" as truth
     from (${files.map((_, at) => `select *, ${at + 1} as side from read_csv($${at + 1}, all_varchar = true, header = true)`).join(' union all ')})`,
    files,
  )
}

function levelSql(k: number): string {
  const like = (similarity: number, edits: number) =>
    `jaro_winkler_similarity(l.f${k}, r.f${k}) >= ${similarity} or damerau_levenshtein(l.f${k}, r.f${k}) <= ${edits}`
  return `case when l.f${k} is null or r.f${k} is null then 0 when l.f${k} = r.f${k} then 1
    when ${like(0.92, 1)} then 2 when ${like(0.8, 2)} then 3 else 4 end`
}

/** Pairs that agree on a field that is not too common, or on the beginnings of two. */
async function candidatesSql(
  engine: LakeEngine,
  fields: readonly string[],
  across: boolean,
): Promise<string> {
  const conditions: string[] = []
  for (const a of fields.keys()) {
    const [row] = await engine.rows<{ share: number }>(
      `select coalesce(sum(c * (c - 1) / 2), 0)::double / (select count(*) from peer) as share
       from (select count(*) as c from peer where f${a} is not null group by f${a})`,
    )
    if (row!.share <= mostPerRecord) conditions.push(`l.f${a} = r.f${a}`)
    for (let b = a + 1; b < fields.length; b += 1)
      conditions.push(`left(l.f${a}, 4) = left(r.f${a}, 4) and left(l.f${b}, 3) = left(r.f${b}, 3)`)
  }
  return conditions
    .map(
      (condition) =>
        `select l.n as l, r.n as r from peer as l join peer as r on ${condition} where ${across ? 'l.side < r.side' : 'l.n < r.n'}`,
    )
    .join(' union ')
}

/** The weight of a candidate as SQL over its levels, bits. */
async function estimateWeight(
  engine: LakeEngine,
  fields: readonly string[],
  levels: string,
): Promise<string> {
  const places = [1, 2, 3, 4]
  const counted = fields.map((_, k) =>
    places.map((g) => `count(*) filter (g${k} = ${g}) as c${k}_${g}`).join(', '),
  )
  const [records] = await engine.rows<{ all: number }>('select count(*) as "all" from peer')
  const [random] = await engine.rows<Record<string, number>>(
    `select ${counted.join(', ')} from (
       select ${levels} from (select peer.*, hash(n, draw) % ${records!.all} as drawn
         from peer, (select unnest(range(40)) as draw)) as l
       join peer as r on r.n = l.drawn where l.n <> r.n)`,
  )
  const share = (counts: readonly number[]) => {
    const sum = counts.reduce((all, count) => all + count + 0.5, 0)
    return counts.map((count) => (count + 0.5) / sum)
  }
  const u = fields.map((_, k) => share(places.map((g) => random![`c${k}_${g}`]!)))
  const patterns = await engine.rows<Record<string, number>>(
    `select ${fields.map((_, k) => `g${k}`).join(', ')}, count(*) as c from peer_pairs group by all order by all`,
  )
  let m = fields.map(() => [0.8, 0.1, 0.05, 0.05])
  let pi = 0.2
  for (let i = 0; i < 100; i += 1) {
    const sums = fields.map(() => [1, 0.1, 0.1, 0.1])
    let matches = 0
    let total = 0
    for (const row of patterns) {
      let odds = pi / (1 - pi)
      fields.forEach((_, k) => {
        const g = row[`g${k}`]!
        if (g > 0) odds *= m[k]![g - 1]! / u[k]![g - 1]!
      })
      const expected = (row['c']! * odds) / (1 + odds)
      matches += expected
      total += row['c']!
      fields.forEach((_, k) => {
        const g = row[`g${k}`]!
        if (g > 0) sums[k]![g - 1]! += expected
      })
    }
    m = sums.map((one) => share(one))
    pi = Math.min(0.999, matches / total)
  }
  const parts = fields.map((_, k) => {
    const cases = places.map((g) => `when ${g} then ${Math.log2(m[k]![g - 1]! / u[k]![g - 1]!)}`)
    return `case g${k} ${cases.join(' ')} else 0 end`
  })
  return `${Math.log2(pi / (1 - pi))} + ${parts.join(' + ')}`
}

async function scoreClusters(engine: LakeEngine, accepted: string, truth: number): Promise<number> {
  const records = await engine.rows<{ truth: string }>('select truth from peer order by n')
  const groups = new UnionFind(records.length)
  for (const { l, r } of await engine.rows<{ l: number; r: number }>(
    `select l, r from peer_pairs where ${accepted}`,
  ))
    groups.union(l, r)
  const count = (keys: readonly string[]) => {
    const sizes = new Map<string, number>()
    for (const key of keys) sizes.set(key, (sizes.get(key) ?? 0) + 1)
    return [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0)
  }
  const roots = [...groups.roots()].map(String)
  const found = count(roots)
  const right = count(roots.map((root, n) => `${root} ${records[n]!.truth}`))
  return (2 * right) / (truth + found)
}

/** F1 of pairs taken from the heaviest down, each record once. */
async function scorePartners(
  engine: LakeEngine,
  weight: string,
  least: number,
  truth: number,
): Promise<number> {
  const pairs = await engine.rows<{ l: number; r: number; same: boolean }>(
    `select l, r, same from peer_pairs where ${weight} >= ${least} order by ${weight} desc, l, r`,
  )
  const [records] = await engine.rows<{ all: number }>('select count(*) as "all" from peer')
  const taken = takeOnePartner(
    Int32Array.from(pairs, ({ l }) => Number(l)),
    Int32Array.from(pairs, ({ r }) => Number(r)),
    records!.all,
  )
  const found = pairs.filter((_, at) => taken[at] === 1)
  const right = found.filter(({ same }) => same).length
  return (2 * right) / (truth + found.length)
}
