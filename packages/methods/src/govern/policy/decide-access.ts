import type { Actor } from './actor.ts'
import { crossesBorder, endOf, isInForce, sharesField, type SharingAgreement } from './agreement.ts'
import { ceilingOf, type Ceiling, type FieldSensitivity, sensitivityLabels } from './ceilings.ts'
import { allow, type Decision, refuse } from './decision.ts'
import { coversRead, type Derogation } from './derogation.ts'
import { isPurpose, type Purpose, purposes } from './purposes.ts'
import type { Text } from '../../vocabulary/index.ts'

/** The records that are asked for, as far as the policy must know them. */
export interface Holding {
  readonly recordType: string
  /** Country the records are about or from, ISO 3166-1 alpha-3. */
  readonly country: string
  /** Identifier of the institution that owns the records. */
  readonly owner: string
  /**
   * Purposes that the processing activity of the records names or declares compatible. An activity
   * that is not yet in the register allows none but collection and the rights of the person.
   */
  readonly purposes: readonly Purpose[]
  /** Whether the person has asked that the record not be used for now. */
  readonly restricted?: boolean
}

export interface AccessRequest {
  readonly actor: Actor
  /** What the read is for: named by the reader, kept in the log. */
  readonly purpose: Purpose
  readonly holding: Holding
  readonly field: NamedField
  /** Now: instant, ISO in UTC. */
  readonly at: string
}

/** What the registers say at that moment. */
export interface PolicyRegisters {
  readonly agreements: readonly SharingAgreement[]
  readonly derogations: readonly Derogation[]
}

export const noRegisters: PolicyRegisters = { agreements: [], derogations: [] }

/**
 * Whether an actor may read a field of records for a purpose: wholly, masked, or not at all, and
 * why. Pure: who, when and the registers are passed in; the answer is the same for the same input.
 *
 * The first of these that says no gives the reason: sign-in · a known purpose · the limit of the
 * credential · a role that reads for that purpose · restriction by the person · the confidentiality
 * undertaking (where the field says anything of a person) · the purpose of the processing activity ·
 * the institution's own records, the rights of the person, or an agreement in force that shares the
 * field · the ceiling of the role. An approved derogation replaces the last three and nothing else.
 *
 * @param request who asks for which field of which records, for what, when
 * @param registers agreements and derogations; those that do not apply are passed over
 * @see IOM Data Protection Manual (2010), principles 2, 6, 7 and 13
 */
export function decideAccess(request: AccessRequest, registers: PolicyRegisters): Decision {
  const { actor, purpose, holding, field } = request
  if (actor.kind === 'anonymous') return refuse('not-signed-in')
  if (!isPurpose(purpose)) {
    return refuse('purpose-unknown', {
      purpose: String(purpose),
      purposes: Object.keys(purposes).join(', '),
    })
  }
  if (isBeyondLimit(actor, purpose, holding)) return refuse('beyond-limit')
  const ceiling = ceilingOf(actor.roles, purpose, field.sensitivity)
  if (ceiling === undefined) return refuse('role-lacks-purpose', labelled(purpose))
  if (holding.restricted && purpose !== 'subject-request') return refuse('record-restricted')
  if (field.sensitivity !== 'plain' && !hasUndertaking(actor, request.at)) {
    return refuse('undertaking-missing')
  }
  const decision = underCeiling(ceiling, decideHolding(request, registers), request)
  if (decision.outcome === 'allow') return decision
  const derogation = registers.derogations.find((each) =>
    coversRead(each, {
      actor: actor.id,
      purpose,
      recordType: holding.recordType,
      owner: holding.owner,
      field: field.id,
      at: request.at,
    }),
  )
  return derogation === undefined ? decision : allow('derogation', derogation.id)
}

function isBeyondLimit({ limit }: Actor, purpose: Purpose, { recordType }: Holding): boolean {
  return (
    (limit?.purposes !== undefined && !limit.purposes.includes(purpose)) ||
    (limit?.recordTypes !== undefined && !limit.recordTypes.includes(recordType))
  )
}

/** Whether somebody acts under a confidentiality undertaking that is in force at an instant. */
export function hasUndertaking(
  { undertakingUntil }: Pick<Actor, 'undertakingUntil'>,
  at: string,
): boolean {
  return undertakingUntil !== undefined && at.slice(0, 10) <= undertakingUntil
}

/** Whether the actor's institution may read the field at all, whoever the actor is. */
function decideHolding(
  { actor, purpose, holding, field, at }: AccessRequest,
  { agreements }: PolicyRegisters,
): Decision {
  if (!isCollectedFor(holding, purpose)) return refuse('purpose-incompatible', labelled(purpose))
  if (actor.institution !== '' && holding.owner === actor.institution) return allow('own-records')
  if (purpose === 'subject-request' && actor.country !== '' && holding.country === actor.country) {
    return allow('rights-of-the-person')
  }
  return decideShared(agreements, {
    owner: holding.owner,
    recipient: actor.institution,
    recordType: holding.recordType,
    purpose,
    field,
    day: at.slice(0, 10),
  })
}

/** Records are always open to their collection and to the person they are about. */
function isCollectedFor(holding: Holding, purpose: Purpose): boolean {
  return (
    purpose === 'collection' || purpose === 'subject-request' || holding.purposes.includes(purpose)
  )
}

/** A field as far as a decision is about it; named as people call it, where that is known. */
export interface NamedField {
  readonly id: string
  readonly sensitivity: FieldSensitivity
  readonly label?: Text
}

const called = ({ id, label }: NamedField) => ({ field: id, fieldLabel: label ?? id })

/** The institution that owns something, and its name until whoever keeps the register puts it there. */
export const ownedBy = (owner: string) => ({ owner, ownerLabel: owner })

export interface SharedField {
  readonly owner: string
  readonly recipient: string
  readonly recordType: string
  readonly purpose: Purpose
  readonly field: NamedField
  /** ISO date. */
  readonly day: string
}

/** Whether an agreement in force shares a field from its owner to a recipient. */
export function decideShared(
  agreements: readonly SharingAgreement[],
  asked: SharedField,
): Decision {
  const { owner, recipient, recordType, purpose, field, day } = asked
  const between = agreements.filter(
    (agreement) =>
      recipient !== '' &&
      agreement.provider.institution === owner &&
      agreement.recipient.institution === recipient &&
      agreement.purposes.includes(purpose),
  )
  const inForce = between.filter((agreement) => isInForce(agreement, day))
  if (inForce.length === 0) {
    const on = between.flatMap((agreement) => endOf(agreement, day) ?? []).toSorted()
    const details = { ...ownedBy(owner), ...labelled(purpose) }
    // Whoever read yesterday is told what is over, and since when: that is what has to be renewed.
    return on.length === 0
      ? refuse('agreement-missing', details)
      : refuse('agreement-ended', { ...details, on: on.at(-1)! })
  }
  const sharing = inForce.filter((agreement) => sharesField(agreement, recordType, field.id))
  if (sharing.length === 0)
    return refuse('field-not-shared', { ...ownedBy(owner), ...called(field) })
  const sound = sharing.find(
    (agreement) =>
      field.sensitivity !== 'identity' ||
      !crossesBorder(agreement) ||
      agreement.impactAssessment !== undefined,
  )
  if (sound === undefined) return refuse('assessment-missing', called(field))
  return allow('shared-by-agreement', sound.id)
}

function underCeiling(ceiling: Ceiling, decision: Decision, request: AccessRequest): Decision {
  if (decision.outcome !== 'allow' || ceiling === 'allow') return decision
  const { basis } = decision
  const rest = basis === undefined ? {} : { basis }
  switch (ceiling) {
    case 'coarsen':
      return { outcome: 'mask', mask: 'coarsen', reason: 'coarsened-for-purpose', ...rest }
    case 'withhold':
      return { outcome: 'mask', mask: 'withhold', reason: 'withheld-for-purpose', ...rest }
    case 'refuse':
      return refuse('field-beyond-purpose', {
        ...labelled(request.purpose),
        ...called(request.field),
        sensitivity: request.field.sensitivity,
        sensitivityLabel: sensitivityLabels[request.field.sensitivity],
      })
  }
}

/** A purpose for programs and for people. */
export function labelled(purpose: Purpose) {
  return { purpose, purposeLabel: purposes[purpose] }
}
