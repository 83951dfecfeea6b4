import type { Language } from '@caudal/methods/vocabulary'

/**
 * A number as its reader writes it: blanks part thousands everywhere, a comma does in English and is the
 * decimal sign elsewhere.
 *
 * @example readNumber('1 234,5', 'es') // => 1234.5
 * @example readNumber('1,234.5', 'en') // => 1234.5
 * @example readNumber('many', 'fr') // => undefined
 */
export function readNumber(text: string, language: Language): number | undefined {
  const bare = text.replace(/[\s\u00a0\u202f]/g, '').replace('−', '-')
  const plain = language === 'en' ? bare.replaceAll(',', '') : bare.replace(',', '.')
  return /^-?\d{1,15}(\.\d{1,6})?$/.test(plain) ? Number(plain) : undefined
}
