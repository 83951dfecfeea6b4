import { type ChildProcess, fork } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { readdirSync, writeFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { acceptBatch, beginBatch } from './batches.ts'
import { dataFolder } from './data-folder.ts'
import { enqueueJob } from './jobs.ts'
import { takeLock } from './lock.ts'
import { openNode } from './open-node.ts'
import { snapshot } from './snapshot.ts'

/** What other processes do in tests of the store; this file is what they run. */
const scenarios = {
  /** Tries to own each data folder it is told of, and tells whether it does. */
  async takeLocks(_input: object) {
    process.send!('ready')
    for (;;) {
      const [{ root }] = (await once(process, 'message')) as [{ root: string }]
      const outcome = await takeLock(dataFolder(root), { role: 'command', register: 'embedded' })
      process.send!('lock' in outcome ? 'lock' : 'refused')
    }
  },

  /** Counts up in many transactions, some of which it takes back. */
  async countUp({
    root,
    counter,
    times,
    seed,
  }: {
    root: string
    counter: number
    times: number
    seed: number
  }) {
    const node = await openNode({ root, threads: 1, memoryLimit: 2 ** 27 })
    const committed = await countUp(node.register, counter, times, seed)
    await node.close()
    return { committed, owner: node.owner }
  },

  /** Begins a transaction and never ends it. */
  async hangInTransaction({ root, counter }: { root: string; counter: number }) {
    const node = await openNode({ root, threads: 1, memoryLimit: 2 ** 27 })
    await node.register.transaction(async (transaction) => {
      await transaction.query('update jobs set priority = 1000 where id = $1', [counter])
      process.send!('hanging')
      await pause(1_000_000_000)
    })
  },

  /** Opens a node, leaves a plain file in the workspace and stays. */
  async stayWithPlainFile({ root, role }: { root: string; role: 'server' | 'command' }) {
    const node = await openNode({ root, role, threads: 1, memoryLimit: 2 ** 27 })
    writeFileSync(`${node.folder.workspace}/names.csv`, 'PLANTED NAME')
    process.send!(node.folder.workspace)
    await pause(1_000_000_000)
  },

  /** Puts a job in the queue as a guest. */
  async enqueue({ root }: { root: string }) {
    const node = await openNode({ root, threads: 1, memoryLimit: 2 ** 27 })
    const id = await enqueueJob(node, 'test.add', { terms: [20, 22] })
    await node.close()
    return { id, owner: node.owner }
  },

  /** Receives batches without end, until it is killed; says `open`, then `accepted` after the first. */
  async importForEver({
    root,
    seed,
    registerUrl = '',
  }: {
    root: string
    seed: number
    registerUrl?: string
  }) {
    const node = await openNode({ root, registerUrl, threads: 1, memoryLimit: 2 ** 27 })
    writeFileSync(`${node.folder.workspace}/names.csv`, 'PLANTED NAME')
    process.send!('open')
    for (let count = 0; ; count += 1) {
      const batch = await beginBatch(node, 'movement')
      const { key, wrapped } = node.keyring.createDataKey()
      await node.lake.run(
        `copy (select range as record_id from range(1000)) to '${batch.pathOf('facts', '0.parquet')}' (format parquet)`,
      )
      writeFileSync(`${node.folder.workspace}/identities`, 'PLANTED NAME'.repeat(1000))
      await node.keyring.encryptFile(
        `${node.folder.workspace}/identities`,
        batch.pathOf('identities', '0.enc'),
        key,
      )
      await acceptBatch(node, batch, {
        dataset: { id: 'crossings', title: {}, source: {}, synthetic: true },
        profile: { id: 'crossings', version: 1, content: {}, sha256: 'p' },
        file: { name: 'f.csv', sha256: `${seed}-${count}`, bytes: 1 },
        rows: { read: 1000, accepted: 1000, rejected: 0, flaggedDuplicate: 0 },
        quality: {},
        files: [
          { kind: 'facts', name: '0.parquet', rows: 1000 },
          { kind: 'identities', name: '0.enc', rows: 1000 },
        ],
        wrappedKey: wrapped,
      })
      if (count === 0) process.send!('accepted')
      await snapshot(node, 'movement')
    }
  },
} satisfies Record<string, (input: never) => Promise<unknown>>

type Scenarios = typeof scenarios

interface Queryables {
  transaction: Awaited<ReturnType<typeof openNode>>['register']['transaction']
  query: Awaited<ReturnType<typeof openNode>>['register']['query']
}

/** @returns how many transactions were committed; each counted up once and wrote one line */
export async function countUp(
  register: Queryables,
  counter: number,
  times: number,
  seed: number,
): Promise<number> {
  let committed = 0
  let state = seed
  const random = () => (state = (state * 48271) % 2147483647) / 2147483647
  for (let count = 0; count < times; count += 1) {
    try {
      await register.transaction(async (transaction) => {
        const [row] = await transaction.query<{ priority: number }>(
          'select priority from jobs where id = $1 for update',
          [counter],
        )
        await pause(random() * 3)
        await transaction.query(
          `insert into jobs (kind, input, status) values ('mark', $1, 'done')`,
          [{ seed }],
        )
        await transaction.query('update jobs set priority = $2 where id = $1', [
          counter,
          row!.priority + 1,
        ])
        if (random() < 0.3) throw new Error('taken back')
      })
      committed += 1
    } catch (error) {
      if ((error as Error).message !== 'taken back') throw error
    }
    if (random() < 0.3) await register.query('select count(*) from jobs where kind = $1', ['mark'])
  }
  return committed
}

export interface RunningScenario {
  readonly child: ChildProcess
  /** What it sends before it ends. */
  message(): Promise<unknown>
  /** What it returns; an error with its words where it fails. */
  result(): Promise<unknown>
  kill(): Promise<void>
}

/** Starts a process that runs a scenario. */
export function startScenario<Name extends keyof Scenarios>(
  name: Name,
  input: Parameters<Scenarios[Name]>[0],
): RunningScenario {
  const child = fork(new URL(import.meta.url), [name, JSON.stringify(input)], {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, CAUDAL_SCENARIO: name },
  })
  const ended = once(child, 'exit')
  const messages: unknown[] = []
  const results: unknown[] = []
  const errors: string[] = []
  const arrived = new EventEmitter()
  child.on('message', (message: { result?: unknown; error?: string } | string) => {
    if (typeof message !== 'object') messages.push(message)
    else if (message.error !== undefined) errors.push(message.error)
    else results.push(message.result)
    arrived.emit('one')
  })
  return {
    child,
    async message() {
      while (messages.length === 0 && child.exitCode === null && child.signalCode === null) {
        await Promise.race([once(arrived, 'one'), ended])
      }
      return messages.shift()
    },
    async result() {
      await ended
      if (errors.length > 0) throw new Error(errors[0])
      return results[0]
    },
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

/** All files under a folder. */
export function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .sort()
}

if (process.env['CAUDAL_SCENARIO'] !== undefined && process.send !== undefined) {
  const [name, input] = process.argv.slice(2) as [keyof Scenarios, string]
  if (name === process.env['CAUDAL_SCENARIO']) {
    // the test is over, however it ended
    process.on('disconnect', () => process.exit())
    try {
      const result = await (scenarios[name] as (input: unknown) => Promise<unknown>)(
        JSON.parse(input),
      )
      process.send({ result })
    } catch (error) {
      process.send({
        error: `${(error as { code?: string }).code ?? ''} ${(error as Error).message}`,
      })
    }
    process.disconnect()
  }
}
