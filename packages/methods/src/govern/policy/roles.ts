import type { Text } from '../../vocabulary/index.ts'

/** What a person is in the node. A person may have several roles, but not every pair. */
export const roles = {
  administrator: {
    es: 'Administración del nodo',
    en: 'Administrator of the node',
    fr: 'Administration du nœud',
  },
  'data-officer': {
    es: 'Responsable de los registros de su institución',
    en: 'Keeper of the records of an institution',
    fr: 'Responsable des enregistrements de son institution',
  },
  'entry-clerk': {
    es: 'Captura de fichas de su institución',
    en: 'Enters records of an institution by forms',
    fr: 'Saisie de fiches de son institution',
  },
  'linkage-officer': {
    es: 'Revisión de coincidencias entre registros',
    en: 'Reviewer of matches between records',
    fr: 'Vérification des appariements d’enregistrements',
  },
  statistician: {
    es: 'Estadística',
    en: 'Statistician',
    fr: 'Statisticienne ou statisticien',
  },
  publisher: {
    es: 'Aprobación de publicaciones',
    en: 'Approver of releases',
    fr: 'Approbation des publications',
  },
  'regional-coordinator': {
    es: 'Coordinación regional de publicaciones',
    en: 'Regional coordinator of releases',
    fr: 'Coordination régionale des publications',
  },
  researcher: {
    es: 'Investigación',
    en: 'Researcher',
    fr: 'Recherche',
  },
  'protection-officer': {
    es: 'Delegación de protección de datos',
    en: 'Data protection officer',
    fr: 'Délégation à la protection des données',
  },
  auditor: {
    es: 'Auditoría independiente',
    en: 'Independent auditor',
    fr: 'Audit indépendant',
  },
} as const satisfies Readonly<Record<string, Text>>

export type Role = keyof typeof roles

/** Whether `value` names a role of the platform. */
export function isRole(value: unknown): value is Role {
  return typeof value === 'string' && Object.hasOwn(roles, value)
}

/** Roles that do not go together: whoever holds one must be independent of the other. */
const apart: readonly (readonly [Role, readonly Role[]])[] = [
  // an auditor reads no personal data and does nothing that the log would then say of him or her
  [
    'auditor',
    [
      'administrator',
      'data-officer',
      'entry-clerk',
      'linkage-officer',
      'statistician',
      'publisher',
      'regional-coordinator',
      'researcher',
      'protection-officer',
    ],
  ],
  // whoever keeps accounts and keys reads no records, and gives himself or herself no region
  [
    'administrator',
    [
      'data-officer',
      'entry-clerk',
      'linkage-officer',
      'statistician',
      'regional-coordinator',
      'researcher',
      'protection-officer',
    ],
  ],
  // whoever answers for the rights of persons does not work with their records otherwise
  [
    'protection-officer',
    ['data-officer', 'entry-clerk', 'linkage-officer', 'statistician', 'researcher'],
  ],
]

/**
 * The first pair of roles that one person may not hold together.
 *
 * @example findConflictingRoles(['auditor', 'publisher']) // => ['auditor', 'publisher']
 * @example findConflictingRoles(['statistician', 'publisher']) // => undefined
 */
export function findConflictingRoles(held: readonly Role[]): readonly [Role, Role] | undefined {
  for (const [role, others] of apart) {
    if (!held.includes(role)) continue
    const other = others.find((each) => held.includes(each))
    if (other !== undefined) return [role, other]
  }
  return undefined
}
