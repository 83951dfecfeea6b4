import { createHash } from 'node:crypto'
import type { LinkSpecification } from '@caudal/methods/link'
import type { Batch, BatchStatus, Queryable } from '../../store/index.ts'
import { readQuery } from '../../store/index.ts'
import type { CountedRule } from '../blocking-keys.ts'
import type { ClusterFinding } from '../cluster-finding.ts'
import type { LinkModel } from '../link-model.ts'
import type { Circles } from './circles.ts'
import type { WrittenJourneys } from '../journeys/write-journeys.ts'

/** Changes whenever the same records would be linked otherwise. */
export const methodVersion = 4

/** A batch as a run met it. */
export interface RunInput {
  readonly batch: number
  readonly recordType: string
  readonly facts: readonly string[]
  /** Institution with whose records its own were compared: the middle of its circle. */
  readonly circle: string
}

/** What a run counted. */
export interface RunFigures extends WrittenJourneys {
  /** Records read, those of them that name somebody, and different identities among these. */
  readonly records: number
  readonly named: number
  readonly cards: number
  readonly freshCards: number
  readonly persons: number
  /** Records of a person who has others. */
  readonly matched: number
  readonly accepted: number
  readonly review: number
}

/** A run of linkage over the records that one country kept. */
export interface LinkRun {
  /** Number of the run, and of the batch that holds its files. */
  readonly id: number
  readonly country: string
  readonly status: BatchStatus
  /** Run that it goes on from; null for one that compared every record. */
  readonly base: number | null
  /** Run whose records taught how to weigh. */
  readonly root: number
  readonly methodVersion: number
  readonly fingerprint: string
  readonly inputs: readonly RunInput[]
  readonly specification: LinkSpecification
  readonly model: LinkModel
  readonly blocking: {
    readonly rules: readonly CountedRule[]
    readonly expectedRecall: number | null
  }
  /** `least` is the number of the least card of the cluster. */
  readonly findings: readonly ClusterFinding[]
  readonly figures: RunFigures
  /** ISO instant. */
  readonly madeAt: string
}

/** Runs of a country (of all where absent), the newest first; those that count unless asked. */
export function listLinkRuns(
  register: Queryable,
  country?: string,
  statuses: readonly BatchStatus[] = ['accepted'],
): Promise<LinkRun[]> {
  return register.query<LinkRun>(query('link-runs'), [country ?? null, statuses])
}

/** The run that counts for a country. */
export async function findLinkRun(
  register: Queryable,
  country: string,
): Promise<LinkRun | undefined> {
  const [run] = await listLinkRuns(register, country)
  return run
}

/** The batches that runs of linkage read, by the batch of journeys that each wrote. */
export async function listRunInputs(
  register: Queryable,
  journeys: readonly number[],
): Promise<Map<number, readonly RunInput[]>> {
  const runs = await register.query<{ batch: number; inputs: readonly RunInput[] }>(
    'select batch, inputs from link_runs where batch = any($1)',
    [journeys],
  )
  return new Map(runs.map(({ batch, inputs }) => [batch, inputs]))
}

/** Records a run, as part of the transaction that accepts its batch. */
export async function recordLinkRun(
  transaction: Queryable,
  run: Omit<LinkRun, 'status' | 'fingerprint' | 'madeAt'>,
): Promise<void> {
  await transaction.query(query('insert-link-run'), [
    run.id,
    run.country,
    run.base,
    run.root,
    run.methodVersion,
    JSON.stringify(run.inputs),
    JSON.stringify(run.specification),
    JSON.stringify(run.model),
    JSON.stringify(run.blocking),
    JSON.stringify(run.findings),
    JSON.stringify(run.figures),
  ])
}

export function inputsOf(batches: readonly Batch[], circles: Circles): RunInput[] {
  return batches.map(({ id, recordType, files }) => ({
    circle: circles.ofBatch.get(id)!,
    batch: id,
    recordType,
    facts: files.filter(({ kind }) => kind === 'facts').map(({ sha256 }) => sha256),
  }))
}

/** Says what a run's answer depends on: the same digest, the same answer. */
export function fingerprintOf(parts: {
  readonly country: string
  readonly inputs: readonly RunInput[]
  /** Institutions that may see what is linked in their circle. */
  readonly readers: readonly string[]
  readonly restricted: readonly string[]
  /** Number of the newest decision of the country. */
  readonly decisions: number
}): string {
  return createHash('sha256')
    .update(JSON.stringify({ methodVersion, ...parts }))
    .digest('hex')
}

function query(name: string): string {
  return readQuery(`../queries/${name}.sql`, import.meta.url)
}
