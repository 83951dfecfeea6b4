import type { Journeys } from '@caudal/methods/measure/provisional'
import { readParquet } from '@caudal/methods/measure'
import type { LakeEngine } from '../../store/index.ts'

/** Groups that estimates are published by, in order of their codes. */
export const estimateGroups = ['national', 'foreign'] as const

/** First ages of the bands that crossings are compared by. */
const ages = [0, 18, 30, 45, 65] as const

/** Journeys with the days they were observed, days since 1970-01-01. */
export interface ObservedJourneys {
  readonly journeys: Journeys
  readonly observedFrom: number
  /** First day that is not observed any more. */
  readonly observedUntil: number
}

/**
 * Reads the repaired journeys of one country into columns of numbers: some fifty bytes a crossing. What
 * is inserted counts as the repair had it. Crossings are compared by citizenship, age band and quarter.
 */
export async function readJourneys(
  session: LakeEngine,
  paths: readonly string[],
): Promise<ObservedJourneys> {
  const bands = ages
    .slice(1)
    .map((from) => `coalesce(age >= ${from}, false)::integer`)
    .join(' + ')
  await session.run(
    `create or replace temp table estimate_crossings as
     select (row_number() over (order by person, place))::integer - 1 as row,
       (dense_rank() over (order by person))::integer as person,
       (crossed_on - date '1970-01-01')::integer as day,
       (direction = 'arrival')::tinyint as direction,
       (coalesce(citizenship, '') <> country)::tinyint as foreigner,
       (${bands})::tinyint as band, (quarter(crossed_on) - 1)::tinyint as quarter
     from ${readParquet(paths)} where place is not null`,
  )
  const [counted] = await session.rows<{ rows: number; from: number | null; until: number | null }>(
    'select count(*) as rows, min(day) as from, max(day) + 1 as until from estimate_crossings',
  )
  const rows = counted!.rows
  const days = new Int32Array(rows)
  const minutes = new Float64Array(rows)
  const directions = new Int8Array(rows)
  const traits = [new Int32Array(rows), new Int32Array(rows), new Int32Array(rows)]
  const starts: number[] = []
  let person = 0
  let at = 0
  for await (const { columns, length } of session.numbers(
    'select person, day, direction, foreigner, band, quarter from estimate_crossings order by row',
  )) {
    for (let row = 0; row < length; row += 1, at += 1) {
      const isFirst = columns[0]![row] !== person
      if (isFirst) {
        person = columns[0]![row]!
        starts.push(at)
      }
      days[at] = columns[1]![row]!
      // crossings of one day keep the order of the journey
      const first = days[at]! * 1440
      minutes[at] = isFirst ? first : Math.max(first, minutes[at - 1]! + 1)
      directions[at] = columns[2]![row]!
      traits.forEach((codes, trait) => (codes[at] = columns[3 + trait]![row]!))
    }
  }
  starts.push(rows)
  return {
    journeys: {
      starts: Int32Array.from(starts),
      minutes,
      days,
      directions,
      traits,
      groups: traits[0]!,
    },
    observedFrom: counted!.from ?? 0,
    observedUntil: counted!.until ?? 0,
  }
}
