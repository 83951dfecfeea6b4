import type {
  AccessRequest,
  Actor,
  Derogation,
  FieldSensitivity,
  Purpose,
  Role,
  SharingAgreement,
} from '../index.ts'

/** Who asks, what for, and what the registers say, in the tests of the policy. */
export const at = '2026-06-01T12:00:00Z'

export const actorWith = (role: Role, more: Partial<Actor> = {}): Actor => ({
  kind: 'person',
  id: 'ana',
  roles: [role],
  institution: 'hn-inm',
  country: 'HND',
  undertakingUntil: '2026-12-31',
  ...more,
})

export const request = (
  role: Role,
  purpose: Purpose,
  sensitivity: FieldSensitivity,
  more: Partial<AccessRequest> = {},
): AccessRequest => ({
  actor: actorWith(role),
  purpose,
  holding: {
    recordType: 'movement',
    country: 'HND',
    owner: 'hn-inm',
    purposes: ['collection', 'linkage', 'statistics', 'research'],
  },
  field: { id: 'a_field', sensitivity },
  at,
  ...more,
})

export const foreign = {
  recordType: 'movement',
  country: 'GTM',
  owner: 'gt-igm',
  purposes: ['statistics'],
} as const

export const agreement: SharingAgreement = {
  id: 'a1',
  provider: { institution: 'gt-igm', country: 'GTM' },
  recipient: { institution: 'hn-inm', country: 'HND' },
  purposes: ['statistics', 'linkage'],
  fields: { movement: ['a_field', 'family_name'] },
  from: '2026-01-01',
  until: '2026-12-31',
  retentionDays: 365,
  onwardTo: [],
  signedByProvider: '2025-12-01',
  signedByRecipient: '2025-12-15',
}

export const derogation: Derogation = {
  id: 'd1',
  requestedBy: 'ana',
  approvedBy: 'berta',
  approvedAt: '2026-05-30T08:00:00Z',
  until: '2026-06-15T00:00:00Z',
  purpose: 'statistics',
  recordType: 'movement',
  owner: 'hn-inm',
  fields: ['a_field'],
}
