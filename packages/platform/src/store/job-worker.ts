import { setTimeout as pause } from 'node:timers/promises'
import type { Actor } from '@caudal/methods/govern'
import type { FromWorker, ToWorker } from './job-messages.ts'
import { actorOfJob, type JobContext, type JobDefinition, type JobProgress } from './jobs.ts'
import { problemOf } from './job-problem.ts'
import { logError } from './log-error.ts'
import type { CaudalNode } from './node.ts'
import { openNode } from './open-node.ts'
import { nameOfProcess, ownIdentity } from './process-identity.ts'
import { readQuery } from './read-query.ts'

/** Milliseconds between two reports of a running job. */
const reportEveryMs = 300

const interruptEveryMs = 200

/** How long a worker with nothing to do stays, in milliseconds. */
const lingerMs = 20_000

/** How long a job that is told to stop may take before the process ends, in milliseconds. */
const stopPatienceMs = 5_000

/**
 * The life of a worker process, which app/ starts with all kinds of jobs: opens the node as a guest
 * of the process that started it, runs one job after the other, and ends when there are no more, or
 * when that process is gone.
 */
export async function runWorker(definitions: readonly JobDefinition[]): Promise<void> {
  if (process.send === undefined)
    throw new Error('A worker is started by the process that owns the node.')
  const mail = new Mail()
  const { options } = await mail.opened
  const name = nameOfProcess(ownIdentity())
  const node = await openNode({ ...options, role: 'worker' })
  try {
    tell({ say: 'ready', worker: name })
    while (!mail.stopping.aborted) {
      const job = await takeJob(node, name)
      if (job !== undefined) {
        tell({ say: 'busy', job: job.id })
        await runJob(node, name, job, definitions, mail.stopping)
        continue
      }
      tell({ say: 'idle' })
      if (!(await mail.wokenWithin(lingerMs))) break
    }
  } finally {
    await node.close()
    process.disconnect?.()
  }
}

interface TakenJob {
  readonly id: number
  readonly kind: string
  readonly input: unknown
  readonly attempts: number
  readonly askedBy: Actor | null
}

async function takeJob(node: CaudalNode, name: string): Promise<TakenJob | undefined> {
  const [job] = await node.register.query<TakenJob>(query('take-job'), [name])
  return job
}

async function runJob(
  node: CaudalNode,
  name: string,
  job: TakenJob,
  definitions: readonly JobDefinition[],
  stopping: AbortSignal,
): Promise<void> {
  const cancelling = new AbortController()
  const signal = AbortSignal.any([cancelling.signal, stopping])
  let interrupting: NodeJS.Timeout | undefined
  const interrupt = () => {
    node.lake.interrupt()
    // a job of many statements is stopped at whichever it has come to
    interrupting ??= setInterval(() => node.lake.interrupt(), interruptEveryMs)
  }
  signal.addEventListener('abort', interrupt)
  const reports = new Reports(node, name, job.id, () =>
    cancelling.abort(new Error('The job was cancelled.')),
  )
  try {
    const definition = definitions.find((candidate) => candidate.kind === job.kind)
    if (definition === undefined) throw new Error(`No job of kind ${job.kind} is known.`)
    const context: JobContext = {
      node,
      id: job.id,
      input: job.input,
      actor: actorOfJob(job.askedBy),
      attempt: job.attempts,
      signal,
      progress: (done, step) => reports.progress(done, step),
    }
    const result = await definition.run(context as JobContext<never>)
    await reports.end()
    await node.register.query(query('end-job'), [
      job.id,
      name,
      'done',
      JSON.stringify(result ?? null),
      null,
    ])
  } catch (error) {
    await reports.end()
    if (stopping.aborted) {
      // not the job's fault: it waits for the next start as if it had not been tried
      await node.register.query(query('put-back-jobs'), [name, false, 0, null])
    } else if (cancelling.signal.aborted) {
      await node.register.query(query('end-job'), [job.id, name, 'cancelled', null, null])
    } else {
      const problem = problemOf(error)
      if (problem.code === 'store.job-failed') logFault(error, job)
      await node.register.query(query('end-job'), [
        job.id,
        name,
        'failed',
        null,
        JSON.stringify(problem),
      ])
    }
  } finally {
    signal.removeEventListener('abort', interrupt)
    clearInterval(interrupting)
  }
}

/** A line of the server's log, as its other lines are: no values, since those are of persons. */
function logFault(error: unknown, { id, kind }: Pick<TakenJob, 'id' | 'kind'>): void {
  const err = logError(error instanceof Error ? error : new Error(typeof error))
  const line = {
    level: 50,
    time: Date.now(),
    pid: process.pid,
    job: id,
    kind,
    err,
    msg: 'job failed',
  }
  process.stderr.write(`${JSON.stringify(line)}\n`)
}

/** Carries progress to the register at a pace it can bear, and brings back the wish to cancel. */
class Reports {
  readonly #send: () => Promise<void>
  readonly #timer: NodeJS.Timeout
  #latest: JobProgress | undefined
  #underWay: Promise<void> = Promise.resolve()
  #ended = false

  constructor(node: CaudalNode, name: string, id: number, cancel: () => void) {
    this.#send = async () => {
      const progress = this.#latest === undefined ? null : JSON.stringify(this.#latest)
      this.#latest = undefined
      const [row] = await node.register.query<{ cancelRequested: boolean }>(query('report-job'), [
        id,
        name,
        progress,
      ])
      if (row === undefined || row.cancelRequested) cancel()
    }
    this.#timer = setInterval(() => this.#report(), reportEveryMs)
  }

  progress(done: number, step?: string): void {
    const within = Math.min(1, Math.max(0, Number.isFinite(done) ? done : 0))
    this.#latest = step === undefined ? { done: within } : { done: within, step }
  }

  async end(): Promise<void> {
    this.#ended = true
    clearInterval(this.#timer)
    await this.#underWay
  }

  #report(): void {
    this.#underWay = this.#underWay.then(async () => {
      if (this.#ended) return
      // a register that is gone shows itself at the job's own next step
      await this.#send().catch(() => {})
    })
  }
}

/** Messages of the keeper; the end of the connection means that it is gone. */
class Mail {
  readonly opened: Promise<Extract<ToWorker, { say: 'open' }>>
  readonly #stop = new AbortController()
  #wake: (() => void) | undefined
  #woken = false

  constructor() {
    let open: (message: Extract<ToWorker, { say: 'open' }>) => void
    this.opened = new Promise((resolve) => (open = resolve))
    process.on('message', (message: ToWorker) => {
      if (message.say === 'open') open(message)
      else if (message.say === 'stop') this.#stopAll()
      this.#woken = true
      this.#wake?.()
    })
    process.on('disconnect', () => this.#stopAll())
    process.on('SIGTERM', () => this.#stopAll())
    // Ctrl-C reaches every process of the terminal; the keeper says what is to be done
    process.on('SIGINT', () => {})
  }

  get stopping(): AbortSignal {
    return this.#stop.signal
  }

  /** Whether something came within `milliseconds`. */
  async wokenWithin(milliseconds: number): Promise<boolean> {
    if (!this.#woken) {
      const waiting = new AbortController()
      this.#wake = () => waiting.abort()
      await pause(milliseconds, undefined, { signal: waiting.signal }).catch(() => {})
      this.#wake = undefined
    }
    const woken = this.#woken
    this.#woken = false
    return woken
  }

  #stopAll(): void {
    if (this.#stop.signal.aborted) return
    this.#stop.abort(new Error('The node stops.'))
    this.#wake?.()
    setTimeout(() => process.exit(1), stopPatienceMs).unref()
  }
}

function tell(message: FromWorker): void {
  if (process.connected) process.send!(message)
}

function query(name: string): string {
  return readQuery(`./queries/${name}.sql`, import.meta.url)
}
