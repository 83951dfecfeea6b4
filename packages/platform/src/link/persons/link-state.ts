import type { Actor } from '@caudal/methods/govern'
import type { Text } from '@caudal/methods/vocabulary'
import { listJobs, withSight, type CaudalNode, type Job } from '../../store/index.ts'
import { listDecisions } from '../review/decisions.ts'
import { listOpenPairs } from '../review/listed-pairs.ts'
import { labelOf } from '../quality/quality-labels.ts'
import { readCircles } from './circles.ts'
import { presentFingerprint, today } from './link-country.ts'
import { readRunCircles, type Circle } from './kept-apart.ts'
import { batchesByCountry } from './link-node.ts'
import type { LinkedBatches } from './linked-fields.ts'
import { listLinkRuns, type LinkRun } from './link-runs.ts'
import { isOwn, ownBatches, type OwnBatches } from './own-circle.ts'
import { decidingRuns } from './told-of-runs.ts'

/** The kind of the job that links. */
export const linkJobKind = 'link.run'

/** How the records of a country stand: linked or not, and whether something came since. */
export interface CountryState {
  readonly country: string
  readonly label: Text
  /** The run that counts; null where the records were never linked, or nothing of it is for whoever asks. */
  readonly run: Pick<LinkRun, 'id' | 'base' | 'figures' | 'findings' | 'madeAt'> | null
  /** ISO instant of the run that these records went into, where nothing of it is for whoever asks; else null. */
  readonly elsewhere: string | null
  /** Pairs for review in that run of which nobody has decided yet. */
  readonly waiting: number
  /** Whether records or decisions came, or went, after the run. */
  readonly stale: boolean
  /** Circles of institutions that were linked apart in that run; none where all share. */
  readonly apart: readonly Omit<Circle, 'batches'>[]
}

export interface LinkState {
  readonly countries: readonly CountryState[]
  /** The newest job of linkage; null where there was none. */
  readonly job: Pick<Job, 'id' | 'status' | 'progress' | 'problem' | 'createdAt' | 'endedAt'> | null
}

/** Which records are linked, which are not yet, and what is under way. */
export async function readLinkState(node: CaudalNode, actor: Actor): Promise<LinkState> {
  const [runs, held] = await Promise.all([listLinkRuns(node.register), batchesByCountry(node)])
  const decided = (await listDecisions(node.register)).filter(({ undoneBy }) => undoneBy === null)
  const decide = await decidingRuns(node, actor)
  const countries: CountryState[] = []
  for (const [country, inputs] of held) {
    const run = runs.find((each) => each.country === country)
    const own = run && (await ownBatches(node, actor, run))
    // What a run counted in another country is a figure of that country: that it was made is all that is told.
    const isTold = run !== undefined && (await decide(run)).outcome === 'allow'
    const elsewhere =
      run === undefined || own?.length === 0
        ? await linkedElsewhere(node, country, inputs)
        : isTold
          ? null
          : run.madeAt
    const state = { country, label: labelOf('countries', country), elsewhere }
    if (run === undefined || elsewhere !== null) {
      countries.push({ ...state, run: null, waiting: 0, stale: elsewhere === null, apart: [] })
      continue
    }
    const since = decided.filter((each) => each.run === run.id && isOwn(each.one, own))
    const { id, base, figures, findings, madeAt } = run
    countries.push({
      ...state,
      run: { id, base, figures, findings, madeAt },
      waiting:
        own === undefined
          ? Math.max(0, figures.review - since.length)
          : (await listOpenPairs(node, run, since, { from: 0, count: 1 }, own)).open,
      stale: await isStale(node, run, inputs, own, since.length),
      apart: await tellApart(node, run),
    })
  }
  return { countries, job: await newestJob(node) }
}

/**
 * When records were linked whose journeys their institution does not come upon, for it only gave them: that
 * they were is all it is told, and it is told that, for its records stand as linked.
 */
async function linkedElsewhere(
  node: CaudalNode,
  country: string,
  inputs: readonly LinkedBatches[],
): Promise<string | null> {
  const [run] = await withSight({ of: 'node' }, () => listLinkRuns(node.register, country))
  const own = new Set(inputs.flatMap(({ batches }) => batches.map(({ id }) => id)))
  return run?.inputs.some(({ batch }) => own.has(batch)) ? run.madeAt : null
}

/**
 * Whether records or decisions came, or went, after a run. Whoever comes upon one circle of several sees the
 * batches of that circle alone, and is told of those.
 */
async function isStale(
  node: CaudalNode,
  run: LinkRun,
  inputs: readonly LinkedBatches[],
  own: OwnBatches,
  since: number,
): Promise<boolean> {
  const batches = inputs.flatMap((input) => input.batches)
  if (own === undefined) {
    const circles = await readCircles(node, inputs, today())
    return (await presentFingerprint(node, run.country, batches, circles)) !== run.fingerprint
  }
  const present = new Set(batches.map(({ id }) => id))
  const known = new Set(run.inputs.map(({ batch }) => batch))
  return (
    since > 0 ||
    own.some((batch) => !present.has(batch)) ||
    [...present].some((id) => !known.has(id))
  )
}

async function tellApart(node: CaudalNode, run: LinkRun): Promise<CountryState['apart']> {
  if (new Set(run.inputs.map(({ circle }) => circle)).size < 2) return []
  const circles = await readRunCircles(node, run)
  return circles.map(({ middle, institutions, datasets }) => ({ middle, institutions, datasets }))
}

async function newestJob(node: CaudalNode): Promise<LinkState['job']> {
  const job = (await listJobs(node)).find(({ kind }) => kind === linkJobKind)
  if (job === undefined) return null
  const { id, status, progress, problem, createdAt, endedAt } = job
  return { id, status, progress, problem, createdAt, endedAt }
}
