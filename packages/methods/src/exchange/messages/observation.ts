/** A series: the codes of its key, without the time, and the attributes that hold for all of it. */
export interface SeriesHead {
  /** In the order of the dimensions of the structure. */
  readonly key: readonly string[]
  /** In the order of the attributes of series of the message. */
  readonly attributes: readonly (string | undefined)[]
}

/**
 * One figure. Those of one series follow each other and share their {@link SeriesHead}, in the order
 * of time.
 */
export interface Observation {
  readonly series: SeriesHead
  /** Period, as SDMX writes it; empty where the structure has no time. */
  readonly period: string
  /** Null where no figure is known: the attributes say why. */
  readonly value: number | string | null
  /** In the order of the attributes of observations of the message. */
  readonly attributes: readonly (string | undefined)[]
}

/** Observations as they come from a store or a message: piece by piece, in bounded memory. */
export type ObservationStream = AsyncIterable<readonly Observation[]>

export type DataSetAction = 'Information' | 'Append' | 'Replace' | 'Delete' | 'Merge'

/** One data set of a message. */
export interface DataSetPart {
  readonly action: DataSetAction
  readonly validFrom?: string
  readonly validTo?: string
  /** By id of the attribute. */
  readonly attributes: Readonly<Record<string, string>>
  readonly observations: ObservationStream
}
