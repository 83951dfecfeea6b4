import type { Actor } from './actor.ts'
import { type Refused, refuse } from './decision.ts'

/**
 * Why something of some countries is not an actor's: it is of others, it is not known whose it is, or the account
 * says of no country that it is its own, and so is nobody's there.
 *
 * @param countries ISO 3166-1 alpha-3; '' where it is not known
 * @example refuseForeign({ kind: 'person', id: 'ana', roles: [], institution: '', country: '' }, ['HND']).reason // => 'country-missing'
 * @example refuseForeign({ kind: 'person', id: 'ana', roles: [], institution: 'inm', country: 'HND' }, ['']).reason // => 'country-unknown'
 */
export function refuseForeign({ country: own }: Actor, countries: readonly string[]): Refused {
  const named = countries.filter((country) => country !== '').toSorted()
  const country = named.join(', ')
  if (own === '') return refuse('country-missing', { country })
  if (named.length === 0) return refuse('country-unknown', { own })
  // whoever shows it to people names the countries instead
  return refuse('another-country', { country, own, countryLabel: country, ownLabel: own })
}
