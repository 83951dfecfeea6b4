import { appendFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { type JobDefinition, defineJob } from './jobs.ts'
import { runWorker } from './job-worker.ts'
import { storeRefusals } from './refusals.ts'

/** Kinds of jobs for tests of the queue; this file is the worker's entry. */
const jobs = [
  defineJob({
    kind: 'test.add',
    async run({ input, progress }) {
      const { terms } = input as { terms: number[] }
      progress(0.5, 'adding')
      await pause(700)
      return { sum: terms.reduce((sum, term) => sum + term, 0), process: process.pid }
    },
  }),
  defineJob({
    kind: 'test.refuse',
    async run() {
      throw storeRefusals.refuse('batch-unknown', { batch: 7 })
    },
  }),
  defineJob({
    kind: 'test.query-for-ever',
    async run({ node, progress }) {
      progress(0.1, 'querying')
      await node.lake.run(
        'select sum(hash(a.range) + b.range) from range(10000000) a, range(10000000) b',
      )
    },
  }),
  defineJob({
    kind: 'test.deaf',
    async run({ progress }) {
      progress(0.1)
      for (;;) await pause(1000)
    },
  }),
  defineJob({
    kind: 'test.die',
    async run({ input, attempt }) {
      const { times, log } = input as { times: number; log: string }
      appendFileSync(log, `${attempt}\n`)
      if (attempt <= times) process.kill(process.pid, 'SIGKILL')
      return { attempt }
    },
  }),
] as unknown as JobDefinition[]

await runWorker(jobs)
