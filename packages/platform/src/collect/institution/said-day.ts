import type { Language } from '@caudal/methods/vocabulary'

// In English with the day before the month, as the pages of the portal write it.
const locale: Readonly<Record<Language, string>> = { es: 'es', en: 'en-GB', fr: 'fr' }

/**
 * A text with each of its ISO days as readers write it, never broken over two lines; what is no day of
 * the calendar stays as it is.
 *
 * @example sayDays('2020-03-05 – 2020-03-08', 'en') // => '5\u00a0Mar\u00a02020 – 8\u00a0Mar\u00a02020'
 */
export function sayDays(text: string, language: Language): string {
  const format = new Intl.DateTimeFormat(locale[language], { dateStyle: 'medium', timeZone: 'UTC' })
  return text.replace(/\b\d{4}-\d\d-\d\d\b/g, (iso) => {
    const day = Date.parse(iso)
    return Number.isNaN(day) ? iso : format.format(day).replaceAll(' ', '\u00a0')
  })
}

/**
 * A month, `2020-03`, by name.
 *
 * @example sayMonth('2020-03', 'es') // => 'marzo de 2020'
 */
export function sayMonth(month: string, language: Language): string {
  return new Intl.DateTimeFormat(locale[language], {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(Date.parse(`${month}-01`))
}
