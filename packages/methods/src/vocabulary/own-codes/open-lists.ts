import type { Code, CodeList } from '../code-list.ts'

/**
 * Lists of categories to which a node's users may add codes. Each own code names the code of the
 * platform that it counts as, so that the figures of countries stay comparable.
 *
 * Closed are the lists by which something is computed (directions, decisions and procedures of
 * permits, units, measures, statuses of figures, age groups) and those that belong to somebody else
 * alone (countries and regions of ISO 3166 and M49).
 */
const categories: ReadonlySet<string> = new Set([
  'accompaniment',
  'activity-status',
  'area-types',
  'displaced-groups',
  'displacement-causes',
  'displacement-settings',
  'document-types',
  'education-levels',
  'household-relationships',
  'incident-causes',
  'incident-regions',
  'incident-routes',
  'marital-status',
  'migration-motives',
  'migratory-status',
  'mode',
  'occupations',
  'permit-types',
  'purpose',
  'referral-services',
  'residence-end-reasons',
  'return-means',
  'return-needs',
  'return-types',
  'sex',
])

/** Lists of places: an own code lies in a place of the list above, which is what compares. */
const places: ReadonlySet<string> = new Set(['border-posts', 'departments', 'municipalities'])

/** What the codes that users add to a list hang from; undefined where none can be added. */
export function openingOf(listId: string): 'standard' | 'parent' | undefined {
  if (categories.has(listId)) return 'standard'
  return places.has(listId) ? 'parent' : undefined
}

/** Ids of the lists to which users may add codes. */
export const openLists: readonly string[] = [...categories, ...places]

/**
 * The code of the platform that a code counts as where countries are compared: that which an own code
 * names, else the code itself.
 *
 * @example standardOf({ id: 'purpose', version: '1', title: { es: '', en: '', fr: '' }, source: { owner: '', title: '' }, codes: [{ code: 'pilgrimage', label: { es: '', en: '', fr: '' }, standing: 'own', standard: 'religion' }] }, 'pilgrimage') // => 'religion'
 */
export function standardOf(list: CodeList, code: string): string {
  return ownCodes(list).get(code)?.standard ?? code
}

/**
 * The own codes that count as a code of the platform, in the order of the list.
 */
export function ownCodesOf(list: CodeList, standard: string): readonly string[] {
  return [...ownCodes(list).values()]
    .filter((each) => each.standard === standard)
    .map(({ code }) => code)
}

const known = new WeakMap<Pick<CodeList, 'codes'>, ReadonlyMap<string, Code>>()

/** The codes that the users of a node have added to a list. */
export function ownCodes(list: Pick<CodeList, 'codes'>): ReadonlyMap<string, Code> {
  const found =
    known.get(list) ??
    new Map(list.codes.flatMap((each) => (each.standing === 'own' ? [[each.code, each]] : [])))
  known.set(list, found)
  return found
}
