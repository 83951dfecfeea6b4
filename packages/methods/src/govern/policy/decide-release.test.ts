import { expect, test } from 'vitest'
import { type Actor, decideRelease, type ReleasePlace, type Role } from '../index.ts'

const of = (country: string, ...roles: Role[]): Actor => ({
  kind: 'person',
  id: `a ${country}`,
  roles: roles.length === 0 ? ['statistician', 'publisher'] : roles,
  institution: 'an-office',
  country,
})
const coordinator = of('PAN', 'regional-coordinator')
const machine: Actor = { ...of('', 'publisher'), kind: 'terminal' }

/** What may be done with a release, act by act. */
function may(actor: Actor, place: ReleasePlace): string {
  const acts = ['read', 'draft', 'decide', 'stop'] as const
  return acts.filter((act) => decideRelease(actor, act, place).outcome === 'allow').join(' ')
}

test('a release of one country is kept by those of it, and by nobody of another', () => {
  const place = { counted: ['HND'], drafted: 'HND' }
  expect(may(of('HND'), place)).toBe('read draft decide stop')
  expect(may(of('GTM'), place)).toBe('')
  expect(may(of(''), place)).toBe('')
  expect(decideRelease(of(''), 'decide', place).reason).toBe('country-missing')
  expect(may(machine, place)).toBe('read draft decide stop')
})

test('a regional coordinator is one of the two persons of a release, and never both', () => {
  expect(may(coordinator, { counted: ['HND'], drafted: 'HND' })).toBe('read draft decide stop')
  expect(may(coordinator, { counted: ['HND'] })).toBe('read draft decide stop')
  for (const drafted of ['PAN', '']) {
    const place = { counted: ['HND'], drafted }
    expect(may(coordinator, place)).toBe('read draft stop')
    expect(decideRelease(coordinator, 'decide', place).reason).toBe('without-the-country')
    expect(may(of('HND'), place)).toBe('read draft decide stop')
  }
})

test('a release of several countries is decided by a regional coordinator, and stopped by each of them', () => {
  const place = { counted: ['GTM', 'HND'], drafted: 'HND' }
  expect(may(of('GTM'), place)).toBe('read draft stop')
  expect(may(of('SLV'), place)).toBe('')
  expect(may(coordinator, place)).toBe('read draft decide stop')
  expect(decideRelease(of('GTM'), 'decide', place).reason).toBe('several-countries')
})

test('records of nobody knows which country are decided like those of several', () => {
  expect(may(of(''), { counted: [''] })).toBe('')
  expect(may(of('HND'), { counted: [''] })).toBe('')
  expect(may(of('HND'), { counted: ['', 'HND'] })).toBe('read draft stop')
})

test('a release of public figures alone is of whoever drafted it', () => {
  expect(may(of('HND'), { counted: [], drafted: 'HND' })).toBe('read draft decide stop')
  expect(may(of('GTM'), { counted: [], drafted: 'HND' })).toBe('read draft')
  expect(may(of('GTM'), { counted: [] })).toBe('read draft decide stop')
})

test('an auditor sees every release, and decides on none', () => {
  expect(may(of('', 'auditor'), { counted: ['HND'], drafted: 'HND' })).toBe('read')
})
