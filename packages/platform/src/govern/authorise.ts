import {
  type Actor,
  decideOperation,
  type Operation,
  type OperationTarget,
  refusalOf,
} from '@caudal/methods/govern'
import type { CaudalNode } from '../store/index.ts'
import { auditLogOf } from './audit/audit-log.ts'

/**
 * The first line of a use case: asks the policy, and logs a refusal before it is thrown.
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
  const refusal = refusalOf(decision)
  if (refusal === undefined) return
  await auditLogOf(node).append({
    actor,
    action: operation,
    outcome: 'refuse',
    reason: decision.reason,
    ...(subject === undefined ? {} : { subject }),
  })
  throw refusal
}
