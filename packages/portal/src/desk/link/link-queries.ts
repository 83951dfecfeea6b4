import { queryOptions } from '@tanstack/react-query'
import type { Language, Text } from '@caudal/methods/vocabulary'
import { askNode } from '../../node-api/ask-node.ts'

/** How the records of a country stand. */
export interface CountryState {
  readonly country: string
  readonly label: Text
  readonly run: {
    readonly id: number
    readonly figures: {
      readonly records: number
      readonly persons: number
      readonly review: number
    }
    readonly madeAt: string
  } | null
  /** When records were linked that their institution only gave; null where it sees the run, or there is none. */
  readonly elsewhere: string | null
  readonly waiting: number
  readonly stale: boolean
  /** Circles of institutions linked apart in that run; none where all share. */
  readonly apart: readonly Circle[]
}

/** Institutions whose records are linked with one another and with no others’. */
export interface Circle {
  readonly middle: string
  /** The middle first; none for records of no institution. */
  readonly institutions: readonly { readonly id: string; readonly name: string }[]
  readonly datasets: readonly { readonly id: string; readonly title: Text }[]
}

export interface Linkage {
  readonly countries: readonly CountryState[]
  readonly job: {
    readonly id: number
    readonly status: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'
    readonly progress: { readonly done: number; readonly step?: string } | null
    readonly problem: { readonly what: string; readonly advice: string } | null
  } | null
}

/** A value of a record as the policy gives it. */
export interface ShownValue {
  readonly field: string
  readonly name: Text
  readonly value: string | null
  readonly label: Text | null
  readonly status: 'given' | 'missing' | 'confidential' | 'coarsened' | 'refused'
}

/** Records that say the same of who they are. */
export interface Card {
  readonly card: string
  readonly kind: Text
  readonly title: Text
  readonly synthetic: boolean
  readonly records: number
  readonly values: readonly ShownValue[]
}

/** A pair as a run weighed it; weights are bits. */
export interface Pair {
  readonly one: string
  readonly other: string
  readonly weight: number | null
  readonly probability: number | null
  readonly prior: number
  readonly comparisons: readonly {
    readonly field: string
    readonly label: Text
    readonly level: string
    readonly says: Text
    readonly bits: number
  }[]
  readonly kin: number
  readonly crossings: number
  readonly together: boolean
}

/** Least weights of a pair for review and of an accepted one, bits. */
export interface Bands {
  readonly review: number
  readonly accept: number
}

export interface ReviewQueue {
  readonly country: string
  readonly run: number
  readonly open: number
  readonly from: number
  readonly bands: Bands
  readonly pairs: readonly Pair[]
  readonly cards: readonly Card[]
}

export interface Person {
  readonly country: string
  readonly run: number
  readonly person: string
  readonly bands: Bands
  readonly cards: readonly Card[]
  readonly pairs: readonly Pair[]
  readonly findings: readonly { readonly fault: string; readonly parts: number }[]
}

export interface Decision {
  readonly id: number
  readonly country: string
  readonly kind: 'same' | 'different'
  readonly one: string
  readonly other: string
  readonly because: string
  readonly decidedBy: string
  readonly decidedAt: string
  readonly undoneBy: number | null
  readonly undoneBecause: string | null
  readonly undoneByWhom: string | null
}

export interface Estimated {
  readonly estimate: number
  readonly low: number
  readonly high: number
}

export interface Quality {
  readonly country: string
  readonly label: Text
  readonly run: number
  readonly records: number
  readonly namedShare: number
  readonly matchRate: number
  readonly imputedShare: number
  readonly setAsideShare: number
  readonly sameDirection: number
  readonly posts: readonly {
    readonly post: string | null
    readonly label: Text | null
    readonly crossings: number
    readonly sameDirection: number
  }[]
  readonly apart: readonly (Circle & {
    readonly records: number
    readonly persons: number
    readonly matchRate: number
  })[]
  readonly precision: Estimated | null
  readonly recall: Estimated | null
  readonly truth: {
    readonly precision: number
    readonly recall: number
    readonly f1: number
    readonly cut: number
    readonly together: number
    readonly groups: readonly {
      readonly by: 'sex' | 'citizenship' | 'names'
      readonly group: string
      readonly label: Text
      readonly persons: number
      readonly recall: number
    }[]
  } | null
}

// refusals are told in the language of the page, whatever the browser's is
const base = '/api/link'
const key = (...parts: readonly (string | number)[]) => ['account-items', 'link', ...parts]

export const linkageQuery = (language: Language) =>
  queryOptions({
    queryKey: key('runs', language),
    queryFn: ({ signal }) => askNode<Linkage>(`${base}/runs?language=${language}`, signal),
    staleTime: 0,
    refetchInterval: ({ state }) => {
      const status = state.data?.job?.status
      return status === 'waiting' || status === 'running' ? 1500 : false
    },
  })

/** Pairs on one page of the queue. */
export const pairsOfPage = 20

/**
 * A page of the queue, as it was when it was asked for: what is decided meanwhile is told by the page
 * itself, so that no pair moves under the hands of whoever decides.
 */
export const queueQuery = (country: string, from: number, turn: number, language: Language) =>
  queryOptions({
    queryKey: key('queue', country, from, turn, language),
    queryFn: ({ signal }) =>
      askNode<ReviewQueue>(
        `${base}/review?country=${encodeURIComponent(country)}&from=${from}&count=${pairsOfPage}&language=${language}`,
        signal,
      ),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })

export const personQuery = (country: string, record: string, language: Language) =>
  queryOptions({
    queryKey: key('person', country, record, language),
    queryFn: ({ signal }) =>
      askNode<Person>(
        `${base}/persons/${encodeURIComponent(country)}/${encodeURIComponent(record)}?language=${language}`,
        signal,
      ),
    staleTime: 0,
  })

export const decisionsQuery = (language: Language) =>
  queryOptions({
    queryKey: key('decisions', language),
    queryFn: ({ signal }) =>
      askNode<{ decisions: readonly Decision[] }>(`${base}/decisions?language=${language}`, signal),
    staleTime: 0,
  })

export const qualityQuery = (country: string, language: Language) =>
  queryOptions({
    queryKey: key('quality', country, language),
    queryFn: ({ signal }) =>
      askNode<{ quality: readonly Quality[] }>(
        `${base}/quality?country=${encodeURIComponent(country)}&language=${language}`,
        signal,
      ),
    staleTime: 0,
  })
