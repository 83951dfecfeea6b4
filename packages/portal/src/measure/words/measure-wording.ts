import type {
  Breakdown,
  GapStatus,
  MirrorBreakdown,
  MirrorFlow,
  MirrorReason,
} from '@caudal/methods/measure'

/** What the pages on the node's own figures say. */
export interface MeasureWording {
  readonly year: string
  readonly by: string
  readonly country: string
  readonly elsewhere: string
  readonly breakdowns: Readonly<Record<Breakdown, string>>
  readonly gaps: {
    readonly title: string
    readonly lead: string
    readonly empty: string
    readonly indicator: string
    readonly lacking: string
    readonly caption: (year: number) => string
    readonly summary: (available: number, partial: number, missing: number, year: number) => string
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
    readonly legend: string
  }
  readonly backTest: {
    readonly title: string
    readonly lead: string
    readonly empty: string
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
