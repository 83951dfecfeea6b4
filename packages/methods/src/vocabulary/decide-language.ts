import { isLanguage, languages, type Language } from './language.ts'

/**
 * The language of an answer: the one asked for by name, else the best that an Accept-Language
 * header (RFC 9110, 12.5.4) wishes for, else Spanish.
 *
 * @example decideLanguage(undefined, 'de, fr;q=0.8, en;q=0.7') // => 'fr'
 * @example decideLanguage('en', 'fr') // => 'en'
 */
export function decideLanguage(asked: unknown, acceptLanguage?: string): Language {
  if (isLanguage(asked)) return asked
  const wishes = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const quality = parameters.map((text) => /^\s*q=([\d.]+)\s*$/.exec(text)?.[1]).find(Boolean)
      return { tag: tag.slice(0, 2), quality: quality === undefined ? 1 : Number(quality) }
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
  return wishes.map(({ tag }) => tag).find(isLanguage) ?? languages[0]
}
