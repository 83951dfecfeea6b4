import type { Actor } from '@caudal/methods/govern'
import type { Text } from '@caudal/methods/vocabulary'
import {
  type CaudalNode,
  isNameOfLivingProcess,
  type JobProblem,
  nameOfProcess,
  ownIdentity,
  problemOf,
  type Queryable,
} from '../../store/index.ts'
import type { Expired } from './expired.ts'
import { retentionRefusals } from './refusals.ts'

export type RunKind = 'daily' | 'by-hand'

/** A run of retention as the register keeps it. */
export interface RetentionRun {
  readonly id: number
  readonly kind: RunKind
  /** Id of whoever ran it; `node` where it ran by itself. */
  readonly actor: string
  /** ISO date. */
  readonly day: string
  /** ISO instants. */
  readonly startedAt: string
  readonly endedAt: string | null
  /** `held`: nothing was erased, because the clock cannot be believed. */
  readonly outcome: 'running' | 'done' | 'held' | 'failed'
  readonly erased: readonly Expired[]
  /** How much had expired that is of other countries than whoever ran it by hand. */
  readonly leftToOthers: number
  readonly problem: { readonly what: Text; readonly advice: Text } | null
}

// Runs of this process that go on: a run of it that could not be closed is not one of them.
const going = new Set<number>()

/**
 * Begins a run. One whose process is gone is closed as failed: what it erased stands in it, and the
 * new run goes on from there.
 * @throws {Refusal} retention.running
 */
export async function beginRun(
  node: CaudalNode,
  kind: RunKind,
  actor: Actor,
  day: string,
): Promise<number> {
  const own = nameOfProcess(ownIdentity())
  const open = await node.register.query<{ id: number; process: string; at: string }>(
    'select id, process, started_at as at from retention_runs where ended_at is null',
  )
  for (const { id, process } of open) {
    if (process === own ? going.has(id) : isNameOfLivingProcess(process)) continue
    await endRun(node, id, 'failed', problemOf(retentionRefusals.refuse('run-cut-short')))
  }
  const [begun] = await node.register.query<{ id: number }>(
    `insert into retention_runs (kind, actor, day, process) values ($1, $2, $3, $4)
     on conflict do nothing returning id`,
    [kind, actor.id, day, own],
  )
  if (begun === undefined) throw retentionRefusals.refuse('running', { at: open[0]?.at ?? '–' })
  going.add(begun.id)
  return begun.id
}

/** Adds what was erased to a run, in the transaction that erases it. */
export async function addErased(
  transaction: Queryable,
  run: number,
  { batch, dataset, title, what, since, count }: Expired,
): Promise<void> {
  await transaction.query('update retention_runs set erased = erased || $2::jsonb where id = $1', [
    run,
    JSON.stringify([
      { batch, dataset, title, what, since, ...(count === undefined ? {} : { count }) },
    ]),
  ])
}

export async function endRun(
  node: CaudalNode,
  run: number,
  outcome: 'done' | 'held' | 'failed',
  problem: JobProblem | null = null,
  leftToOthers = 0,
): Promise<void> {
  going.delete(run)
  await node.register.query(
    `update retention_runs set ended_at = now(), outcome = $2, problem = $3, left_to_others = $4
     where id = $1 and ended_at is null`,
    [run, outcome, problem === null ? null : JSON.stringify(problem), leftToOthers],
  )
}

/** The runs of retention, the newest first. */
export function listRuns(register: Queryable, limit: number): Promise<RetentionRun[]> {
  return register.query<RetentionRun>(
    `select id, kind, actor, day::text, started_at as "startedAt", ended_at as "endedAt",
       outcome, erased, left_to_others as "leftToOthers", problem
     from retention_runs order by id desc limit $1`,
    [limit],
  )
}

/** One run. */
export async function getRun(register: Queryable, id: number): Promise<RetentionRun> {
  const runs = await register.query<RetentionRun>(
    `select id, kind, actor, day::text, started_at as "startedAt", ended_at as "endedAt",
       outcome, erased, left_to_others as "leftToOthers", problem
     from retention_runs where id = $1`,
    [id],
  )
  return runs[0]!
}
