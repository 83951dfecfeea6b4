import { createHash } from 'node:crypto'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import {
  acceptBatch,
  beginBatch,
  findBatchOfFile,
  getBatch,
  listBatches,
  withdrawBatch,
} from './batches.ts'
import type { BatchRecord, IncomingBatch } from './batches.ts'
import { listDatasets, findSourceProfile } from './datasets.ts'
import type { CaudalNode } from './node.ts'
import { ownIdentity } from './process-identity.ts'
import { snapshot } from './snapshot.ts'
import { describeOnBothRegisters } from './testing.ts'

const labels = { es: 'Cruces', en: 'Crossings', fr: 'Passages' }

function record(changes: Partial<BatchRecord> = {}): BatchRecord {
  return {
    dataset: {
      id: 'crossings',
      title: labels,
      source: { owner: 'A border authority' },
      synthetic: true,
    },
    profile: { id: 'crossings', version: 1, content: { id: 'crossings' }, sha256: 'p1' },
    file: { name: 'entries.csv', sha256: 'f1', bytes: 100 },
    rows: { read: 3, accepted: 2, rejected: 1, flaggedDuplicate: 0 },
    quality: { unmapped: [{ field: 'sex', code: 'X', rows: 1 }] },
    files: [
      { kind: 'facts', name: '0.parquet', rows: 2 },
      { kind: 'findings', name: '0.parquet', rows: 1 },
    ],
    ...changes,
  }
}

async function write(node: CaudalNode, content = 'facts'): Promise<IncomingBatch> {
  const batch = await beginBatch(node, 'movement')
  writeFileSync(batch.pathOf('facts', '0.parquet'), content)
  writeFileSync(batch.pathOf('findings', '0.parquet'), 'findings')
  return batch
}

function filesOfLake(node: CaudalNode): string[] {
  return readdirSync(node.folder.lake, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(node.folder.root.length + 1))
    .sort()
}

describeOnBothRegisters('A batch', (openTestNode) => {
  it('is recorded with its files at their places in the lake', async () => {
    const node = await openTestNode()
    const batch = await acceptBatch(node, await write(node), record())
    expect(batch).toMatchObject({
      id: 1,
      status: 'accepted',
      rowsRead: 3,
      rowsRejected: 1,
      quality: { unmapped: [{ field: 'sex', code: 'X', rows: 1 }] },
      wrappedKey: null,
    })
    expect(batch.files).toEqual([
      {
        kind: 'facts',
        path: 'lake/movement/facts/1/0.parquet',
        bytes: 5,
        sha256: createHash('sha256').update('facts').digest('hex'),
        rows: 2,
      },
      expect.objectContaining({
        kind: 'findings',
        path: 'lake/movement/findings/1/0.parquet',
        rows: 1,
      }),
    ])
    expect(filesOfLake(node)).toEqual([
      'lake/movement/facts/1/0.parquet',
      'lake/movement/findings/1/0.parquet',
    ])
    expect(await findSourceProfile(node, 'crossings')).toMatchObject({
      version: 1,
      content: { id: 'crossings' },
    })
    expect(await listDatasets(node)).toMatchObject([
      { id: 'crossings', title: labels, batches: 1, rowsAccepted: 2 },
    ])
  })

  it('of a file that was received already is refused and leaves nothing', async () => {
    const node = await openTestNode()
    await acceptBatch(node, await write(node), record())
    const before = filesOfLake(node)
    await expect(acceptBatch(node, await write(node), record())).rejects.toMatchObject({
      code: 'store.file-already-received',
      details: { file: 'entries.csv', batch: 1 },
    })
    expect(filesOfLake(node)).toEqual(before)
    expect(await listBatches(node)).toHaveLength(1)
    const found = await findBatchOfFile(node, {
      dataset: 'crossings',
      sha256: 'f1',
      profileId: 'crossings',
      profileVersion: 1,
    })
    expect(found?.id).toBe(1)
  })

  it('is not received where its profile was altered without a new version', async () => {
    const node = await openTestNode()
    await acceptBatch(node, await write(node), record())
    const altered = record({
      profile: { id: 'crossings', version: 1, content: { id: 'other' }, sha256: 'p2' },
      file: { name: 'other.csv', sha256: 'f2', bytes: 1 },
    })
    await expect(acceptBatch(node, await write(node), altered)).rejects.toMatchObject({
      code: 'store.profile-version-altered',
    })
    expect(filesOfLake(node)).toHaveLength(2)
  })

  it('of real records does not join a synthetic dataset', async () => {
    const node = await openTestNode()
    await acceptBatch(node, await write(node), record())
    const real = record({
      dataset: { ...record().dataset, synthetic: false },
      file: { name: 'real.csv', sha256: 'f2', bytes: 1 },
    })
    await expect(acceptBatch(node, await write(node), real)).rejects.toMatchObject({
      code: 'store.dataset-differs',
    })
  })

  it('takes the place of the batches it supersedes', async () => {
    const node = await openTestNode()
    const first = await acceptBatch(node, await write(node), record())
    const corrected = record({
      file: { name: 'entries-2.csv', sha256: 'f2', bytes: 1 },
      supersedes: [first.id],
    })
    const second = await acceptBatch(node, await write(node, 'better'), corrected)
    expect((await getBatch(node, first.id)).status).toBe('superseded')
    expect((await snapshot(node, 'movement')).batches.map((batch) => batch.id)).toEqual([second.id])
  })

  it('that was withdrawn can be received again', async () => {
    const node = await openTestNode()
    const first = await acceptBatch(node, await write(node), record())
    await withdrawBatch(node, first.id)
    const second = await acceptBatch(node, await write(node), record())
    expect(second.id).toBeGreaterThan(first.id)
    await expect(withdrawBatch(node, first.id)).rejects.toMatchObject({
      code: 'store.batch-unknown',
    })
  })

  it('that was given up leaves no file', async () => {
    const node = await openTestNode()
    const batch = await write(node)
    batch.discard()
    expect(filesOfLake(node)).toEqual([])
  })

  it('left half by a process that is gone is cleared at the next start', async () => {
    const node = await openTestNode()
    await acceptBatch(node, await write(node), record())
    const abandoned = await write(node)
    writeFileSync(
      join(node.folder.lake, '.incoming', String(abandoned.id), 'owner.json'),
      JSON.stringify({ ...ownIdentity(), pid: 4194303 }),
    )
    await node.close()
    const again = await openTestNode({ root: node.folder.root })
    expect(filesOfLake(again)).toEqual([
      'lake/movement/facts/1/0.parquet',
      'lake/movement/findings/1/0.parquet',
    ])
    expect(existsSync(join(node.folder.lake, '.incoming', String(abandoned.id)))).toBe(false)
  })
})

describeOnBothRegisters('A snapshot', (openTestNode) => {
  it('has the same name as long as the same batches are accepted', async () => {
    const node = await openTestNode()
    const empty = await snapshot(node, 'movement')
    expect(empty).toMatchObject({ id: 'e3b0c44298fc1c14', batches: [] })
    const batch = await acceptBatch(node, await write(node), record())
    const one = await snapshot(node, 'movement')
    expect(one.id).not.toBe(empty.id)
    expect(await snapshot(node, 'movement', ['crossings'])).toEqual(one)
    expect(one.files.facts).toEqual([join(node.folder.lake, 'movement', 'facts', '1', '0.parquet')])
    expect(await snapshot(node, 'movement', ['others'])).toEqual(empty)
    await withdrawBatch(node, batch.id)
    expect(await snapshot(node, 'movement')).toEqual(empty)
  })
})
