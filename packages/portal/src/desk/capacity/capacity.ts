import { queryOptions } from '@tanstack/react-query'
import type { CapacityAnswers, CapacityScore } from '@caudal/methods/govern/capacity'
import type { Language } from '@caudal/methods/vocabulary'
import { askNode } from '../../node-api/ask-node.ts'

export interface VersionSummary {
  readonly country: string
  readonly version: number
  readonly questionnaire: number
  readonly actor: string
  readonly at: string
  readonly isPublic: boolean
  readonly score: CapacityScore
}

export interface CountryVersions {
  readonly country: string
  readonly label: string
  readonly mayAnswer: boolean
  readonly mayPublish: boolean
  readonly versions: readonly (VersionSummary & { readonly answers: CapacityAnswers })[]
}

const asked = <Answer>(key: readonly string[], path: string, language: Language) =>
  queryOptions({
    queryKey: ['account-items', 'capacity', ...key, language],
    queryFn: ({ signal }) => askNode<Answer>(`${path}?language=${language}`, signal),
    staleTime: 0,
  })

export const capacityQuery = (language: Language) =>
  asked<{
    own: string
    /** Countries that whoever asks may answer for. */
    choices: readonly { readonly code: string; readonly label: string }[]
    countries: readonly (VersionSummary & {
      readonly label: string
      readonly publicVersion?: number
    })[]
  }>([], '/api/capacity', language)

export const addressOf = (country: string) => `/api/capacity/${encodeURIComponent(country)}`

export const countryQuery = (country: string, language: Language) =>
  asked<CountryVersions>([country], addressOf(country), language)
