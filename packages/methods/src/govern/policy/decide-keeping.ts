import type { Actor } from './actor.ts'
import { allow, type Decision, refuse } from './decision.ts'
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

/**
 * Whether an actor may change what concerns the whole node, such as a breach of several countries: the people of the
 * country that has entered it, and whoever holds the machine of the node. The others read it. Where every institution of the node is of the actor's country, the whole node is that
 * country's.
 *
 * @param enteredIn country of whoever entered it, ISO 3166-1 alpha-3; none where that was the machine or an account of
 *   no country
 * @param countries of the institutions in the node
 * @example decideKeepingOfWhole({ kind: 'person', id: 'ana', roles: ['protection-officer'], institution: 'inm', country: 'HND' }, ['HND'], ['GTM', 'HND']).outcome // => 'allow'
 * @example decideKeepingOfWhole({ kind: 'person', id: 'ana', roles: ['protection-officer'], institution: 'inm', country: 'HND' }, ['GTM'], ['GTM', 'HND']).reason // => 'of-whole-node'
 * @see docs/decisions/0128-what-is-of-the-whole-node.md
 */
export function decideKeepingOfWhole(
  actor: Actor,
  enteredIn: readonly string[],
  countries: readonly string[],
): Decision {
  const { kind, country: own } = actor
  if (kind === 'terminal') return allow('operation-of-role')
  // an account of no country is nobody's there
  const isOwn = (country: string) => country === own && own !== ''
  if (enteredIn.some(isOwn) || countries.every(isOwn)) return allow('operation-of-role')
  return refuse('of-whole-node')
}
