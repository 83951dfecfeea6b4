import { quoteText } from '@caudal/methods/collect'
import { alternationTerms, type CrossingHabits } from '@caudal/methods/link'
import type { CaudalNode, LakeEngine } from '../../store/index.ts'
import { duplicateMinutes } from '../journeys/write-journeys.ts'
import type { MoreEvidence } from '../impossible-clusters.ts'
import type { LinkedBatches } from './linked-fields.ts'
import { factsOf } from './read-identities.ts'

/** Names that say more than this, bits, are not put to the test of crossings. */
const sureWithout = 25

/** Makes `link_card_moments` and `link_alternation` of the crossings of a country's cards. */
export async function readMoments(
  node: CaudalNode,
  session: LakeEngine,
  country: string,
  inputs: readonly LinkedBatches[],
): Promise<void> {
  await session.run(
    'create or replace temp table link_crossed (n integer, minute double, arrival boolean)',
  )
  for (const batch of inputs.find(({ recordType }) => recordType === 'movement')?.batches ?? []) {
    await session.run(
      `insert into link_crossed
       select c.n, coalesce(epoch(f.crossed_at) / 60, (f.crossed_on - date '1970-01-01') * 1440.0),
         f.direction = 'arrival'
       from ${factsOf(node, batch)} as f join link_card_of as c using (record_id)
       where f.country = ${quoteText(country)} and f.direction in ('arrival', 'departure')
         and (f.crossed_at is not null or f.crossed_on is not null)`,
    )
  }
  await makeMoments(session)
  await session.run('drop table link_crossed')
}

/**
 * Makes of `link_crossed` (n, minute, arrival) what is compared: `link_card_moments` (n, minute, arrival,
 * doubled), where a crossing within half an hour of another of its card the same way is doubled, and
 * `link_alternation` (n, alternating, repeated), the steps of each card.
 */
export async function makeMoments(session: LakeEngine): Promise<void> {
  await session.run(
    `create or replace temp table link_card_moments as
     select n, minute, arrival, doubled from (
       select n, minute, arrival,
         coalesce(arrival = lag(arrival) over w and minute - lag(minute) over w <= ${duplicateMinutes}, false)
           as doubled
       from link_crossed window w as (partition by n order by minute, arrival desc))`,
  )
  await session.run('create or replace temp table link_told (l integer, r integer, bits float)')
  await session.run(
    `create or replace temp table link_alternation as
     select n, count(*) filter (arrival <> before) as alternating,
       count(*) filter (arrival = before) as repeated
     from (select n, arrival, lag(arrival) over (partition by n order by minute, arrival desc) as before
           from link_card_moments where not doubled) group by n`,
  )
}

/** How the crossings of the cards that teach behave. */
export async function learnHabits(session: LakeEngine): Promise<CrossingHabits> {
  const [steps] = await session.rows<{ alternating: number; all: number }>(
    `select coalesce(sum(alternating), 0)::double as alternating,
       coalesce(sum(alternating + repeated), 0)::double as "all" from link_alternation`,
  )
  const [crossings] = await session.rows<{ doubled: number; all: number }>(
    `select count(*) filter (doubled)::double as doubled, count(*)::double as "all" from link_card_moments`,
  )
  const within = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value))
  return {
    alternating: within((steps!.alternating + 9) / (steps!.all + 10), 0.55, 0.98),
    doubled: within((crossings!.doubled + 1) / (crossings!.all + 100), 0.002, 0.1),
  }
}

/**
 * Adds to the weights of pairs what their crossings say: SQL for `alternationWeight`, over the joined
 * crossings of both cards. Keeps what it added in `link_told` (l, r, bits).
 */
export function tellByCrossings(habits: CrossingHabits): MoreEvidence {
  return async (session, table) => {
    await session.run(
      `create or replace temp table link_asked as
       select distinct t.l, t.r from ${table} as t
       where t.weight < ${sureWithout} and t.weight > -${sureWithout}
         and t.l in (select n from link_alternation) and t.r in (select n from link_alternation)
         and not exists (select 1 from link_told as told where told.l = t.l and told.r = t.r)`,
    )
    await session.run(
      `insert into link_told
       with merged as (
         select l, r, n, minute, arrival from link_asked join link_card_moments on n = l where not doubled
         union all
         select l, r, n, minute, arrival from link_asked join link_card_moments on n = r where not doubled),
       neighbours as (
         select l, r, minute, arrival,
           coalesce(arrival = lag(arrival) over w and n <> lag(n) over w
             and minute - lag(minute) over w <= ${duplicateMinutes}, false) as beside
         from merged window w as (partition by l, r order by minute, arrival desc, n)),
       steps as (
         select l, r, arrival, lag(arrival) over (partition by l, r order by minute, arrival desc) as before
         from neighbours where not beside),
       joined as (
         select l, r, count(*) filter (arrival <> before) as alternating,
           count(*) filter (arrival = before) as repeated from steps group by l, r),
       coinciding as (select l, r, count(*) filter (beside) as together from neighbours group by l, r)
       select l, r, ${weightSql(habits)} from (
         select l, r, together, j.alternating - a.alternating - b.alternating as gain,
           j.repeated - a.repeated - b.repeated as repeats
         from joined as j join coinciding using (l, r)
         join link_alternation as a on a.n = l join link_alternation as b on b.n = r)`,
    )
    await session.run(
      `update ${table} as t set weight = t.weight + told.bits from link_told as told
       where told.l = t.l and told.r = t.r`,
    )
    await session.run('drop table link_asked')
  }
}

/** `alternationWeight` in SQL. */
function weightSql(habits: CrossingHabits): string {
  const { first, gained, repeated, together, least, most } = alternationTerms(habits)
  return `greatest(${least}, least(${most}, ${first}
    + gain * ${gained} + repeats * ${repeated} + together * ${together}))`
}
