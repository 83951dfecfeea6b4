import type { Purpose } from './purposes.ts'

/** An institution as a party to an agreement. */
export interface Party {
  readonly institution: string
  /** ISO 3166-1 alpha-3. */
  readonly country: string
}

/**
 * What one institution shares with another: nothing personal is read across institutions, or
 * leaves the node, without one in force.
 *
 * @see IOM Data Protection Manual (2010), principle 6, transfer to third parties
 */
export interface SharingAgreement {
  readonly id: string
  readonly provider: Party
  readonly recipient: Party
  readonly purposes: readonly Purpose[]
  /** Fields by record type; what is not listed is not shared. */
  readonly fields: Readonly<Record<string, readonly string[]>>
  /** First and last day in force, ISO dates. */
  readonly from: string
  readonly until: string
  /** Days for which the recipient may keep what it received. */
  readonly retentionDays: number
  /** Institutions to which the recipient may pass it on. */
  readonly onwardTo: readonly string[]
  /** Days on which the parties signed, ISO dates; an agreement without both is a draft. */
  readonly signedByProvider?: string
  readonly signedByRecipient?: string
  /** Day on which it was ended before its time, ISO date; from then on it shares nothing. */
  readonly endedOn?: string
  /** Identifier of the approved impact assessment; needed where identities cross a border. */
  readonly impactAssessment?: string
}

/**
 * Whether an agreement is signed by both parties and in force on a day.
 * @param day ISO date
 */
export function isInForce(agreement: SharingAgreement, day: string): boolean {
  const { signedByProvider, signedByRecipient, from, until, endedOn } = agreement
  return (
    signedByProvider !== undefined &&
    signedByRecipient !== undefined &&
    signedByProvider <= day &&
    signedByRecipient <= day &&
    from <= day &&
    day <= until &&
    (endedOn === undefined || day < endedOn)
  )
}

/**
 * The day on which an agreement that was in force ended; undefined where it never was, or has not ended yet.
 * @param day ISO date
 */
export function endOf(agreement: SharingAgreement, day: string): string | undefined {
  const { until, endedOn } = agreement
  const isOver = until < day || (endedOn !== undefined && endedOn <= day)
  if (!isOver) return undefined
  const last = endedOn === undefined || until < endedOn ? until : endedOn
  const { signedByProvider, signedByRecipient, from } = agreement
  const begun = [signedByProvider, signedByRecipient, from].every(
    (each) => each !== undefined && each <= last,
  )
  return begun ? last : undefined
}

/** Whether an agreement shares a field of a record type (`holding.recordType`). */
export function sharesField(
  agreement: SharingAgreement,
  recordType: string,
  field: string,
): boolean {
  // own properties alone: a record type is not called "constructor"
  return (
    Object.hasOwn(agreement.fields, recordType) && agreement.fields[recordType]!.includes(field)
  )
}

/** Whether what an agreement shares crosses a border. */
export function crossesBorder(agreement: SharingAgreement): boolean {
  return agreement.provider.country !== agreement.recipient.country
}
