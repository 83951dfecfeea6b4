import {
  type Actor,
  decideAccess,
  decideKeeping,
  type Decision,
  type Holding,
  noRegisters,
  refusalOf,
} from '@caudal/methods/govern'
import { type CaudalNode, listDatasets } from '../../store/index.ts'
import type { WaitingRecord } from '../waiting/waiting-keeper.ts'
import { auditLogOf } from '../audit/audit-log.ts'
import { heed } from '../authorise.ts'
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
  for (const { id, recordType, country } of await listDatasets(node)) {
    const holding = await findHolding(node.register, { id, recordType, country })
    const refusal = refusalOfHolding(actor, holding)
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

/**
 * Whether an actor may look for persons at all, in the own country: whoever may not would find nobody, and could not
 * tell that from a person of whom nothing is held.
 *
 * @throws {Refusal} policy.undertaking-missing, policy.beyond-limit, policy.another-country where the account has no
 *   country; logged
 */
export async function checkSearcher(node: CaudalNode, actor: Actor): Promise<void> {
  const { country, institution: owner } = actor
  const noted = { purpose: 'subject-request' } as const
  const heedHere = (decision: Decision) =>
    heed(node, actor, 'govern.answer-requests', decision, noted)
  if (actor.kind === 'terminal') return
  await heedHere(decideKeeping(actor, [country]))
  await heedHere(decideNaming(actor, { recordType: '', country, owner, purposes: [] }))
}

/** Why an actor may not read records that wait for the rights of a person; undefined where he or she may. */
export function refusalOfWaiting(
  actor: Actor,
  { recordType, owner, country }: Pick<WaitingRecord, 'recordType' | 'owner' | 'country'>,
): Error | undefined {
  if (actor.kind === 'terminal') return undefined
  return refusalOfHolding(actor, { recordType, owner, country, purposes: [] })
}

function refusalOfHolding(actor: Actor, holding: Holding): Error | undefined {
  return refusalOf(decideNaming(actor, holding))
}

function decideNaming(actor: Actor, holding: Holding): Decision {
  // all fields are given, so the field that names the person decides
  const field = { id: 'identity', sensitivity: 'identity' } as const
  const at = new Date().toISOString()
  const request = { actor, purpose: 'subject-request', holding, field, at } as const
  return decideAccess(request, noRegisters)
}

/** @throws {Refusal} of the policy, logged, where any of the records is beyond reach */
export async function checkReach(
  node: CaudalNode,
  actor: Actor,
  places: readonly RecordPlace[],
  subject: string,
  waiting: readonly WaitingRecord[] = [],
): Promise<void> {
  const reach = await listReach(node, actor)
  const refusals = [
    ...places.map(({ batch }) => reach.refusalOf(batch)),
    ...waiting.map((record) => refusalOfWaiting(actor, record)),
  ]
  for (const refusal of refusals) {
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
