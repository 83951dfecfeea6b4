import type { Cube } from '@caudal/methods/measure'
import { readParquet } from '@caudal/methods/measure'
import { quoteText } from '@caudal/methods/collect'
import type { CaudalNode, LakeEngine, Snapshot } from '../store/index.ts'
import type { CubeQuality, SeriesBreak } from './cube-manifest.ts'
import { editionsOf } from './editions.ts'
import { newestLinks } from './persons-of-records.ts'
import { measureQualityFigures, recordedSql, reportingOf } from './record-quality.ts'

/** Posts below which months tell nothing of a change, and the change that counts as a break. */
const [leastPosts, mostChange] = [4, 2]

/**
 * What a reader must know of the quality of a cube's figures: shares of records, coverage, and breaks in
 * its series with their reason.
 *
 * @param cells the files of its cells as codes, whole paths
 */
export async function measureCubeQuality(
  node: CaudalNode,
  lake: LakeEngine,
  cube: Cube,
  records: Snapshot,
  cells: readonly string[],
): Promise<CubeQuality> {
  const paths = records.files.facts
  const links = await newestLinks(node)
  const figures = await measureQualityFigures(node, lake, cube, readParquet(cells), paths, links)
  const reporting = reportingOf(cube.recordType)
  if (reporting === undefined || paths.length === 0) return { ...figures, breaks: [] }
  const { date, unit } = reporting
  const recorded = recordedSql(cube, readParquet(paths))
  return {
    ...figures,
    breaks: [
      ...(await sourceBreaks(node, lake, records, date)),
      ...(unit?.isMonthly ? await unitBreaks(lake, recorded, date, unit.field) : []),
    ].sort((a, b) => (`${a.country} ${a.from}` < `${b.country} ${b.from}` ? -1 : 1)),
  }
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
      `select country, ${quoteText(profile)} as profile, min(${date}) as first from ${readParquet(paths)} where ${date} is not null group by country`,
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
async function unitBreaks(
  lake: LakeEngine,
  facts: string,
  date: string,
  unit: string,
): Promise<SeriesBreak[]> {
  return lake.rows<SeriesBreak>(
    `with month as (
       select country, date_trunc('month', ${date}) as month, count(distinct ${unit}) as posts
       from ${facts} where ${date} is not null group by all
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
