import { isLanguage, languages, type Language } from '@caudal/methods/vocabulary'

/**
 * The first of a reader's languages that the portal speaks, else Spanish.
 *
 * @example preferredLanguage(['pt-BR', 'fr-CA', 'en']) // => 'fr'
 * @example preferredLanguage([]) // => 'es'
 */
export function preferredLanguage(wanted: readonly string[]): Language {
  return wanted.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage) ?? languages[0]
}
