import {
  type Actor,
  type AuditEvent,
  type Decision,
  decideOperation,
  type Operation,
  type OperationTarget,
  refusalOf,
  sightOf,
} from '@caudal/methods/govern'
import { type CaudalNode, settleSight } from '../store/index.ts'
import { auditLogOf } from './audit/audit-log.ts'
import { countryNames } from './country-names.ts'
import { namingParties } from './naming-parties.ts'

/**
 * The first line of a use case: asks the policy, and logs a refusal before it is thrown. What is
 * allowed settles whose rows of the register the rest of a request may come upon.
 * @throws {Refusal} with the reason of the policy
 */
export async function authorise(
  node: CaudalNode,
  actor: Actor,
  operation: Operation,
  subject?: string,
  target?: OperationTarget,
): Promise<void> {
  const decision = decideOperation(actor, operation, target)
  await heed(node, actor, operation, decision, subject === undefined ? {} : { subject })
  settleSight(sightOf(actor, operation))
}

/**
 * Heeds what the policy has decided within an operation: a refusal is logged before it is thrown.
 * @throws {Refusal} with the reason of the policy
 */
export async function heed(
  node: CaudalNode,
  actor: Actor,
  operation: Operation,
  decision: Decision,
  noted: Pick<AuditEvent, 'subject' | 'purpose'>,
): Promise<void> {
  if (decision.outcome !== 'refuse') return
  const refusal = refusalOf(await namingParties(node.register, namingCountries(decision)))
  if (refusal === undefined) return
  const { reason } = decision
  await auditLogOf(node).append({ actor, action: operation, outcome: 'refuse', reason, ...noted })
  throw refusal
}

/** Reasons that say which countries something is of, and which the account is of. */
const namesCountries: ReadonlySet<string> = new Set([
  'another-country',
  'figures-of-others',
  'without-the-country',
])

/** The same decision, with the countries that it is about by their names. */
function namingCountries(decision: Decision): Decision {
  if (decision.outcome !== 'refuse' || !namesCountries.has(decision.reason)) return decision
  const { country, own } = decision.details as { readonly country: string; readonly own?: string }
  const named = {
    countryLabel: countryNames(country),
    ...(own === undefined ? {} : { ownLabel: countryNames(own) }),
  }
  return { ...decision, details: { ...decision.details, ...named } }
}

/** What the log keeps of something that was allowed, besides who did it. */
export type Noted = Pick<AuditEvent, 'subject' | 'purpose' | 'basis' | 'details'>

/**
 * The entry of an act of a use case, for the transaction that does it:
 * `auditLogOf(node).appendWithin(transaction, [actOf(…)])`.
 */
export function actOf(actor: Actor, operation: Operation, noted: Noted): AuditEvent {
  return { actor, action: operation, outcome: 'done', ...noted }
}

/**
 * Logs something that was allowed before it is done or read; what cannot be logged is not done.
 * @throws {Refusal} audit.unavailable
 */
export async function noteAllowed(
  node: CaudalNode,
  actor: Actor,
  operation: Operation,
  noted: Noted,
): Promise<void> {
  await auditLogOf(node).append({ actor, action: operation, outcome: 'allow', ...noted })
}
