import type { CaudalNode } from '../../store/index.ts'
import { readRunCircles, type Circle } from '../persons/kept-apart.ts'
import type { LinkRun } from '../persons/link-runs.ts'

/** What came of the records of one circle of institutions, which were linked with no others. */
export interface CircleQuality extends Omit<Circle, 'batches'> {
  readonly records: number
  readonly persons: number
  /** Share of named records whose person has others. */
  readonly matchRate: number
}

/**
 * Records and persons by circle; nothing where all records could be linked with one another. Whoever is
 * known to two circles is two persons, and nobody may tell.
 *
 * @param persons relation of the persons of the run
 */
export async function measureCircles(
  node: CaudalNode,
  persons: string,
  run: LinkRun,
): Promise<CircleQuality[]> {
  const circles = await readRunCircles(node, run)
  if (circles.length < 2) return []
  const cases = circles.map(
    ({ batches }, at) => `when (record_id >> 36) in (${batches.join(', ')}) then ${at}`,
  )
  const rows = await node.lake.rows<{
    circle: number
    records: number
    named: number
    persons: number
    matched: number
  }>(
    `with counted as (
       select case ${cases.join(' ')} end as circle, person, count(*) as records
       from ${persons} group by 1, 2)
     select circle, sum(records)::bigint as records,
       coalesce(sum(records) filter (person is not null), 0)::bigint as named,
       count(person) as persons,
       coalesce(sum(records) filter (person is not null and records > 1), 0)::bigint as matched
     from counted group by circle`,
  )
  return circles.map(({ middle, institutions, datasets }, at) => {
    const found = rows.find((row) => row.circle === at)
    return {
      middle,
      institutions,
      datasets,
      records: found?.records ?? 0,
      persons: found?.persons ?? 0,
      matchRate: found === undefined || found.named === 0 ? 0 : found.matched / found.named,
    }
  })
}
