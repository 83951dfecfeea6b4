import type {
  Detail,
  ReferenceScope,
  StructureQuery,
} from '../information-model/structure-query.ts'
import { structureKinds, type StructureKind } from '../information-model/structure-kind.ts'
import { sdmxRefusals } from '../refusals.ts'
import { periodFilter } from './component-filter.ts'
import type { AvailabilityQuery, DataContext, DataQuery, KeyPattern } from './data-query.ts'
import { readParts } from './identifiers.ts'
import { readInstant } from './instant.ts'
import {
  invalid,
  oneOf,
  readAddress,
  singleParameters,
  trueOrFalse,
  wholeNumber,
  type RequestAddress,
} from './request-address.ts'
import { schemeKinds, type SdmxRequest } from './sdmx-request.ts'

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
  'metadata',
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
  const read = readAddress(address)
  const resource = read.segments[0] ?? ''
  if (resource === 'data') return readData(read)
  if (resource === 'availableconstraint' || resource === 'availability')
    return readAvailability(read)
  if (resource === 'schema') return readSchema(read)
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
  return [...Object.keys(resources), 'data', 'availableconstraint', 'schema'].join(', ')
}

function readStructure(resource: string, read: RequestAddress): SdmxRequest {
  const kinds = resources[resource]!
  const [, agency, id, version, item, ...rest] = read.segments
  const isScheme = kinds.every((kind) => schemeKinds.includes(kind))
  if (rest.length > 0 || (item !== undefined && !isScheme)) {
    throw sdmxRefusals.refuse('path-unknown', {
      part: (rest[0] ?? item ?? '').slice(0, 80),
      expected: isScheme ? '/agency/id/version/item' : '/agency/id/version',
    })
  }
  const parameters = singleParameters(read, ['detail', 'references', 'format'])
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
      ...(resource === 'actualconstraint' && { role: 'actual' as const }),
      ...(resource === 'allowedconstraint' && { role: 'allowed' as const }),
      detail: oneOf('detail', parameters.detail, details, 'full'),
      scopes: scope === undefined ? [] : [scope],
      referencedKinds,
    },
    format: parameters.format,
  }
}

function kindsNamed(name: string): readonly StructureKind[] {
  if (Object.hasOwn(resources, name) && name !== 'structure') return resources[name]!
  // A kind of the standard of which there is nothing here refers to nothing.
  if (notImplemented.includes(name)) return []
  throw invalid('references', name, [...scopes, ...Object.keys(resources)].join(', '))
}

function identity(
  agency: string | undefined,
  id: string | undefined,
  version: string | undefined,
): Pick<StructureQuery, 'agencies' | 'ids' | 'versions'> {
  const every = ['all', '*']
  return {
    agencies: readParts(agency, {
      name: 'agency',
      pattern: 'agency',
      separator: '+',
      every,
      absent: 'all',
    }),
    ids: readParts(id, { name: 'id', pattern: 'id', separator: '+', every, absent: 'all' }),
    versions: readParts(version, {
      name: 'version',
      pattern: 'version',
      separator: '+',
      every,
      absent: ['latest'],
      words: ['latest', '+', '~'],
    }),
  }
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
  'format',
] as const

function readData(read: RequestAddress): SdmxRequest {
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
    format: given.format,
  }
}

function readAvailability(read: RequestAddress): SdmxRequest {
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
    'format',
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
    format: given.format,
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
    if (name === 'none') return []
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
    context: readFlow(flow),
    keys: readKey(key),
    openEnded: false,
    providers: readProviders(provider),
    filters: range ? [range] : [],
    detail: 'full',
    attributes: undefined,
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

/** `FLOW`, `AGENCY,FLOW` or `AGENCY,FLOW,VERSION`; the keywords in either case. */
function readFlow(text: string): DataContext {
  const parts = text.split(',')
  const [agency, id, version] = parts.length === 1 ? [undefined, parts[0]] : parts
  if (parts.length > 3 || id === undefined || id === '') {
    throw sdmxRefusals.refuse('path-unknown', {
      part: text.slice(0, 80),
      expected: 'FLOW, AGENCY,FLOW or AGENCY,FLOW,VERSION',
    })
  }
  const lower = (word: string | undefined) =>
    word !== undefined && /^(all|latest)$/i.test(word) ? word.toLowerCase() : word
  return { kinds: ['dataflow'], ...identity(lower(agency), lower(id), lower(version)) }
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

/** `PROVIDER` or `AGENCY,PROVIDER`, several joined by `+`. */
function readProviders(text: string | undefined): DataQuery['providers'] {
  if (text === undefined || text === '' || text.toLowerCase() === 'all' || text === '*')
    return 'all'
  return text.split('+').map((each) => {
    const parts = each.split(',')
    const [agency, id] = parts.length === 1 ? [undefined, parts[0]] : parts
    if (parts.length > 2 || !/^[\w@$-]+$/.test(id ?? '')) {
      throw sdmxRefusals.refuse('path-unknown', {
        part: text.slice(0, 80),
        expected: 'PROVIDER or AGENCY,PROVIDER',
      })
    }
    return { agency: agency === undefined || /^all$/i.test(agency) ? undefined : agency, id: id! }
  })
}

const contexts: Readonly<Record<string, DataContext['kinds']>> = {
  datastructure: ['datastructure'],
  dataflow: ['dataflow'],
  provisionagreement: ['provisionagreement'],
}

function readSchema(read: RequestAddress): SdmxRequest {
  const [, context, agency, id, version, ...rest] = read.segments
  const given = singleParameters(read, ['dimensionAtObservation', 'explicitMeasure', 'format'])
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
  if (trueOrFalse('explicitMeasure', given.explicitMeasure)) {
    throw sdmxRefusals.refuse('not-implemented', {
      resource: 'explicitMeasure=true',
      offered: 'explicitMeasure=false',
    })
  }
  return {
    asks: 'schema',
    schema: {
      context: { kinds, ...identity(agency, id, version) },
      dimensionAtObservation: given.dimensionAtObservation,
    },
    format: given.format,
  }
}
