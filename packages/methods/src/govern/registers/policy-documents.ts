import type { SharingAgreement } from '../policy/agreement.ts'
import type { Derogation } from '../policy/derogation.ts'
import type { Purpose } from '../policy/purposes.ts'
import type { RegisterDocument } from './registers.ts'

/** An agreement of the register as the policy reads it. */
export function toSharingAgreement(
  id: string,
  document: RegisterDocument<'agreement'>,
  approvedAssessments: ReadonlySet<string>,
): SharingAgreement {
  const {
    title: _,
    signedByProvider,
    signedByRecipient,
    endedOn,
    impactAssessment,
    ...rest
  } = document
  const assessed = impactAssessment !== undefined && approvedAssessments.has(impactAssessment)
  return {
    ...rest,
    id,
    ...(signedByProvider === undefined ? {} : { signedByProvider: signedByProvider.on }),
    ...(signedByRecipient === undefined ? {} : { signedByRecipient: signedByRecipient.on }),
    ...(endedOn === undefined ? {} : { endedOn }),
    ...(assessed ? { impactAssessment } : {}),
  }
}

/** A derogation of the register as the policy reads it. */
export function toDerogation(id: string, document: RegisterDocument<'derogation'>): Derogation {
  const { because: _, approvedBy, approvedAt, revokedAt, ...rest } = document
  return {
    ...rest,
    id,
    ...(approvedBy === undefined ? {} : { approvedBy }),
    ...(approvedAt === undefined ? {} : { approvedAt }),
    ...(revokedAt === undefined ? {} : { revokedAt }),
  }
}

/** What records of an activity may be used for: its purposes, and those found compatible. */
export function purposesOfActivity(document: RegisterDocument<'activity'>): Purpose[] {
  return [...new Set([...document.purposes, ...document.compatible.map(({ purpose }) => purpose)])]
}
