import type { Actor } from './actor.ts'
import { allow, type Decision, refuse } from './decision.ts'
import { decideOperation } from './decide-operation.ts'
import { refuseForeign } from './refuse-foreign.ts'
import type { Role } from './roles.ts'

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
  return refuseFigures(actor, foreign)
}

/** Whose work is about what every country has brought, and not with the records. */
const ofAllCountries: readonly Role[] = ['administrator', 'auditor', 'regional-coordinator']

/**
 * Whether an actor is told how many records of persons a file, or a dataset, holds: by day or by place that is an exact
 * figure too. Those of the own country are told to everybody who sees its files.
 *
 * @param country whose records they are, ISO 3166-1 alpha-3; '' where it is not known
 * @example decideCounts({ kind: 'person', id: 'ana', roles: ['data-officer'], institution: 'inm', country: 'HND' }, 'HND').outcome // => 'allow'
 * @example decideCounts({ kind: 'person', id: 'ana', roles: ['data-officer'], institution: 'inm', country: 'HND' }, 'GTM').reason // => 'figures-of-others'
 * @see docs/decisions/0129-counts-of-files-are-figures.md
 */
export function decideCounts(actor: Actor, country: string): Decision {
  const isOwn = country !== '' && country === actor.country
  const isOfAll = actor.roles.some((role) => ofAllCountries.includes(role))
  if (actor.kind === 'terminal' || isOwn || isOfAll) return allow('operation-of-role')
  return refuseFigures(actor, [country])
}

function refuseFigures(actor: Actor, foreign: readonly string[]): Decision {
  // nobody may say of itself whose figures are its own
  if (actor.country === '') return refuseForeign(actor, foreign)
  const country = [...new Set(foreign)]
    .map((each) => each || '–')
    .toSorted()
    .join(', ')
  const { country: own } = actor
  return refuse('figures-of-others', { country, own, countryLabel: country, ownLabel: own })
}
