import { describe, expect, test } from 'vitest'
import { stateOf } from './document-state.ts'

const now = '2026-06-01T12:00:00Z'
const signature = { by: 'ana', on: '2026-01-01' }

describe('How a document of a register stands', () => {
  test('an agreement is in force once both have signed, from its first day to its last', () => {
    const agreement = {
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
    const one = { ...agreement, signedByProvider: signature }
    const both = { ...one, signedByRecipient: signature }
    const is = (content: typeof agreement) => stateOf('agreement', content, now)?.is
    expect(is(agreement)).toBe('unsigned')
    expect(is(one)).toBe('half-signed')
    expect(is(both)).toBe('in-force')
    expect(is({ ...both, from: '2026-06-02', until: '2026-07-01' })).toBe('not-yet')
    expect(is({ ...both, until: '2026-05-31' })).toBe('over')
    expect(is({ ...both, endedOn: '2026-06-01' } as typeof agreement)).toBe('over')
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
