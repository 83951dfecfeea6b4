import { quoteText } from '@caudal/methods/collect'
import type { CaudalNode, LakeEngine } from '../../store/index.ts'
import type { ConflictFinder } from '../impossible-clusters.ts'
import type { LinkedType, LinkedBatches } from './linked-fields.ts'
import { factsOf, withIdentities } from './read-identities.ts'

/** Minutes in which nobody gets from one border post to another and crosses again. */
const minutesBetweenPosts = 30

/**
 * What the records of a node say against a cluster, beside its values: crossings at two posts within
 * half an hour (times as recorded), and two spells at once in one register of residents under two
 * numbers.
 */
export function conflictsOf(
  node: CaudalNode,
  country: string,
  inputs: readonly LinkedBatches[],
): ConflictFinder {
  const batchesOf = (type: LinkedType) =>
    inputs.find(({ recordType }) => recordType === type)?.batches ?? []
  return async (session) => {
    await makeMembers(session)
    for (const batch of batchesOf('movement')) {
      await session.run(
        `insert into link_moments
         select p.number, p.n, epoch(f.crossed_at) / 60, f.border_post, f.record_id
         from ${factsOf(node, batch)} as f join link_member_records as p using (record_id)
         where f.country = ${quoteText(country)} and f.crossed_at is not null and f.border_post is not null`,
      )
    }
    await session.run(
      `insert into link_conflicts
       select 'two-places-at-once', least(n, before), greatest(n, before) from (
         select *, lag(n) over w as before, lag(minute) over w as earlier, lag(post) over w as from_post
         from link_moments window w as (partition by number order by minute, record_id))
       where before <> n and from_post <> post and minute - earlier < ${minutesBetweenPosts}`,
    )
    for (const batch of batchesOf('residence')) {
      await withIdentities(node, batch, async (identities) => {
        if (identities === undefined) return
        await session.run(
          `insert into link_spells
           select p.number, p.n, ${batch.id}, i.register_number, f.started_on,
             coalesce(f.ended_on, date '9999-12-31')
           from ${factsOf(node, batch)} as f join ${identities} as i using (record_id)
           join link_member_records as p using (record_id)
           where i.register_number is not null and f.started_on is not null`,
        )
      })
    }
    await session.run(
      `insert into link_conflicts
       select 'two-in-one-file', a.n, b.n from link_spells as a join link_spells as b
         on a.number = b.number and a.batch = b.batch and a.n < b.n and a.register <> b.register
       where a.started < b.ended and b.started < a.ended`,
    )
  }
}

async function makeMembers(session: LakeEngine): Promise<void> {
  await session.run(
    `create or replace temp table link_member_records as
     select c.record_id, m.n, m.number from link_members as m join link_card_of as c on c.n = m.n`,
  )
  await session.run(
    `create or replace temp table link_moments
       (number integer, n integer, minute double, post varchar, record_id bigint)`,
  )
  await session.run(
    `create or replace temp table link_spells
       (number integer, n integer, batch integer, register varchar, started date, ended date)`,
  )
}
