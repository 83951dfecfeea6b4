import { describe, expect, test } from 'vitest'
import { isOver, stateOf } from './document-state.ts'

const now = '2026-06-01T12:00:00Z'
const signature = { by: 'ana', on: '2026-01-01' }
const shared = {
  title: 'A',
  provider: { institution: 'a', country: 'HND' },
  recipient: { institution: 'b', country: 'HND' },
  purposes: ['statistics' as const],
  fields: {},
  from: '2026-01-01',
  until: '2026-06-01',
  retentionDays: 1,
  onwardTo: [],
}

describe('How a document of a register stands', () => {
  test('an agreement is in force once both have signed, from its first day to its last', () => {
    const one = { ...shared, signedByProvider: signature }
    const both = { ...one, signedByRecipient: signature }
    const state = (content: object) => stateOf('agreement', { ...shared, ...content }, now)
    expect(state({})).toEqual({ is: 'unsigned' })
    expect(state(one)).toEqual({ is: 'half-signed' })
    const until = '2027-06-01'
    expect(state({ ...both, until })).toEqual({ is: 'in-force', by: until })
    expect(state({ ...both, from: '2026-06-02', until })).toEqual({
      is: 'not-yet',
      by: '2026-06-02',
    })
    expect(state({ ...both, until: '2026-05-31' })).toEqual({ is: 'over', by: '2026-05-31' })
  })

  test('an agreement says that it ends soon in its last thirty days, and when it was ended early', () => {
    const both = { ...shared, signedByProvider: signature, signedByRecipient: signature }
    const state = (content: object) => stateOf('agreement', { ...both, ...content }, now)
    expect(state({ until: '2026-06-01' })?.is).toBe('ending-soon')
    expect(state({ until: '2026-07-01' })).toEqual({ is: 'ending-soon', by: '2026-07-01' })
    expect(state({ until: '2026-07-02' })?.is).toBe('in-force')
    const [until, endedOn] = ['2027-06-01', '2026-06-01']
    expect(state({ until, endedOn })).toEqual({ is: 'ended', by: endedOn })
    expect(isOver(state({ until, endedOn }))).toBe(true)
    expect(state({ until, endedOn: '2026-06-02' })).toEqual({
      is: 'to-be-ended',
      by: '2026-06-02',
    })
    // what ran out by itself was not ended by anybody later
    expect(state({ until: '2026-05-01', endedOn })).toEqual({ is: 'over', by: '2026-05-01' })
  })

  test('an undertaking runs out by itself', () => {
    const state = (signedOn: string, until: string) =>
      stateOf('undertaking', { account: 'ana', signedOn, until }, now)
    expect(state('2026-01-01', '2026-12-31')).toEqual({ is: 'in-force', by: '2026-12-31' })
    expect(state('2026-01-01', '2026-06-10')).toEqual({ is: 'ending-soon', by: '2026-06-10' })
    expect(state('2026-01-01', '2026-05-31')).toEqual({ is: 'over', by: '2026-05-31' })
    expect(state('2026-06-02', '2026-12-31')).toEqual({ is: 'not-yet', by: '2026-06-02' })
  })

  test('a derogation ends by itself, or is taken back', () => {
    const asked = {
      requestedBy: 'ana',
      because: 'x',
      purpose: 'collection' as const,
      recordType: 'movement',
      owner: 'a',
      fields: ['sex'],
      until: '2026-06-01T12:00:01Z',
    }
    const approved = { ...asked, approvedBy: 'berta', approvedAt: '2026-05-01T00:00:00Z' }
    const is = (content: typeof asked) => stateOf('derogation', content, now)?.is
    expect(is(asked)).toBe('waiting')
    expect(is(approved)).toBe('in-force')
    expect(is({ ...approved, until: now })).toBe('over')
    expect(is({ ...asked, until: now })).toBe('over')
    expect(is({ ...approved, revokedAt: now } as typeof asked)).toBe('revoked')
    expect(is({ ...asked, revokedAt: now } as typeof asked)).toBe('not-approved')
  })

  test('a breach and a complaint say by when, and that it is too late', () => {
    const breach = {
      noticedAt: '2026-05-30T12:00:00Z',
      what: 'x',
      personsAffected: null,
      measures: 'x',
      authorityDueAt: '2026-06-01T12:00:00Z',
    }
    expect(stateOf('breach', breach, now)).toEqual({ is: 'due', by: breach.authorityDueAt })
    expect(stateOf('breach', breach, '2026-06-01T12:00:01Z')?.is).toBe('late')
    expect(stateOf('breach', { ...breach, authorityToldAt: now }, now)).toEqual({ is: 'open' })
    expect(stateOf('breach', { ...breach, closedAt: now }, now)).toEqual({ is: 'closed' })
    const complaint = { receivedOn: '2026-05-01', what: 'x', dueOn: '2026-06-01' }
    expect(stateOf('complaint', complaint, now)).toEqual({ is: 'due', by: '2026-06-01' })
    expect(stateOf('complaint', { ...complaint, dueOn: '2026-05-31' }, now)?.is).toBe('late')
    const answered = { ...complaint, answeredOn: '2026-05-02', answer: 'x' }
    expect(stateOf('complaint', answered, now)).toEqual({ is: 'answered' })
  })
})
