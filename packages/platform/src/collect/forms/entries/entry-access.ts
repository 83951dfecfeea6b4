import {
  decideAccess,
  noRegisters,
  refusalOf,
  seesOwnEntries,
  type Actor,
} from '@caudal/methods/govern'
import { auditLogOf } from '../../../govern/audit/audit-log.ts'
import type { CaudalNode } from '../../../store/index.ts'
import { ownInstitution } from '../form-owner.ts'
import { getKeptForm } from '../kept-form.ts'
import { formRefusals } from '../refusals.ts'
import { selectEntries, type SealedEntry } from './entry.ts'

/** An entry that the actor may open and change now. */
export async function ownEntry(
  node: CaudalNode,
  actor: Actor,
  form: number,
  id: string,
): Promise<SealedEntry> {
  await getKeptForm(node, form, await ownInstitution(node, actor, 'collect.enter'))
  const [entry] = await selectEntries(node, { form, id, enteredBy: onlyOf(actor) })
  if (entry === undefined) throw formRefusals.refuse('entry-unknown')
  if (entry.state === 'erased') throw formRefusals.refuse('entry-erased')
  if (entry.state === 'imported' || entry.state === 'withdrawn') {
    throw formRefusals.refuse('entry-closed')
  }
  if (entry.isHeld) throw formRefusals.refuse('entry-held')
  return entry
}

/** @throws {Refusal} of the policy, logged, where the actor may not read names for collection */
export async function checkUndertaking(
  node: CaudalNode,
  actor: Actor,
  form: number,
): Promise<void> {
  const { institution, country, mapping } = await getKeptForm(node, form, actor.institution)
  const refusal = refusalOf(
    decideAccess(
      {
        actor,
        purpose: 'collection',
        holding: {
          recordType: mapping?.recordType ?? '',
          country,
          owner: institution,
          purposes: ['collection'],
        },
        field: { id: 'identity', sensitivity: 'identity' },
        at: new Date().toISOString(),
      },
      noRegisters,
    ),
  )
  if (refusal === undefined) return
  await auditLogOf(node).append({
    actor,
    action: 'collect.enter',
    outcome: 'refuse',
    purpose: 'collection',
    reason: refusal.code,
    subject: `form:${form}`,
  })
  throw refusal
}

/** Whose entries alone an actor comes upon; undefined where those of the whole institution are. */
export function onlyOf(actor: Actor): string | undefined {
  return seesOwnEntries(actor) ? actor.id : undefined
}
