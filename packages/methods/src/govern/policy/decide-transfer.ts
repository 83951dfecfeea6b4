import type { SharingAgreement } from './agreement.ts'
import type { FieldSensitivity } from './ceilings.ts'
import { decideShared, labelled, ownedBy } from './decide-access.ts'
import { allow, type Decision, refuse } from './decision.ts'
import type { Purpose } from './purposes.ts'

/** Records that are to leave an institution for another. */
export interface Transfer {
  /** Institution that sends, the one it sends to, and the one that owns the records. */
  readonly sender: string
  readonly recipient: string
  readonly owner: string
  readonly recordType: string
  readonly purpose: Purpose
  readonly fields: readonly { readonly id: string; readonly sensitivity: FieldSensitivity }[]
  /** ISO date. */
  readonly day: string
}

/**
 * Whether records may leave: an agreement in force must share every field with the recipient, and
 * where the sender is not their owner, the owner's agreement with the sender must name the recipient
 * for onward transfer. Figures (releases) are no records and do not come through here.
 *
 * @see IOM Data Protection Manual (2010), principle 6
 */
export function decideTransfer(
  transfer: Transfer,
  agreements: readonly SharingAgreement[],
): Decision {
  const { sender, recipient, owner, recordType, purpose, fields, day } = transfer
  if (fields.length === 0)
    return refuse('agreement-missing', { ...ownedBy(owner), ...labelled(purpose) })
  let basis: string | undefined
  for (const field of fields) {
    if (sender !== owner) {
      const onward = agreements.filter((agreement) => agreement.onwardTo.includes(recipient))
      const received = decideShared(onward, {
        owner,
        recipient: sender,
        recordType,
        purpose,
        field,
        day,
      })
      if (received.outcome === 'refuse')
        return refuse('onward-forbidden', {
          ...ownedBy(owner),
          recipient,
          recipientLabel: recipient,
        })
    }
    const shared = decideShared(agreements, {
      owner: sender,
      recipient,
      recordType,
      purpose,
      field,
      day,
    })
    if (shared.outcome === 'refuse') return shared
    basis ??= shared.basis
  }
  return allow('shared-by-agreement', basis)
}
