import type { Actor } from './actor.ts'
import { type Decision, refuse } from './decision.ts'
import { decideOperation } from './decide-operation.ts'
import { refuseForeign } from './refuse-foreign.ts'

/**
 * Whether an actor may read figures of persons before protection: those of the records of the own country alone,
 * as everybody else reads them as strangers do. Whoever holds the machine of the node, and a regional coordinator,
 * who decides on what several countries publish together, read those of all.
 *
 * @param counted countries whose records the figures count, ISO 3166-1 alpha-3; any other code where it is not
 *   known whose they are, which no account may say of itself. None: there is nothing to protect.
 * @example decideFigures({ kind: 'person', id: 'ana', roles: ['statistician'], institution: 'ine', country: 'HND' }, ['HND']).outcome // => 'allow'
 * @example decideFigures({ kind: 'person', id: 'ana', roles: ['statistician'], institution: 'ine', country: 'HND' }, ['GTM', 'HND']).reason // => 'figures-of-others'
 * @see docs/decisions/0113-exact-figures-are-of-their-country.md
 */
export function decideFigures(actor: Actor, counted: readonly string[]): Decision {
  const decision = decideOperation(actor, 'measure.read')
  if (decision.outcome !== 'allow' || actor.kind === 'terminal') return decision
  if (actor.roles.includes('regional-coordinator')) return decision
  const foreign = counted.filter((country) => country === '' || country !== actor.country)
  if (foreign.length === 0) return decision
  // nobody may say of itself whose figures are its own
  if (actor.country === '') return refuseForeign(actor, foreign)
  const country = [...new Set(foreign)]
    .map((each) => each || '–')
    .toSorted()
    .join(', ')
  const { country: own } = actor
  return refuse('figures-of-others', { country, own, countryLabel: country, ownLabel: own })
}
