import { readParquet, type BackTested } from '@caudal/methods/measure'
import { snapshot, type CaudalNode } from '../../store/index.ts'

/**
 * Compares the figures of every release with what they became: the figures of the country's last
 * release for months that are final in it. One row per country, and one per country and release.
 */
export async function listBackTests(node: CaudalNode): Promise<BackTested[]> {
  const { files } = await snapshot(node, 'estimate')
  if (files.facts.length === 0) return []
  return node.lake.rows<BackTested>(`
    with figure as (select * from ${readParquet(files.facts)}),
    final as (
      select country, period, direction, citizenship_status, decided from figure
      where figure_status = 'final'
        and release_on = (select max(release_on) from figure as last where last.country = figure.country)
    ),
    tested as (
      select figure.*, final.decided as became from figure
      join final using (country, period, direction, citizenship_status)
      where figure_status = 'provisional' and undecided >= 10
    )
    select country, strftime(release_on, '%Y-%m') as release, count(*) as tested,
      avg(became - estimate) as "meanRevision", avg(abs(became - estimate)) as "meanAbsoluteRevision",
      avg((became between low_80 and high_80)::integer) as coverage80,
      avg((became between low_95 and high_95)::integer) as coverage95
    from tested group by grouping sets ((country), (country, release))
    order by country, release nulls first`)
}
