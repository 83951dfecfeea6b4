import type { DataDetail } from '../messages/data-message.ts'
import type { ComponentFilter } from './component-filter.ts'

/** Which structures data are asked of, by what they were reported against. */
export interface DataContext {
  readonly kinds: readonly ('dataflow' | 'datastructure' | 'provisionagreement')[]
  readonly agencies: 'all' | readonly string[]
  readonly ids: 'all' | readonly string[]
  readonly versions: 'all' | readonly string[]
}

/** A key by position: the codes asked for, or undefined where any will do. */
export type KeyPattern = readonly (readonly string[] | undefined)[]

/** Providers of the data asked for. */
export interface ProviderAsked {
  readonly agency: string | undefined
  readonly id: string
}

/** A question for data, the same whichever version of the interface it came through. */
export interface DataQuery {
  readonly context: DataContext
  /** Any of these; none: all data. */
  readonly keys: readonly KeyPattern[]
  /** Whether positions at the end of a key may be left off. */
  readonly openEnded: boolean
  readonly providers: 'all' | readonly ProviderAsked[]
  readonly filters: readonly ComponentFilter[]
  readonly detail: DataDetail
  /** Ids of attributes to write; undefined: all of the structure. */
  readonly attributes: readonly string[] | undefined
  /** Ids of measures asked for by name; none: whatever there is. */
  readonly measures: readonly string[]
  readonly dimensionAtObservation: string | undefined
  readonly firstObservations: number | undefined
  readonly lastObservations: number | undefined
  /** Milliseconds since 1970. */
  readonly updatedAfter: number | undefined
  readonly asOf: number | undefined
  readonly includeHistory: boolean
  readonly offset: number
  readonly limit: number | undefined
  readonly sort: readonly { readonly component: string; readonly descending: boolean }[]
}

/** A question for what data there are. */
export interface AvailabilityQuery {
  readonly data: DataQuery
  /** Dimensions to tell of; undefined: all. */
  readonly components: readonly string[] | undefined
  readonly mode: 'exact' | 'available'
  readonly references: readonly (
    'codelist' | 'datastructure' | 'conceptscheme' | 'dataflow' | 'dataproviderscheme'
  )[]
}

/** A question for what a valid message of a structure looks like. */
export interface SchemaQuery {
  readonly context: DataContext
  readonly dimensionAtObservation: string | undefined
}
