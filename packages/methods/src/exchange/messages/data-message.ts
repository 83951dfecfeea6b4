import type {
  Attribute,
  Codelist,
  Dataflow,
  DataStructure,
} from '../information-model/structures.ts'
import { timeDimensionId } from '../information-model/structures.ts'
import type { Preference } from './json-words.ts'
import type { MessageHeader } from './message-header.ts'
import type { DataSetPart, Observation } from './observation.ts'
import type { Reference } from '../information-model/reference.ts'
import type { Concept } from '../information-model/structures.ts'

/** Value of `dimensionAtObservation` that asks for a table without series. */
export const allDimensions = 'AllDimensions'

/** How much of the data a message holds. */
export type DataDetail = 'full' | 'dataonly' | 'serieskeysonly' | 'nodata'

/** A message of data: what is in it, and where the words for its codes are. */
export interface DataMessage {
  readonly header: MessageHeader
  readonly structure: DataStructure
  readonly dataflow: Dataflow
  /** What the data were asked of: their dataflow, a provision agreement or the structure itself. */
  readonly reportedAgainst: Reference
  /** Id of the dimension at the observations, or {@link allDimensions}. */
  readonly dimensionAtObservation: string
  readonly detail: DataDetail
  /** Ids of the attributes of series, in the order in which {@link Observation} holds them. */
  readonly seriesAttributes: readonly string[]
  readonly observationAttributes: readonly string[]
  readonly dataSets: readonly DataSetPart[]
  readonly preference: Preference
  findCodelist(reference: Reference): Codelist | undefined
  findConcept(reference: Reference & { readonly item: string }): Concept | undefined
}

/**
 * How the observations of a message are packaged: which dimensions make a series, which stand at the
 * observation, and on which level each attribute is written.
 */
export interface Packaging {
  /** Ids of all dimensions, the time last. */
  readonly dimensions: readonly string[]
  /** Places in `dimensions`. */
  readonly ofSeries: readonly number[]
  readonly ofObservation: readonly number[]
  readonly isFlat: boolean
  /** The time is part of what makes a series. */
  readonly timeOfSeries: boolean
  /** Series attributes that are written at the series, as places in `seriesAttributes`. */
  readonly atSeries: readonly number[]
  /** Series attributes that move to the observations, because a series holds several. */
  readonly movedToObservation: readonly number[]
}

export function packagingOf(message: DataMessage): Packaging {
  const { structure, dimensionAtObservation } = message
  const dimensions = [
    ...structure.dimensions.map(({ id }) => id),
    ...(structure.time ? [timeDimensionId] : []),
  ]
  const isFlat = dimensionAtObservation === allDimensions
  const places = dimensions.map((_, place) => place)
  const isAtObservation = (place: number) => isFlat || dimensions[place] === dimensionAtObservation
  const dataOnly = message.detail === 'dataonly' || message.detail === 'serieskeysonly'
  const kept = dataOnly ? [] : message.seriesAttributes.map((_, place) => place)
  const staysAtSeries = (place: number) => {
    const relationship = attributeOf(structure, message.seriesAttributes[place]!)?.relationship
    if (isFlat || relationship === undefined || typeof relationship === 'string') return false
    return !relationship.dimensions.includes(dimensionAtObservation)
  }
  const ofSeries = places.filter((place) => !isAtObservation(place))
  return {
    dimensions,
    ofSeries,
    timeOfSeries: ofSeries.includes(structure.dimensions.length),
    ofObservation: places.filter(isAtObservation),
    isFlat,
    atSeries: kept.filter(staysAtSeries),
    movedToObservation: kept.filter((place) => !staysAtSeries(place)),
  }
}

export function attributeOf(structure: DataStructure, id: string): Attribute | undefined {
  return structure.attributes.find((attribute) => attribute.id === id)
}

/** The value of an observation in a dimension, by its place. */
export function valueAt({ series, period }: Observation, place: number): string {
  return place < series.key.length ? series.key[place]! : period
}

/** Whether two observations, one after the other, are of one series as it is packaged. */
export function isSameSeries(
  one: Observation,
  other: Observation,
  { ofSeries, timeOfSeries }: Packaging,
): boolean {
  if (one.series === other.series) return !timeOfSeries || one.period === other.period
  for (const place of ofSeries) {
    if (valueAt(one, place) !== valueAt(other, place)) return false
  }
  return true
}
