import type { Text } from '@caudal/methods/vocabulary'
import { nodeCodeLists, getBatch, type CaudalNode, type LakeEngine } from '../../store/index.ts'
import type { LinkRun } from '../persons/link-runs.ts'
import { filesOf, relationOf } from '../persons/read-identities.ts'
import { readTruth, truthFolder } from '../persons/truth.ts'
import { measureCircles, type CircleQuality } from './circle-quality.ts'
import type { CodeListBook } from '@caudal/methods/vocabulary/code-lists'
import { labelOf, type GroupKind } from './quality-labels.ts'

/** An estimate with its 95 % interval. */
export interface Estimated {
  readonly estimate: number
  readonly low: number
  readonly high: number
}

export interface PostQuality {
  /** Code of the border post; null where none was recorded. */
  readonly post: string | null
  /** What the post is called; null where none was recorded. */
  readonly label: Text | null
  readonly crossings: number
  /** Share of crossings in the same direction as the person's crossing before: one was not recorded. */
  readonly sameDirection: number
}

/** Recall and precision over pairs of records, exactly, where the truth is known. */
export interface TruthQuality {
  readonly precision: number
  readonly recall: number
  readonly f1: number
  /** Persons whose records lie in two clusters or more, and clusters of more than one person. */
  readonly cut: number
  readonly together: number
  /** Recall by groups of the true persons. */
  readonly groups: readonly {
    readonly by: GroupKind
    readonly group: string
    readonly label: Text
    readonly persons: number
    readonly recall: number
  }[]
}

/** How well a run linked, as far as that can be told without the truth; and with it where it is known. */
export interface LinkQuality {
  readonly country: string
  readonly label: Text
  readonly run: number
  readonly records: number
  /** Share of records that name somebody. */
  readonly namedShare: number
  /** Share of named records whose person has others. */
  readonly matchRate: number
  /** Share of crossings of repaired histories that had to be inserted. */
  readonly imputedShare: number
  /** Share of recorded crossings that are not part of a history. */
  readonly setAsideShare: number
  readonly sameDirection: number
  readonly posts: readonly PostQuality[]
  /** Circles whose records were linked apart for want of an agreement; none where all share. */
  readonly apart: readonly CircleQuality[]
  /** From the probabilities of the pairs that were weighed. */
  readonly precision: Estimated | null
  /** Among the pairs that blocking brings about, times the share it is expected to. */
  readonly recall: Estimated | null
  readonly truth: TruthQuality | null
}

/** Measures the quality of a run. */
export async function measureLinkQuality(node: CaudalNode, run: LinkRun): Promise<LinkQuality> {
  const batch = await getBatch(node, run.id)
  const [facts, persons, pairs] = (['facts', 'persons', 'pairs'] as const).map((kind) =>
    relationOf(filesOf(node, batch, kind)),
  )
  const posts = await measurePosts(node.lake, facts!, await nodeCodeLists(node))
  const crossings = posts.reduce((sum, post) => sum + post.crossings, 0)
  const repeated = posts.reduce((sum, post) => sum + post.crossings * post.sameDirection, 0)
  const { figures } = run
  const history = figures.crossings - figures.problems
  const folder = truthFolder(node)
  return {
    country: run.country,
    label: labelOf('countries', run.country),
    run: run.id,
    records: figures.records,
    namedShare: share(figures.named, figures.records),
    matchRate: share(figures.matched, figures.named),
    imputedShare: share(figures.inserted, history + figures.inserted),
    setAsideShare: share(figures.problems, figures.crossings),
    sameDirection: share(repeated, crossings),
    posts,
    apart: await measureCircles(node, persons!, run),
    ...(await estimatePairs(node.lake, { pairs: pairs!, persons: persons! }, run)),
    truth: folder === undefined ? null : await compareTruth(node, persons!, folder),
  }
}

const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole)

/** Crossings in the direction of the one before, by the post of the later one; the busiest first. */
async function measurePosts(
  lake: LakeEngine,
  facts: string,
  book: CodeListBook,
): Promise<PostQuality[]> {
  const posts = await lake.rows<Omit<PostQuality, 'label'>>(
    `with followed as (
       select border_post, direction, lag(direction) over (partition by person order by place) as before
       from ${facts} where place is not null and origin = 'recorded'
     )
     select border_post as post, count(*) as crossings,
       avg((direction = before)::integer)::double as "sameDirection"
     from followed where before is not null group by border_post order by crossings desc, post`,
  )
  return posts.map((each) => ({
    ...each,
    label: each.post === null ? null : labelOf('posts', each.post, book),
  }))
}

/**
 * Expected precision of the accepted pairs and recall among those weighed: sums of probabilities. The
 * pairs of one person stand and fall together, those of different persons do not: the variance is the
 * sum over persons of `(Σ √(p (1 − p)))²`, the most that pairs of given probabilities can have. Recall
 * is further bounded by what blocking is expected to bring about.
 */
async function estimatePairs(
  lake: LakeEngine,
  { pairs, persons }: { readonly pairs: string; readonly persons: string },
  run: LinkRun,
): Promise<Pick<LinkQuality, 'precision' | 'recall'>> {
  const [row] = await lake.rows<
    Record<'accepted' | 'right' | 'missed' | 'spreadIn' | 'spreadOut', number>
  >(
    `with weighed as (
       select record_id as card, together,
         case when weight > 60 then 1.0 else 1 / (1 + pow(2, -weight)) end as p from ${pairs}),
     cards as (select card, any_value(person) as person from ${persons} group by card),
     by_person as (
       select person, together, count(*) as pairs, sum(p) as p, pow(sum(sqrt(p * (1 - p))), 2) as spread
       from weighed join cards using (card) group by person, together)
     select coalesce(sum(pairs) filter (together), 0)::double as accepted,
       coalesce(sum(p) filter (together), 0)::double as right,
       coalesce(sum(p) filter (not together), 0)::double as missed,
       coalesce(sum(spread) filter (together), 0)::double as "spreadIn",
       coalesce(sum(spread) filter (not together), 0)::double as "spreadOut"
     from by_person`,
  )
  const { accepted, right, missed, spreadIn, spreadOut } = row!
  if (accepted === 0) return { precision: null, recall: null }
  const reach = run.blocking.expectedRecall ?? 1
  const found = right / (right + missed)
  // the delta method on right / (right + missed)
  const variance =
    (missed ** 2 * spreadIn + right ** 2 * spreadOut) / Math.max(right + missed, 1) ** 4
  return {
    precision: interval(right / accepted, Math.sqrt(spreadIn) / accepted),
    recall: interval(found * reach, Math.sqrt(variance) * reach),
  }
}

function interval(estimate: number, error: number): Estimated {
  const clamp = (value: number) => Math.min(1, Math.max(0, value))
  return { estimate, low: clamp(estimate - 1.96 * error), high: clamp(estimate + 1.96 * error) }
}

async function compareTruth(
  node: CaudalNode,
  persons: string,
  folder: string,
): Promise<TruthQuality | null> {
  return await node.lake.session(async (session) => {
    await readTruth(node, session, folder)
    await session.run(
      `create temp table link_joined as select p.person, t.truth
       from ${persons} as p join link_truth as t using (record_id) where p.person is not null`,
    )
    const [pairs] = await session.rows<
      Record<'truth' | 'found' | 'both' | 'cut' | 'together', number>
    >(
      `with cells as (select person, truth, count(*)::double as n from link_joined group by person, truth),
       truths as (select truth, sum(n) as n, count(*) as parts from cells group by truth),
       found as (select person, sum(n) as n, count(*) as parts from cells group by person)
       select (select coalesce(sum(n * (n - 1) / 2), 0) from truths) as truth,
         (select coalesce(sum(n * (n - 1) / 2), 0) from found) as found,
         (select coalesce(sum(n * (n - 1) / 2), 0) from cells) as both,
         (select count(*) from truths where parts > 1) as cut,
         (select count(*) from found where parts > 1) as together`,
    )
    const { truth, found, both, cut, together } = pairs!
    if (truth === 0) return null
    return {
      precision: share(both, found),
      recall: share(both, truth),
      f1: share(2 * both, truth + found),
      cut,
      together,
      groups: await recallByGroup(session, folder),
    }
  })
}

/** Kinds of names of the region: how many surnames, and whether particles or a married name are in them. */
const namesSql = `case when married_name is not null and married_name <> '' then 'married'
  when regexp_matches(lower(family_names), '(^| )(de|del|la|las|los|da|dos|san|santa)( |$)') then 'particles'
  when maternal_name is null or maternal_name = '' then 'one-surname' else 'two-surnames' end`

async function recallByGroup(session: LakeEngine, folder: string): Promise<TruthQuality['groups']> {
  const path = `'${`${folder}/persons.parquet`.replaceAll("'", "''")}'`
  const groups = await session.rows<Omit<TruthQuality['groups'][number], 'label'>>(
    `with cells as (select person, truth, count(*)::double as n from link_joined group by person, truth),
     scored as (
       select truth, sum(n) * (sum(n) - 1) / 2 as pairs, sum(n * (n - 1) / 2) as found
       from cells group by truth),
     who as (
       select person_id as truth, sex, coalesce(citizenship, '') as citizenship, ${namesSql} as names
       from read_parquet(${path})),
     grouped as (
       select 'sex' as kind, sex as part, pairs, found from scored join who using (truth)
       union all select 'citizenship', citizenship, pairs, found from scored join who using (truth)
       union all select 'names', names, pairs, found from scored join who using (truth))
     select kind as "by", part as "group", count(*) as persons, sum(found) / sum(pairs) as recall
     from grouped group by kind, part having sum(pairs) > 0
     order by kind desc, persons desc, part`,
  )
  return groups.map((each) => ({ ...each, label: labelOf(each.by, each.group) }))
}
