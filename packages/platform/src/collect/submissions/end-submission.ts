import type { Actor } from '@caudal/methods/govern'
import { actOf } from '../../govern/authorise.ts'
import { auditLogOf } from '../../govern/audit/audit-log.ts'
import type { CaudalNode, Queryable } from '../../store/index.ts'
import { submissionRefusals } from './refusals.ts'
import { removeParts } from './sealed-parts.ts'

/** Removes a file that comes to nothing, and its key; the log says who had it removed. */
export async function giveUp(node: CaudalNode, actor: Actor, id: number): Promise<void> {
  await node.register.transaction(async (transaction) => {
    await close(transaction, id, 'discarded', null)
    await auditLogOf(node).appendWithin(transaction, [
      actOf(actor, 'collect.import', {
        purpose: 'collection',
        subject: `submission:${id}`,
        details: { act: 'discarded' },
      }),
    ])
  })
  await removeParts(node, id)
}

/**
 * Ends a submission, whose key is gone with it: once.
 *
 * @throws {Refusal} collect.submissions.closed where somebody else has ended it
 */
export async function close(
  register: Queryable,
  id: number,
  state: 'imported' | 'discarded',
  batch: number | null,
): Promise<void> {
  const ended = await register.query(
    `update submissions set state = $2, became = $3, wrapped_key = null, changed_at = now()
     where id = $1 and state in ('receiving', 'draft') returning id`,
    [id, state, batch],
  )
  if (ended.length === 0) throw submissionRefusals.refuse('closed', { submission: id })
}
