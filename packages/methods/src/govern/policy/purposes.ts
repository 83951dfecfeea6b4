import type { Text } from '../../vocabulary/index.ts'

/**
 * What personal data may be used for in a node. Every read of a record names one of these, and a
 * processing activity says which of them its records were collected for or are compatible with.
 *
 * @see IOM Data Protection Manual (2010), principle 2, specified and legitimate purpose
 */
export const purposes = {
  collection: {
    es: 'Recibir, comprobar y corregir registros',
    en: 'Receiving, checking and correcting records',
    fr: 'Recevoir, contrôler et corriger des enregistrements',
  },
  linkage: {
    es: 'Reconocer qué registros son de una misma persona',
    en: 'Telling which records are of one person',
    fr: 'Reconnaître les enregistrements d’une même personne',
  },
  statistics: {
    es: 'Producir estadísticas oficiales',
    en: 'Producing official statistics',
    fr: 'Produire des statistiques officielles',
  },
  research: {
    es: 'Investigación aprobada, sin nombres',
    en: 'Approved research, without names',
    fr: 'Recherche approuvée, sans noms',
  },
  publication: {
    es: 'Publicar cifras protegidas',
    en: 'Publishing protected figures',
    fr: 'Publier des chiffres protégés',
  },
  'subject-request': {
    es: 'Atender lo que una persona pide sobre sus propios datos',
    en: 'Answering what a person asks about his or her own data',
    fr: 'Répondre à ce qu’une personne demande sur ses propres données',
  },
  oversight: {
    es: 'Supervisar cómo se usan los datos',
    en: 'Overseeing how data are used',
    fr: 'Contrôler l’usage des données',
  },
  operation: {
    es: 'Mantener el nodo en marcha: cuentas, claves, copias de seguridad',
    en: 'Keeping the node running: accounts, keys, backups',
    fr: 'Faire fonctionner le nœud : comptes, clés, sauvegardes',
  },
} as const satisfies Readonly<Record<string, Text>>

export type Purpose = keyof typeof purposes

/** Whether `value` names a purpose of the platform. */
export function isPurpose(value: unknown): value is Purpose {
  return typeof value === 'string' && Object.hasOwn(purposes, value)
}
