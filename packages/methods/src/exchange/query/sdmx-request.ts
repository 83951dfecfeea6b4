import type { StructureKind } from '../information-model/structure-kind.ts'
import type { StructureQuery, VersionAsked } from '../information-model/structure-query.ts'
import type { AvailabilityQuery, DataQuery, SchemaQuery } from './data-query.ts'

/** A question for sets of reference metadata. */
export interface MetadataQuery {
  /** Structures that the metadata are about; undefined: by the sets or their flow. */
  readonly about: StructureQuery | undefined
  readonly providers: 'all' | readonly string[]
  readonly setIds: 'all' | readonly string[]
  /** Versions of the sets. */
  readonly versions: VersionAsked
  /** Flows that the sets were reported against; undefined: any. */
  readonly flows: StructureQuery | undefined
  readonly stubs: boolean
}

/** What a reader asks of the service. */
export type SdmxQuestion =
  | { readonly asks: 'structure'; readonly structure: StructureQuery }
  | { readonly asks: 'data'; readonly data: DataQuery }
  | { readonly asks: 'availability'; readonly availability: AvailabilityQuery }
  | { readonly asks: 'schema'; readonly schema: SchemaQuery }
  | { readonly asks: 'metadata'; readonly metadata: MetadataQuery }

export type SdmxRequest = SdmxQuestion & {
  /** Format by its short name, which wins over the Accept header: what clients send in addresses. */
  readonly format: string | undefined
  /** Version of the format, beside its name. */
  readonly formatVersion: string | undefined
}

/** Kinds that schemes of items have; only they can be asked for items. */
export const schemeKinds: readonly StructureKind[] = [
  'agencyscheme',
  'categoryscheme',
  'codelist',
  'conceptscheme',
  'dataproviderscheme',
  'metadataproviderscheme',
]
