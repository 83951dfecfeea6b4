/**
 * Kinds of maintainable structures that this platform knows, with their names in every place where
 * they are named: the class and package of a URN, the resource of each REST version, the property of
 * the JSON messages.
 *
 * @see SDMX 2.1 Technical Specifications, section 2, "Information model"; SDMX REST 1.5 and 2.2
 */
export interface KindNames {
  /** Class in URNs of SDMX 3.x; `class21` where 2.1 names it otherwise. */
  readonly class: string
  readonly class21?: string
  readonly package: string
  /** Resources of REST 1.x and of 2.x that answer with it; undefined where the version has none. */
  readonly rest1?: string
  readonly rest2?: string
  /** Property of `data` in SDMX-JSON 1.0 and in 2.x; undefined where the version cannot hold it. */
  readonly json1?: string
  readonly json2?: string
}

export const kindNames = {
  agencyscheme: {
    class: 'AgencyScheme',
    package: 'base',
    rest1: 'agencyscheme',
    rest2: 'agencyscheme',
    json1: 'agencySchemes',
    json2: 'agencySchemes',
  },
  dataproviderscheme: {
    class: 'DataProviderScheme',
    package: 'base',
    rest1: 'dataproviderscheme',
    rest2: 'dataproviderscheme',
    json1: 'dataProviderSchemes',
    json2: 'dataProviderSchemes',
  },
  metadataproviderscheme: {
    class: 'MetadataProviderScheme',
    package: 'base',
    rest2: 'metadataproviderscheme',
    json2: 'metadataProviderSchemes',
  },
  dataflow: {
    class: 'Dataflow',
    package: 'datastructure',
    rest1: 'dataflow',
    rest2: 'dataflow',
    json1: 'dataflows',
    json2: 'dataflows',
  },
  metadataflow: {
    class: 'Metadataflow',
    package: 'metadatastructure',
    rest1: 'metadataflow',
    rest2: 'metadataflow',
    json2: 'metadataflows',
  },
  categoryscheme: {
    class: 'CategoryScheme',
    package: 'categoryscheme',
    rest1: 'categoryscheme',
    rest2: 'categoryscheme',
    json1: 'categorySchemes',
    json2: 'categorySchemes',
  },
  categorisation: {
    class: 'Categorisation',
    package: 'categoryscheme',
    rest1: 'categorisation',
    rest2: 'categorisation',
    json1: 'categorisations',
    json2: 'categorisations',
  },
  codelist: {
    class: 'Codelist',
    package: 'codelist',
    rest1: 'codelist',
    rest2: 'codelist',
    json1: 'codelists',
    json2: 'codelists',
  },
  conceptscheme: {
    class: 'ConceptScheme',
    package: 'conceptscheme',
    rest1: 'conceptscheme',
    rest2: 'conceptscheme',
    json1: 'conceptSchemes',
    json2: 'conceptSchemes',
  },
  metadatastructure: {
    class: 'MetadataStructure',
    package: 'metadatastructure',
    rest1: 'metadatastructure',
    rest2: 'metadatastructure',
    json2: 'metadataStructures',
  },
  datastructure: {
    class: 'DataStructure',
    package: 'datastructure',
    rest1: 'datastructure',
    rest2: 'datastructure',
    json1: 'dataStructures',
    json2: 'dataStructures',
  },
  structuremap: {
    class: 'StructureMap',
    class21: 'StructureSet',
    package: 'structuremapping',
    rest1: 'structureset',
    rest2: 'structuremap',
    json2: 'structureMaps',
  },
  representationmap: {
    class: 'RepresentationMap',
    package: 'structuremapping',
    rest2: 'representationmap',
    json2: 'representationMaps',
  },
  dataconstraint: {
    class: 'DataConstraint',
    class21: 'ContentConstraint',
    package: 'registry',
    rest1: 'contentconstraint',
    rest2: 'dataconstraint',
    json1: 'contentConstraints',
    json2: 'dataConstraints',
  },
  provisionagreement: {
    class: 'ProvisionAgreement',
    package: 'registry',
    rest1: 'provisionagreement',
    rest2: 'provisionagreement',
    json1: 'provisionAgreements',
    json2: 'provisionAgreements',
  },
} as const satisfies Record<string, KindNames>

export type StructureKind = keyof typeof kindNames

export const structureKinds = Object.keys(kindNames) as readonly StructureKind[]

/** Names of a kind, seen without the literals of each. */
export function namesOf(kind: StructureKind): KindNames {
  return kindNames[kind]
}
