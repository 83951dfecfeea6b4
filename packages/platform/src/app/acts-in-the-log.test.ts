import { expect, test } from 'vitest'
import { readEntry } from '@caudal/methods/govern'
import { parseTableSpec } from '@caudal/methods/publish'
import { withdraw } from '../collect/institution/service.ts'
import { importFile, listFindings } from '../collect/service.ts'
import { crossing, crossings, crossingsProfile, writeImport } from '../collect/testing-import.ts'
import { inclusionProof, readEntries } from '../govern/audit/service.ts'
import { listRegister, putDocument, readHistory } from '../govern/registers/service.ts'
import { terminalActor } from '../govern/terminal-actor.ts'
import { keeper, statistician } from '../govern/testing-actors.ts'
import { buildCubes } from '../measure/service.ts'
import { createPublishService } from '../publish/service.ts'
import type { CaudalNode } from '../store/index.ts'
import { withNode } from '../store/testing.ts'

/** A profile whose records are of no drawn region: their figures are not for everybody. */
const observed = crossingsProfile({ synthetic: false })
const file = (name: string, ...documents: string[]) =>
  writeImport(crossings(...documents.map((documento) => crossing({ documento }))), {
    name,
    profile: observed,
  })

async function entriesOf(node: CaudalNode) {
  const rows = await node.register.query<{ entry: string }>(
    'select entry from audit_entries order by index',
  )
  return rows.map(({ entry }) => readEntry(entry)!)
}

async function logOf(node: CaudalNode) {
  return (await entriesOf(node)).map(({ action, outcome, purpose, subject, details }) => [
    action,
    outcome,
    purpose,
    subject,
    details?.['supersedes'] ?? details?.['act'],
  ])
}

test('What comes in, is corrected, withdrawn, counted and looked at stands in the log, with its purpose', async () => {
  await withNode(async (node) => {
    const first = await importFile(node, keeper, file('a.csv', 'P1', 'P2'))
    await importFile(node, keeper, { ...file('b.csv', 'P1', 'P3'), supersedes: [first.batch] })
    const third = await importFile(node, keeper, file('c.csv', 'P9'))
    await listFindings(node, keeper, third.batch)
    await withdraw(node, keeper, third.batch, 'sent twice')
    await buildCubes(node, statistician, { only: ['movements'] })
    const service = createPublishService(node, { memory: 0 })
    const spec = parseTableSpec(new URLSearchParams('rows=direction'))
    await service.measureTable(async () => statistician, 'movements', spec, 'en')

    // who and when stand beside what
    for (const { actor, at } of await entriesOf(node)) {
      expect([keeper.id, statistician.id]).toContain(actor)
      expect(Math.abs(Date.parse(at) - Date.now())).toBeLessThan(120_000)
    }
    expect(await logOf(node)).toEqual([
      ['collect.import', 'done', 'collection', 'batch:1', []],
      ['collect.import', 'done', 'collection', 'batch:2', ['1']],
      ['collect.import', 'done', 'collection', 'batch:3', []],
      ['collect.examine', 'allow', 'collection', 'batch:3', 'findings'],
      ['collect.withdraw', 'done', 'collection', 'batch:3', undefined],
      ['measure.build', 'done', 'statistics', 'cube:movements', undefined],
      ['measure.read', 'allow', 'statistics', 'cube:movements', undefined],
    ])
  })
})

test('Whoever looks into the log, or into what happened to single persons, stands in the log', async () => {
  await withNode(async (node) => {
    const officer = terminalActor('protection-officer')
    await putDocument(node, officer, {
      register: 'complaint',
      id: 'c-1',
      content: { receivedOn: '2026-01-01', what: 'a wrong date', dueOn: '2026-01-31' },
      after: 0,
    })
    await listRegister(node, officer, 'activity')
    await listRegister(node, officer, 'complaint')
    await readHistory(node, officer, 'complaint', 'c-1')
    const auditor = terminalActor('auditor')
    await readEntries(node, auditor)
    await readEntries(node, auditor, 2)
    await inclusionProof(node, auditor, 0)
    expect(
      (await logOf(node)).map(([action, outcome, , subject]) => [action, outcome, subject]),
    ).toEqual([
      ['govern.keep-registers', 'done', 'complaint:c-1'],
      ['govern.read-registers', 'allow', 'register:complaint'],
      ['govern.read-registers', 'allow', 'complaint:c-1'],
      ['govern.read-audit', 'allow', 'entries'],
      ['govern.read-audit', 'allow', 'entries'],
      ['govern.read-audit', 'allow', 'entry:0'],
    ])
  })
})

test('What cannot be logged does not come in', async () => {
  await withNode(async (node) => {
    await importFile(node, keeper, file('a.csv', 'P1'))
    await node.register.query(
      `create function no_log() returns trigger language plpgsql as
       $$ begin raise exception 'no log today'; end $$`,
    )
    await node.register.query(
      'create trigger no_log before insert on audit_groups execute function no_log()',
    )
    await expect(importFile(node, keeper, file('b.csv', 'P2'))).rejects.toThrow(/no log today/)
    await expect(withdraw(node, keeper, 1, 'sent twice')).rejects.toThrow(/no log today/)
    const rows = await node.register.query('select id, status from batches order by id')
    expect(rows).toEqual([{ id: 1, status: 'accepted' }])
  })
})
