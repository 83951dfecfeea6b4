import { languages, isLanguage, type Language } from '@caudal/methods/vocabulary'

/**
 * The language of an answer: `?language=`, else the best of Accept-Language, else Spanish.
 *
 * @example answerLanguage(undefined, 'de, fr;q=0.8, en;q=0.7') // => 'fr'
 * @example answerLanguage('en', 'fr') // => 'en'
 */
export function answerLanguage(asked: unknown, acceptLanguage: string | undefined): Language {
  if (isLanguage(asked)) return asked
  const wishes = (acceptLanguage ?? '')
    .split(',')
    .map((part, position) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const quality = parameters.map((text) => /^\s*q=([\d.]+)$/.exec(text)?.[1]).find(Boolean)
      return {
        tag: tag.slice(0, 2),
        quality: quality === undefined ? 1 : Number(quality),
        position,
      }
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality || a.position - b.position)
  return wishes.map(({ tag }) => tag).find(isLanguage) ?? languages[0]
}
