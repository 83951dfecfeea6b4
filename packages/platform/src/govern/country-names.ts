import { findCode, labelOf, languages, type Text } from '@caudal/methods/vocabulary'
import { getCodeList } from '@caudal/methods/vocabulary/code-lists'

/**
 * Countries as refusals name them. A code that is in no list stays as it is.
 *
 * @param codes ISO 3166-1 alpha-3, parted by `, `
 */
export function countryNames(codes: string): Text {
  const countries = getCodeList('countries')
  const nameOf = (code: string, language: keyof Text) =>
    findCode(countries, code) ? labelOf(countries, code, language) : code
  const named = languages.map((language) => {
    const names = codes.split(', ').map((code) => nameOf(code, language))
    return [language, names.join(', ')]
  })
  return Object.fromEntries(named) as Text
}
