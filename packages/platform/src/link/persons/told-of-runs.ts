import { type Actor, type Decision, decideCounts } from '@caudal/methods/govern'
import { listBatches, listDatasets, type CaudalNode } from '../../store/index.ts'
import type { LinkRun } from './link-runs.ts'

type Counted = Pick<LinkRun, 'id' | 'country' | 'inputs'>

/**
 * What the policy says of telling somebody what a run counted: records and persons of one country, by border post and
 * by circle. They are told in that country, to an institution that stands in the middle of a circle of the run or is
 * given its records under agreements, and to everybody where the records are drawn by a generator.
 *
 * @see docs/decisions/0130-counts-of-linkage-are-figures.md
 */
export async function decidingRuns(
  node: CaudalNode,
  actor: Actor,
): Promise<(run: Counted) => Promise<Decision>> {
  const statuses = ['accepted', 'superseded', 'withdrawn'] as const
  const [batches, datasets] = await Promise.all([
    listBatches(node, { statuses }),
    listDatasets(node, { withdrawn: true }),
  ])
  const drawn = new Set(datasets.flatMap(({ id, synthetic }) => (synthetic ? [id] : [])))
  const isDrawn = new Map(batches.map(({ id, dataset }) => [id, drawn.has(dataset)]))
  return async ({ id, country, inputs }) => {
    const decision = decideCounts(actor, country)
    if (decision.outcome === 'allow') return decision
    if (inputs.every(({ batch }) => isDrawn.get(batch) === true)) return allowed
    const { institution } = actor
    if (institution === '') return decision
    if (inputs.some(({ circle }) => circle === institution)) return allowed
    const given = await node.register.query(
      'select batch from journey_circles where batch = $1 and institution = $2',
      [id, institution],
    )
    return given.length > 0 ? allowed : decision
  }
}

const allowed: Decision = { outcome: 'allow', reason: 'operation-of-role' }
