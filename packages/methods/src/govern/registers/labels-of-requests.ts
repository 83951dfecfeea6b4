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
