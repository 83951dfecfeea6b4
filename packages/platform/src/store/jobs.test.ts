import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { keepJobs } from './job-keeper.ts'
import { cancelJob, enqueueJob, findJob, listJobs, waitForJob, watchJob } from './jobs.ts'
import type { CaudalNode } from './node.ts'
import { describeOnBothRegisters } from './testing.ts'

const entry = new URL('./testing-jobs.ts', import.meta.url)

function keep(node: CaudalNode) {
  return keepJobs(node, { entry, execArgv: ['--import', 'tsx'], heapMiB: 256, threads: 1 })
}

async function untilRunning(node: CaudalNode, id: number): Promise<void> {
  for await (const job of watchJob(node, id))
    if (job.status === 'running' && job.progress !== null) return
}

describeOnBothRegisters('A job', (openTestNode) => {
  it('is done by another process, which tells of its progress', async () => {
    const node = await openTestNode()
    keep(node)
    const steps: (string | undefined)[] = []
    const id = await enqueueJob(node, 'test.add', { terms: [1, 2, 3] })
    const result = await waitForJob<{ sum: number; process: number }>(node, id, ({ step }) =>
      steps.push(step),
    )
    expect(result.sum).toBe(6)
    expect(result.process).not.toBe(process.pid)
    expect(steps).toContain('adding')
    expect(await findJob(node, id)).toMatchObject({
      status: 'done',
      progress: { done: 1 },
      attempts: 1,
    })
  })

  it('that is refused tells the one who waits, in each language', async () => {
    const node = await openTestNode()
    keep(node)
    const id = await enqueueJob(node, 'test.refuse', {})
    const refusal = await waitForJob(node, id).catch((error: unknown) => error)
    expect(refusal).toMatchObject({
      code: 'store.batch-unknown',
      status: 404,
      details: { batch: 7 },
    })
    expect((refusal as { what(language: string): string }).what('es')).toBe(
      'No hay ningún lote aceptado 7.',
    )
  })

  it('of a kind that nobody knows fails with a sentence', async () => {
    const node = await openTestNode()
    keep(node)
    const id = await enqueueJob(node, 'test.unheard-of', {})
    await expect(waitForJob(node, id)).rejects.toMatchObject({ code: 'store.job-failed' })
  })

  it('is cancelled while the lake engine works for it', async () => {
    const node = await openTestNode()
    keep(node)
    const id = await enqueueJob(node, 'test.query-for-ever', {})
    await untilRunning(node, id)
    await cancelJob(node, id)
    await expect(waitForJob(node, id)).rejects.toMatchObject({ code: 'store.job-cancelled' })
    expect(
      await waitForJob(node, await enqueueJob(node, 'test.add', { terms: [1] })),
    ).toMatchObject({ sum: 1 })
  })

  it('that does not heed its cancellation loses its worker', async () => {
    const node = await openTestNode()
    keepJobs(node, { entry, execArgv: ['--import', 'tsx'], cancelPatienceMs: 100 })
    const id = await enqueueJob(node, 'test.deaf', {})
    await untilRunning(node, id)
    await cancelJob(node, id)
    await expect(waitForJob(node, id)).rejects.toMatchObject({ code: 'store.job-cancelled' })
  })

  it('that waits is cancelled at once', async () => {
    const node = await openTestNode()
    const id = await enqueueJob(node, 'test.add', { terms: [] })
    await cancelJob(node, id)
    await cancelJob(node, id)
    expect(await findJob(node, id)).toMatchObject({ status: 'cancelled' })
    await expect(cancelJob(node, 999)).rejects.toMatchObject({ code: 'store.job-unknown' })
  })

  it('whose worker is killed is tried again', async () => {
    const node = await openTestNode()
    keep(node)
    const log = join(node.folder.root, 'attempts')
    const id = await enqueueJob(node, 'test.die', { times: 1, log })
    expect(await waitForJob(node, id)).toEqual({ attempt: 2 })
  })

  it('that brings down its worker three times is given up', async () => {
    const node = await openTestNode()
    keep(node)
    const log = join(node.folder.root, 'attempts')
    const id = await enqueueJob(node, 'test.die', { times: 9, log })
    const next = await enqueueJob(node, 'test.add', { terms: [5] })
    await expect(waitForJob(node, id)).rejects.toMatchObject({ code: 'store.job-worker-died' })
    expect(readFileSync(log, 'utf8')).toBe('1\n2\n3\n')
    expect(await waitForJob(node, next)).toMatchObject({ sum: 5 })
  })

  it('that runs when the node is closed waits for the next start as if it had not been tried', async () => {
    const node = await openTestNode()
    keep(node)
    const id = await enqueueJob(node, 'test.query-for-ever', {})
    await untilRunning(node, id)
    await node.close()
    const again = await openTestNode({ root: node.folder.root })
    expect(await listJobs(again, { statuses: ['waiting'] })).toMatchObject([{ id, attempts: 0 }])
  })

  it('of a worker that is gone waits again at the next start', async () => {
    const node = await openTestNode()
    const id = await enqueueJob(node, 'test.add', { terms: [] })
    await node.register.query(
      "update jobs set status = 'running', attempts = 1, worker = '4194303-1-deadbeef-1' where id = $1",
      [id],
    )
    await node.close()
    const again = await openTestNode({ root: node.folder.root })
    expect(await findJob(again, id)).toMatchObject({ status: 'waiting', attempts: 1 })
  })

  it('does not wait for ever where no worker can be started', async () => {
    const node = await openTestNode()
    keepJobs(node, { entry, execArgv: ['-e', 'process.exit(1)'] })
    const id = await enqueueJob(node, 'test.add', { terms: [] })
    await expect(waitForJob(node, id)).rejects.toMatchObject({
      code: 'store.job-worker-not-started',
    })
  })
})
