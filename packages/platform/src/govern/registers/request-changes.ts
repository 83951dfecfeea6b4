import type { Actor } from '@caudal/methods/govern'
import { registerRefusals } from './refusals.ts'
import { refuseByHand } from './refuse-by-hand.ts'

/**
 * What may be written of a request by hand. That it was met is written by meeting it: nobody says of an erasure that
 * it was done. What is settled stays as the person was told. Whoever says that an identity was checked says it of
 * himself or herself.
 *
 * @throws {Refusal} registers.request-settled, registers.set-by-act, registers.checked-by-another
 */
export function checkRequestChange(
  content: Readonly<Record<string, unknown>>,
  before: Readonly<Record<string, unknown>> | undefined,
  actor: Actor,
  id: string,
): void {
  const { state, identityCheckedBy: by } = content
  if (before?.['state'] === 'done' || before?.['state'] === 'refused') {
    throw registerRefusals.refuse('request-settled', { id })
  }
  if (state === 'done') throw refuseByHand('request', 'state')
  const isNew = by !== undefined && by !== before?.['identityCheckedBy']
  if (isNew && actor.kind !== 'terminal' && by !== actor.id) {
    throw registerRefusals.refuse('checked-by-another')
  }
}
