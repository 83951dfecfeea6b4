import type { Actor } from '@caudal/methods/govern'
import { authorise, heed } from '../../govern/authorise.ts'
import type { CaudalNode } from '../../store/index.ts'
import { listLinkRuns } from '../persons/link-runs.ts'
import { decidingRuns } from '../persons/told-of-runs.ts'
import { measureLinkQuality, type LinkQuality } from './measure-quality.ts'

// A run never changes, but for erasures, which make files anew: its quality is measured once a file.
const measured = new WeakMap<CaudalNode, Map<string, Promise<LinkQuality>>>()

/**
 * The quality of the present runs, of one country or of all whose counts are told to whoever asks. Figures alone: no
 * record is shown.
 *
 * @throws {Refusal} of the policy where a country is asked for whose counts are told in that country alone
 */
export async function readQuality(
  node: CaudalNode,
  actor: Actor,
  country?: string,
): Promise<LinkQuality[]> {
  await authorise(node, actor, 'link.run')
  const runs = await listLinkRuns(node.register, country?.toUpperCase())
  const decide = await decidingRuns(node, actor)
  const known = measured.get(node) ?? new Map<string, Promise<LinkQuality>>()
  measured.set(node, known)
  const qualities: LinkQuality[] = []
  for (const run of runs.toSorted((a, b) => (a.country < b.country ? -1 : 1))) {
    const decision = await decide(run)
    if (country !== undefined) {
      await heed(node, actor, 'link.run', decision, { subject: `country:${run.country}` })
    }
    if (decision.outcome !== 'allow') continue
    const key = `${run.id} ${run.fingerprint}`
    const quality = known.get(key) ?? measureLinkQuality(node, run)
    known.set(key, quality)
    quality.catch(() => known.delete(key))
    qualities.push(await quality)
  }
  return qualities
}
