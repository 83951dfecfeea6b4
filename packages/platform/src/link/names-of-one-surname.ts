import type { LevelShares, LinkSpecification } from '@caudal/methods/link'
import type { LakeEngine } from '../store/index.ts'
import { levelSql } from './level-sql.ts'
import { formsOf, formSql, soundSql } from './prepared-records.ts'

/** How full names agree among strangers of whom more is known than that they are strangers, by comparison. */
export interface NamesOfOneSurname {
  /** Shares of levels among relatives. */
  readonly relatives: ReadonlyMap<number, readonly number[]>
  /** Shares of levels among strangers whose names end, or begin, with one word. */
  readonly sharing: ReadonlyMap<
    number,
    Readonly<Record<'last-word' | 'first-word', readonly number[]>>
  >
  /** Share of pairs whose names end with one word. */
  readonly lastWord: ReadonlyMap<number, number>
}

/** Names that are drawn to learn how those of relatives agree. */
const namesDrawn = 20_000

/**
 * How full names of relatives agree: as those of strangers would if they bore one last word. Names of
 * records drawn at random are given the last word of another: real pairs of one surname will not do,
 * for among rare surnames most of those are one person. One relative in ten bears another surname. The same
 * with the first word, for the pairs that a rule brings about by it.
 */
export async function sameSurname(
  engine: LakeEngine,
  spec: LinkSpecification,
  u: LevelShares,
): Promise<NamesOfOneSurname> {
  const relatives = new Map<number, readonly number[]>()
  const sharing = new Map<number, Record<'last-word' | 'first-word', readonly number[]>>()
  const lastWord = new Map<number, number>()
  for (const [k, { kind }] of spec.comparisons.entries()) {
    if (kind !== 'full-name') continue
    const last = await agreeingIfSharing(engine, spec, k, 'last-word')
    const first = await agreeingIfSharing(engine, spec, k, 'first-word')
    sharing.set(k, { 'last-word': last, 'first-word': first })
    relatives.set(
      k,
      last.map((share, level) => 0.9 * share + 0.1 * u[k]![level]!),
    )
    const [row] = await engine.rows<{ share: number | null }>(
      `select sum(c::double * (c - 1)) / (sum(c)::double * (sum(c) - 1)) as share
       from (select count(*) as c from link_prepared where x${k} is not null group by z${k})`,
    )
    lastWord.set(k, row?.share ?? 0)
  }
  return { relatives, sharing, lastWord }
}

/**
 * Full names of strangers agree at least as often as those do who happen to bear one last word. Where names
 * repeat and many records are of one person, that says more than what is left when the expected pairs of one
 * person are taken out of all pairs, which may be nothing.
 *
 * @param lambda share of pairs that are of one person, and so share the last word
 */
export function atLeastByChance(
  u: LevelShares,
  { sharing, lastWord }: NamesOfOneSurname,
  lambda: number,
): LevelShares {
  return u.map((shares, k) => {
    const alike = sharing.get(k)?.['last-word']
    if (alike === undefined) return shares
    const all = lastWord.get(k)!
    const strangers = Math.max(all - lambda, all / 4)
    const raised = shares.map((share, level) =>
      level === shares.length - 1 ? share : Math.max(share, strangers * alike[level]!),
    )
    const sum = raised.reduce((total, share) => total + share, 0)
    return raised.map((share) => share / sum)
  })
}

async function agreeingIfSharing(
  engine: LakeEngine,
  spec: LinkSpecification,
  k: number,
  end: 'last-word' | 'first-word',
): Promise<readonly number[]> {
  const { kind, levels } = spec.comparisons[k]!
  const forms = Object.entries(formSql(kind))
    .filter(([letter]) => formsOf(kind).includes(letter))
    .map(([letter, sql]) => `${sql} as ${letter}${k}`)
  const words =
    end === 'last-word'
      ? 'list_append(b.words[1:-2], a.words[-1])'
      : 'list_prepend(a.words[1], b.words[2:])'
  const rows = await engine.rows<{ level: number; pairs: number }>(
    `with named as (
       select n, l${k} as words, row_number() over (order by hash(n, ${spec.seed + 3})) as place
       from link_prepared where x${k} is not null and len(l${k}) > 1
     ),
     drawn as (
       select a.n, ${words} as words
       from named as a join named as b on b.place = a.place + 1 where a.place <= ${namesDrawn}
     ),
     spelled as materialized (select n, words, array_to_string(words, ' ') as x from drawn),
     sounded as materialized (select *, ${soundSql(kind)} as s from spelled),
     relatives as (select n, ${forms.join(', ')} from sounded)
     select ${levelSql(spec.comparisons, k)} as level, count(*) as pairs
     from link_prepared as l join relatives as r on r.n = l.n group by level`,
  )
  const counts = Array.from({ length: levels.length + 1 }, () => 0.5)
  for (const { level, pairs } of rows) if (level > 0) counts[level - 1]! += pairs
  const sum = counts.reduce((all, count) => all + count, 0)
  return counts.map((count) => count / sum)
}
