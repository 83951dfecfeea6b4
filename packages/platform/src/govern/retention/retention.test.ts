import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Actor, readEntry } from '@caudal/methods/govern'
import { expect, it } from 'vitest'
import { retentionJob } from '../../app/retention.ts'
import { keepRetention } from '../../app/retention.ts'
import { rebuild } from '../../app/rebuild.ts'
import { importFile } from '../../collect/service.ts'
import { crossing, crossings, crossingsProfile, writeImport } from '../../collect/testing-import.ts'
import { linkNode } from '../../link/persons/link-node.ts'
import { buildCubes } from '../../measure/service.ts'
import { type CaudalNode, listBatches, listJobs, type JobContext } from '../../store/index.ts'
import { describeOnBothRegisters, withNode } from '../../store/testing.ts'
import { putDocument } from '../registers/service.ts'
import { keeper, statistician } from '../testing-actors.ts'
import { everyStatus } from './expired.ts'
import {
  applyRetention,
  isRetentionDue,
  listExpired,
  listRetentionRuns,
  listUnscheduled,
  runDailyRetention,
} from './service.ts'

const officer: Actor = {
  kind: 'person',
  id: 'berta',
  roles: ['protection-officer'],
  institution: 'hn-inm',
  country: 'HND',
  undertakingUntil: '2099-12-31',
}

const after = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const noRebuild = async () => {}

/** SYNTHETIC: crossings of three persons, kept 30 days with names and 60 without. */
async function receive(node: CaudalNode, synthetic = true): Promise<void> {
  const lines = ['P1', 'P2', 'P3'].map((documento) =>
    crossing({ documento, nombres: `N${documento}` }),
  )
  const { file, profile } = writeImport(crossings(...lines), {
    profile: crossingsProfile({ synthetic }),
  })
  await importFile(node, keeper, { file, profile })
}

async function schedule(node: CaudalNode): Promise<void> {
  const put = (register: string, id: string, content: Record<string, unknown>) =>
    putDocument(node, officer, { register, id, content, after: 0 })
  await put('institution', 'hn-inm', { name: 'INM', country: 'HND', contact: 'inm@example.org' })
  await put('activity', 'crossings', {
    title: 'Crossings',
    controller: 'hn-inm',
    legalBasis: 'law',
    citation: 'Ley de Migración, art. 8',
    purposes: ['collection', 'statistics'],
    recordTypes: ['movement'],
    persons: 'travellers',
    retention: { identitiesDays: 30, recordsDays: 60 },
  })
  await put('dataset', 'crossings', { owner: 'hn-inm', country: 'HND', activity: 'crossings' })
}

async function erasuresInLog(node: CaudalNode): Promise<unknown[]> {
  const rows = await node.register.query<{ entry: string }>(
    'select entry from audit_entries order by index',
  )
  return rows
    .map(({ entry }) => readEntry(entry)!)
    .filter(({ action }) => action === 'govern.erase')
    .map(({ actor, subject, outcome, details }) => [actor, subject, outcome, details?.['what']])
}

describeOnBothRegisters('Retention', (openNode) => {
  it('erases names and records when their time is over, and says what each run erased', async () => {
    const node = await openNode()
    await receive(node)
    await schedule(node)
    expect(await listExpired(node, officer, after(29))).toEqual([])
    const names = await applyRetention(node, officer, after(31), noRebuild)
    expect(names).toMatchObject({ outcome: 'done', actor: 'berta', day: after(31) })
    expect(names.erased).toMatchObject([{ batch: 1, what: 'identities', since: after(30) }])
    const [named] = await listBatches(node)
    expect(named).toMatchObject({ wrappedKey: null, rowsAccepted: 3 })
    let rebuilt = 0
    const all = await applyRetention(node, officer, after(61), async () => void (rebuilt += 1))
    expect(all.erased).toMatchObject([{ batch: 1, what: 'records' }])
    expect(rebuilt).toBe(1)
    expect(await listBatches(node)).toEqual([])
    for (const { path } of named!.files) {
      expect(existsSync(join(node.folder.root, path))).toBe(false)
    }
    expect(await listExpired(node, officer, after(4000))).toEqual([])
    const runs = await listRetentionRuns(node, officer)
    expect(runs.map(({ outcome, erased }) => [outcome, erased[0]?.what])).toEqual([
      ['done', 'records'],
      ['done', 'identities'],
    ])
  })

  it('runs once a day by itself, in the name of the node, and stands in the log', async () => {
    const node = await openNode()
    await receive(node)
    await schedule(node)
    const today = new Date()
    const nowAnd = (hours: number) => new Date(today.getTime() + hours * 3_600_000)
    expect(await isRetentionDue(node, today)).toBe(true)
    await keepRetention(node, () => today)
    await keepRetention(node, () => today)
    const asked = await listJobs(node)
    expect(asked.map(({ kind, status }) => [kind, status])).toEqual([['app.retention', 'waiting']])

    // the work of the job is what the worker does with it
    await retentionJob.run({ node } as JobContext<Record<string, never>>)
    expect(await isRetentionDue(node, today)).toBe(false)
    expect(await isRetentionDue(node, nowAnd(24))).toBe(true)
    const [first] = await listRetentionRuns(node, officer)
    expect(first).toMatchObject({ kind: 'daily', actor: 'node', outcome: 'done', erased: [] })

    const itself = { ...officer, kind: 'job', id: 'node' } as const
    const run = await runDailyRetention(node, itself, after(30), noRebuild)
    expect(run.erased).toMatchObject([{ what: 'identities' }])
    expect(await erasuresInLog(node)).toEqual([['node', 'batch:1', 'done', 'identities']])
  })

  it('erases nothing by itself where the clock has jumped ahead, until somebody looks', async () => {
    const node = await openNode()
    await receive(node)
    await schedule(node)
    const held = await runDailyRetention(node, officer, '2099-01-01', noRebuild)
    expect(held).toMatchObject({
      outcome: 'held',
      erased: [],
      problem: { code: 'retention.clock-doubtful' },
    })
    expect((await listBatches(node))[0]!.wrappedKey).not.toBeNull()
    // the day that was not believed is not the last day known
    expect(await runDailyRetention(node, officer, after(40), noRebuild)).toMatchObject({
      outcome: 'held',
    })
    expect(await applyRetention(node, officer, after(40), noRebuild)).toMatchObject({
      outcome: 'done',
      erased: [{ what: 'identities' }],
    })
    const next = await runDailyRetention(node, officer, after(61), noRebuild)
    expect(next).toMatchObject({ outcome: 'done', erased: [{ what: 'records' }] })
  })

  it('is one run at a time; one that failed says why, and the next goes on from there', async () => {
    const node = await openNode()
    await receive(node)
    await schedule(node)
    let begun = () => {}
    const running = new Promise<void>((resolve) => (begun = resolve))
    let go = () => {}
    const first = applyRetention(node, officer, after(61), async () => {
      begun()
      await new Promise<void>((resolve) => (go = resolve))
      throw Object.assign(new Error('no room on the disk'), { code: 'ENOSPC' })
    })
    first.catch(() => {})
    await running
    await expect(applyRetention(node, officer, after(61), noRebuild)).rejects.toMatchObject({
      code: 'retention.running',
    })
    go()
    await expect(first).rejects.toThrow('no room')
    const [failed] = await listRetentionRuns(node, officer)
    expect(failed).toMatchObject({ outcome: 'failed', erased: [{ what: 'records' }] })
    expect(failed!.problem!.what.es).toContain('está lleno')
    expect(await isRetentionDue(node, new Date())).toBe(false)
    expect(await isRetentionDue(node, new Date(Date.now() + 3_700_000))).toBe(true)
    // a run whose process was killed does not stand in the way
    await node.register.query(
      `insert into retention_runs (kind, actor, day, process) values ('daily', 'node', $1, '4194303-1-0-0')`,
      [after(61)],
    )
    expect(await applyRetention(node, officer, after(62), noRebuild)).toMatchObject({
      outcome: 'done',
    })
    const [, killed] = await listRetentionRuns(node, officer)
    expect(killed).toMatchObject({
      outcome: 'failed',
      problem: { code: 'retention.run-cut-short' },
    })
  })
})

it('leaves no journey of a record that it erased, in runs that were replaced either', async () => {
  await withNode(async (node) => {
    await receive(node)
    await schedule(node)
    await linkNode(node)
    await buildCubes(node, statistician)
    const journeys = async () =>
      (await listBatches(node, { recordType: 'journey', statuses: everyStatus })).flatMap(
        ({ files }) => files,
      )
    const before = await journeys()
    expect(before.length).toBeGreaterThan(0)
    await applyRetention(node, officer, after(61), () => rebuild(node, statistician))
    expect(await journeys()).toEqual([])
    for (const { path } of before) expect(existsSync(join(node.folder.root, path))).toBe(false)
  })
})

it('tells of records that nobody has said how long to keep', async () => {
  await withNode(async (node) => {
    await receive(node, false)
    expect(await listUnscheduled(node, officer)).toMatchObject([{ dataset: 'crossings' }])
    await schedule(node)
    expect(await listUnscheduled(node, officer)).toEqual([])
  })
})
