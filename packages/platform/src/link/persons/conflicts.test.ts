import { expect, it } from 'vitest'
import { receiveFacts } from '../../measure/testing-facts.ts'
import { withNode } from '../../store/testing.ts'
import { conflictsOf } from './conflicts.ts'

it('one person is not at two posts within half an hour; at one post, or later, he may be', async () => {
  await withNode(async (node) => {
    const at = (crossed_at: string, border_post: string | null, country = 'GTM') => ({
      country,
      crossed_at,
      crossed_on: crossed_at.slice(0, 10),
      border_post,
      direction: 'arrival',
    })
    const batch = await receiveFacts(node, {
      recordType: 'movement',
      dataset: 'posts',
      records: [
        at('2026-01-01 10:00:00', 'A'),
        at('2026-01-01 10:20:00', 'B'),
        at('2026-01-01 10:25:00', 'B'),
        at('2026-01-01 11:30:00', 'A'),
        at('2026-01-01 10:10:00', null),
        at('2026-01-01 10:05:00', 'C', 'SLV'),
      ],
    })
    const first = (BigInt(batch.id) << 36n).toString()
    await node.lake.session(async (session) => {
      // six cards of one record each, taken for one person
      await session.run(
        `create temp table link_card_of as select ${first} + n + 1 as record_id, n::integer as n from range(6) as r(n)`,
      )
      await session.run('create temp table link_members as select n, 0 as number from link_card_of')
      await session.run('create temp table link_conflicts (fault varchar, l integer, r integer)')
      const inputs = [{ recordType: 'movement', batches: [batch] }] as const
      await conflictsOf(node, 'GTM', inputs)(session)
      expect(await session.rows('select * from link_conflicts order by all')).toEqual([
        { fault: 'two-places-at-once', l: 0, r: 1 },
      ])
    })
  })
})
