import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { clearLeftovers } from './clear-leftovers.ts'
import type { FromWorker, ToWorker } from './job-messages.ts'
import { problemOf } from './job-problem.ts'
import type { CaudalNode } from './node.ts'
import { beforeClosing, optionsOf } from './node-closing.ts'
import { isNameOfLivingProcess } from './process-identity.ts'
import { readQuery } from './read-query.ts'
import { jobRefusals } from './job-refusals.ts'
import { emptyWorkspaces } from './workspace.ts'

export interface JobKeeperOptions {
  /** File that a worker process runs: it calls `runWorker` with all kinds of jobs. */
  readonly entry: string | URL
  /** Options of Node for the worker; where absent those of this process. */
  readonly execArgv?: readonly string[]
  /** Most memory of the worker's JavaScript heap, in MiB. */
  readonly heapMiB?: number
  /** Memory of the worker's lake engine, in bytes, and its threads; see `openNode`. */
  readonly memoryLimit?: number
  readonly threads?: number
  /** How long a cancelled job may go on before its worker is killed, in milliseconds; 15,000 where absent. */
  readonly cancelPatienceMs?: number
}

export interface JobKeeper {
  /** Stops the worker; a job that runs waits for the next start. */
  stop(): Promise<void>
}

/** A job that brought down its worker this often is given up. */
const mostAttempts = 3

/** Milliseconds between two looks for jobs that other processes have put in the queue. */
const lookEveryMs = 1_000

/** How long a worker that is told to stop may take before it is killed, in milliseconds. */
const stopPatienceMs = 6_000

const keepers = new WeakMap<CaudalNode, Keeper>()

/**
 * Keeps a worker process at work on the jobs of the node, one at a time: starts it when a job
 * waits, puts back the jobs of a worker that died, kills one that does not heed a cancellation. For
 * the owner of the data folder; a guest's jobs are done by the owner's worker, and here nothing
 * happens. Ends when the node is closed.
 */
export function keepJobs(node: CaudalNode, options: JobKeeperOptions): JobKeeper {
  if (!node.owner) return { stop: async () => {} }
  if (keepers.has(node)) throw new Error('The jobs of this node are being kept already.')
  const keeper = new Keeper(node, options)
  keepers.set(node, keeper)
  beforeClosing(node, () => keeper.stop())
  return keeper
}

/** Says that there is something new in the queue. */
export function wakeKeeper(node: CaudalNode): void {
  keepers.get(node)?.look()
}

/**
 * Puts back the running jobs of workers that are gone.
 * @param except worker that is known to live
 */
export async function putBackLostJobs(node: CaudalNode, except?: string): Promise<void> {
  const rows = await node.register.query<{ worker: string }>(
    "select distinct worker from jobs where status = 'running' and worker is not null",
  )
  for (const { worker } of rows) {
    if (worker !== except && !isNameOfLivingProcess(worker)) await putBackJobsOf(node, worker)
  }
}

async function putBackJobsOf(node: CaudalNode, worker: string): Promise<void> {
  const problem = problemOf(jobRefusals.refuse('job-worker-died', { attempts: mostAttempts }))
  await node.register.query(query('put-back-jobs'), [
    worker,
    true,
    mostAttempts,
    JSON.stringify(problem),
  ])
}

interface Worker {
  readonly process: ChildProcess
  readonly ended: Promise<unknown>
  name?: string
  idle: boolean
}

class Keeper implements JobKeeper {
  readonly #node: CaudalNode
  readonly #options: JobKeeperOptions
  readonly #timer: NodeJS.Timeout
  readonly #cancelSeen = new Map<number, number>()
  #worker: Worker | undefined
  #looking: Promise<void> = Promise.resolve()
  #lookAgain = false
  #failedStarts = 0
  #stopped = false

  constructor(node: CaudalNode, options: JobKeeperOptions) {
    this.#node = node
    this.#options = options
    this.#timer = setInterval(() => this.look(), lookEveryMs)
    this.#timer.unref()
    this.look()
  }

  /** Looks at the queue, soon; several calls are one look. */
  look(): void {
    if (this.#lookAgain || this.#stopped) return
    this.#lookAgain = true
    this.#looking = this.#looking.then(async () => {
      this.#lookAgain = false
      // a register that does not answer is asked again at the next look
      if (!this.#stopped) await this.#look().catch(() => {})
    })
  }

  async stop(): Promise<void> {
    if (this.#stopped) return
    this.#stopped = true
    clearInterval(this.#timer)
    await this.#looking
    const worker = this.#worker
    if (worker === undefined) return
    this.#send({ say: 'stop' })
    const impatience = setTimeout(() => worker.process.kill('SIGKILL'), stopPatienceMs)
    await worker.ended
    clearTimeout(impatience)
    await this.#afterEnd(worker)
  }

  async #look(): Promise<void> {
    await putBackLostJobs(this.#node, this.#worker?.name)
    await this.#killIfDeaf()
    const [row] = await this.#node.register.query<{ waits: boolean }>(
      "select exists (select 1 from jobs where status = 'waiting') as waits",
    )
    if (!row?.waits) return
    if (this.#worker === undefined) this.#start()
    else if (this.#worker.idle) {
      this.#worker.idle = false
      this.#send({ say: 'wake' })
    }
  }

  #start(): void {
    const {
      entry,
      execArgv = process.execArgv,
      heapMiB = 2048,
      memoryLimit,
      threads,
    } = this.#options
    const child = fork(entry, [], {
      execArgv: [...execArgv, `--max-old-space-size=${heapMiB}`],
      // what a worker prints is for people: the output of a command is data
      stdio: ['ignore', 2, 2, 'ipc'],
    })
    const worker: Worker = { process: child, ended: once(child, 'exit'), idle: false }
    this.#worker = worker
    child.on('message', (message: FromWorker) => {
      if (message.say === 'ready') {
        worker.name = message.worker
        this.#failedStarts = 0
      }
      worker.idle = message.say === 'idle'
      // a job may have come while the worker found none
      if (worker.idle) this.look()
    })
    void worker.ended.then(() => {
      if (this.#stopped) return
      this.#looking = this.#looking.then(() => this.#afterEnd(worker).catch(() => {}))
      this.look()
    })
    this.#send({
      say: 'open',
      options: {
        ...optionsOf(this.#node),
        ...(memoryLimit === undefined ? {} : { memoryLimit }),
        ...(threads === undefined ? {} : { threads }),
      },
    })
  }

  async #afterEnd(worker: Worker): Promise<void> {
    if (this.#worker === worker) this.#worker = undefined
    // what a killed worker had in its hands
    emptyWorkspaces(this.#node.folder.root)
    await clearLeftovers(this.#node, true)
    if (worker.name !== undefined) return putBackJobsOf(this.#node, worker.name)
    this.#failedStarts += 1
    if (this.#failedStarts < mostAttempts || this.#stopped) return
    this.#failedStarts = 0
    const problem = problemOf(jobRefusals.refuse('job-worker-not-started'))
    await this.#node.register.query(
      "update jobs set status = 'failed', problem = $1, ended_at = now() where status = 'waiting'",
      [JSON.stringify(problem)],
    )
  }

  async #killIfDeaf(): Promise<void> {
    const rows = await this.#node.register.query<{ id: number }>(
      "select id from jobs where status = 'running' and cancel_requested and worker = $1",
      [this.#worker?.name ?? ''],
    )
    for (const id of this.#cancelSeen.keys())
      if (!rows.some((row) => row.id === id)) this.#cancelSeen.delete(id)
    for (const { id } of rows) {
      const seen = this.#cancelSeen.get(id) ?? Date.now()
      this.#cancelSeen.set(id, seen)
      if (Date.now() - seen > (this.#options.cancelPatienceMs ?? 15_000))
        this.#worker?.process.kill('SIGKILL')
    }
  }

  #send(message: ToWorker): void {
    const child = this.#worker?.process
    // a worker that ended meanwhile is noticed by its end
    if (child?.connected) child.send(message, () => {})
  }
}

function query(name: string): string {
  return readQuery(`./queries/${name}.sql`, import.meta.url)
}
