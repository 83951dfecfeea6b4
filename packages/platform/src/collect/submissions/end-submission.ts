import type { Actor } from '@caudal/methods/govern'
import { actOf } from '../../govern/authorise.ts'
import { auditLogOf } from '../../govern/audit/audit-log.ts'
import { nodeActor } from '../../govern/node-actor.ts'
import type { CaudalNode, Queryable } from '../../store/index.ts'
import { removeParts } from './sealed-parts.ts'
import { daysOfFiles } from './waiting-files.ts'

/** Removes files that nobody has finished in their days. */
export async function removeExpired(node: CaudalNode): Promise<void> {
  const old = await node.register.query<{ id: number }>(
    `select id from submissions where state in ('receiving', 'draft')
       and changed_at < now() - make_interval(days => $1)`,
    [daysOfFiles],
  )
  for (const { id } of old) await giveUp(node, nodeActor, id, 'expired')
}

/** Removes a file that comes to nothing, and its key; the log says who had it removed. */
export async function giveUp(
  node: CaudalNode,
  actor: Actor,
  id: number,
  state: 'discarded' | 'expired',
): Promise<void> {
  await node.register.transaction(async (transaction) => {
    await close(transaction, id, state, null)
    await auditLogOf(node).appendWithin(transaction, [
      actOf(actor, 'collect.import', {
        purpose: 'collection',
        subject: `submission:${id}`,
        details: { act: state },
      }),
    ])
  })
  await removeParts(node, id)
}

/** Ends a submission, whose key is gone with it. */
export async function close(
  register: Queryable,
  id: number,
  state: 'imported' | 'discarded' | 'expired',
  batch: number | null,
): Promise<void> {
  await register.query(
    `update submissions set state = $2, became = $3, wrapped_key = null, changed_at = now()
     where id = $1`,
    [id, state, batch],
  )
}
