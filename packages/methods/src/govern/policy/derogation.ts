import type { Purpose } from './purposes.ts'

/**
 * An exception to the policy for one person, with a scope and an end, that another person approved.
 *
 * @see IOM Data Protection Manual (2010), principle 13, exceptions
 */
export interface Derogation {
  readonly id: string
  readonly requestedBy: string
  /** Absent until approved. */
  readonly approvedBy?: string
  /** Instants, ISO in UTC: in force from the approval until its end, which is not included. */
  readonly approvedAt?: string
  readonly until: string
  readonly revokedAt?: string
  readonly purpose: Purpose
  readonly recordType: string
  /** Identifier of the institution whose records it opens. */
  readonly owner: string
  readonly fields: readonly string[]
}

/** What a read asks of a derogation. */
export interface DerogationScope {
  readonly actor: string
  readonly purpose: Purpose
  readonly recordType: string
  readonly owner: string
  readonly field: string
  /** Instant, ISO in UTC. */
  readonly at: string
}

/**
 * Whether a derogation covers a read. One approved by its own requester covers nothing, whatever
 * the register says.
 */
export function coversRead(derogation: Derogation, scope: DerogationScope): boolean {
  const { approvedBy, approvedAt, requestedBy, revokedAt } = derogation
  const at = Date.parse(scope.at)
  return (
    approvedBy !== undefined &&
    approvedAt !== undefined &&
    approvedBy !== requestedBy &&
    requestedBy === scope.actor &&
    Date.parse(approvedAt) <= at &&
    at < Date.parse(derogation.until) &&
    (revokedAt === undefined || at < Date.parse(revokedAt)) &&
    derogation.purpose === scope.purpose &&
    derogation.recordType === scope.recordType &&
    derogation.owner === scope.owner &&
    derogation.fields.includes(scope.field)
  )
}
