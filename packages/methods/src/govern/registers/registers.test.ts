import { expect, test } from 'vitest'
import { readDocument } from './registers.ts'

test('A deadline is no later than the law gives, and no earlier than what it is counted from', () => {
  const breach = {
    noticedAt: '2026-06-01T10:00:00Z',
    what: 'a lost laptop',
    personsAffected: null,
    measures: 'sessions were ended',
  }
  const wrong = (name: 'breach' | 'request', content: object) =>
    readDocument(name, content).problems?.map(({ place }) => place)
  const by = (authorityDueAt: string) => wrong('breach', { ...breach, authorityDueAt })
  expect(by('2026-06-04T10:00:00Z')).toBeUndefined()
  expect(by('2026-06-02T10:00:00Z')).toBeUndefined()
  for (const at of ['2026-06-04T10:00:01Z', '2099-01-01T00:00:00Z', '2026-06-01T09:00:00Z']) {
    expect(by(at)).toEqual(['authorityDueAt'])
  }
  const request = { kind: 'access', receivedOn: '2026-06-01', owner: 'hn-inm', state: 'received' }
  expect(wrong('request', { ...request, dueOn: '2026-05-31' })).toEqual(['dueOn'])
})
