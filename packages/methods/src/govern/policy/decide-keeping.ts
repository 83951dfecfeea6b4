import type { Actor } from './actor.ts'
import { allow, type Decision } from './decision.ts'
import { refuseForeign } from './refuse-foreign.ts'

/**
 * Whether an actor may keep a document of the registers that is about institutions of some countries: those
 * of the own country alone, as the rights of a person reach every institution of the country and no other.
 * Whoever holds the machine of the node keeps them for every institution in it.
 *
 * @param countries of the institutions, ISO 3166-1 alpha-3; '' where it is not known whose they are, which
 *   no account may say of itself. None: a document of the whole node.
 * @example decideKeeping({ kind: 'person', id: 'ana', roles: ['protection-officer'], institution: 'inm', country: 'HND' }, ['HND']).outcome // => 'allow'
 * @example decideKeeping({ kind: 'person', id: 'ana', roles: ['protection-officer'], institution: 'inm', country: 'HND' }, ['GTM']).reason // => 'another-country'
 */
export function decideKeeping(actor: Actor, countries: readonly string[]): Decision {
  if (actor.kind === 'terminal') return allow('operation-of-role')
  const foreign = countries.find((country) => country === '' || country !== actor.country)
  if (foreign === undefined) return allow('operation-of-role')
  return refuseForeign(actor, [foreign])
}
