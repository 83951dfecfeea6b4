import type { Actor } from './actor.ts'
import { decideOperation } from './decide-operation.ts'
import { type Operation, ruleOf } from './operations.ts'

/**
 * Whose rows a use case may come upon, whatever it asks for: the second wall behind the decisions.
 *
 * - `node`: all of them. Work of the node itself, or an operation that is not bound to the records of
 *   one institution, such as reading what is published or keeping the registers.
 * - `institution`: those of the actor's institution, and those that an agreement or a derogation
 *   opens to it. `country` is named where the rights of persons reach every institution of it.
 * - `nobody`: none.
 */
export type Sight =
  | { readonly of: 'node' }
  | { readonly of: 'nobody' }
  | {
      readonly of: 'institution'
      readonly institution: string
      readonly country: string
      readonly actor: string
      /** Of the records that wait in forms, those alone that the actor has entered. */
      readonly entered?: 'own'
    }

/**
 * Whose rows an actor may come upon in an operation. Wider than what the policy then gives, field by
 * field, never narrower.
 *
 * @example sightOf({ kind: 'person', id: 'ana', roles: ['auditor'], institution: '', country: '' }, 'collect.read-records').of // => 'nobody'
 * @example sightOf({ kind: 'person', id: 'ana', roles: ['data-officer'], institution: 'inm', country: 'HND' }, 'collect.read-records').of // => 'institution'
 * @example sightOf({ kind: 'person', id: 'ana', roles: ['auditor'], institution: '', country: '' }, 'collect.read-batches').of // => 'node'
 */
export function sightOf(actor: Actor, operation: Operation): Sight {
  if (decideOperation(actor, operation).outcome === 'refuse') return { of: 'nobody' }
  if (actor.kind === 'terminal' || ruleOf(operation).records !== true) return { of: 'node' }
  return {
    of: 'institution',
    institution: actor.institution,
    country: actor.roles.includes('protection-officer') ? actor.country : '',
    actor: actor.id,
    ...(operation === 'collect.enter' && seesOwnEntries(actor) ? { entered: 'own' } : {}),
  }
}

/**
 * Whether an actor comes upon no records that wait in forms but those that he or she has entered:
 * whoever enters records and may not take them in.
 *
 * @example seesOwnEntries({ kind: 'person', id: 'eva', roles: ['entry-clerk'], institution: 'inm', country: 'HND' }) // => true
 * @example seesOwnEntries({ kind: 'person', id: 'ana', roles: ['data-officer'], institution: 'inm', country: 'HND' }) // => false
 */
export function seesOwnEntries(actor: Actor): boolean {
  return decideOperation(actor, 'collect.import').outcome === 'refuse'
}
