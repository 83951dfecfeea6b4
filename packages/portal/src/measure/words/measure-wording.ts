import type {
  AccountMark,
  AccountStock,
  AccountTerm,
  Breakdown,
  GapStatus,
  GrowthLevel,
  MirrorBreakdown,
  MirrorFlow,
  MirrorReason,
  SurvivalBreakdown,
} from '@caudal/methods/measure'

/** What the pages on the node's own figures say. */
export interface MeasureWording {
  readonly year: string
  readonly by: string
  readonly country: string
  readonly elsewhere: string
  readonly breakdowns: Readonly<Record<Breakdown, string>>
  readonly known: {
    readonly title: string
    /** Before the list of the tables that figures come from. */
    readonly tables: string
    readonly method: string
    readonly mirror: string
    readonly growth: string
    readonly accounts: string
    readonly backTest: string
    readonly editions: (country: string, direction: string) => string
    readonly stock: (country: string) => string
    readonly flows: (country: string) => string
  }
  readonly gaps: {
    readonly title: string
    readonly lead: string
    readonly empty: string
    readonly indicator: string
    readonly lacking: string
    readonly everyCountry: string
    /** `where`: a year of all countries, or a country in all years. */
    readonly caption: (where: string) => string
    readonly summary: (available: number, partial: number, missing: number, where: string) => string
    readonly statuses: Readonly<Record<GapStatus, string>>
  }
  readonly mirror: {
    readonly title: string
    readonly lead: string
    readonly empty: string
    readonly nothing: string
    readonly origin: string
    readonly destination: string
    readonly flow: string
    readonly flows: Readonly<Record<MirrorFlow, string>>
    readonly breakdowns: Readonly<Record<MirrorBreakdown | '', string>>
    readonly period: string
    readonly periods: Readonly<Record<'year' | 'month', string>>
    readonly caption: (origin: string, destination: string) => string
    readonly departures: (origin: string) => string
    readonly arrivals: (destination: string) => string
    readonly ratio: string
    readonly difference: string
    readonly why: string
    readonly reasons: Readonly<Record<MirrorReason, string>>
    readonly coverage: (
      origin: string,
      originShare: string,
      destination: string,
      destinationShare: string,
    ) => string
    readonly approximate: string
    readonly legend: string
    /** Shown where both sides are of too few persons. */
    readonly tooFew: string
    readonly withheld: string
    readonly protections: Readonly<Record<'perturbed' | 'release' | 'unprotected', string>>
  }
  readonly accounts: {
    readonly title: string
    readonly lead: string
    readonly empty: string
    readonly stock: string
    readonly stocks: Readonly<Record<AccountStock, string>>
    readonly caption: (country: string) => string
    readonly period: string
    readonly span: (from: string, to: string) => string
    readonly terms: Readonly<Record<AccountTerm, string>>
    readonly expected: string
    readonly residual: string
    readonly share: string
    readonly missing: string
    /** What lacks, by the term that it leaves empty, and where it comes from. */
    readonly lacks: Readonly<Record<AccountTerm, string>>
    readonly marks: Readonly<Record<AccountMark, string>>
    readonly finding: (country: string, span: string, residual: string) => string
    readonly noneClosed: (country: string) => string
    readonly download: string
  }
  readonly growth: {
    readonly title: string
    readonly lead: string
    readonly empty: string
    readonly direction: string
    readonly directions: Readonly<Record<'arrival' | 'departure', string>>
    readonly level: string
    readonly levels: Readonly<Record<GrowthLevel, string>>
    readonly caption: (country: string, direction: string) => string
    readonly period: string
    readonly latest: string
    readonly first: string
    readonly on: Readonly<Record<'previous' | 'year', string>>
    readonly firstOn: Readonly<Record<'previous' | 'year', string>>
    readonly revision: string
    readonly status: string
    readonly final: string
    readonly provisional: string
    readonly told: (status: string, first: string, latest: string) => string
    readonly overBreak: string
    readonly break: (from: string, reason: string, source: string) => string
    readonly legend: string
    readonly download: string
  }
  readonly survival: {
    readonly title: string
    readonly lead: string
    readonly empty: string
    readonly year: string
    readonly allYears: string
    readonly breakdowns: Readonly<Record<SurvivalBreakdown, string>>
    readonly all: string
    readonly finding: (about: string, share: string, days: string) => string
    readonly explained: (stays: string, open: string, until: string) => string
    readonly median: (group: string, days: string) => string
    readonly medianNotReached: (group: string) => string
    readonly nothingShown: string
    readonly chart: (country: string) => string
    readonly fewerInChart: (shown: number) => string
    readonly daysAxis: string
    readonly caption: (country: string, year: string) => string
    readonly group: string
    readonly stays: string
    readonly longerThan: (days: number) => string
    readonly stillThere: (count: string) => string
    readonly interval: (low: string, high: string) => string
    readonly marks: Readonly<Record<'not-followed' | 'withheld', string>>
    readonly definition: string
    readonly definitionText: readonly string[]
    readonly limits: string
    readonly limitsOf: Readonly<Record<'daily' | 'classes', readonly string[]>>
    readonly imputed: (share: string) => string
    readonly known: string
    readonly knownText: string
    readonly method: string
    readonly download: string
  }
  readonly backTest: {
    readonly title: string
    readonly lead: string
    readonly empty: string
    readonly withheld: (countries: string) => string
    readonly finding: (coverage: string, figures: string, country: string) => string
    readonly explained: (coverage80: string, revision: string, absolute: string) => string
    readonly chart: string
    readonly line: (share: string) => string
    readonly release: string
    readonly columns: readonly string[]
    readonly all: string
    readonly note: string
  }
}
