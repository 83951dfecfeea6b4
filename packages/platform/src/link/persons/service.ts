import type { Actor } from '@caudal/methods/govern'
import { auditLogOf } from '../../govern/audit/audit-log.ts'
import { authorise } from '../../govern/authorise.ts'
import type { CaudalNode } from '../../store/index.ts'
import type { CountryOutcome } from './link-country.ts'
import { linkNode, type LinkNodeOptions } from './link-node.ts'

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
