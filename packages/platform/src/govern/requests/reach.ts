import { type Actor, decideAccess, noRegisters, refusalOf } from '@caudal/methods/govern'
import { type CaudalNode, listDatasets } from '../../store/index.ts'
import { auditLogOf } from '../audit/audit-log.ts'
import type { RecordPlace } from '../erasure/places-of-persons.ts'
import { findHolding } from '../registers/policy-registers.ts'

/**
 * Batches whose records an actor may read for the rights of a person: those of the institution, and
 * those of every institution of the country. Whoever sits at the machine answers for all of them.
 */
export async function listReach(
  node: CaudalNode,
  actor: Actor,
): Promise<{ reaches(batch: number): boolean; refusalOf(batch: number): Error | undefined }> {
  if (actor.kind === 'terminal') return { reaches: () => true, refusalOf: () => undefined }
  const refusals = new Map<string, Error>()
  const at = new Date().toISOString()
  for (const { id, recordType, country } of await listDatasets(node)) {
    const holding = await findHolding(node.register, { id, recordType, country })
    // all fields are given, so the field that names the person decides
    const field = { id: 'identity', sensitivity: 'identity' } as const
    const request = { actor, purpose: 'subject-request', holding, field, at } as const
    const refusal = refusalOf(decideAccess(request, noRegisters))
    if (refusal !== undefined) refusals.set(id, refusal)
  }
  const rows = await node.register.query<{ id: number; dataset: string }>(
    'select id, dataset from batches',
  )
  const datasets = new Map(rows.map(({ id, dataset }) => [id, dataset]))
  const refusalOfBatch = (batch: number) => refusals.get(datasets.get(batch) ?? '')
  return {
    refusalOf: refusalOfBatch,
    reaches: (batch) => refusalOfBatch(batch) === undefined,
  }
}

/** @throws {Refusal} of the policy, logged, where any of the records is beyond reach */
export async function checkReach(
  node: CaudalNode,
  actor: Actor,
  places: readonly RecordPlace[],
  subject: string,
): Promise<void> {
  const reach = await listReach(node, actor)
  for (const { batch } of places) {
    const refusal = reach.refusalOf(batch)
    if (refusal === undefined) continue
    await auditLogOf(node).append({
      actor,
      action: 'govern.answer-requests',
      outcome: 'refuse',
      purpose: 'subject-request',
      reason: (refusal as { code?: string }).code ?? '?',
      subject,
    })
    throw refusal
  }
}
