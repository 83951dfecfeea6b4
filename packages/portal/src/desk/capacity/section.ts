import type { DeskSection } from '../desk-section.ts'

/** How a country sees the capacity of its data: answered, scored, kept in versions. */
export const capacitySection = {
  address: '/$language/desk/capacity',
  operations: ['publish.read-capacity', 'publish.assess-capacity'],
  title: { es: 'Capacidad de datos', en: 'Data capacity', fr: 'Capacité de données' },
  lead: {
    es: 'Responder por los datos de un país, y ver cómo cambia con los años.',
    en: 'Answer for the data of a country, and see how it changes over the years.',
    fr: 'Répondre des données d’un pays, et voir comment cela change avec les années.',
  },
} as const satisfies DeskSection
