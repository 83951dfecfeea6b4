import {
  itemUrn,
  urnOf,
  type ItemReference,
  type Reference,
} from '../information-model/reference.ts'
import { namesOf, structureKinds } from '../information-model/structure-kind.ts'
import type {
  Attribute,
  Category,
  CubeRegionKey,
  DataConstraint,
  DataStructure,
  MetadataAttribute,
  Organisation,
  Representation,
  RepresentationMap,
  Structure,
} from '../information-model/structures.ts'
import { metaJson, type JsonVersion } from './json-meta.ts'
import { annotationsJson, bestWords, namesJson, type Preference } from './json-words.ts'
import type { MessageHeader } from './message-header.ts'

type Json = Record<string, unknown>

/**
 * A structure message of SDMX-JSON 2.0 or 2.1, piece by piece, one structure at a time.
 *
 * @see SDMX-JSON 2.1.0, structure message, sdmx-json-structure-schema.json
 */
export function* structureJson2(
  header: MessageHeader,
  structures: readonly Structure[],
  version: '2.0.0' | '2.1.0',
  preference: Preference,
): Generator<string> {
  yield `{"meta":${JSON.stringify(metaJson(header, 'structure', version, preference))},"data":{`
  let first = true
  const property = (each: Structure) =>
    each.kind === 'dataconstraint' && each.isAvailability && version === '2.1.0'
      ? 'availabilityConstraints'
      : namesOf(each.kind).json2!
  const properties = new Set(
    structureKinds.flatMap((kind) => structures.filter((each) => each.kind === kind)).map(property),
  )
  for (const name of properties) {
    yield `${first ? '' : ','}"${name}":[`
    first = false
    let separator = ''
    for (const structure of structures.filter((each) => property(each) === name)) {
      yield separator + JSON.stringify(structureObject(structure, header, version, preference))
      separator = ','
    }
    yield ']'
  }
  yield '}}'
}

function structureObject(
  structure: Structure,
  header: MessageHeader,
  version: JsonVersion,
  preference: Preference,
): Json {
  if (structure.kind === 'dataconstraint' && structure.isAvailability && version === '2.1.0') {
    return availability(structure)
  }
  return {
    ...maintainable(structure, header, preference),
    ...contentOf(structure, version, preference),
  }
}

function maintainable(structure: Structure, header: MessageHeader, preference: Preference): Json {
  const names = namesOf(structure.kind)
  return {
    id: structure.id,
    agencyID: structure.agency,
    version: structure.version,
    ...namesJson(structure, preference),
    ...annotationsJson(structure.annotations, preference),
    ...(structure.isStub && { isExternalReference: true }),
    ...('isPartial' in structure && structure.isPartial && { isPartial: true }),
    links: [
      {
        rel: 'self',
        urn: urnOf(structure),
        ...(header.serviceUrl !== undefined && {
          href: `${header.serviceUrl}/structure/${names.rest2}/${structure.agency}/${structure.id}/${structure.version}`,
        }),
      },
    ],
  }
}

function contentOf(structure: Structure, version: JsonVersion, preference: Preference): Json {
  if (structure.isStub) return {}
  const item = (of: { readonly id: string }, scheme: Reference) => ({
    id: of.id,
    links: [{ rel: 'self', urn: itemUrn({ ...scheme, item: of.id }) }],
  })
  switch (structure.kind) {
    case 'codelist':
      return {
        ...list(
          'codes',
          structure.codes.map((code) => ({
            ...item(code, structure),
            ...namesJson(code, preference),
            ...annotationsJson(code.annotations, preference),
            ...(code.parent !== undefined && { parent: code.parent }),
          })),
        ),
        ...(structure.extends && {
          codelistExtensions: structure.extends.map((each) => ({ codelist: urnOf(each) })),
        }),
      }
    case 'conceptscheme':
      return list(
        'concepts',
        structure.concepts.map((concept) => ({
          ...item(concept, structure),
          ...namesJson(concept, preference),
          ...(concept.representation && {
            coreRepresentation: representation(concept.representation),
          }),
          ...(concept.parent !== undefined && { parent: concept.parent }),
        })),
      )
    case 'agencyscheme':
      return list(
        'agencies',
        structure.agencies.map((agency) =>
          organisation(agency, item(agency, structure), preference),
        ),
      )
    case 'dataproviderscheme':
      return list(
        'dataProviders',
        structure.providers.map((each) => organisation(each, item(each, structure), preference)),
      )
    case 'metadataproviderscheme':
      return list(
        'metadataProviders',
        structure.providers.map((each) => organisation(each, item(each, structure), preference)),
      )
    case 'categoryscheme':
      return list('categories', categories(structure, structure.categories, '', preference))
    case 'dataflow':
      return { structure: urnOf(structure.structure) }
    case 'metadataflow':
      return { structure: urnOf(structure.structure), targets: structure.targets }
    case 'categorisation':
      return { source: urnOf(structure.source), target: itemUrn(structure.target) }
    case 'provisionagreement':
      return { dataflow: urnOf(structure.dataflow), dataProvider: itemUrn(structure.provider) }
    case 'datastructure':
      return { dataStructureComponents: components(structure) }
    case 'metadatastructure':
      return {
        metadataStructureComponents: {
          metadataAttributeList: {
            id: 'MetadataAttributeDescriptor',
            metadataAttributes: structure.attributes.map(metadataAttribute),
          },
        },
      }
    case 'dataconstraint':
      return constraint(structure, version)
    case 'structuremap':
      return {
        source: urnOf(structure.source),
        target: urnOf(structure.target),
        ...list(
          'componentMaps',
          structure.components.map((map) => ({
            source: [map.source],
            target: [map.target],
            ...(map.representationMap && { representationMap: urnOf(map.representationMap) }),
          })),
        ),
        ...list(
          'fixedValueMaps',
          structure.fixed.map(({ target, value }) => ({ target, values: [value] })),
        ),
      }
    case 'representationmap':
      return representationMap(structure)
  }
  return structure satisfies never
}

function components(structure: DataStructure): Json {
  return {
    dimensionList: {
      id: 'DimensionDescriptor',
      dimensions: structure.dimensions.map((dimension, position) => ({
        id: dimension.id,
        position,
        conceptIdentity: conceptUrn(dimension.concept),
        localRepresentation: representation(dimension.representation),
      })),
      ...(structure.time && {
        timeDimension: {
          id: 'TIME_PERIOD',
          conceptIdentity: conceptUrn(structure.time.concept),
          localRepresentation: { format: { dataType: 'ObservationalTimePeriod' } },
        },
      }),
    },
    ...(structure.attributes.length > 0 && {
      attributeList: {
        id: 'AttributeDescriptor',
        attributes: structure.attributes.map((attribute) => ({
          id: attribute.id,
          usage: attribute.mandatory ? 'mandatory' : 'optional',
          attributeRelationship: relationshipJson(attribute),
          conceptIdentity: conceptUrn(attribute.concept),
          localRepresentation: representation(attribute.representation),
        })),
      },
    }),
    measureList: {
      id: 'MeasureDescriptor',
      measures: [
        {
          id: structure.measure.id,
          usage: 'optional',
          conceptIdentity: conceptUrn(structure.measure.concept),
          localRepresentation: { format: { dataType: 'Double' } },
        },
      ],
    },
  }
}

/** What an attribute says something of, as 2.x writes it. */
export function relationshipJson({ relationship }: Pick<Attribute, 'relationship'>): Json {
  if (relationship === 'dataset') return { dataflow: {} }
  if (relationship === 'observation') return { observation: {} }
  return { dimensions: relationship.dimensions }
}

function constraint(structure: DataConstraint, version: JsonVersion): Json {
  const targets = structure.attachedTo
  const property = {
    dataflow: 'dataflows',
    datastructure: 'dataStructures',
    provisionagreement: 'provisionAgreements',
  }[targets[0]?.kind as 'dataflow']
  return {
    ...(version === '2.0.0' && { role: structure.role === 'actual' ? 'Actual' : 'Allowed' }),
    ...(property !== undefined && {
      constraintAttachment: { [property]: targets.map((target) => urnOf(target)) },
    }),
    cubeRegions: [region(structure.region)],
  }
}

/** The data that are there at this moment, which 2.1 holds under no name. */
function availability(structure: DataConstraint): Json {
  const target = structure.attachedTo[0]
  const property = {
    dataflow: 'dataflow',
    datastructure: 'dataStructure',
    provisionagreement: 'provisionAgreement',
  }[target?.kind as 'dataflow']
  return {
    ...(target && { constraintAttachment: { [property]: urnOf(target) } }),
    cubeRegion: region(structure.region),
    ...(structure.seriesCount !== undefined && { seriesCount: structure.seriesCount }),
    ...(structure.observationCount !== undefined && { obsCount: structure.observationCount }),
  }
}

function region(keys: readonly CubeRegionKey[]): Json {
  return {
    include: true,
    ...list(
      'keyValues',
      keys.map(({ id, values, range }) => ({
        id,
        include: true,
        ...(range
          ? {
              timeRange: {
                startPeriod: { period: range.start, isInclusive: true },
                endPeriod: { period: range.end, isInclusive: true },
              },
            }
          : list('values', values ?? [])),
      })),
    ),
  }
}

function representationMap(map: RepresentationMap): Json {
  const side = (of: RepresentationMap['source']) => [
    of === 'String' ? { dataType: 'String' } : { codelist: urnOf(of) },
  ]
  return {
    source: side(map.source),
    target: side(map.target),
    ...list(
      'representationMappings',
      map.mappings.map(({ source, isPattern, target }) => ({
        sourceValues: [{ value: source, ...(isPattern && { isRegEx: true }) }],
        targetValues: [target],
      })),
    ),
  }
}

function metadataAttribute(attribute: MetadataAttribute): Json {
  return {
    id: attribute.id,
    minOccurs: 0,
    maxOccurs: 1,
    conceptIdentity: conceptUrn(attribute.concept),
    localRepresentation: { format: { dataType: attribute.format.type } },
    ...list('metadataAttributes', (attribute.attributes ?? []).map(metadataAttribute)),
  }
}

function categories(
  scheme: Reference,
  of: readonly Category[],
  above: string,
  preference: Preference,
): Json[] {
  return of.map((category) => {
    const path = above === '' ? category.id : `${above}.${category.id}`
    return {
      id: category.id,
      ...namesJson(category, preference),
      links: [{ rel: 'self', urn: itemUrn({ ...scheme, item: path }) }],
      ...list('categories', categories(scheme, category.categories ?? [], path, preference)),
    }
  })
}

function organisation(of: Organisation, item: Json, preference: Preference): Json {
  return {
    ...item,
    ...namesJson(of, preference),
    ...list(
      'contacts',
      (of.contacts ?? []).map(({ name, email, uri }) => ({
        ...(name && { name: bestWords(name, preference), names: name }),
        ...(email !== undefined && { emails: [email] }),
        ...(uri !== undefined && { uris: [uri] }),
      })),
    ),
  }
}

const conceptUrn = (reference: ItemReference) => itemUrn(reference)

function representation(of: Representation): Json {
  if ('codelist' in of) return { enumeration: urnOf(of.codelist) }
  const { type, maxLength } = of.format
  return { format: { dataType: type, ...(maxLength !== undefined && { maxLength }) } }
}

/** A property where its list is not empty: the schemas allow no empty one. */
function list(property: string, items: readonly unknown[]): Json {
  return items.length === 0 ? {} : { [property]: items }
}
