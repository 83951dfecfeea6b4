import type { Actor } from '@caudal/methods/govern'
import type { CaudalNode } from '../store/index.ts'
import { putDocument } from './registers/service.ts'

/** Berta: a protection officer of Honduras, with an undertaking in force. */
export const officer: Actor = {
  kind: 'person',
  id: 'berta',
  roles: ['protection-officer'],
  institution: 'hn-inm',
  country: 'HND',
  undertakingUntil: '2099-12-31',
}
/** The day on which documents of tests are written, and a moment of it. */
export const today = '2026-06-01'
export const now = '2026-06-01T12:00:00Z'

/** Documents that the registers take, of the institutions of `testing-institutions.ts`. */
export const activity = {
  title: 'Crossings',
  controller: 'hn-inm',
  legalBasis: 'law',
  citation: 'Ley de Migración, art. 8',
  purposes: ['collection', 'statistics'],
  recordTypes: ['movement'],
  persons: 'travellers',
  retention: { identitiesDays: 30, recordsDays: 3650 },
}
export const agreement = {
  title: 'Crossings for the institute of statistics',
  provider: { institution: 'hn-inm', country: 'HND' },
  recipient: { institution: 'hn-ine', country: 'HND' },
  purposes: ['statistics'],
  fields: { movement: ['age', 'sex'] },
  from: '2026-01-01',
  until: '2026-12-31',
  retentionDays: 365,
}
export const derogation = {
  requestedBy: 'ana',
  because: 'a person is missing',
  purpose: 'collection',
  recordType: 'movement',
  owner: 'hn-inm',
  fields: ['sex'],
  until: '2026-07-01T00:00:00Z',
}

/** A request as it comes in; `verified` once somebody has checked who asks. */
export const received = {
  kind: 'access',
  receivedOn: today,
  dueOn: '2026-07-01',
  owner: 'hn-inm',
  records: [] as readonly { readonly batch: number; readonly record: string }[],
  state: 'received',
}
export const verified = { ...received, identityCheckedBy: 'berta', state: 'verified' }

/** Puts a document as somebody: the first version of it, or the one after. */
export function putAs(
  node: CaudalNode,
  actor: Actor,
  register: string,
  id: string,
  content: object,
  after = 0,
): ReturnType<typeof putDocument> {
  const given = content as Record<string, unknown>
  return putDocument(node, actor, { register, id, content: given, after })
}
