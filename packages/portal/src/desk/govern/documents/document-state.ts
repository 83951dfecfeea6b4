import { endsSoon, type RegisterDocument, type RegisterName } from '@caudal/methods/govern'

/** States that say a day, or a moment: from when, until when, by when, or when it ended. */
export type DatedState =
  | 'not-yet'
  | 'in-force'
  | 'ending-soon'
  | 'to-be-ended'
  | 'over'
  | 'ended'
  | 'revoked'
  | 'not-approved'
  | 'due'
  | 'late'

/** How a document of a register stands. */
export type DocumentState =
  | {
      readonly is:
        | 'unsigned'
        | 'half-signed'
        | 'waiting'
        | 'approved'
        | 'open'
        | 'closed'
        | 'answered'
        | 'told'
        | 'acknowledged'
    }
  | { readonly is: DatedState; readonly by: string }

/** Whether a document is over, in whatever way: it opens nothing any more. */
export function isOver(state: DocumentState | undefined): boolean {
  return state?.is === 'over' || state?.is === 'ended'
}

/**
 * How a document stands at a moment; nothing where a register knows no states, or says them itself.
 *
 * @param now ISO instant in UTC
 * @example stateOf('undertaking', { account: 'ana', signedOn: '2026-01-01', until: '2026-12-31' }, '2027-01-01T00:00:00Z') // => { is: 'over', by: '2026-12-31' }
 */
export function stateOf(
  register: RegisterName,
  content: RegisterDocument<RegisterName>,
  now: string,
): DocumentState | undefined {
  const today = now.slice(0, 10)
  switch (register) {
    case 'agreement': {
      const document = content as RegisterDocument<'agreement'>
      const { signedByProvider, signedByRecipient, from, until, endedOn } = document
      if (endedOn !== undefined && endedOn <= today && endedOn <= until) {
        return { is: 'ended', by: endedOn }
      }
      if (until < today) return { is: 'over', by: until }
      const signed = [signedByProvider, signedByRecipient].filter((each) => each !== undefined)
      if (signed.length === 0) return { is: 'unsigned' }
      if (signed.length === 1) return { is: 'half-signed' }
      if (from > today) return { is: 'not-yet', by: from }
      if (endedOn !== undefined && endedOn <= until) return { is: 'to-be-ended', by: endedOn }
      return inForce(until, today)
    }
    case 'derogation': {
      const { until, approvedBy, revokedAt } = content as RegisterDocument<'derogation'>
      if (revokedAt !== undefined) {
        return { is: approvedBy === undefined ? 'not-approved' : 'revoked', by: revokedAt }
      }
      if (Date.parse(until) <= Date.parse(now)) return { is: 'over', by: until }
      return approvedBy === undefined ? { is: 'waiting' } : { is: 'in-force', by: until }
    }
    case 'assessment': {
      const { approvedBy } = content as RegisterDocument<'assessment'>
      return { is: approvedBy === undefined ? 'waiting' : 'approved' }
    }
    case 'undertaking': {
      const { signedOn, until } = content as RegisterDocument<'undertaking'>
      if (until < today) return { is: 'over', by: until }
      return signedOn > today ? { is: 'not-yet', by: signedOn } : inForce(until, today)
    }
    case 'breach': {
      const { authorityDueAt, authorityToldAt, closedAt } = content as RegisterDocument<'breach'>
      if (closedAt !== undefined) return { is: 'closed' }
      return authorityToldAt === undefined ? dueBy(authorityDueAt, now) : { is: 'open' }
    }
    case 'complaint': {
      const { dueOn, answeredOn } = content as RegisterDocument<'complaint'>
      return answeredOn === undefined ? dueBy(dueOn, today) : { is: 'answered' }
    }
    case 'notice': {
      const { dueOn, told, acknowledged } = content as RegisterDocument<'notice'>
      if (acknowledged !== undefined) return { is: 'acknowledged' }
      return told === undefined ? dueBy(dueOn, today) : { is: 'told' }
    }
    case 'request':
    case 'institution':
    case 'activity':
    case 'dataset':
      return undefined
  }
}

function inForce(until: string, today: string): DocumentState {
  return { is: endsSoon(until, today) ? 'ending-soon' : 'in-force', by: until }
}

/** Days are compared with days, and instants with instants. */
function dueBy(by: string, now: string): DocumentState {
  return { is: Date.parse(by) < Date.parse(now) ? 'late' : 'due', by }
}
