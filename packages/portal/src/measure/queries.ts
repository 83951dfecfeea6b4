import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type {
  AccountsAnswer,
  AccountStock,
  BackTestAnswer,
  GapMap,
  GrowthAnswer,
  MirrorAnswer,
  MirrorCountries,
  SurvivalAnswer,
} from '@caudal/methods/measure'
import type { Language } from '@caudal/methods/vocabulary'
import { writeSearch } from '../explore/specification/search-text.ts'
import { askNode } from '../node-api/ask-node.ts'

/** Which indicators there are, and what the others lack. */
export function gapsQuery(language: Language) {
  return queryOptions({
    queryKey: ['gaps', language],
    queryFn: ({ signal }) =>
      askNode<GapMap>(`/api/measure/gaps${writeSearch({ language })}`, signal),
  })
}

export function backTestQuery(language: Language) {
  return queryOptions({
    queryKey: ['back-test', language],
    queryFn: ({ signal }) =>
      askNode<BackTestAnswer>(`/api/measure/back-test${writeSearch({ language })}`, signal),
  })
}

export function mirrorCountriesQuery(language: Language) {
  return queryOptions({
    queryKey: ['mirror-countries', language],
    queryFn: ({ signal }) =>
      askNode<MirrorCountries>(`/api/measure/mirror/countries${writeSearch({ language })}`, signal),
  })
}

export function mirrorQuery(question: Readonly<Record<string, string>>, language: Language) {
  const path = `/api/measure/mirror${writeSearch({ ...question, language })}`
  return queryOptions({
    queryKey: ['mirror', path],
    queryFn: ({ signal }) => askNode<MirrorAnswer>(path, signal),
    placeholderData: keepPreviousData,
  })
}

/** Where accounts are asked for, for the page or as a file. */
export function accountsAddress(
  stock: AccountStock,
  language: Language,
  more: Readonly<Record<string, string>> = {},
): string {
  return `/api/measure/accounts${writeSearch({ stock, ...more, language })}`
}

export function accountsQuery(stock: AccountStock, language: Language) {
  const path = accountsAddress(stock, language)
  return queryOptions({
    queryKey: ['accounts', path],
    queryFn: ({ signal }) => askNode<AccountsAnswer>(path, signal),
    placeholderData: keepPreviousData,
  })
}

/** Where growth is asked for, for the page or as a file. */
export function growthAddress(
  question: Readonly<Record<string, string>>,
  language: Language,
  format: 'json' | 'csv' = 'json',
): string {
  return `/api/measure/growth${writeSearch({ ...question, format, language })}`
}

export function growthQuery(question: Readonly<Record<string, string>>, language: Language) {
  const path = growthAddress(question, language)
  return queryOptions({
    queryKey: ['growth', path],
    queryFn: ({ signal }) => askNode<GrowthAnswer>(path, signal),
    placeholderData: keepPreviousData,
  })
}

/** Where the lengths of stays are asked for, for the page or as a file. */
export function survivalAddress(
  question: Readonly<Record<string, string>>,
  language: Language,
  format: 'json' | 'csv' = 'json',
): string {
  return `/api/measure/survival${writeSearch({ ...question, format, language })}`
}

export function survivalQuery(question: Readonly<Record<string, string>>, language: Language) {
  const path = survivalAddress(question, language)
  return queryOptions({
    queryKey: ['survival', path],
    queryFn: ({ signal }) => askNode<SurvivalAnswer>(path, signal),
    placeholderData: keepPreviousData,
  })
}
