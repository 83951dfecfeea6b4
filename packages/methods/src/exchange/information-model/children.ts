import type { Edition, Reference } from './reference.ts'
import type { DataStructure, Representation, Structure } from './structures.ts'

/**
 * Structures that a structure refers to itself, one level down. From 3.0 on, the agency scheme that
 * knows its agency is one of them.
 *
 * @see SDMX REST 1.5.0, "Applicability and meaning of references attribute"; REST 2.2, "Structure
 * queries"
 */
export function childrenOf(structure: Structure, edition: Edition): Reference[] {
  const own = distinct(ownChildren(structure))
  if (edition === '2.1' || structure.kind === 'agencyscheme') return own
  return [...own, agencySchemeOf(structure.agency)]
}

/** The scheme in which an agency of the first level is declared. */
export function agencySchemeOf(agency: string): Reference {
  const parent = agency.includes('.') ? agency.slice(0, agency.lastIndexOf('.')) : 'SDMX'
  return { kind: 'agencyscheme', agency: parent, id: 'AGENCIES', version: '1.0' }
}

function ownChildren(structure: Structure): Reference[] {
  switch (structure.kind) {
    case 'dataflow':
      return [structure.structure]
    case 'metadataflow':
      return [structure.structure]
    case 'datastructure':
      return componentsOf(structure).flatMap(({ concept, representation }) => [
        scheme(concept),
        ...codelistOf(representation),
      ])
    case 'metadatastructure':
      return structure.attributes.map(({ concept }) => scheme(concept))
    case 'conceptscheme':
      return structure.concepts.flatMap(({ representation }) => codelistOf(representation))
    case 'categorisation':
      return [structure.source, scheme(structure.target)]
    case 'provisionagreement':
      return [structure.dataflow, scheme(structure.provider)]
    case 'dataconstraint':
      return [...structure.attachedTo]
    case 'structuremap':
      return [
        structure.source,
        structure.target,
        ...structure.components
          .map(({ representationMap }) => representationMap)
          .filter((map) => map !== undefined),
      ]
    case 'representationmap':
      return [structure.source, structure.target].filter((side) => side !== 'String')
    case 'codelist':
      return [...(structure.extends ?? [])]
    case 'agencyscheme':
    case 'categoryscheme':
    case 'dataproviderscheme':
    case 'metadataproviderscheme':
      return []
  }
  return structure satisfies never
}

/** Every component of a data structure with its concept and how its values are written. */
export function componentsOf(structure: DataStructure): {
  readonly id: string
  readonly concept: Reference & { readonly item: string }
  readonly representation: Representation | undefined
}[] {
  const time = structure.time
    ? [{ id: 'TIME_PERIOD', concept: structure.time.concept, representation: undefined }]
    : []
  return [
    ...structure.dimensions,
    ...time,
    ...structure.attributes,
    { ...structure.measure, representation: undefined },
  ]
}

function codelistOf(representation: Representation | undefined): Reference[] {
  return representation && 'codelist' in representation ? [representation.codelist] : []
}

function scheme({ kind, agency, id, version }: Reference): Reference {
  return { kind, agency, id, version }
}

function distinct(references: readonly Reference[]): Reference[] {
  const found = new Map<string, Reference>()
  for (const each of references) {
    found.set(`${each.kind} ${each.agency} ${each.id} ${each.version}`, scheme(each))
  }
  return [...found.values()]
}
