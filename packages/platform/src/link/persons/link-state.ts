import type { Text } from '@caudal/methods/vocabulary'
import { listJobs, type CaudalNode, type Job } from '../../store/index.ts'
import { listDecisions } from '../review/decisions.ts'
import { labelOf } from '../quality/quality-labels.ts'
import { readCircles } from './circles.ts'
import { presentFingerprint, today } from './link-country.ts'
import { readRunCircles, type Circle } from './kept-apart.ts'
import { batchesByCountry } from './link-node.ts'
import { listLinkRuns, type LinkRun } from './link-runs.ts'

/** The kind of the job that links. */
export const linkJobKind = 'link.run'

/** How the records of a country stand: linked or not, and whether something came since. */
export interface CountryState {
  readonly country: string
  readonly label: Text
  /** The run that counts; null where the records were never linked. */
  readonly run: Pick<LinkRun, 'id' | 'base' | 'figures' | 'findings' | 'madeAt'> | null
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
export async function readLinkState(node: CaudalNode): Promise<LinkState> {
  const [runs, held] = await Promise.all([listLinkRuns(node.register), batchesByCountry(node)])
  const decided = (await listDecisions(node.register)).filter(({ undoneBy }) => undoneBy === null)
  const countries: CountryState[] = []
  for (const [country, inputs] of held) {
    const run = runs.find((each) => each.country === country)
    const state = { country, label: labelOf('countries', country) }
    if (run === undefined) {
      countries.push({ ...state, run: null, waiting: 0, stale: true, apart: [] })
      continue
    }
    const batches = inputs.flatMap((input) => input.batches)
    const circles = await readCircles(node, inputs, today())
    const present = await presentFingerprint(node, country, batches, circles)
    const since = decided.filter((each) => each.run === run.id)
    const { id, base, figures, findings, madeAt } = run
    countries.push({
      ...state,
      run: { id, base, figures, findings, madeAt },
      waiting: Math.max(0, figures.review - since.length),
      stale: present !== run.fingerprint,
      apart: await tellApart(node, run),
    })
  }
  return { countries, job: await newestJob(node) }
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
