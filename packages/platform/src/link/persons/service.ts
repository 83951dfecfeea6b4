import { isDeepStrictEqual } from 'node:util'
import type { Actor } from '@caudal/methods/govern'
import { auditLogOf } from '../../govern/audit/audit-log.ts'
import { authorise } from '../../govern/authorise.ts'
import { enqueueJob, listJobs, type CaudalNode } from '../../store/index.ts'
import { linkRefusals } from '../refusals.ts'
import type { CountryOutcome } from './link-country.ts'
import { batchesByCountry, linkNode, type LinkNodeOptions } from './link-node.ts'
import { linkJobKind, readLinkState, type LinkState } from './link-state.ts'

/** Links the records of the node to persons and writes their journeys; the log says who had it done. */
export async function runLinkage(
  node: CaudalNode,
  actor: Actor,
  options: LinkNodeOptions = {},
): Promise<CountryOutcome[]> {
  await authorise(node, actor, 'link.run')
  const outcomes = await linkNode(node, options)
  const made = outcomes.filter(({ outcome }) => outcome !== 'up-to-date')
  if (made.length > 0) {
    await auditLogOf(node).append({
      actor,
      action: 'link.run',
      outcome: 'done',
      purpose: 'linkage',
      details: { runs: made.map(({ run }) => String(run.id)) },
    })
  }
  return outcomes
}

/**
 * Has a worker link records, in the name of whoever asks. A job that waits or runs already is not
 * asked for twice.
 *
 * @returns number of the job @throws Refusal link.nothing-to-link, link.country-without-records
 */
export async function startLinkage(
  node: CaudalNode,
  actor: Actor,
  options: Pick<LinkNodeOptions, 'countries' | 'full'> = {},
): Promise<number> {
  await authorise(node, actor, 'link.run')
  const held = [...(await batchesByCountry(node)).keys()]
  const countries = options.countries?.map((country) => country.toUpperCase())
  if (held.length === 0) throw linkRefusals.refuse('nothing-to-link')
  const unknown = countries?.find((country) => !held.includes(country))
  if (unknown !== undefined) {
    const details = { country: unknown.slice(0, 20), countries: held.join(', ') }
    throw linkRefusals.refuse('country-without-records', details)
  }
  const input = {
    ...(countries !== undefined && { countries }),
    ...(options.full === true && { full: true }),
  }
  const unfinished = await listJobs(node, { statuses: ['waiting', 'running'] })
  const same = unfinished.find(
    ({ kind, input: asked }) => kind === linkJobKind && isDeepStrictEqual(asked, input),
  )
  return same?.id ?? (await enqueueJob(node, linkJobKind, input, { actor }))
}

/** How the records of each country stand, and what is under way. Figures alone: no record is shown. */
export async function readLinkage(node: CaudalNode, actor: Actor): Promise<LinkState> {
  await authorise(node, actor, 'link.run')
  return await readLinkState(node, actor)
}
