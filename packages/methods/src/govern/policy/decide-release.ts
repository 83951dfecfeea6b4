import type { Actor } from './actor.ts'
import { allow, type Decision, refuse } from './decision.ts'
import { refuseForeign } from './refuse-foreign.ts'

/**
 * What is done with a release, or with what is announced of one.
 *
 * - `read`: seeing it before it is out.
 * - `draft`: having it made.
 * - `decide`: approving it, giving it its hour, saying what takes its place, announcing it.
 * - `stop`: rejecting it, or taking back its approval, before it is out.
 */
export type ReleaseAct = 'read' | 'draft' | 'decide' | 'stop'

/** Whose figures a release shows, and who has drafted it, by country (ISO 3166-1 alpha-3). */
export interface ReleasePlace {
  /** Of the records that it counts, and of the sheet itself; '' where it is not known. None: public figures alone. */
  readonly counted: readonly string[]
  /**
   * Of the institution that drafted it, '' for none; absent where that was not kept, or nothing is drafted
   * yet: an announcement, a release from before.
   */
  readonly drafted?: string
}

/**
 * Whether an actor of some country may do something with a release.
 *
 * One over the records of one country is of that country: whoever drafts, reads, approves or dates it works for
 * an institution of it. A regional coordinator may stand in for one of the two persons that a release needs, and
 * never for both. One over several countries is drafted by any of them or by a regional coordinator, decided by a
 * regional coordinator alone, and stopped by each country whose records it counts. Whoever holds the machine of
 * the node is bound by none of this.
 *
 * @example decideRelease({ kind: 'person', id: 'ana', roles: ['publisher'], institution: 'ine', country: 'HND' }, 'decide', { counted: ['HND'] }).outcome // => 'allow'
 * @example decideRelease({ kind: 'person', id: 'ana', roles: ['publisher'], institution: 'ine', country: 'HND' }, 'decide', { counted: ['GTM'] }).reason // => 'another-country'
 * @example decideRelease({ kind: 'person', id: 'ana', roles: ['publisher'], institution: 'ine', country: 'HND' }, 'decide', { counted: ['GTM', 'HND'] }).reason // => 'several-countries'
 * @see docs/decisions/0108-releases-are-of-their-country.md
 */
export function decideRelease(actor: Actor, act: ReleaseAct, place: ReleasePlace): Decision {
  const { counted, drafted } = place
  const allowed = allow('operation-of-role')
  if (actor.kind === 'terminal') return allowed
  const isOf = (country: string | undefined) => country !== '' && country === actor.country
  const coordinates = actor.roles.includes('regional-coordinator')
  const countsOwn = counted.some(isOf)
  if (act !== 'decide') {
    // the auditor reads what was decided, whatever the country, and no exact figure
    const oversees = act === 'read' && actor.roles.includes('auditor')
    if (coordinates || countsOwn || isOf(drafted) || oversees) return allowed
    if (counted.length > 0) return refuseUnlike(actor, counted)
    return act === 'stop' ? decideRelease(actor, 'decide', place) : allowed
  }
  if (counted.length === 0) {
    const isBound = drafted !== undefined && drafted !== ''
    return coordinates || isOf(drafted) || !isBound ? allowed : refuseForeign(actor, [drafted])
  }
  const [country = ''] = counted
  if (counted.length > 1 || country === '') {
    return coordinates ? allowed : refuse('several-countries')
  }
  if (countsOwn) return allowed
  if (!coordinates) return refuseForeign(actor, counted)
  return drafted === undefined || drafted === country
    ? allowed
    : refuse('without-the-country', { country, countryLabel: country })
}

/** Records of which nobody knows whose they are could be of several countries. */
function refuseUnlike(actor: Actor, counted: readonly string[]): Decision {
  const isKnown = counted.some((country) => country !== '')
  return isKnown || actor.country === ''
    ? refuseForeign(actor, counted)
    : refuse('several-countries')
}
