import {
  componentUrn,
  itemUrn,
  urnOf,
  type ItemReference,
  type Reference,
} from '../information-model/reference.ts'
import { namesOf, structureKinds } from '../information-model/structure-kind.ts'
import type {
  Category,
  DataConstraint,
  DataStructure,
  Nameable,
  Representation,
  Structure,
} from '../information-model/structures.ts'
import { metaJson } from './json-meta.ts'
import { annotationsJson, namesJson, type Preference } from './json-words.ts'
import type { MessageHeader } from './message-header.ts'

type Json = Record<string, unknown>

/**
 * A structure message of SDMX-JSON 1.0, piece by piece. Maps and metadata structures have another
 * shape in 2.1 and are left to SDMX-ML.
 *
 * @see SDMX-JSON 1.0, structure message
 */
export function* structureJson1(
  header: MessageHeader,
  structures: readonly Structure[],
  preference: Preference,
): Generator<string> {
  yield `{"meta":${JSON.stringify(metaJson(header, 'structure', '1.0', preference))},"data":{`
  let before = ''
  for (const kind of structureKinds) {
    const name = namesOf(kind).json1
    const held = structures.filter((each) => each.kind === kind)
    if (name === undefined || held.length === 0) continue
    yield `${before}"${name}":[`
    before = ','
    let separator = ''
    for (const structure of held) {
      yield (
        separator +
        JSON.stringify({
          ...maintainable(structure, header, preference),
          // Even as a stub, an agreement must name who agreed to what.
          ...(structure.isStub && structure.kind !== 'provisionagreement'
            ? {}
            : contentOf(structure, preference)),
        })
      )
      separator = ','
    }
    yield ']'
  }
  yield '}}'
}

function maintainable(structure: Structure, header: MessageHeader, preference: Preference): Json {
  const resource = namesOf(structure.kind).rest1
  return {
    id: structure.id,
    agencyID: structure.agency,
    version: structure.version,
    ...namesJson(structure, preference),
    ...annotationsJson(structure.annotations, preference),
    isFinal: structure.isFinal ?? false,
    ...(structure.isStub && { isExternalReference: true }),
    ...('isPartial' in structure && structure.isPartial && { isPartial: true }),
    links: [
      {
        rel: 'self',
        urn: urnOf(structure, '2.1'),
        ...(header.serviceUrl !== undefined && {
          href: `${header.serviceUrl}/${resource}/${structure.agency}/${structure.id}/${structure.version}`,
        }),
      },
    ],
  }
}

function contentOf(structure: Structure, preference: Preference): Json {
  const item = (of: Nameable, scheme: Reference): Json => ({
    id: of.id,
    ...namesJson(of, preference),
    ...annotationsJson(of.annotations, preference),
    links: [{ rel: 'self', urn: itemUrn({ ...scheme, item: of.id }) }],
  })
  switch (structure.kind) {
    case 'codelist':
      return {
        codes: structure.codes.map((code) => ({
          ...item(code, structure),
          ...(code.parent !== undefined && !structure.extends && { parent: code.parent }),
        })),
      }
    case 'conceptscheme':
      return {
        concepts: structure.concepts.map((concept) => ({
          ...item(concept, structure),
          ...(concept.representation && {
            coreRepresentation: representation(concept.representation),
          }),
        })),
      }
    case 'agencyscheme':
      return { agencies: structure.agencies.map((each) => item(each, structure)) }
    case 'dataproviderscheme':
      return { dataProviders: structure.providers.map((each) => item(each, structure)) }
    case 'categoryscheme':
      return { categories: categories(structure, structure.categories, '', preference) }
    case 'dataflow':
      return { structure: urnOf(structure.structure, '2.1') }
    case 'categorisation':
      return { source: urnOf(structure.source, '2.1'), target: itemUrn(structure.target) }
    case 'provisionagreement':
      return {
        structureUsage: urnOf(structure.dataflow, '2.1'),
        dataProvider: itemUrn(structure.provider),
      }
    case 'datastructure':
      return { dataStructureComponents: components(structure) }
    case 'dataconstraint':
      return constraint(structure)
    default:
      return {}
  }
}

function components(structure: DataStructure): Json {
  const concept = (reference: ItemReference) => ({ conceptIdentity: itemUrn(reference) })
  const self = (component: Parameters<typeof componentUrn>[1], id: string) => ({
    links: [{ rel: 'self', urn: componentUrn(structure, component, id) }],
  })
  return {
    dimensionList: {
      id: 'DimensionDescriptor',
      dimensions: structure.dimensions.map(
        ({ id, concept: of, representation: how }, position) => ({
          id,
          position,
          type: 'Dimension',
          ...concept(of),
          localRepresentation: representation(how),
          ...self('Dimension', id),
        }),
      ),
      ...(structure.time && {
        timeDimensions: [
          {
            id: 'TIME_PERIOD',
            position: structure.dimensions.length,
            type: 'TimeDimension',
            ...concept(structure.time.concept),
            localRepresentation: { textFormat: { textType: 'ObservationalTimePeriod' } },
            ...self('TimeDimension', 'TIME_PERIOD'),
          },
        ],
      }),
    },
    attributeList: {
      id: 'AttributeDescriptor',
      attributes: structure.attributes.map((attribute) => ({
        id: attribute.id,
        assignmentStatus: attribute.mandatory ? 'Mandatory' : 'Conditional',
        attributeRelationship: relationshipJson1(attribute.relationship),
        ...concept(attribute.concept),
        localRepresentation: representation(attribute.representation),
        ...self('DataAttribute', attribute.id),
      })),
    },
    measureList: {
      id: 'MeasureDescriptor',
      primaryMeasure: {
        id: 'OBS_VALUE',
        ...concept(structure.measure.concept),
        ...self('PrimaryMeasure', 'OBS_VALUE'),
      },
    },
  }
}

/** What an attribute says something of, as 1.0 writes it. */
export function relationshipJson1(
  relationship: DataStructure['attributes'][number]['relationship'],
): Json {
  if (relationship === 'dataset') return { none: {} }
  if (relationship === 'observation') return { primaryMeasure: 'OBS_VALUE' }
  return { dimensions: relationship.dimensions }
}

function constraint(structure: DataConstraint): Json {
  const targets = structure.attachedTo
  const property = { dataflow: 'dataflows', datastructure: 'dataStructures' }[
    targets[0]?.kind as 'dataflow'
  ]
  const period = structure.referencePeriod
  return {
    type: structure.role === 'actual' ? 'Actual' : 'Allowed',
    ...(property !== undefined && {
      constraintAttachment: { [property]: targets.map((target) => urnOf(target, '2.1')) },
    }),
    cubeRegions: [
      {
        isIncluded: true,
        keyValues: structure.region.map(({ id, values, range }) => ({
          id,
          ...(range
            ? {
                timeRange: {
                  startPeriod: { period: range.start, isInclusive: true },
                  endPeriod: { period: range.end, isInclusive: true },
                },
              }
            : { values: values ?? [] }),
        })),
      },
    ],
    ...(period && {
      referencePeriod: { startTime: `${period.start}Z`, endTime: `${period.end}Z` },
    }),
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
      categories: categories(scheme, category.categories ?? [], path, preference),
    }
  })
}

function representation(of: Representation): Json {
  if ('codelist' in of) return { enumeration: urnOf(of.codelist, '2.1') }
  const { type, maxLength } = of.format
  return { textFormat: { textType: type, ...(maxLength !== undefined && { maxLength }) } }
}
