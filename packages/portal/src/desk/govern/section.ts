import type { DeskSection } from '../desk-section.ts'

/** Data protection: what is due, requests of persons, registers, what exists where, the audit log. */
export const governSection = {
  address: '/$language/desk/govern',
  operations: [
    'govern.read-registers',
    'govern.read-audit',
    'govern.acknowledge-notice',
    'govern.ask-derogation',
  ],
  title: {
    es: 'Protección de datos',
    en: 'Data protection',
    fr: 'Protection des données',
  },
  lead: {
    es: 'Qué vence, qué piden las personas, qué datos hay y quién hizo qué.',
    en: 'What is due, what persons ask for, which data there are and who did what.',
    fr: 'Ce qui arrive à échéance, ce que demandent les personnes, quelles données existent et qui a fait quoi.',
  },
} as const satisfies DeskSection
