import type { Actor } from '@caudal/methods/govern'
import type { CaudalNode } from '../../store/index.ts'
import { auditLogOf } from '../audit/audit-log.ts'
import type { SearchedIdentity } from './find-records.ts'

/** That somebody looked for a person, and by which fields; never what was looked for. */
export async function noteSearch(
  node: CaudalNode,
  actor: Actor,
  act: 'find' | 'find-waiting',
  searched: SearchedIdentity,
): Promise<void> {
  await auditLogOf(node).append({
    actor,
    action: 'govern.answer-requests',
    outcome: 'allow',
    purpose: 'subject-request',
    details: { act, fields: Object.keys(searched).sort() },
  })
}
