import type { Comparison } from './link-specification.ts'

const nationality = /nacionalidad|nationali|citizen|ciudadan/i
const birth = /birth|nac|naissance/i
const country = /country|pais|país|pays/i

type Named = Pick<Comparison, 'kind' | 'column'>

const isPlace = ({ kind }: Named) => kind === 'category' || kind === 'place'

/**
 * Whether a comparison tells nationality.
 *
 * @example tellsNationality({ kind: 'category', column: 'citizenship' }) // => true
 */
export function tellsNationality(comparison: Named): boolean {
  return isPlace(comparison) && nationality.test(comparison.column)
}

/**
 * Whether a comparison tells where somebody was born, which follows nationality.
 *
 * @example tellsBirthplace({ kind: 'place', column: 'municipio_nacimiento' }) // => true
 */
export function tellsBirthplace(comparison: Named): boolean {
  return isPlace(comparison) && birth.test(comparison.column)
}

/**
 * Whether a comparison says of which people somebody is: his nationality or country of birth, which go
 * with his names.
 *
 * @example tellsOrigin({ kind: 'category', column: 'birth_country' }) // => true
 * @example tellsOrigin({ kind: 'place', column: 'birth_place' }) // => false
 */
export function tellsOrigin(comparison: Named): boolean {
  return (
    tellsNationality(comparison) || (tellsBirthplace(comparison) && country.test(comparison.column))
  )
}
