import type { Language } from '@caudal/methods/vocabulary'

/** What a server adds to a baked page, whose bytes never change. */
export const releasePageWords: Readonly<Record<Language, { readonly superseded: string }>> = {
  es: { superseded: 'Esta publicación fue sustituida. La vigente es:' },
  en: { superseded: 'This release has been superseded. The one in force is:' },
  fr: { superseded: 'Cette publication a été remplacée. Celle en vigueur :' },
}
