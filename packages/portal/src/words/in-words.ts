import type { Language } from '@caudal/methods/vocabulary'

/**
 * A label inside a sentence: its first letter small, unless the word is all capitals.
 *
 * @example lowerFirst('Border crossings') // => 'border crossings'
 * @example lowerFirst('SDG indicator') // => 'SDG indicator'
 */
export function lowerFirst(text: string): string {
  return /^\p{Lu}(?!\p{Lu})/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
}

const tags: Record<Language, string> = { es: 'es', en: 'en-GB', fr: 'fr' }

/**
 * Words in a row with the language's "and".
 *
 * @example listOf(['a', 'b', 'c'], 'en') // => 'a, b and c'
 */
export function listOf(words: readonly string[], language: Language): string {
  return new Intl.ListFormat(tags[language], { type: 'conjunction' }).format(words)
}
