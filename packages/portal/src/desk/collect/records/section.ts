import type { DeskSection } from '../../desk-section.ts'

/** Records, field by field, as far as whoever works here may read them for a purpose. */
export const recordsSection = {
  address: '/$language/desk/collect/records',
  operations: ['collect.read-records'],
  title: { es: 'Leer registros', en: 'Read records', fr: 'Lire des enregistrements' },
  lead: {
    es: 'Los de su institución y los que otra comparte con ella por un acuerdo, para una finalidad.',
    en: 'Those of your institution, and those that another shares with it by agreement, for a purpose.',
    fr: 'Ceux de votre institution et ceux qu’une autre partage avec elle par un accord, pour une finalité.',
  },
} as const satisfies DeskSection
