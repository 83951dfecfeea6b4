import { queryOptions } from '@tanstack/react-query'
import type { Language, Text } from '@caudal/methods/vocabulary'
import { askNode } from '../../node-api/ask-node.ts'

/** An institution of the register, as forms name it. */
export interface ListedInstitution {
  readonly id: string
  readonly name: string
  readonly country: string
}

interface ListedPlaces {
  readonly institutions: readonly ListedInstitution[]
  readonly countries: readonly { readonly code: string; readonly label: Text }[]
}

/** The institutions of the register, and the countries, for whoever fills in a form. */
export const institutionsQuery = queryOptions({
  queryKey: ['account-items', 'govern', 'institutions'],
  queryFn: ({ signal }) => askNode<ListedPlaces>('/api/govern/institutions', signal),
  staleTime: 0,
})

/** A country by its name; by its code until the list is here. */
export function nameCountry(
  listed: ListedPlaces | undefined,
  country: string,
  language: Language,
): string {
  return listed?.countries.find(({ code }) => code === country)?.label[language] ?? country
}

/**
 * An institution by its name, with its country; the country alone where there is none.
 *
 * @example nameInstitution(undefined, 'hn-inm', 'HND', 'es') // => 'hn-inm (HND)'
 */
export function nameInstitution(
  listed: ListedPlaces | undefined,
  institution: string,
  country: string,
  language: Language,
): string {
  const place = nameCountry(listed, country, language)
  if (institution === '') return place
  const name = listed?.institutions.find(({ id }) => id === institution)?.name ?? institution
  return place === '' ? name : `${name} (${place})`
}
