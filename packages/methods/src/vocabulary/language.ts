/** The three languages of the platform, Spanish first. */
export const languages = ['es', 'en', 'fr'] as const

export type Language = (typeof languages)[number]

/** The same words in each of the three languages; a text is complete by type. */
export type Text = Readonly<Record<Language, string>>

/** Whether `value` names one of the platform's languages. */
export function isLanguage(value: unknown): value is Language {
  return languages.includes(value as Language)
}
