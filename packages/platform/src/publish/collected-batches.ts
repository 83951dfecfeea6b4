import { listRunInputs } from '../link/persons/link-runs.ts'
import { listBatches, type Batch, type CaudalNode } from '../store/index.ts'

/** What outcomes are named after: the batch of journeys that they are of. */
const outcomesName = /^outcomes-of-(\d+)$/

/**
 * Of batches that the node made itself, those that institutions sent and that their records are of: what
 * was rejected, repeated or late in these is so in every figure that is made from them.
 *
 * @returns by the batch that was made; nothing for those that were received as they are
 */
export async function collectedBatches(
  node: CaudalNode,
  batches: readonly Batch[],
): Promise<Map<number, readonly Batch[]>> {
  const journeysOf = new Map(
    batches.flatMap(({ id, recordType, fileName }) => {
      const journeys = recordType === 'outcome' ? outcomesName.exec(fileName)?.[1] : undefined
      return journeys === undefined ? [] : [[id, Number(journeys)] as const]
    }),
  )
  if (journeysOf.size === 0) return new Map()
  const [inputs, received] = await Promise.all([
    listRunInputs(node.register, [...journeysOf.values()]),
    listBatches(node, {
      recordType: 'movement',
      statuses: ['accepted', 'superseded', 'withdrawn'],
    }),
  ])
  const byId = new Map(received.map((batch) => [batch.id, batch]))
  return new Map(
    [...journeysOf].flatMap(([id, journeys]) => {
      const crossings = (inputs.get(journeys) ?? []).flatMap(({ batch }) => byId.get(batch) ?? [])
      return crossings.length === 0 ? [] : [[id, crossings] as const]
    }),
  )
}
