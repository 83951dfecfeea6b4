import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Actor } from '@caudal/methods/govern'
import { listWaiting } from '../../govern/inventory/service.ts'
import { listExpired, runDailyRetention } from '../../govern/retention/service.ts'
import { terminalActor } from '../../govern/terminal-actor.ts'
import { withNode } from '../../store/testing.ts'
import { discardSubmission, openSubmission, receivePart } from './service.ts'

const ana: Actor = {
  kind: 'person',
  id: 'ana',
  roles: ['data-officer'],
  institution: 'hn-inm',
  country: 'HND',
}
const officer = terminalActor('protection-officer')
const day = (offset: number) =>
  new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10)

test('a file that nobody touches is removed with its key by the daily run, and is in the inventory until then', async () => {
  await withNode(async (node) => {
    const content = Buffer.from('documento,nombres\nP1,Ximena\n')
    const ids: number[] = []
    for (let file = 0; file < 3; file += 1) {
      const fileName = `cruces-${file}.csv`
      const { id } = await openSubmission(node, ana, { fileName, bytes: content.length })
      await receivePart(node, ana, id, 0, content)
      ids.push(id)
    }
    await discardSubmission(node, ana, ids[2]!)
    expect(await listWaiting(node, officer)).toMatchObject([
      { what: 'files', owner: 'hn-inm', count: 2, held: 0, oldest: day(0), keptUntil: day(30) },
    ])
    expect(await listExpired(node, officer, day(29))).toEqual([])
    await node.register.query(
      "update submissions set changed_at = now() - interval '31 days' where id = any($1)",
      [[ids[0]]],
    )
    expect(await listExpired(node, officer, day(0))).toMatchObject([
      { batch: null, what: 'files', count: 1, since: day(-1) },
    ])
    const run = await runDailyRetention(node, officer, day(0), async () => {})
    expect(run.erased).toMatchObject([{ what: 'files', count: 1 }])
    const rows = await node.register.query(
      'select state, wrapped_key is null as gone from submissions order by id',
    )
    expect(rows).toEqual([
      { state: 'expired', gone: true },
      { state: 'draft', gone: false },
      { state: 'discarded', gone: true },
    ])
    expect(readdirSync(node.folder.submissions)).toEqual([String(ids[1])])
    const log = await node.register.query<{ entry: string }>(
      "select entry from audit_entries where entry like '%retention%'",
    )
    expect(log).toHaveLength(1)
  })
})
