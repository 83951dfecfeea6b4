import type { Detail, ReferenceScope } from '../information-model/structure-query.ts'
import { structureKinds, type StructureKind } from '../information-model/structure-kind.ts'
import { sdmxRefusals } from '../refusals.ts'
import { periodFilter } from './component-filter.ts'
import type { AvailabilityQuery, DataContext, DataQuery, KeyPattern } from './data-query.ts'
import { readParts } from './identifiers.ts'
import { readInstant } from './instant.ts'
import { identity, readFlow, readProviders } from './rest-1-flow.ts'
import { readMetadata1 } from './rest-1-metadata.ts'
import {
  invalid,
  oneOf,
  readAddress,
  singleParameters,
  takeFormat,
  trueOrFalse,
  wholeNumber,
  type RequestAddress,
} from './request-address.ts'
import { schemeKinds, type SdmxQuestion, type SdmxRequest } from './sdmx-request.ts'

/** Resources of structures, and the kinds that each one means. */
const resources: Readonly<Record<string, readonly StructureKind[]>> = {
  structure: structureKinds.filter(
    (kind) => kind !== 'representationmap' && kind !== 'metadataproviderscheme',
  ),
  datastructure: ['datastructure'],
  metadatastructure: ['metadatastructure'],
  categoryscheme: ['categoryscheme'],
  conceptscheme: ['conceptscheme'],
  codelist: ['codelist'],
  organisationscheme: ['agencyscheme', 'dataproviderscheme'],
  agencyscheme: ['agencyscheme'],
  dataproviderscheme: ['dataproviderscheme'],
  dataflow: ['dataflow'],
  metadataflow: ['metadataflow'],
  provisionagreement: ['provisionagreement'],
  structureset: ['structuremap'],
  categorisation: ['categorisation'],
  contentconstraint: ['dataconstraint'],
  actualconstraint: ['dataconstraint'],
  allowedconstraint: ['dataconstraint'],
}

const roles: Readonly<Record<string, 'actual' | 'allowed'>> = {
  actualconstraint: 'actual',
  allowedconstraint: 'allowed',
}

/** Resources of the standard that a node of migration figures has nothing for. */
const notImplemented: readonly string[] = [
  'hierarchicalcodelist',
  'dataconsumerscheme',
  'organisationunitscheme',
  'reportingtaxonomy',
  'process',
  'attachmentconstraint',
  'transformationscheme',
  'rulesetscheme',
  'userdefinedoperatorscheme',
  'customtypescheme',
  'namepersonalisationscheme',
  'namealiasscheme',
  'vtlmappingscheme',
]

const details = [
  'full',
  'allstubs',
  'referencestubs',
  'referencepartial',
  'allcompletestubs',
  'referencecompletestubs',
] as const satisfies readonly Detail[]

const scopes = [
  'none',
  'parents',
  'parentsandsiblings',
  'children',
  'descendants',
  'all',
] as const satisfies readonly ReferenceScope[]

/**
 * Understands a request by the grammar of SDMX REST 1.5: `/codelist/CAUDAL/CL_SEX/latest`,
 * `/data/FLOW/A..F+M/all?startPeriod=2020`.
 *
 * @param address path and query after the entry point
 * @throws Refusal of `sdmx`
 * @see SDMX REST 1.5.0
 */
export function readRest1(address: string): SdmxRequest {
  const { rest, ...format } = takeFormat(readAddress(address))
  return { ...readQuestion(rest), ...format }
}

function readQuestion(read: RequestAddress): SdmxQuestion {
  const resource = read.segments[0] ?? ''
  if (resource === 'data') return readData(read)
  if (resource === 'availableconstraint' || resource === 'availability')
    return readAvailability(read)
  if (resource === 'schema') return readSchema(read)
  if (resource === 'metadata') return readMetadata1(read)
  if (Object.hasOwn(resources, resource)) return readStructure(resource, read)
  if (notImplemented.includes(resource)) {
    throw sdmxRefusals.refuse('not-implemented', { resource, offered: offered() })
  }
  throw sdmxRefusals.refuse('path-unknown', {
    part: resource.slice(0, 80),
    expected: offered(),
  })
}

function offered(): string {
  return [...Object.keys(resources), 'data', 'availableconstraint', 'schema', 'metadata'].join(', ')
}

function readStructure(resource: string, read: RequestAddress): SdmxQuestion {
  const kinds = resources[resource]!
  const [, agency, id, version, item, ...rest] = read.segments
  const isScheme = kinds.every((kind) => schemeKinds.includes(kind))
  if (rest.length > 0 || (item !== undefined && !isScheme)) {
    throw sdmxRefusals.refuse('path-unknown', {
      part: (rest[0] ?? item ?? '').slice(0, 80),
      expected: isScheme ? '/agency/id/version/item' : '/agency/id/version',
    })
  }
  const parameters = singleParameters(read, ['detail', 'references'])
  const references = parameters.references?.toLowerCase() ?? 'none'
  const scope = scopes.find((each) => each === references)
  const referencedKinds = scope === undefined ? kindsNamed(references) : []
  return {
    asks: 'structure',
    structure: {
      kinds,
      ...identity(agency, id, version),
      items: readParts(item, {
        name: 'item',
        pattern: 'item',
        separator: '+',
        every: ['all', '*'],
        absent: 'all',
      }),
      ...(roles[resource] && { role: roles[resource] }),
      ...(roles[references] && { referencedRole: roles[references] }),
      detail: oneOf('detail', parameters.detail, details, 'full'),
      scopes: scope === undefined ? [] : [scope],
      referencedKinds,
    },
  }
}

function kindsNamed(name: string): readonly StructureKind[] {
  if (Object.hasOwn(resources, name) && name !== 'structure') return resources[name]!
  // A kind of the standard of which there is nothing here refers to nothing.
  if (notImplemented.includes(name)) return []
  throw invalid('references', name, [...scopes, ...Object.keys(resources)].join(', '))
}

const dataParameters = [
  'startPeriod',
  'endPeriod',
  'updatedAfter',
  'firstNObservations',
  'lastNObservations',
  'dimensionAtObservation',
  'detail',
  'includeHistory',
] as const

function readData(read: RequestAddress): SdmxQuestion {
  const [, flow, key, provider, ...rest] = read.segments
  if (flow === undefined || rest.length > 0) {
    throw sdmxRefusals.refuse('path-unknown', {
      part: (rest[0] ?? 'data').slice(0, 80),
      expected: '/data/AGENCY,FLOW,VERSION/KEY/PROVIDER',
    })
  }
  const given = singleParameters(read, dataParameters)
  return {
    asks: 'data',
    data: {
      ...dataQuery(flow, key, provider, given),
      detail: oneOf(
        'detail',
        given.detail,
        ['full', 'dataonly', 'serieskeysonly', 'nodata'],
        'full',
      ),
      dimensionAtObservation: given.dimensionAtObservation,
      firstObservations: wholeNumber('firstNObservations', given.firstNObservations, 1),
      lastObservations: wholeNumber('lastNObservations', given.lastNObservations, 1),
      includeHistory: trueOrFalse('includeHistory', given.includeHistory),
    },
  }
}

function readAvailability(read: RequestAddress): SdmxQuestion {
  const [, flow, key, provider, component, ...rest] = read.segments
  if (flow === undefined || rest.length > 0) {
    throw sdmxRefusals.refuse('path-unknown', {
      part: (rest[0] ?? read.segments[0] ?? '').slice(0, 80),
      expected: '/availableconstraint/AGENCY,FLOW,VERSION/KEY/PROVIDER/COMPONENT',
    })
  }
  const given = singleParameters(read, [
    'startPeriod',
    'endPeriod',
    'updatedAfter',
    'references',
    'mode',
  ])
  const components = readParts(component, {
    name: 'component',
    pattern: 'id',
    separator: '+',
    every: ['all', '*'],
    absent: 'all',
  })
  return {
    asks: 'availability',
    availability: {
      data: dataQuery(flow, key, provider, given),
      components: components === 'all' ? undefined : components,
      mode: oneOf('mode', given.mode, ['exact', 'available'], 'exact'),
      references: availabilityReferences(given.references?.split(',')),
    },
  }
}

const referable = [
  'codelist',
  'datastructure',
  'conceptscheme',
  'dataflow',
  'dataproviderscheme',
] as const

/** What an availability answer carries besides the constraint. */
export function availabilityReferences(
  names: readonly string[] | undefined,
): AvailabilityQuery['references'] {
  return (names ?? ['none']).flatMap((name) => {
    // Of lists of values that are no codes there are none here.
    if (name === 'none' || name === 'valuelist') return []
    if (name === 'all') return [...referable]
    const found = referable.find((each) => each === name)
    if (!found) throw invalid('references', name, ['none', 'all', ...referable].join(', '))
    return [found]
  })
}

function dataQuery(
  flow: string,
  key: string | undefined,
  provider: string | undefined,
  given: Partial<Record<'startPeriod' | 'endPeriod' | 'updatedAfter', string>>,
): DataQuery {
  const range = periodFilter(given.startPeriod, given.endPeriod)
  return {
    context: { kinds: ['dataflow'], ...readFlow(flow) },
    keys: readKey(key),
    openEnded: false,
    providers: readProviders(provider),
    filters: range ? [range] : [],
    detail: 'full',
    attributes: undefined,
    measures: [],
    dimensionAtObservation: undefined,
    firstObservations: undefined,
    lastObservations: undefined,
    updatedAfter:
      given.updatedAfter === undefined
        ? undefined
        : readInstant('updatedAfter', given.updatedAfter),
    asOf: undefined,
    includeHistory: false,
    offset: 0,
    limit: undefined,
    sort: [],
  }
}

const keyPosition = /^[\w@$-]+(?:\+[\w@$-]+)*$/

/** `A..F+M`: an empty position takes any code, `+` is or. */
function readKey(text: string | undefined): KeyPattern[] {
  if (text === undefined || text === '' || text.toLowerCase() === 'all' || text === '*') return []
  return [
    text.split('.').map((position) => {
      if (position === '' || position === '*') return undefined
      if (!keyPosition.test(position)) {
        throw sdmxRefusals.refuse('key-malformed', {
          key: text.slice(0, 80),
          expected: 'A..F+M',
        })
      }
      return position.split('+')
    }),
  ]
}

const contexts: Readonly<Record<string, DataContext['kinds']>> = {
  datastructure: ['datastructure'],
  dataflow: ['dataflow'],
  provisionagreement: ['provisionagreement'],
}

function readSchema(read: RequestAddress): SdmxQuestion {
  const [, context, agency, id, version, ...rest] = read.segments
  const given = singleParameters(read, ['dimensionAtObservation', 'explicitMeasure'])
  if (context === 'metadatastructure' || context === 'metadataflow') {
    throw sdmxRefusals.refuse('not-implemented', {
      resource: `schema/${context}`,
      offered: Object.keys(contexts).join(', '),
    })
  }
  const kinds = context === undefined ? undefined : contexts[context]
  if (!kinds || agency === undefined || id === undefined || rest.length > 0) {
    throw sdmxRefusals.refuse('path-unknown', {
      part: read.segments.join('/').slice(0, 80),
      expected: `/schema/{${Object.keys(contexts).join(', ')}}/AGENCY/ID/VERSION`,
    })
  }
  // No structure here has a dimension of measures: there is nothing that could be explicit.
  trueOrFalse('explicitMeasure', given.explicitMeasure)
  return {
    asks: 'schema',
    schema: {
      context: { kinds, ...identity(agency, id, version) },
      dimensionAtObservation: given.dimensionAtObservation,
    },
  }
}
