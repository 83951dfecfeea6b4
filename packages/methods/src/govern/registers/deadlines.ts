import { breachHours } from './breach-hours.ts'
import type { RegisterDocument } from './registers.ts'

/**
 * The last moment to tell the authority of a breach.
 *
 * @see Regulation (EU) 2016/679, article 33(1), which the laws of the region follow
 * @example authorityDueAt('2026-03-01T10:00:00Z') // => '2026-03-04T10:00:00.000Z'
 */
export function authorityDueAt(noticedAt: string): string {
  return new Date(Date.parse(noticedAt) + breachHours * 3_600_000).toISOString()
}

/** Days within which recipients are told what became of records that they were given. */
export const noticeDays = 30

/**
 * The last day to tell a recipient.
 *
 * @example noticeDueOn('2026-03-01') // => '2026-03-31'
 */
export function noticeDueOn(today: string): string {
  return new Date(Date.parse(today) + noticeDays * 86_400_000).toISOString().slice(0, 10)
}

/** Days before the last one of an agreement or an undertaking, from which it is said that it ends. */
export const endingDays = 30

/**
 * Whether something ends soon: its last day is to come, or is today, and no more than `endingDays` away.
 *
 * @param until last day in force, ISO date
 * @example endsSoon('2026-03-31', '2026-03-01') // => true
 * @example endsSoon('2026-04-01', '2026-03-01') // => false
 * @example endsSoon('2026-02-28', '2026-03-01') // => false
 */
export function endsSoon(until: string, today: string): boolean {
  const days = (Date.parse(until) - Date.parse(today)) / 86_400_000
  return days >= 0 && days <= endingDays
}

/** Something that has a deadline and is not settled. */
export interface Due {
  readonly register: 'request' | 'complaint' | 'breach' | 'notice' | 'agreement' | 'undertaking'
  readonly id: string
  /** ISO day or instant. */
  readonly by: string
  readonly late: boolean
}

/**
 * What is due of a document: a request, a complaint, a breach or a notice that is not settled, an agreement or an
 * undertaking that is in force and ends soon. Undefined where nothing is.
 */
export function findDue(
  item:
    | { register: 'agreement'; id: string; content: RegisterDocument<'agreement'> }
    | { register: 'undertaking'; id: string; content: RegisterDocument<'undertaking'> }
    | { register: 'request'; id: string; content: RegisterDocument<'request'> }
    | { register: 'complaint'; id: string; content: RegisterDocument<'complaint'> }
    | { register: 'breach'; id: string; content: RegisterDocument<'breach'> }
    | { register: 'notice'; id: string; content: RegisterDocument<'notice'> },
  now: string,
): Due | undefined {
  const due = (by: string, late: boolean): Due => ({
    register: item.register,
    id: item.id,
    by,
    late,
  })
  const today = now.slice(0, 10)
  switch (item.register) {
    case 'request': {
      const { state, dueOn } = item.content
      return state === 'done' || state === 'refused' ? undefined : due(dueOn, today > dueOn)
    }
    case 'complaint': {
      const { answeredOn, dueOn } = item.content
      return answeredOn === undefined ? due(dueOn, today > dueOn) : undefined
    }
    case 'notice': {
      // told and not acknowledged is not settled: nobody knows that it arrived
      const { acknowledged, dueOn } = item.content
      return acknowledged === undefined ? due(dueOn, today > dueOn) : undefined
    }
    case 'breach': {
      const { authorityToldAt, authorityDueAt: by } = item.content
      if (authorityToldAt !== undefined) return undefined
      return due(by, Date.parse(now) > Date.parse(by))
    }
    case 'agreement': {
      const { from, until, endedOn, signedByProvider, signedByRecipient } = item.content
      // whoever has ended it knows
      const stands = endedOn === undefined && from <= today
      const signed = signedByProvider !== undefined && signedByRecipient !== undefined
      return stands && signed && endsSoon(until, today) ? due(until, false) : undefined
    }
    case 'undertaking': {
      const { signedOn, until } = item.content
      return signedOn <= today && endsSoon(until, today) ? due(until, false) : undefined
    }
  }
}
