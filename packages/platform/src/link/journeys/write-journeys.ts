import { crossingProblems } from '@caudal/methods/link'
import { getRecordType, quoteText } from '@caudal/methods/collect'
import type { Batch, CaudalNode, LakeEngine } from '../../store/index.ts'
import { factsOf } from '../persons/read-identities.ts'
import { columnOf } from '../persons/linked-fields.ts'
import { repairCrossings, type RepairCounts } from './repaired-crossings.ts'

/** Crossings of one direction this many minutes apart or less are one. */
export const duplicateMinutes = 30

/** What of a movement stays with its crossing in the journey. */
const kept = [
  'border_post',
  'mode',
  'residence_country',
  'counterpart_country',
  'purpose',
  'document_type',
]

export interface WrittenJourneys extends RepairCounts {
  readonly rows: number
  /** First and last day on which a crossing was recorded, ISO dates; null where there is none. */
  readonly observedFrom: string | null
  readonly observedTo: string | null
}

/**
 * Writes the journeys of a country's persons to a Parquet file. Reads `link_person_of` (record_id,
 * person: the place of the person's least card), `link_person_number` (person, number) and `link_rows`.
 *
 * @param movements batches of movements of the run
 */
export async function writeJourneys(
  node: CaudalNode,
  session: LakeEngine,
  country: string,
  dataset: string,
  movements: readonly Batch[],
  target: string,
): Promise<WrittenJourneys> {
  await makeCrossings(node, session, country, movements)
  await makeTraits(session)
  const [observed] = await session.rows<{
    first: string | null
    last: string | null
    end: number | null
  }>(
    `select min(crossed_on)::varchar as first, max(crossed_on)::varchar as last,
       (max(crossed_on) - date '1970-01-01')::integer + 1 as end from link_crossings`,
  )
  const counts = await repairCrossings(session, {
    observedUntil: observed!.end ?? 0,
    duplicateMinutes,
  })
  await session.run(
    `copy (${journeysSql(country, dataset)}) to ${quoteText(target)} (format parquet, compression zstd)`,
  )
  const [written] = await session.rows<{ rows: number }>(
    `select count(*) as rows from read_parquet(${quoteText(target)})`,
  )
  return {
    ...counts,
    rows: written!.rows,
    observedFrom: observed!.first,
    observedTo: observed!.last,
  }
}

async function makeCrossings(
  node: CaudalNode,
  session: LakeEngine,
  country: string,
  movements: readonly Batch[],
): Promise<void> {
  const columns = ['record_id', 'crossed_on', 'crossed_at', 'direction', ...kept]
  const types = columns.map((id) => {
    if (id === 'record_id') return 'record_id bigint'
    if (id === 'crossed_on') return 'crossed_on date'
    return id === 'crossed_at' ? 'crossed_at timestamp' : `${id} varchar`
  })
  await session.run(
    `create or replace temp table link_crossings (person integer, ${types.join(', ')})`,
  )
  for (const batch of movements) {
    await session.run(
      `insert into link_crossings
       select p.person, ${columns.map((id) => `f.${id}`).join(', ')}
       from ${factsOf(node, batch)} as f join link_person_of as p using (record_id)
       where f.country = $1`,
      [country],
    )
  }
}

/** What most records of a person say; of values that are said as often, the first of the alphabet. */
async function makeTraits(session: LakeEngine): Promise<void> {
  const traits = {
    citizenship: 'citizenship',
    birth_country: 'birth_country',
    sex: 'sex',
    born: 'birth_date',
  }
  const joins: string[] = []
  for (const [trait, field] of Object.entries(traits)) {
    const value = columnOf(field)
    await session.run(
      `create or replace temp table link_trait_${trait} as
       select person, arg_max(value, said) as value from (
         select person, value, (count(*), -row_number() over (order by value)) as said
         from (select p.person, r.${value} as value from link_rows as r
               join link_person_of as p using (record_id) where r.${value} is not null)
         group by person, value)
       group by person`,
    )
    joins.push(trait)
  }
  await session.run(
    `create or replace temp table link_traits as
     select n.person, n.number, ${joins.map((trait) => `${trait}.value as ${trait}`).join(', ')}
     from link_person_number as n
     ${joins.map((trait) => `left join link_trait_${trait} as ${trait} on ${trait}.person = n.person`).join('\n')}`,
  )
  for (const trait of joins) await session.run(`drop table link_trait_${trait}`)
}

function journeysSql(country: string, dataset: string): string {
  const problems = crossingProblems.map((name, at) => `when ${at + 1} then ${quoteText(name)}`)
  const age = `case when t.born::date <= crossed_on then datesub('year', t.born::date, crossed_on) end`
  const columns: Readonly<Record<string, string>> = {
    country: quoteText(country),
    person: 't.number',
    citizenship: 't.citizenship',
    birth_country: 't.birth_country',
    sex: 't.sex',
    age: `${age}::bigint`,
    birth_year: 'year(t.born::date)::bigint',
  }
  const ordered = getRecordType('journey').fields.map(({ id }) => `${columns[id] ?? id} as ${id}`)
  return `
    with crossings as (
      select c.record_id, c.person, r.place, date '1970-01-01' + r.day as crossed_on, c.crossed_at,
        c.direction, 'recorded' as origin, case r.problem ${problems.join(' ')} end as problem,
        r.gap = 1 as gap, r.ordered = 1 as ordered, ${kept.map((id) => `c.${id}`).join(', ')}
      from link_repaired as r join link_crossings as c on c.rowid = r.row
      union all
      select c.record_id, i.person, i.place, date '1970-01-01' + i.day, null,
        case i.direction when 1 then 'arrival' else 'departure' end, 'inserted', null, false, false,
        ${kept.map(() => 'null').join(', ')}
      from link_inserted as i join link_crossings as c on c.rowid = i.row
    ),
    placed as (
      select * replace (case when place >= 0 then place::bigint + 1 end as place) from crossings
    )
    select record_id, ${quoteText(dataset)} as dataset, ${ordered.join(', ')}
    from placed join link_traits as t using (person)
    order by t.number, place, record_id`
}
