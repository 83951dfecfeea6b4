import type { Actor } from '@caudal/methods/govern'
import { type Batch, type CaudalNode, listBatches, removeFiles } from '../../store/index.ts'
import { auditLogOf } from '../audit/audit-log.ts'
import { eraseFiles } from './erase-files.ts'
import { everyStatus } from './expired.ts'

/**
 * Erases the persons and journeys of runs of linkage that were replaced, where records that they were
 * made from have been erased whole: they are kept no longer than those.
 * @returns how many runs
 */
export async function eraseReplacedRuns(node: CaudalNode, actor: Actor): Promise<number> {
  const rows = await node.register.query<{ id: number }>(
    `select run.id
     from link_runs join batches as run on run.id = link_runs.batch
     where run.status <> 'accepted' and run.files <> '[]' and exists (
       select from jsonb_to_recordset(link_runs.inputs) as input (batch integer)
       join batches as source on source.id = input.batch where source.files = '[]'
     )
     order by run.id`,
  )
  if (rows.length === 0) return 0
  const replaced = new Set(rows.map(({ id }) => id))
  const batches = await listBatches(node, { recordType: 'journey', statuses: everyStatus })
  const held = batches.filter(({ id }) => replaced.has(id))
  for (const batch of held) await eraseRun(node, actor, batch)
  return held.length
}

async function eraseRun(node: CaudalNode, actor: Actor, batch: Batch): Promise<void> {
  const files = await node.register.transaction(async (transaction) => {
    const gone = await eraseFiles(transaction, batch)
    await auditLogOf(node).appendWithin(transaction, [
      {
        actor,
        action: 'govern.erase',
        outcome: 'done',
        subject: `batch:${batch.id}`,
        details: { act: 'retention', what: 'replaced-run' },
      },
    ])
    return gone
  })
  removeFiles(node, files)
}
