import type { RegisterDocument, RegisterName } from '@caudal/methods/govern'

/** How a document of a register stands; what has a day says by when, or since when. */
export type DocumentState =
  | {
      readonly is:
        | 'unsigned'
        | 'half-signed'
        | 'not-yet'
        | 'in-force'
        | 'over'
        | 'revoked'
        | 'waiting'
        | 'approved'
        | 'open'
        | 'closed'
        | 'answered'
        | 'told'
        | 'acknowledged'
    }
  | { readonly is: 'due' | 'late'; readonly by: string }

/**
 * How a document stands at a moment; nothing where a register knows no states, or says them itself.
 *
 * @param now ISO instant in UTC
 * @example stateOf('undertaking', { account: 'ana', signedOn: '2026-01-01', until: '2026-12-31' }, '2027-01-01T00:00:00Z') // => { is: 'over' }
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
      if (until < today || (endedOn !== undefined && endedOn <= today)) return { is: 'over' }
      const signed = [signedByProvider, signedByRecipient].filter((each) => each !== undefined)
      if (signed.length === 0) return { is: 'unsigned' }
      if (signed.length === 1) return { is: 'half-signed' }
      return { is: from > today ? 'not-yet' : 'in-force' }
    }
    case 'derogation': {
      const { until, approvedBy, revokedAt } = content as RegisterDocument<'derogation'>
      if (revokedAt !== undefined) return { is: 'revoked' }
      if (Date.parse(until) <= Date.parse(now)) return { is: 'over' }
      return { is: approvedBy === undefined ? 'waiting' : 'in-force' }
    }
    case 'assessment': {
      const { approvedBy } = content as RegisterDocument<'assessment'>
      return { is: approvedBy === undefined ? 'waiting' : 'approved' }
    }
    case 'undertaking': {
      const { signedOn, until } = content as RegisterDocument<'undertaking'>
      if (until < today) return { is: 'over' }
      return { is: signedOn > today ? 'not-yet' : 'in-force' }
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

/** Days are compared with days, and instants with instants. */
function dueBy(by: string, now: string): DocumentState {
  return { is: Date.parse(by) < Date.parse(now) ? 'late' : 'due', by }
}
