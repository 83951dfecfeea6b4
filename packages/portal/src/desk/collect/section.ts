import type { DeskSection } from '../desk-section.ts'

/** Files of institutions: received, checked, corrected. */
export const collectSection = {
  address: '/$language/desk/collect',
  operations: ['collect.read-batches', 'collect.import'],
  title: { es: 'Archivos recibidos', en: 'Files received', fr: 'Fichiers reçus' },
  lead: {
    es: 'Qué envió cada institución, qué se aceptó y qué no.',
    en: 'What each institution sent, what was accepted and what was not.',
    fr: 'Ce que chaque institution a envoyé, ce qui a été accepté et ce qui ne l’a pas été.',
  },
} as const satisfies DeskSection
