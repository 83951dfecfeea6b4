import type { DeskSection } from '../desk-section.ts'

/** Series: what must be known of them before they are compared. */
export const measureSection = {
  address: '/$language/desk/measure',
  operations: ['measure.keep-breaks'],
  title: { es: 'Rupturas de las series', en: 'Breaks in series', fr: 'Ruptures de séries' },
  lead: {
    es: 'Anotar desde cuándo una serie no se compara con lo anterior, y por qué.',
    en: 'Record from when on a series does not compare with what was before, and why.',
    fr: 'Noter à partir de quand une série ne se compare plus à ce qui précède, et pourquoi.',
  },
} as const satisfies DeskSection
