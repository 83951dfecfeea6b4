import type { DeskSection } from '../../desk-section.ts'

/** Forms of an institution, and the records that its people enter by them. */
export const formsSection = {
  address: '/$language/desk/collect/forms',
  operations: ['collect.enter'],
  title: { es: 'Formularios', en: 'Forms', fr: 'Formulaires' },
  lead: {
    es: 'Llene un formulario de su institución, o guarde uno nuevo desde un libro XLSForm.',
    en: 'Fill in a form of your institution, or keep a new one from an XLSForm workbook.',
    fr: 'Remplissez un formulaire de votre institution, ou gardez-en un nouveau depuis un classeur XLSForm.',
  },
} as const satisfies DeskSection
