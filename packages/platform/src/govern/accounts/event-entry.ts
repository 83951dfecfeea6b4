import type { AuditEvent } from '@caudal/methods/govern'
import type { AccountEvent } from './events.ts'

/** An event of accounts as the audit log holds it: identifiers, nothing else of anybody. */
export function eventEntry({ kind, actor, account, about }: AccountEvent): AuditEvent {
  return {
    actor: {
      kind: actor === '' ? 'anonymous' : actor === 'terminal' ? 'terminal' : 'person',
      id: actor,
    },
    action: `accounts.${kind}`,
    outcome: kind === 'sign-in-refused' ? 'refuse' : 'done',
    ...(account === '' ? {} : { subject: `account:${account}` }),
    ...(about === undefined ? {} : { details: { about } }),
  }
}
