import { join } from 'node:path'
import { quoteText } from '@caudal/methods/collect'
import { readParquet } from '@caudal/methods/measure'
import { ownCodesOf } from '@caudal/methods/vocabulary'
import {
  nodeCodeLists,
  snapshot,
  type Batch,
  type CaudalNode,
  type LakeEngine,
} from '../../store/index.ts'

/** Permits to reside, whatever for. */
const residencePermits = [
  'residence-visa',
  'temporary-residence',
  'permanent-residence',
  'work-permit',
  'study-permit',
  'humanitarian-permit',
  'refugee-status',
  'stateless-status',
  'regularization',
] as const

/** All that makes a stay lawful for longer than the border granted. Visas allow to come, not to stay. */
const stayPermits = [
  ...residencePermits,
  'seasonal-work-permit',
  'special-permit',
  'extension-of-stay',
  'naturalization',
] as const

/**
 * Makes the tables `journey_permitted` and `journey_authorised` of the rows of `journey`: which are first
 * arrivals of foreigners within a year of a first residence permit; and how many days each arrival
 * was granted. What the border granted counts, or the validity of a permit that begins before the stay
 * ends, where that reaches further; a permit without an end leaves no limit.
 *
 * @param observedUntil ISO date: the first day that is no longer observed
 */
export async function makeStayTables(
  node: CaudalNode,
  session: LakeEngine,
  journeys: Batch,
  observedUntil: string,
): Promise<void> {
  await makeGranted(node, session)
  await makePermits(node, session, journeys)
  const list = (await nodeCodeLists(node)).get('permit-types')
  const types = (ids: readonly string[]) =>
    ids.flatMap((id) => [id, ...ownCodesOf(list, id)].map(quoteText)).join(', ')
  await session.run(
    `create or replace temp table journey_permitted as
     with first as (
       select person, min(coalesce(decided_on, recorded_on)) as day from journey_permits
       where coalesce(procedure, '') <> 'renewal' and permit_type in (${types(residencePermits)})
       group by person
     )
     select min(row) as row from journey join first using (person)
     where direction = 'arrival' and origin = 'recorded' and citizenship is distinct from country
       and abs(crossed_on - first.day) <= 365
     group by person`,
  )
  // what was granted with a recorded arrival says nothing of one that was inserted beside it
  await session.run(
    `create or replace temp table journey_authorised as
     with stay as (
       select row, record_id, person, crossed_on, coalesce(next_on, date ${quoteText(observedUntil)}) as ended_on
       from journey where direction = 'arrival' and origin = 'recorded'
     ), permitted as (
       select row, max(valid_to - crossed_on) as days, bool_or(valid_to is null) as endless
       from stay join journey_permits as permit on permit.person = stay.person
         and permit.permit_type in (${types(stayPermits)})
         and coalesce(permit.valid_from, permit.decided_on, permit.recorded_on) <= ended_on
         and coalesce(permit.valid_to, ended_on) >= crossed_on
       group by row
     )
     select stay.row, case when not coalesce(endless, false)
       then greatest(journey_granted.authorised_days, permitted.days)::bigint end as authorised_days
     from stay left join journey_granted using (record_id) left join permitted on permitted.row = stay.row`,
  )
}

/** Days of stay that the border granted, by record: journeys leave them with the movements. */
async function makeGranted(node: CaudalNode, session: LakeEngine): Promise<void> {
  const { files } = await snapshot(node, 'movement')
  const granted =
    files.facts.length === 0
      ? 'select null::bigint as record_id, null::bigint as authorised_days where false'
      : `select record_id, authorised_days from ${readParquet(files.facts)}
         where authorised_days is not null and record_id in (select record_id from journey)`
  await session.run(`create or replace temp table journey_granted as ${granted}`)
}

/** Permits that were granted to the persons of the journeys. */
async function makePermits(
  node: CaudalNode,
  session: LakeEngine,
  { files: own }: Batch,
): Promise<void> {
  const { files } = await snapshot(node, 'permit')
  const links = own
    .filter(({ kind }) => kind === 'persons')
    .map(({ path }) => join(node.folder.root, path))
  const columns = 'permit_type, procedure, recorded_on, decided_on, valid_from, valid_to'
  const granted =
    files.facts.length === 0 || links.length === 0
      ? `select null::bigint as person, null::varchar as permit_type, null::varchar as procedure, null::date as recorded_on,
           null::date as decided_on, null::date as valid_from, null::date as valid_to where false`
      : `select link.person, ${columns}
         from ${readParquet(files.facts)} as permit join ${readParquet(links)} as link using (record_id)
         where decision = 'granted' and coalesce(procedure, '') <> 'cancellation' and link.person is not null`
  await session.run(`create or replace temp table journey_permits as ${granted}`)
}
