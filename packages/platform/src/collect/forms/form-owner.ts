import type { Actor } from '@caudal/methods/govern'
import { authorise } from '../../govern/authorise.ts'
import type { CaudalNode } from '../../store/index.ts'
import { formRefusals } from './refusals.ts'

/** To fill forms in, or to keep, map, hand in and withdraw them. */
export type FormOperation = 'collect.enter' | 'collect.import'

/**
 * The institution whose forms somebody works with.
 *
 * @throws {Refusal} of the policy; collect.forms.institution-needed
 */
export async function ownInstitution(
  node: CaudalNode,
  actor: Actor,
  operation: FormOperation,
): Promise<string> {
  await authorise(node, actor, operation)
  if (actor.institution === '') throw formRefusals.refuse('institution-needed')
  return actor.institution
}

/** Whose forms may be seen: one's own; whoever runs the node sees those of every institution. */
export async function institutionInSight(
  node: CaudalNode,
  actor: Actor,
  operation: FormOperation,
): Promise<string | undefined> {
  if (actor.kind !== 'terminal' || actor.institution !== '') {
    return ownInstitution(node, actor, operation)
  }
  await authorise(node, actor, operation)
  return undefined
}
