import type { DeskSection } from '../desk-section.ts'

/** Linkage: which records are one person, what people decided of it, and how well it went. */
export const linkSection = {
  address: '/$language/desk/link',
  operations: ['link.review', 'link.run'],
  title: { es: 'Enlace de registros', en: 'Linkage', fr: 'Appariement' },
  lead: {
    es: 'Decidir si dos registros son de una persona, y ver qué tan bien se enlazan.',
    en: 'Decide whether two records are one person, and see how well records are linked.',
    fr: 'Décider si deux enregistrements sont d’une personne, et voir la qualité de l’appariement.',
  },
} as const satisfies DeskSection
