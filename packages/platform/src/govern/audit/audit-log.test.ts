import {
  type AuditEvent,
  LogVerifier,
  hashLeaf,
  verifyConsistency,
  verifyInclusion,
} from '@caudal/methods/govern'
import { describe, expect, it } from 'vitest'
import type { CaudalNode } from '../../store/index.ts'
import { describeOnPostgres, withNode } from '../../store/testing.ts'
import { AuditLog, auditLogOf } from './audit-log.ts'
import { verifySignature } from './log-keys.ts'
import { readLog } from './read-log.ts'

const event = (subject: string): AuditEvent => ({
  actor: { kind: 'person', id: 'ana' },
  action: 'collect.read-records',
  outcome: 'allow',
  purpose: 'collection',
  subject,
})

async function check(node: CaudalNode) {
  const keys = await auditLogOf(node).keys()
  const verifier = new LogVerifier(keys.log, verifySignature)
  for await (const group of readLog(node.register, keys)) verifier.add(group)
  return { findings: verifier.finish(), size: verifier.size }
}

async function sizesOf(node: CaudalNode) {
  const [row] = await node.register.query<{ entries: number; groups: number }>(
    `select (select count(*) from audit_entries) as entries, (select count(*) from audit_groups) as groups`,
  )
  return row!
}

describe('The audit log on the embedded register', () => {
  it('keeps what is appended, takes turns with transactions, and takes no change', async () => {
    await withNode(async (node) => {
      const log = auditLogOf(node)
      await Promise.all(Array.from({ length: 300 }, (_, place) => log.append(event(`${place}`))))
      await node.register.transaction((transaction) =>
        log.appendWithin(transaction, [event('one'), event('two')]),
      )
      expect(await log.append(event('after'))).toEqual({ index: 302 })
      for (const sql of ['delete from audit_entries', 'truncate audit_groups']) {
        await expect(node.register.query(sql)).rejects.toThrow('append-only')
      }
      expect(await check(node)).toEqual({ findings: [], size: 303 })
    })
  })
})

describeOnPostgres('The audit log', ({ openNode: openTestNode }) => {
  it('keeps what is appended, in order, and writes together what comes together', async () => {
    const node = await openTestNode()
    const log = auditLogOf(node)
    const receipts = await Promise.all(
      Array.from({ length: 700 }, (_, place) => log.append(event(`record:${place}`))),
    )
    expect(receipts.map(({ index }) => index)).toEqual(receipts.map((_, place) => place))
    expect(await sizesOf(node)).toEqual({ entries: 700, groups: 3 })
    const [row] = await node.register.query<{ entry: string }>(
      'select entry from audit_entries where index = 699',
    )
    expect(JSON.parse(row!.entry)).toMatchObject({ actor: 'ana', subject: 'record:699' })
    expect(JSON.parse(row!.entry).at).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
    expect(await check(node)).toEqual({ findings: [], size: 700 })
  })

  it('takes any text, and nothing of it changes on the way', async () => {
    const node = await openTestNode()
    const subject = `'; drop table audit_entries; --\n"\\ \u0000 ñ \u{1F30E} \ud800`
    await auditLogOf(node).append(event(subject))
    const [row] = await node.register.query<{ entry: string }>('select entry from audit_entries')
    expect(JSON.parse(row!.entry)).toMatchObject({ subject })
    expect((await check(node)).findings).toEqual([])
  })

  it('cannot be forked by writers that know nothing of each other', async () => {
    const node = await openTestNode()
    const writers = [1, 2, 3, 4].map(() => new AuditLog(node))
    const receipts = await Promise.all(
      writers.flatMap((log, writer) =>
        Array.from({ length: 40 }, async (_, place) => {
          await new Promise((resume) => setTimeout(resume, place % 7))
          return await log.append(event(`${writer}:${place}`))
        }),
      ),
    )
    expect(new Set(receipts.map(({ index }) => index)).size).toBe(160)
    expect(await check(node)).toEqual({ findings: [], size: 160 })
  })

  it('holds the entries of a transaction exactly where it is committed', async () => {
    const node = await openTestNode()
    const log = auditLogOf(node)
    await log.append(event('before'))
    const failure = new Error('undone')
    await expect(
      node.register.transaction(async (transaction) => {
        await log.appendWithin(transaction, [event('undone')])
        throw failure
      }),
    ).rejects.toBe(failure)
    const receipts = await node.register.transaction((transaction) =>
      log.appendWithin(transaction, [event('one'), event('two')]),
    )
    expect(receipts).toEqual([{ index: 1 }, { index: 2 }])
    expect(await log.append(event('after'))).toEqual({ index: 3 })
    await expect(node.register.transaction(() => log.append(event('beside')))).rejects.toThrow(
      'use appendWithin',
    )
    expect(await check(node)).toEqual({ findings: [], size: 4 })
  })

  it('takes no change, no gap and no entry without its group, from whatever client', async () => {
    const node = await openTestNode()
    await auditLogOf(node).append(event('one'))
    for (const table of ['audit_entries', 'audit_groups', 'audit_nodes']) {
      for (const sql of [`delete from ${table}`, `truncate ${table}`]) {
        await expect(node.register.query(sql)).rejects.toThrow(/append-only|permission denied/)
      }
    }
    await expect(node.register.query(`update audit_entries set entry = '{}'`)).rejects.toThrow(
      /append-only|permission denied/,
    )
    await expect(
      node.register.query(`insert into audit_groups values (5, 6, '')`),
    ).rejects.toMatchObject({ code: '40001' })
    await expect(
      node.register.query(
        `insert into audit_entries values (1, sha256('a'), substring(sha256('a') for 16), '')`,
      ),
    ).rejects.toThrow('with their group')
  })

  it('proves that an entry is in it, and that it only grew', async () => {
    const node = await openTestNode()
    const log = auditLogOf(node)
    const append = (count: number) =>
      Promise.all(Array.from({ length: count }, (_, place) => log.append(event(`${place}`))))
    await append(300)
    const before = await log.checkpoint()
    await append(301)
    const after = await log.checkpoint()
    expect([before?.checkpoint.size, after?.checkpoint.size]).toEqual([300, 601])
    for (const index of [0, 255, 256, 299, 512, 600]) {
      const { entry, path, checkpoint } = await log.proveInclusion(index)
      const leaf = hashLeaf(Buffer.from(entry))
      expect(verifyInclusion(leaf, index, 601, path, checkpoint.root)).toBe(true)
    }
    await expect(log.proveInclusion(601)).rejects.toMatchObject({ code: 'audit.entry-unknown' })
    const { path } = await log.proveConsistency(300, 601)
    expect(verifyConsistency(300, 601, path, before!.checkpoint.root, after!.checkpoint.root)).toBe(
      true,
    )
  })
})

describeOnPostgres('The audit log', ({ openNode }) => {
  it('is written by several processes of one node in turns', async () => {
    const node = await openNode()
    const others = [await openNode({ root: node.folder.root, role: 'worker' })]
    const all = [node, ...others]
    await Promise.all(
      all.flatMap((each, writer) =>
        Array.from({ length: 100 }, (_, place) =>
          auditLogOf(each).append(event(`${writer}:${place}`)),
        ),
      ),
    )
    expect(await check(node)).toEqual({ findings: [], size: 200 })
  })
})
