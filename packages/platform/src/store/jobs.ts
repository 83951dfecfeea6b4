import { setTimeout as pause } from 'node:timers/promises'
import { type Actor, anonymous } from '@caudal/methods/govern'
import { wakeKeeper } from './job-keeper.ts'
import { type JobProblem, refusalOfProblem } from './job-problem.ts'
import type { CaudalNode } from './node.ts'
import { readQuery } from './read-query.ts'
import { jobRefusals } from './job-refusals.ts'

export type JobStatus = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'

export interface JobProgress {
  /** From 0 to 1. */
  readonly done: number
  /** What is being done, as the job words it. */
  readonly step?: string
}

/** Long work, done by a worker process. */
export interface Job<Result = unknown> {
  readonly id: number
  readonly kind: string
  readonly input: unknown
  readonly status: JobStatus
  readonly progress: JobProgress | null
  readonly result: Result | null
  readonly problem: JobProblem | null
  readonly attempts: number
  readonly cancelRequested: boolean
  /** ISO instants. */
  readonly createdAt: string
  readonly startedAt: string | null
  readonly endedAt: string | null
}

/** What a job is given to work with. */
export interface JobContext<Input = unknown> {
  readonly node: CaudalNode
  readonly id: number
  readonly input: Input
  /** Whoever asked for the work: nobody, and so allowed nothing, where that was not said. */
  readonly actor: Actor
  /** 1 at first; a job whose worker died is tried again, so its work must be repeatable. */
  readonly attempt: number
  /** Aborted when the job is to be cancelled or the node stops; the lake engine is interrupted too. */
  readonly signal: AbortSignal
  /** @param done from 0 to 1 */
  readonly progress: (done: number, step?: string) => void
}

export interface JobDefinition<Input = never, Result = unknown> {
  /** `<stage>.<verb>`: `collect.import`. */
  readonly kind: string
  /** Does the work; what it returns (JSON) is the job's result, what it throws its problem. */
  run(context: JobContext<Input>): Promise<Result>
}

/** Declares a kind of job; app/ hands all of them to the worker. */
export function defineJob<Input, Result>(
  definition: JobDefinition<Input, Result>,
): JobDefinition<Input, Result> {
  return definition
}

/**
 * Puts work in the queue.
 * @param job the definition, or its kind
 * @param input JSON; no names or other personal data, for it stays in the register
 * @param options.actor whoever asks for it: the work is done as that actor
 * @returns id of the job
 */
export async function enqueueJob<Input extends object>(
  node: CaudalNode,
  job: JobDefinition<Input> | string,
  input: Input,
  options: { readonly priority?: number; readonly actor?: Actor } = {},
): Promise<number> {
  const { actor, priority = 0 } = options
  const [row] = await node.register.query<{ id: number }>(
    'insert into jobs (kind, input, priority, asked_by) values ($1, $2, $3, $4) returning id',
    [
      typeof job === 'string' ? job : job.kind,
      JSON.stringify(input),
      priority,
      actor === undefined ? null : JSON.stringify(actor),
    ],
  )
  wakeKeeper(node)
  return row!.id
}

export async function findJob<Result = unknown>(
  node: CaudalNode,
  id: number,
): Promise<Job<Result> | undefined> {
  const [job] = await node.register.query<Job<Result>>(query('jobs'), [id, null, 1])
  return job
}

/** The newest jobs first. */
export function listJobs(
  node: CaudalNode,
  {
    statuses,
    limit = 100,
  }: { readonly statuses?: readonly JobStatus[]; readonly limit?: number } = {},
): Promise<Job[]> {
  return node.register.query<Job>(query('jobs'), [null, statuses ?? null, limit])
}

/**
 * Asks for a job to be cancelled: one that waits is so at once, one that runs when it notices.
 * @throws {Refusal} store.job-unknown
 */
export async function cancelJob(node: CaudalNode, id: number): Promise<void> {
  const rows = await node.register.query(
    `update jobs
     set cancel_requested = true,
         status = case when status = 'waiting' then 'cancelled' else status end,
         ended_at = case when status = 'waiting' then now() else ended_at end
     where id = $1 and status in ('waiting', 'running') returning id`,
    [id],
  )
  if (rows.length === 0 && (await findJob(node, id)) === undefined) {
    throw jobRefusals.refuse('job-unknown', { job: id })
  }
  wakeKeeper(node)
}

/** Milliseconds between two looks at a job. */
const lookEveryMs = 200

/**
 * A job as it changes, until it has ended; the first value comes at once.
 * @throws {Refusal} store.job-unknown
 */
export async function* watchJob<Result = unknown>(
  node: CaudalNode,
  id: number,
  signal?: AbortSignal,
): AsyncGenerator<Job<Result>> {
  let seen = ''
  for (;;) {
    if (signal?.aborted) return
    const job = await findJob<Result>(node, id)
    if (job === undefined) throw jobRefusals.refuse('job-unknown', { job: id })
    const now = JSON.stringify([job.status, job.progress, job.attempts])
    if (now !== seen) yield job
    seen = now
    if (hasEnded(job)) return
    await pause(lookEveryMs)
  }
}

/**
 * Waits until a job has ended.
 * @returns its result
 * @throws {Refusal} what the job was refused with; store.job-cancelled; store.job-failed
 */
export async function waitForJob<Result = unknown>(
  node: CaudalNode,
  id: number,
  onProgress?: (progress: JobProgress) => void,
): Promise<Result> {
  for await (const job of watchJob<Result>(node, id)) {
    if (job.progress !== null) onProgress?.(job.progress)
    if (job.status === 'done') return job.result as Result
    if (job.status === 'cancelled') throw jobRefusals.refuse('job-cancelled', { job: id })
    if (job.status === 'failed') throw refusalOfProblem(job.problem)
  }
  throw new Error(`The watch over job ${id} ended before the job did.`)
}

/** The actor that a job is done as: the person who asked for it, no longer at the keyboard. */
export function actorOfJob(askedBy: Actor | null): Actor {
  if (askedBy === null) return anonymous
  return askedBy.kind === 'terminal' ? askedBy : { ...askedBy, kind: 'job' }
}

export function hasEnded(job: Pick<Job, 'status'>): boolean {
  return job.status !== 'waiting' && job.status !== 'running'
}

function query(name: string): string {
  return readQuery(`./queries/${name}.sql`, import.meta.url)
}
