import { parseAgeCode } from '@caudal/methods/measure'
import { ageLabel } from '@caudal/methods/publish'
import type { Language } from '@caudal/methods/vocabulary'

/**
 * An age group that says what it is, for sentences and titles; undefined where the code is no age.
 *
 * @example ageInWords('Y20T24', 'es') // => '20–24 años'
 * @example ageInWords('Y_GE90', 'en') // => 'aged 90 and over'
 */
export function ageInWords(code: string, language: Language): string | undefined {
  const group = parseAgeCode(code)
  if (!group) return undefined
  if (language === 'en') return `aged ${ageLabel(code, language)}`
  const { from, to } = group
  if (to === undefined) return { es: `${from} años y más`, fr: `${from} ans et plus` }[language]
  // French counts from two: 0 an, 1 an, 2 ans
  const isOne = { es: from === 1 && to === 1, fr: to <= 1 }[language]
  const year = { es: isOne ? 'año' : 'años', fr: isOne ? 'an' : 'ans' }[language]
  return `${ageLabel(code, language)} ${year}`
}

/**
 * A range of age groups, from the first age of one to the last of the other.
 *
 * @example agesInWords('Y20T24', 'Y30T34', 'fr') // => '20–34 ans'
 */
export function agesInWords(first: string, last: string, language: Language): string | undefined {
  const [from, to] = [parseAgeCode(first), parseAgeCode(last)]
  if (!from || !to) return undefined
  return ageInWords(to.to === undefined ? `Y_GE${from.from}` : `Y${from.from}T${to.to}`, language)
}
