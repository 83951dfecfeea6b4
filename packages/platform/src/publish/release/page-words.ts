import type { Language } from '@caudal/methods/vocabulary'

/** What a server adds to a baked page, whose bytes never change. */
export const releasePageWords: Readonly<
  Record<Language, { readonly superseded: string; readonly pdf: string }>
> = {
  es: { superseded: 'Esta publicación fue sustituida. La vigente es:', pdf: 'Esta página en PDF' },
  en: {
    superseded: 'This release has been superseded. The one in force is:',
    pdf: 'This page as PDF',
  },
  fr: {
    superseded: 'Cette publication a été remplacée. Celle en vigueur :',
    pdf: 'Cette page en PDF',
  },
}
