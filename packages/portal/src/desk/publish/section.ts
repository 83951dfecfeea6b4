import type { DeskSection } from '../desk-section.ts'

/** Releases: drafted, reviewed by a second person, published, replaced. */
export const publishSection = {
  address: '/$language/desk/publish',
  operations: ['publish.review', 'protect.run', 'publish.release'],
  title: { es: 'Publicaciones', en: 'Releases', fr: 'Publications' },
  lead: {
    es: 'Redactar tablas protegidas, revisarlas entre dos y darles su hora.',
    en: 'Draft protected tables, review them by two, and give them their hour.',
    fr: 'Rédiger des tableaux protégés, les relire à deux et leur donner leur heure.',
  },
} as const satisfies DeskSection
