import type { Cube } from '@caudal/methods/measure'
import { readParquet } from '@caudal/methods/measure'
import { quoteText } from '@caudal/methods/collect'
import { snapshot, type CaudalNode, type LakeEngine, type Snapshot } from '../store/index.ts'
import type { CubeQuality, SeriesBreak } from './cube-manifest.ts'
import { editionsOf } from './editions.ts'

/** Record types whose days and posts are expected to report without a pause. */
const dateFields: Readonly<Record<string, string>> = {
  movement: 'crossed_on',
  outcome: 'crossed_on',
}

/** Posts below which months tell nothing of a change, and the change that counts as a break. */
const [leastPosts, mostChange] = [4, 2]

/**
 * What a reader must know of the quality of a cube's figures: shares of records from 0 to 1, null where
 * they mean nothing for its records, and breaks in its series with their reason.
 */
export async function measureCubeQuality(
  node: CaudalNode,
  lake: LakeEngine,
  cube: Cube,
  records: Snapshot,
): Promise<CubeQuality> {
  const date = dateFields[cube.recordType]
  if (date === undefined || records.files.facts.length === 0) {
    return {
      imputed: null,
      provisional: null,
      unmatched: null,
      days: null,
      posts: null,
      breaks: [],
    }
  }
  const facts = readParquet(records.files.facts)
  const isDerived = cube.recordType === 'outcome'
  const [shares] = isDerived
    ? await lake.rows<{ imputed: number | null; provisional: number | null }>(
        `select avg((beside_gap = 1 or inserted = 1)::integer) as imputed,
           avg((outcome = 'undecided')::integer) as provisional from ${facts}`,
      )
    : []
  const recorded = isDerived ? `(select * from ${facts} where inserted = 0)` : facts
  const [coverage] = await lake.rows<{ days: number | null; posts: number | null }>(
    `with seen as (select country, border_post, ${date} as day, date_trunc('month', ${date}) as month from ${recorded}),
     span as (select country, min(day) as first, max(day) as last, count(distinct day) as days from seen group by country),
     post as (select country, border_post, count(distinct month) as months from seen where border_post is not null group by all)
     select (select sum(days) / sum(last - first + 1) from span) as days,
       (select sum(post.months) / sum(datediff('month', span.first, span.last) + 1) from post join span using (country)) as posts`,
  )
  return {
    imputed: shares?.imputed ?? null,
    provisional: shares?.provisional ?? null,
    unmatched: isDerived ? await unmatchedShare(node, lake) : null,
    days: coverage!.days,
    posts: coverage!.posts,
    breaks: [
      ...(await sourceBreaks(node, lake, records, date)),
      ...(await postBreaks(lake, recorded, date)),
    ].sort((a, b) => (`${a.country} ${a.from}` < `${b.country} ${b.from}` ? -1 : 1)),
  }
}

/** Crossings of linked persons that are in no history: repeated, unreadable or set aside. */
async function unmatchedShare(node: CaudalNode, lake: LakeEngine): Promise<number | null> {
  const { files } = await snapshot(node, 'journey')
  if (files.facts.length === 0) return null
  const [row] = await lake.rows<{ share: number | null }>(
    `select avg((problem is not null)::integer) as share
     from ${readParquet(files.facts)} where origin = 'recorded'`,
  )
  return row!.share
}

/** Where a country's records begin to be read with another profile: their source or layout changed. */
async function sourceBreaks(
  node: CaudalNode,
  lake: LakeEngine,
  { batches }: Snapshot,
  date: string,
): Promise<SeriesBreak[]> {
  const editions = editionsOf(node, batches)
  if (editions.length < 2) return []
  const parts = editions.map(
    ({ profile, paths }) =>
      `select country, ${quoteText(profile)} as profile, min(${date}) as first from ${readParquet(paths)} group by country`,
  )
  return lake.rows<SeriesBreak>(
    `select country, first::varchar as "from", 'source-changed' as reason
     from (select *, row_number() over (partition by country order by first, profile) as place
       from (${parts.join(' union all ')})) where place > 1`,
  )
}

/**
 * Months from which on half as many posts report as in the six months before, or twice as many, and go
 * on to for three months: one quiet month is no break. Of a run of such months the first is named.
 */
async function postBreaks(lake: LakeEngine, facts: string, date: string): Promise<SeriesBreak[]> {
  return lake.rows<SeriesBreak>(
    `with month as (
       select country, date_trunc('month', ${date}) as month, count(distinct border_post) as posts
       from ${facts} group by all
     ), around as (
       select *,
         avg(posts) over (partition by country order by month rows between 6 preceding and 1 preceding) as before,
         count(*) over (partition by country order by month rows between 6 preceding and 1 preceding) as known,
         max(posts) over (partition by country order by month rows between current row and 2 following) as most,
         min(posts) over (partition by country order by month rows between current row and 2 following) as least
       from month
     ), change as (
       select *, known = 6 and greatest(posts, before) >= ${leastPosts}
         and (least >= ${mostChange} * before or before >= ${mostChange} * most) as is_break
       from around
     ), first as (
       select *, lag(is_break, 1, false) over (partition by country order by month) as was_break from change
     )
     select country, month::date::varchar as "from", 'posts-changed' as reason from first
     where is_break and not was_break`,
  )
}
