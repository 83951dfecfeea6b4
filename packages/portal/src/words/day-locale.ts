import type { Language } from '@caudal/methods/vocabulary'

/** How days are written in each language: in English with the day before the month, as its pages write them. */
export const dayLocale: Readonly<Record<Language, string>> = { es: 'es', en: 'en-GB', fr: 'fr' }
