import type { Text } from '../../vocabulary/index.ts'

/** What the parts of a request are called where one of them is wrong: requests have pages and no form of their own. */
export const labelsOfRequests = {
  kind: { es: 'Qué se pide', en: 'What is asked', fr: 'Ce qui est demandé' },
  receivedOn: { es: 'Recibida el', en: 'Received on', fr: 'Reçue le' },
  dueOn: { es: 'Se responde hasta el', en: 'To be answered by', fr: 'À répondre avant le' },
  owner: { es: 'Institución', en: 'Institution', fr: 'Institution' },
  identityCheckedBy: {
    es: 'Identidad comprobada por',
    en: 'Identity checked by',
    fr: 'Identité vérifiée par',
  },
  records: { es: 'Registros', en: 'Records', fr: 'Enregistrements' },
  entries: { es: 'Fichas en espera', en: 'Entries that wait', fr: 'Fiches en attente' },
  state: { es: 'Estado', en: 'State', fr: 'État' },
  outcome: { es: 'Respuesta', en: 'Answer', fr: 'Réponse' },
} as const satisfies Readonly<Record<string, Text>>

/** What may be asked. */
export const kindsOfRequests = {
  access: { es: 'acceso', en: 'access', fr: 'accès' },
  correction: { es: 'corrección', en: 'correction', fr: 'rectification' },
  restriction: { es: 'limitación', en: 'restriction', fr: 'limitation' },
  erasure: { es: 'borrado', en: 'erasure', fr: 'effacement' },
} as const satisfies Readonly<Record<string, Text>>

/** How far a request is. */
export const statesOfRequests = {
  received: { es: 'recibida', en: 'received', fr: 'reçue' },
  verified: { es: 'identidad comprobada', en: 'identity checked', fr: 'identité vérifiée' },
  done: { es: 'cumplida', en: 'met', fr: 'satisfaite' },
  refused: { es: 'no cumplida', en: 'not met', fr: 'non satisfaite' },
} as const satisfies Readonly<Record<string, Text>>
