import type { Text } from '../../vocabulary/index.ts'
import type { Purpose } from './purposes.ts'
import type { Role } from './roles.ts'

/** What a field may reveal of a person, as a record type declares it. */
export type FieldSensitivity = 'identity' | 'quasi' | 'sensitive' | 'plain'

/** What is said of a field of each sensitivity, to end "the field is …". */
export const sensitivityLabels: Readonly<Record<FieldSensitivity, Text>> = {
  identity: { es: 'un dato que nombra', en: 'it names the person', fr: 'il nomme la personne' },
  quasi: {
    es: 'un dato que en combinación distingue',
    en: 'in combination it singles a person out',
    fr: 'combiné, il distingue une personne',
  },
  sensitive: {
    es: 'un dato que puede causar daño',
    en: 'it may harm the person if known',
    fr: 'connu, il peut nuire à la personne',
  },
  plain: {
    es: 'un dato que no dice nada de la persona',
    en: 'it says nothing of the person',
    fr: 'il ne dit rien de la personne',
  },
}

/** The most that a role gets of a field for a purpose; agreements and limits only take away. */
export type Ceiling = 'allow' | 'coarsen' | 'withhold' | 'refuse'

type Row = Readonly<Record<FieldSensitivity, Ceiling>>

/**
 * The purposes for which each role reads records, and how much of them: no more than the work
 * needs. A role and a purpose that are not here read no record at all.
 *
 * Names are for those who enter records, who decide which are of one person, and who answer that
 * person. Statistics need none; research gets coarser values.
 *
 * @see IOM Data Protection Manual (2010), principles 2, 3 and 7
 */
const ceilings: Readonly<Partial<Record<Role, Readonly<Partial<Record<Purpose, Row>>>>>> = {
  'data-officer': {
    collection: { identity: 'allow', quasi: 'allow', sensitive: 'allow', plain: 'allow' },
  },
  'linkage-officer': {
    linkage: { identity: 'allow', quasi: 'allow', sensitive: 'withhold', plain: 'allow' },
  },
  statistician: {
    statistics: { identity: 'refuse', quasi: 'allow', sensitive: 'allow', plain: 'allow' },
  },
  researcher: {
    research: { identity: 'refuse', quasi: 'coarsen', sensitive: 'withhold', plain: 'allow' },
  },
  'protection-officer': {
    'subject-request': { identity: 'allow', quasi: 'allow', sensitive: 'allow', plain: 'allow' },
  },
}

const generosity: readonly Ceiling[] = ['refuse', 'withhold', 'coarsen', 'allow']

/**
 * The most that the roles together get of a field; undefined where none of them reads records for
 * the purpose.
 *
 * @example ceilingOf(['statistician'], 'statistics', 'identity') // => 'refuse'
 * @example ceilingOf(['auditor'], 'oversight', 'plain') // => undefined
 */
export function ceilingOf(
  held: readonly Role[],
  purpose: Purpose,
  sensitivity: FieldSensitivity,
): Ceiling | undefined {
  let most: Ceiling | undefined
  for (const role of held) {
    const ceiling = ceilings[role]?.[purpose]?.[sensitivity]
    if (ceiling === undefined) continue
    if (most === undefined || generosity.indexOf(ceiling) > generosity.indexOf(most)) most = ceiling
  }
  return most
}

/** Purposes for which any of the roles reads records, in the order of the table. */
export function purposesOf(held: readonly Role[]): Purpose[] {
  return [...new Set(held.flatMap((role) => Object.keys(ceilings[role] ?? {}) as Purpose[]))]
}
