import { UnionFind } from '@caudal/methods/link'
import type { LakeEngine } from '../../packages/platform/src/store/index.ts'

/** F1 of the peer over pairs at the best threshold there is: of the pairs, and of their clusters. */
export interface PeerScore {
  readonly best: number
  readonly clusters: number
}

/**
 * The peer: a plain Fellegi-Sunter model of the same fields, written apart from the platform. Levels are
 * exact, Jaro-Winkler at least .9 and other; u from all or random pairs; m by EM on pairs blocked on
 * each field but the one estimated; λ from pairs that agree on three fields or more; candidates agree
 * on a field, or on the beginnings of two. It is told the truth to choose its best threshold.
 *
 * @param file labelled CSV: first column the id, last the true person
 */
export async function scorePeer(
  engine: LakeEngine,
  file: string,
  columns: readonly string[],
): Promise<PeerScore> {
  const fields = columns.slice(1, -1)
  const values = fields.map((name, k) => `nullif(lower(trim("${name}")), '') as f${k}`).join(', ')
  await engine.run(
    `create or replace temp table peer as select row_number() over () - 1 as n, ${values}, "${columns.at(-1)!}" as truth
     from read_csv($1, all_varchar = true, header = true)`,
    [file],
  )
  const level = (k: number) =>
    `case when l.f${k} is null or r.f${k} is null then 0 when l.f${k} = r.f${k} then 1 when jaro_winkler_similarity(l.f${k}, r.f${k}) >= 0.9 then 2 else 3 end`
  const levels = fields.map((_, k) => `${level(k)} as g${k}`).join(', ')
  const starts: string[] = []
  fields.forEach((_, a) =>
    fields
      .slice(a + 1)
      .forEach((__, b) =>
        starts.push(
          `left(l.f${a}, 4) = left(r.f${a}, 4) and left(l.f${a + 1 + b}, 3) = left(r.f${a + 1 + b}, 3)`,
        ),
      ),
  )
  const blocks = starts
    .map(
      (condition) =>
        `select l.n as l, r.n as r from peer as l join peer as r on ${condition} where l.n < r.n`,
    )
    .join(' union ')
  await engine.run(
    `create or replace temp table peer_pairs as
     select p.l, p.r, l.truth = r.truth as same, ${levels} from (${blocks}) as p
     join peer as l on l.n = p.l join peer as r on r.n = p.r`,
  )
  const random = await engine.rows<Record<string, number>>(
    `select ${fields.map((_, k) => [1, 2, 3].map((g) => `count(*) filter (g${k} = ${g}) as c${k}_${g}`).join(', ')).join(', ')}
     from (select ${levels} from peer as l join peer as r on r.n = hash(l.n) % (select count(*) from peer) and l.n <> r.n)`,
  )
  const share = (counts: readonly number[]) => {
    const sum = counts.reduce((all, count) => all + count + 0.5, 0)
    return counts.map((count) => (count + 0.5) / sum)
  }
  const u = fields.map((_, k) => share([1, 2, 3].map((g) => random[0]![`c${k}_${g}`]!)))
  const patterns = await engine.rows<Record<string, number>>(
    `select ${fields.map((_, k) => `g${k}`).join(', ')}, count(*) as c from peer_pairs group by all`,
  )
  let m = fields.map(() => [0.85, 0.08, 0.07])
  let pi = 0.2
  for (let i = 0; i < 100; i += 1) {
    const sums = fields.map(() => [1, 0.1, 0.1])
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
  const weight = fields
    .map(
      (_, k) =>
        `case g${k} ${[0, 1, 2].map((g) => `when ${g + 1} then ${Math.log2(m[k]![g]! / u[k]![g]!)}`).join(' ')} else 0 end`,
    )
    .join(' + ')
  const prior = Math.log2(pi / (1 - pi))
  const [truth] = await engine.rows<{ pairs: number }>(
    'select sum(c * (c - 1) / 2) as pairs from (select count(*) as c from peer group by truth)',
  )
  const scored = await engine.rows<{ w: number; right: number; wrong: number }>(
    `select floor(${prior} + ${weight}) as w, count(*) filter (same) as right, count(*) filter (not same) as wrong
     from peer_pairs group by 1 order by 1 desc`,
  )
  let [right, all, best, threshold] = [0, 0, 0, 0]
  for (const row of scored) {
    right += row.right
    all += row.right + row.wrong
    const f1 = (2 * right) / (all + truth!.pairs)
    if (f1 > best) [best, threshold] = [f1, row.w]
  }
  return {
    best,
    clusters: await scoreClusters(engine, `${prior} + ${weight} >= ${threshold}`, truth!.pairs),
  }
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
