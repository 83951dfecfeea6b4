import type { ItemReference, Reference } from './reference.ts'

/** Words by language tag; ours are in es, en and fr, others' in whatever they have. */
export type Words = Readonly<Record<string, string>>

export interface Annotation {
  readonly id?: string
  readonly title?: string
  readonly type?: string
  readonly url?: string
  readonly text?: Words
}

export interface Nameable {
  readonly id: string
  readonly name: Words
  readonly description?: Words
  readonly annotations?: readonly Annotation[]
}

export interface Maintainable extends Reference, Nameable {
  readonly isFinal?: boolean
  /** Only what identifies it is here; the whole is to be asked for. */
  readonly isStub?: boolean
}

interface ItemScheme extends Maintainable {
  /** Some items are left out. */
  readonly isPartial?: boolean
}

export interface CodeItem extends Nameable {
  readonly parent?: string
}

export interface Codelist extends ItemScheme {
  readonly kind: 'codelist'
  readonly codes: readonly CodeItem[]
  /** Lists whose codes are its own as well; parents may be codes of these. */
  readonly extends?: readonly Reference[]
}

/** How the values of a component are written, where they are of no code list. */
export interface TextFormat {
  readonly type:
    | 'String'
    | 'Integer'
    | 'Double'
    | 'Boolean'
    | 'DateTime'
    | 'GregorianYearMonth'
    | 'ObservationalTimePeriod'
    | 'XHTML'
  readonly maxLength?: number
}

export type Representation = { readonly codelist: Reference } | { readonly format: TextFormat }

export interface Concept extends Nameable {
  readonly parent?: string
  readonly representation?: Representation
}

export interface ConceptScheme extends ItemScheme {
  readonly kind: 'conceptscheme'
  readonly concepts: readonly Concept[]
}

export interface Organisation extends Nameable {
  readonly contacts?: readonly Contact[]
}

export interface Contact {
  readonly name?: Words
  readonly email?: string
  readonly uri?: string
}

export interface AgencyScheme extends ItemScheme {
  readonly kind: 'agencyscheme'
  readonly agencies: readonly Organisation[]
}

export interface DataProviderScheme extends ItemScheme {
  readonly kind: 'dataproviderscheme'
  readonly providers: readonly Organisation[]
}

export interface MetadataProviderScheme extends ItemScheme {
  readonly kind: 'metadataproviderscheme'
  readonly providers: readonly Organisation[]
}

export interface Category extends Nameable {
  readonly categories?: readonly Category[]
}

export interface CategoryScheme extends ItemScheme {
  readonly kind: 'categoryscheme'
  readonly categories: readonly Category[]
}

export interface Categorisation extends Maintainable {
  readonly kind: 'categorisation'
  readonly source: Reference
  /** Nested ids joined by dots. */
  readonly target: ItemReference
}

export interface Dimension {
  readonly id: string
  readonly concept: ItemReference
  readonly representation: Representation
}

/** What an attribute says something of. */
export type AttributeRelationship =
  'dataset' | 'observation' | { readonly dimensions: readonly string[] }

export interface Attribute {
  readonly id: string
  readonly concept: ItemReference
  readonly representation: Representation
  readonly relationship: AttributeRelationship
  readonly mandatory: boolean
}

export interface DataStructure extends Maintainable {
  readonly kind: 'datastructure'
  /** Without the time dimension. */
  readonly dimensions: readonly Dimension[]
  /** The time dimension, always called TIME_PERIOD; absent where there is none. */
  readonly time?: { readonly concept: ItemReference }
  readonly attributes: readonly Attribute[]
  readonly measure: { readonly id: string; readonly concept: ItemReference }
}

export interface Dataflow extends Maintainable {
  readonly kind: 'dataflow'
  readonly structure: Reference
}

export interface ProvisionAgreement extends Maintainable {
  readonly kind: 'provisionagreement'
  readonly dataflow: Reference
  readonly provider: ItemReference
}

/** Codes that a dimension takes, or the periods between which it lies. */
export interface CubeRegionKey {
  readonly id: string
  readonly values?: readonly string[]
  readonly range?: { readonly start: string; readonly end: string }
}

export interface DataConstraint extends Maintainable {
  readonly kind: 'dataconstraint'
  /** `actual`: what data are there; `allowed`: what data may be reported. */
  readonly role: 'actual' | 'allowed'
  readonly attachedTo: readonly Reference[]
  readonly region: readonly CubeRegionKey[]
  readonly seriesCount?: number
  readonly observationCount?: number
  /** First and last instant that the data refer to. */
  readonly referencePeriod?: { readonly start: string; readonly end: string }
  /** Asked of the data at this moment, and kept under no name. */
  readonly isAvailability?: boolean
}

export interface ValueMapping {
  readonly source: string
  /** `source` is a regular expression that the whole value must meet. */
  readonly isPattern?: boolean
  readonly target: string
}

export interface RepresentationMap extends Maintainable {
  readonly kind: 'representationmap'
  readonly source: Reference | 'String'
  readonly target: Reference | 'String'
  readonly mappings: readonly ValueMapping[]
}

export interface ComponentMap {
  readonly source: string
  readonly target: string
  readonly representationMap?: Reference
}

/** How observations of one structure are written in another. */
export interface StructureMap extends Maintainable {
  readonly kind: 'structuremap'
  readonly source: Reference
  readonly target: Reference
  readonly components: readonly ComponentMap[]
  /** Components of the target that always have one value. */
  readonly fixed: readonly { readonly target: string; readonly value: string }[]
}

export interface MetadataAttribute {
  readonly id: string
  readonly concept: ItemReference
  readonly format: TextFormat
  readonly attributes?: readonly MetadataAttribute[]
}

export interface MetadataStructure extends Maintainable {
  readonly kind: 'metadatastructure'
  readonly attributes: readonly MetadataAttribute[]
}

export interface Metadataflow extends Maintainable {
  readonly kind: 'metadataflow'
  readonly structure: Reference
  /** References with wildcards: what metadata may be attached to. */
  readonly targets: readonly string[]
}

export type Structure =
  | AgencyScheme
  | Categorisation
  | CategoryScheme
  | Codelist
  | ConceptScheme
  | DataConstraint
  | Dataflow
  | DataProviderScheme
  | DataStructure
  | Metadataflow
  | MetadataProviderScheme
  | MetadataStructure
  | ProvisionAgreement
  | RepresentationMap
  | StructureMap

/** The structure of one kind. */
export type StructureOf<Kind extends Structure['kind']> = Extract<
  Structure,
  { readonly kind: Kind }
>

export const timeDimensionId = 'TIME_PERIOD'

/** Ids of the dimensions in the order of the key, the time dimension last. */
export function dimensionIds(structure: DataStructure): string[] {
  const ids = structure.dimensions.map(({ id }) => id)
  return structure.time ? [...ids, timeDimensionId] : ids
}
