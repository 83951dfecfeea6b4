import { queryOptions } from '@tanstack/react-query'
import type { Language } from '@caudal/methods/vocabulary'
import { askNode, tellNode } from '../node-api/ask-node.ts'

/** A view of explore that is kept: in an account, or in a browser. */
export interface SavedView {
  readonly id: string
  readonly name: string
  readonly cube: string
  /** What stands after the question mark in the address of its page. */
  readonly query: string
  readonly keptAt: string
}

export interface Threshold {
  readonly kind: 'above' | 'below' | 'change'
  readonly threshold: number
  readonly basis: 'previous' | 'year' | null
}

export interface AlertSeen extends Threshold {
  readonly id: string
  readonly name: string
  readonly cube: string
  readonly query: string
  /** The page that shows the series. */
  readonly path: string
}

export interface AlertsAnswer {
  readonly alerts: readonly AlertSeen[]
  readonly notices: readonly {
    readonly id: string
    readonly name: string
    readonly told: string
    readonly toldAt: string
    readonly release: string
    readonly path: string
  }[]
  readonly feed: boolean
  readonly mail: MailState
}

export interface MailState {
  readonly offered: boolean
  readonly address: string | null
  readonly confirmed: boolean
}

/** A series and what is newest of it. */
export interface SeriesSeen {
  readonly description: string
  readonly unit: string
  readonly decimals: number
  readonly synthetic: boolean
  readonly period: string
  readonly figure: number
  readonly change: Readonly<Record<'previous' | 'year', number | null>>
  readonly path: string
}

export const viewsQuery = queryOptions({
  queryKey: ['account-items', 'views'],
  queryFn: ({ signal }) => askNode<{ views: readonly SavedView[] }>('/api/publish/views', signal),
  staleTime: 0,
})

export const alertsQuery = (language: Language) =>
  queryOptions({
    queryKey: ['account-items', 'alerts', language],
    queryFn: ({ signal }) =>
      askNode<AlertsAnswer>(`/api/publish/alerts?language=${language}`, signal),
    staleTime: 0,
  })

export const seriesQuery = (cube: string, query: string, language: Language) =>
  queryOptions({
    queryKey: ['account-items', 'series', cube, query, language],
    queryFn: () =>
      tellNode<SeriesSeen>('POST', '/api/publish/alerts/series', language, { cube, query }),
  })
