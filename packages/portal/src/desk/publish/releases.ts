import { queryOptions } from '@tanstack/react-query'
import type { Language } from '@caudal/methods/vocabulary'
import { askNode } from '../../node-api/ask-node.ts'

export type ReleaseState =
  'draft' | 'rejected' | 'approved' | 'scheduled' | 'published' | 'superseded'

/** A release as the list has it. */
export interface ReleaseEntry {
  readonly id: string
  readonly series: string
  readonly vintage: number
  readonly state: ReleaseState
  readonly title: string
  /** Whether it is of the country of whoever looks; of the others that are out, what everybody reads. */
  readonly isOwn: boolean
  readonly publishAt: string | null
  readonly successor: string | null
}

export type Why =
  | 'threshold'
  | 'pPercent'
  | 'dominance'
  | 'group'
  | 'nationality'
  | 'marked'
  | 'revision'
  | 'secondary'
  | 'level'
  | 'earlier'

/** What protection did to the figures of one cube, and what the attacker found. */
export interface Findings {
  readonly cube: string
  readonly cells: number
  readonly hidden: number
  readonly empty: number
  readonly cost: number
  readonly bound: number
  readonly attack: Attack
  readonly revisions?: readonly unknown[]
  readonly keptHidden?: number
  /** Absent in releases drafted before it was counted. */
  readonly work?: { readonly problems: number; readonly units: number; readonly allowed: number }
  readonly coarsened?: Coarsened
  /** Cubes of the same release that it was protected together with. */
  readonly together?: readonly string[]
  readonly oneByOne?: WhyApart
  readonly ledger: Attack & {
    readonly releases: readonly string[]
    readonly tied?: readonly { readonly release: string; readonly cube: string }[]
    readonly notAttackedWith?: readonly { readonly release: string; readonly cube: string }[]
  }
}

/** Why cubes of one release that are tied were protected one after the other. */
export type WhyApart = 'large' | 'work' | 'unsafe'

/** Levels of detail that are hidden whole, as a last resort. */
export interface Coarsened {
  readonly levels: number
  readonly of: number
  readonly cells: number
  readonly because: 'work' | 'earlier' | 'attack'
}

interface Attack {
  readonly cells: number
  readonly problems: number
  readonly witnesses: number
}

/** A release as its own page shows it. */
export interface ReleaseDetail extends Omit<ReleaseEntry, 'isOwn'> {
  /** Names of the countries whose records it counts; '' where it is not known which. */
  readonly counted: readonly string[]
  /** What the country of whoever looks allows. */
  readonly may: { readonly decide: boolean; readonly stop: boolean }
  /** By the names that people know; so are `approvedBy` and the actors of events. */
  readonly draftedBy: string
  readonly draftedAt: string
  readonly approvedBy: string | null
  /** Whether whoever looks has drafted it, and so cannot approve it. */
  readonly mine: boolean
  readonly threshold: number
  readonly figures: readonly { readonly id: string; readonly cube: string }[]
  /** What its sheet is without, for want of records. */
  readonly leftOut: readonly string[]
  readonly events: readonly {
    readonly kind: 'approved' | 'rejected' | 'scheduled' | 'superseded'
    readonly actor: string
    readonly publishAt: string | null
    readonly successor: string | null
    readonly remark: string | null
    readonly at: string
  }[]
  readonly findings: readonly Findings[]
  readonly hidden: {
    readonly count: number
    /** What all hidden cells have in common; null where nothing. */
    readonly common: string | null
    readonly cells: readonly {
      readonly figure: string
      readonly cell: string
      readonly why: Why
      /** The sensitive cell that this one keeps hidden, and how many totals lie between the two. */
      readonly guards: { readonly cell: string; readonly totals: number } | null
      readonly value: number | null
      readonly reach: number | null
      readonly open: readonly [low: number, high: number | null] | null
    }[]
  }
}

export interface Template {
  readonly id: string
  readonly needs: readonly ('country' | 'month' | 'year')[]
}

/** How far a draft is. */
export interface Drafting {
  readonly status: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'
  readonly progress: { readonly done: number; readonly step?: string } | null
  readonly release: string | null
  readonly problem: { readonly what: string; readonly advice: string } | null
}

export interface ComparedFigure {
  readonly figure: string
  readonly title: string
  readonly same: number
  readonly changed: number
  readonly hidden: number
  readonly shown: number
  readonly added: number
  readonly gone: number
  readonly cells: readonly {
    readonly cell: string
    readonly before?: number | null
    readonly after?: number | null
  }[]
  readonly notListed: number
}

const asked = <Answer>(key: readonly string[], path: string, language: Language) =>
  queryOptions({
    queryKey: ['releases', ...key, language],
    queryFn: ({ signal }) => askNode<Answer>(`${path}?language=${language}`, signal),
    // What another has decided in the meantime must be seen.
    staleTime: 0,
  })

const base = '/api/publish/releases'

export const releasesQuery = (language: Language) =>
  asked<{
    releases: readonly ReleaseEntry[]
    /** How far the clock of the node is ahead of what can have passed; 0 where it is believed. */
    clock: { readonly aheadSeconds: number }
  }>(['list'], base, language)

export const releaseQuery = (id: string, language: Language) =>
  asked<ReleaseDetail>(['one', id], `${base}/${encodeURIComponent(id)}`, language)

export const templatesQuery = (language: Language) =>
  asked<{
    templates: readonly Template[]
    /** Country of whoever asks; empty for one who works for all. */
    own: string
    /** Whether whoever asks coordinates the releases of a region. */
    coordinates: boolean
    countries: readonly { readonly code: string; readonly label: string }[]
  }>(['templates'], '/api/publish/templates', language)

export const comparisonQuery = (id: string, other: string, language: Language) =>
  asked<{ figures: readonly ComparedFigure[] }>(
    ['compare', id, other],
    `${base}/${encodeURIComponent(id)}/compare/${encodeURIComponent(other)}`,
    language,
  )

export const draftingQuery = (job: number, language: Language) =>
  queryOptions({
    ...asked<Drafting>(['drafting', String(job)], `/api/publish/drafting/${job}`, language),
    refetchInterval: ({ state }) =>
      state.data?.status === 'waiting' || state.data?.status === 'running' ? 1000 : false,
  })
