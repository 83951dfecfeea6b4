import type { Actor } from './actor.ts'
import { allow, type Decision, refuse } from './decision.ts'
import { isOperation, type Operation, ruleOf } from './operations.ts'
import { type Role, roles } from './roles.ts'
import { languages, type Text } from '../../vocabulary/index.ts'

/** What an operation is done to, where it belongs to an institution. */
export interface OperationTarget {
  /** Identifier of the institution that owns it. */
  readonly owner: string
}

/**
 * Whether an actor may do something in the node: the first question of every use case.
 *
 * What is not named in `operations` is refused, and so is everything to whoever is not signed in
 * but what is open to all. Whoever holds the terminal of the machine has the roles that the caller
 * gives, like anybody: the machine's owner can read the disk, and the log says that it was done there.
 *
 * @example decideOperation(anonymous, 'collect.import').reason // => 'not-signed-in'
 */
export function decideOperation(
  actor: Actor,
  operation: Operation,
  target?: OperationTarget,
): Decision {
  if (!isOperation(operation)) {
    return refuse('role-lacks-operation', {
      operation,
      operationLabel: String(operation),
      roleLabels: '–',
    })
  }
  const rule = ruleOf(operation)
  if (rule.open) return allow('open-to-all')
  if (actor.kind === 'anonymous') return refuse('not-signed-in')
  if (!actor.roles.some((role) => rule.roles.includes(role))) {
    return refuse('role-lacks-operation', {
      operation,
      operationLabel: rule.label,
      roles: rule.roles.join(', '),
      roleLabels: listLabels(rule.roles),
    })
  }
  if (actor.limit?.operations !== undefined && !actor.limit.operations.includes(operation)) {
    return refuse('beyond-limit')
  }
  // Whoever holds the machine of the node works for all institutions that keep records in it.
  const isElsewhere = target !== undefined && target.owner !== actor.institution
  if (rule.own && isElsewhere && actor.kind !== 'terminal') {
    return refuse('another-institution', { owner: target.owner, ownerLabel: target.owner })
  }
  return allow('operation-of-role')
}

function listLabels(held: readonly Role[]): Text {
  const listed = languages.map((language) => [
    language,
    held.map((role) => roles[role][language]).join(', '),
  ])
  return Object.fromEntries(listed) as Text
}
