import type { MirrorReason } from './accounts/mirror.ts'
import type { GapStatus } from './indicators/gap-map.ts'

/**
 * What an indicator of a node is broken down by: nothing, one variable, or several that are crossed;
 * the corridor (country of the other side) by itself.
 */
export const breakdowns = [
  '',
  'sex',
  'age',
  'citizenship_status',
  'birth_status',
  'sex.age',
  'sex.citizenship_status',
  'sex.birth_status',
  'age.citizenship_status',
  'age.birth_status',
  'sex.age.citizenship_status',
  'sex.age.birth_status',
  'counterpart_area',
] as const

export type Breakdown = (typeof breakdowns)[number]

/** The variables that breakdowns are made of. */
export const breakdownVariables = [
  'counterpart_area',
  'sex',
  'age',
  'citizenship_status',
  'birth_status',
] as const

export type BreakdownVariable = (typeof breakdownVariables)[number]

/** The variables of a breakdown. @example variablesOf('sex.age') // => ['sex', 'age'] */
export function variablesOf(by: Breakdown): BreakdownVariable[] {
  return by === '' ? [] : (by.split('.') as BreakdownVariable[])
}

/** One cell of a node's gap map: an indicator of a country in a year, by one breakdown. */
export interface GapFound {
  readonly indicator: string
  readonly country: string
  readonly year: number
  /** What it is broken down by; empty for the whole. */
  readonly by: Breakdown
  readonly status: GapStatus
  /** Why it is not available, in the language asked for: inputs that lack. */
  readonly why: readonly string[]
}

/** Which indicators can be had from what a node holds, and why not the others. */
export interface GapMap {
  readonly indicators: readonly {
    readonly id: string
    readonly title: string
    readonly source: string
  }[]
  readonly countries: readonly { readonly code: string; readonly label: string }[]
  readonly years: readonly number[]
  readonly breakdowns: readonly Breakdown[]
  readonly cells: readonly GapFound[]
  readonly synthetic: boolean
}

/** How the figures of one country fared that were provisional once and are final now. */
export interface BackTested {
  readonly country: string
  /** Month of the release, `2021-03`; null for all of them. */
  readonly release: string | null
  /** Figures with ten or more undecided crossings at the time: those that say something of the method. */
  readonly tested: number
  /** Mean of final − estimate, in migrations. */
  readonly meanRevision: number | null
  /** Mean of |final − estimate|, in migrations. */
  readonly meanAbsoluteRevision: number | null
  /** Share of figures whose interval holds the final one, 0 to 1; null where none was tested. */
  readonly coverage80: number | null
  readonly coverage95: number | null
}

export interface BackTestAnswer {
  readonly tests: readonly (BackTested & { readonly countryLabel: string })[]
  /** Names of countries whose figures whoever asks does not read exactly, and of which nothing is told. */
  readonly withheld: readonly string[]
  readonly synthetic: boolean
}

/** What is compared between two countries: every crossing, or those that were migrations. */
export const mirrorFlows = ['crossings', 'migrations'] as const
export type MirrorFlow = (typeof mirrorFlows)[number]

/** What a comparison is broken down by beside its period. */
export const mirrorBreakdowns = ['sex', 'age', 'citizenship'] as const
export type MirrorBreakdown = (typeof mirrorBreakdowns)[number]

export interface MirrorQuestion {
  /** ISO 3166-1 alpha-3 of the country that is left, and of the one that is entered. */
  readonly origin: string
  readonly destination: string
  readonly flow: MirrorFlow
  readonly by?: MirrorBreakdown | undefined
  readonly period: 'month' | 'year'
}

/** One flow as both sides count it. */
export interface MirrorRow {
  readonly period: string
  /** Code of the group, the total where there is no breakdown, and its label. */
  readonly group: string
  readonly groupLabel: string
  /** Departures as the origin counts them; null where it has no records of that period, or they are withheld. */
  readonly departures: number | null
  /** Arrivals as the destination counts them. */
  readonly arrivals: number | null
  readonly ratio: number | null
  readonly difference: number | null
  /** The sides whose figure there is and is not shown. */
  readonly withheld: readonly ('departures' | 'arrivals')[]
  readonly reasons: readonly MirrorReason[]
}

export interface MirrorAnswer extends MirrorQuestion {
  readonly originLabel: string
  readonly destinationLabel: string
  readonly rows: readonly MirrorRow[]
  /** Share of the days with at least one record, of each side over all periods. */
  readonly coverage: {
    /** Of days with records; null where the figures that may be shown do not tell. */
    readonly origin: number | null
    readonly destination: number | null
    /** Whether days were counted by figures that had been changed a little at random. */
    readonly isApproximate: boolean
  }
  /** Sides of too few persons for anything of them to be shown. */
  readonly tooFew: readonly ('departures' | 'arrivals')[]
  /** How the figures are protected for whoever asked, in the word that must be said first. */
  readonly protection: FigureProtection
  /** All that there is of it: the figures of the own country may be exact where those of the other are not. */
  readonly regimes: readonly FigureProtection[]
  readonly synthetic: boolean
}

/** What was done to figures before somebody is shown them. */
export type FigureProtection = 'none' | 'release' | 'perturbed' | 'unprotected'

/** The countries whose borders a node has records of. */
export interface MirrorCountries {
  readonly countries: readonly { readonly code: string; readonly label: string }[]
  readonly synthetic: boolean
  /** Whether any of the records is not drawn: then figures are protected for whoever may not see exact ones. */
  readonly observed: boolean
}

/** The stocks of a node that can be reconciled with its flows. */
export const accountStocks = ['population', 'residents'] as const
export type AccountStock = (typeof accountStocks)[number]

/** The terms of an account, in the order in which they are read. */
export const accountTerms = [
  'opening',
  'births',
  'deaths',
  'arrivals',
  'departures',
  'closing',
] as const
export type AccountTerm = (typeof accountTerms)[number]

/** Why a term has no figure, or what must be known of it. */
export type AccountMark =
  | 'missing'
  /** There is one that whoever asks may not see. */
  | 'withheld'
  /** Not in what this stock is of. */
  | 'outside'
  /** Half of each of two calendar years. */
  | 'approximated'
  /** Some of it is undecided: a minimum. */
  | 'provisional'

export interface AccountFigure {
  readonly value: number | null
  readonly mark: AccountMark | null
}

/** The account of one country between two days on which its stock is known. */
export interface NodeAccount {
  readonly country: string
  /** ISO dates: from the one to the day before the other. */
  readonly from: string
  readonly to: string
  readonly terms: Readonly<Record<AccountTerm, AccountFigure>>
  readonly expected: number | null
  readonly residual: number | null
  /** In % of the closing stock. */
  readonly residualPercent: number | null
  readonly missing: readonly AccountTerm[]
}

export interface AccountsAnswer {
  readonly stock: AccountStock
  /** Of one country; null for all that have one. */
  readonly country: string | null
  readonly countries: readonly { readonly code: string; readonly label: string }[]
  readonly accounts: readonly NodeAccount[]
  readonly protection: MirrorAnswer['protection']
  readonly synthetic: boolean
}

/** The periods that the growth of a series of the node is told by. */
export const growthLevels = ['month', 'quarter', 'year'] as const
export type GrowthLevel = (typeof growthLevels)[number]

/** A figure with its growth as one release told it; growth in %, null where there is no base. */
export interface ToldGrowth {
  /** Month of the release. */
  readonly release: string
  readonly value: number
  readonly previousPercent: number | null
  readonly yearPercent: number | null
}

export interface GrowthRow {
  readonly period: string
  readonly first: ToldGrowth
  readonly latest: ToldGrowth
  /** Latest − first, in migrations. */
  readonly revision: number
  /** The growths that reach over a break. */
  readonly overBreak: readonly ('previous' | 'year' | 'average')[]
  readonly isFinal: boolean
}

/** How the migrations of a country grow, by first and latest release. */
export interface GrowthAnswer {
  readonly country: string | null
  readonly direction: 'arrival' | 'departure'
  readonly level: GrowthLevel
  readonly countries: readonly { readonly code: string; readonly label: string }[]
  readonly rows: readonly GrowthRow[]
  readonly breaks: readonly {
    readonly from: string
    readonly reason: string
    readonly source: string
  }[]
  readonly protection: MirrorAnswer['protection']
  readonly synthetic: boolean
}
