import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { BackTestAnswer, GapMap, MirrorAnswer, MirrorCountries } from '@caudal/methods/measure'
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
