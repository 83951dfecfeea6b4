import type { ComponentFilter, FigureFacts, ObservationStream } from '@caudal/methods/exchange'
import type { Occurring } from './occurring-codes.ts'

/** What a node lets others read as figures; see `cube-figures.ts`. */
export interface PublishedFigures {
  /** Every set of figures that may be read at this moment. */
  list(): Promise<readonly FigureSet[]>
}

/** One dissemination of a set of figures: from its instant on it was what readers got. */
export interface Dissemination {
  /** Milliseconds since 1970. */
  readonly at: number
}

/** The figures of one dataflow. */
export interface FigureSet {
  /** Id of the dataflow. */
  readonly dataflow: string
  readonly facts: FigureFacts
  /** Ids of the dimensions in the order of the key, the time left out. */
  readonly dimensions: readonly string[]
  /** Periods that occur, in order. */
  readonly periods: readonly string[]
  /** Changes with every change of the figures. */
  readonly version: string
  /** Disseminations that are kept, the oldest first; the last is the present one. */
  readonly disseminations: readonly Dissemination[]
  /** Attributes of the whole, by id. */
  readonly attributes: Readonly<Record<string, string>>
  /** Attributes of a series by the code of its measure. */
  readonly seriesAttributes: Readonly<Record<string, Readonly<Record<string, string>>>>
  /**
   * Codes and periods that occur in a dissemination, by its place among those that are kept; the present
   * one where absent. With those that are gone by then where `ever` is asked.
   */
  occurring(asked: { readonly dissemination?: number; readonly ever?: boolean }): Occurring
  /** The figures of a question, series after series in the order of the key, then of time. */
  read(question: FigureQuestion): ObservationStream
  /** What there is of a question. */
  measureAvailability(question: FigureQuestion): Promise<Availability>
}

/** A question to the figures of one dataflow. */
export interface FigureQuestion {
  /** Codes wanted by dimension; figures of any of the boxes are wanted. */
  readonly boxes: readonly Readonly<Record<string, readonly string[]>>[]
  readonly periods?: readonly string[] | undefined
  readonly others?: readonly ComponentFilter[]
  /** Which dissemination is asked; the present one where absent. */
  readonly dissemination?: number
  /** Only what changed after this instant, in milliseconds since 1970. */
  readonly changedAfter?: number | undefined
  /** Only what changed exactly with the dissemination that is asked. */
  readonly changedThen?: boolean
  /** What was deleted, and not what is there. */
  readonly deleted?: boolean
  /** Order other than that of the key and time. */
  readonly order?: readonly { readonly component: string; readonly descending: boolean }[]
  readonly first?: number | undefined
  readonly last?: number | undefined
  readonly attributes: {
    readonly series: readonly string[]
    readonly observation: readonly string[]
  }
}

/** What data there are. */
export interface Availability {
  readonly codes: Readonly<Record<string, readonly string[]>>
  readonly periods: readonly string[]
  readonly seriesCount: number
  readonly observationCount: number
}
