import { sdmxRefusals } from '../refusals.ts'
import { readFilter } from './component-filter.ts'
import type { DataContext, DataQuery, KeyPattern } from './data-query.ts'
import { readParts } from './identifiers.ts'
import { readInstant } from './instant.ts'
import { refuseRest } from './refuse-rest.ts'
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
import { availabilityReferences } from './rest-1.ts'
import { readMetadata2 } from './rest-2-metadata.ts'
import { identity2, readStructure2 } from './rest-2-structure.ts'
import type { SdmxQuestion, SdmxRequest } from './sdmx-request.ts'

/**
 * Understands a request by the grammar of SDMX REST 2.2: `/structure/codelist/CAUDAL/CL_SEX/+`,
 * `/data/dataflow/CAUDAL/FLOW/1.0.0/A.*.F?c[TIME_PERIOD]=ge:2020`.
 *
 * @param address path and query after the entry point
 * @throws Refusal of `sdmx`
 * @see SDMX REST 2.2.1
 */
export function readRest2(address: string): SdmxRequest {
  const { rest, ...format } = takeFormat(readAddress(address))
  return { ...readQuestion(rest), ...format }
}

function readQuestion(read: RequestAddress): SdmxQuestion {
  const resource = read.segments[0] ?? ''
  switch (resource) {
    case 'structure':
      return readStructure2(read)
    case 'data':
      return readData(read)
    case 'availability':
      return readAvailability(read)
    case 'schema':
      return readSchema(read)
    case 'metadata':
      return readMetadata2(read)
    case 'registration':
    case 'subscription':
      throw sdmxRefusals.refuse('not-implemented', { resource, offered })
    default:
      throw sdmxRefusals.refuse('path-unknown', { part: resource.slice(0, 80), expected: offered })
  }
}

const offered = 'structure, data, availability, schema, metadata'

const contextKinds = ['datastructure', 'dataflow', 'provisionagreement'] as const

function readContext(segments: readonly string[]): DataContext {
  const [context, agency, id, version] = segments
  const names = context === undefined || context === '*' ? contextKinds : context.split(',')
  const kinds = names.map((name) => {
    const found = contextKinds.find((each) => each === name)
    if (found) return found
    throw sdmxRefusals.refuse('path-unknown', {
      part: name.slice(0, 80),
      expected: `${contextKinds.join(', ')}, *`,
    })
  })
  const all = context === undefined || context === '*'
  return { kinds: all ? ['dataflow'] : kinds, ...identity2(agency, id, version, 'all') }
}

const code = /^(?:\*|[\w@$-]+)$/

/** `A.*.F,M.*`: keys joined by commas, `*` takes any code, positions at the end may be left off. */
function readKeys(text: string | undefined): KeyPattern[] {
  if (text === undefined || text === '' || text === '*') return []
  return text.split(',').map((key) =>
    key.split('.').map((position) => {
      if (!code.test(position)) {
        throw sdmxRefusals.refuse('key-malformed', { key: text.slice(0, 80), expected: 'A.*.F' })
      }
      return position === '*' ? undefined : [position]
    }),
  )
}

const dataParameters = [
  'updatedAfter',
  'firstNObservations',
  'lastNObservations',
  'dimensionAtObservation',
  'attributes',
  'measures',
  'includeHistory',
  'offset',
  'limit',
  'sort',
  'asOf',
  'reportingYearStartDay',
] as const

function readData(read: RequestAddress): SdmxQuestion {
  const { filters, others } = takeFilters(read)
  const [, context, agency, id, version, key, ...rest] = read.segments
  refuseRest(rest, '/data/context/agency/id/version/key')
  const given = singleParameters(others, dataParameters)
  checkYearStart(given.reportingYearStartDay)
  const times = instantsOf(given)
  return {
    asks: 'data',
    data: {
      ...emptyQuery,
      context: readContext(list(context, agency, id, version)),
      keys: readKeys(key),
      filters,
      ...content(given.attributes, given.measures),
      ...times,
      dimensionAtObservation: given.dimensionAtObservation,
      firstObservations: wholeNumber('firstNObservations', given.firstNObservations, 1),
      lastObservations: wholeNumber('lastNObservations', given.lastNObservations, 1),
      includeHistory: trueOrFalse('includeHistory', given.includeHistory),
      offset: wholeNumber('offset', given.offset, 0) ?? 0,
      limit: wholeNumber('limit', given.limit, 1),
      sort: readSort(given.sort),
    },
  }
}

function readAvailability(read: RequestAddress): SdmxQuestion {
  const { filters, others } = takeFilters(read)
  const [, context, agency, id, version, key, component, ...rest] = read.segments
  refuseRest(rest, '/availability/context/agency/id/version/key/component')
  const given = singleParameters(others, [
    'updatedAfter',
    'references',
    'mode',
    'reportingYearStartDay',
  ])
  checkYearStart(given.reportingYearStartDay)
  const components = readParts(component, {
    name: 'component',
    pattern: 'id',
    separator: ',',
    every: ['*'],
    absent: 'all',
  })
  return {
    asks: 'availability',
    availability: {
      data: {
        ...emptyQuery,
        context: readContext(list(context, agency, id, version)),
        keys: readKeys(key),
        filters,
        ...instantsOf(given),
      },
      components: components === 'all' ? undefined : components,
      mode: oneOf('mode', given.mode, ['exact', 'available'], 'exact'),
      references: availabilityReferences(given.references?.split(',')),
    },
  }
}

function readSchema(read: RequestAddress): SdmxQuestion {
  const [, context, agency, id, version, ...rest] = read.segments
  refuseRest(rest, '/schema/context/agency/id/version')
  const given = singleParameters(read, ['dimensionAtObservation', 'deletion', 'asOf'])
  for (const [resource, isAsked] of [
    ['deletion=true', trueOrFalse('deletion', given.deletion)],
    ['asOf', given.asOf !== undefined],
  ] as const) {
    if (isAsked) throw sdmxRefusals.refuse('not-implemented', { resource, offered: 'schema' })
  }
  if (context !== undefined && /^metadata(structure|flow|provisionagreement)$/.test(context)) {
    throw sdmxRefusals.refuse('not-implemented', {
      resource: `schema/${context}`,
      offered: contextKinds.join(', '),
    })
  }
  if (context === undefined || agency === undefined || id === undefined) {
    throw sdmxRefusals.refuse('path-unknown', {
      part: read.segments.join('/').slice(0, 80),
      expected: '/schema/context/agency/id/version',
    })
  }
  return {
    asks: 'schema',
    schema: {
      context: readContext(list(context, agency, id, version ?? '~')),
      dimensionAtObservation: given.dimensionAtObservation,
    },
  }
}

/** Years of the figures begin in January. @throws Refusal `sdmx.not-implemented` */
function checkYearStart(day: string | undefined): void {
  if (day === undefined || day === '--01-01') return
  if (!/^--(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(day)) {
    throw invalid('reportingYearStartDay', day, '--MM-DD')
  }
  throw sdmxRefusals.refuse('not-implemented', {
    resource: 'reportingYearStartDay',
    offered: '--01-01',
  })
}

const emptyQuery: Omit<DataQuery, 'context'> = {
  keys: [],
  openEnded: true,
  providers: 'all',
  filters: [],
  detail: 'full',
  attributes: undefined,
  measures: [],
  dimensionAtObservation: undefined,
  firstObservations: undefined,
  lastObservations: undefined,
  updatedAfter: undefined,
  asOf: undefined,
  includeHistory: false,
  offset: 0,
  limit: undefined,
  sort: [],
}

/** Takes the conditions `c[…]` out of the parameters. */
function takeFilters(read: RequestAddress) {
  const filters = new Map<string, ReturnType<typeof readFilter>>()
  const parameters = read.parameters.filter(([name, value]) => {
    const match = /^c\[([\w@$-]+)\]$/.exec(name)
    if (!match) return true
    const component = match[1]!
    if (filters.has(component)) {
      throw sdmxRefusals.refuse('parameter-repeated', { parameter: `c[${component}]` })
    }
    filters.set(component, readFilter(component, value))
    return false
  })
  return { filters: [...filters.values()], others: { ...read, parameters } }
}

/** What of the data is asked for, as attributes and measures say it. */
function content(
  attributes: string | undefined,
  measures: string | undefined,
): Pick<DataQuery, 'detail' | 'attributes' | 'measures'> {
  const named = attributes?.split(',').filter((name) => name !== '') ?? ['dsd']
  const noMeasure = measures === 'none'
  const measured = measures?.split(',').filter((name) => name !== 'none' && name !== 'all') ?? []
  if (named.includes('none')) {
    return {
      detail: noMeasure ? 'serieskeysonly' : 'dataonly',
      attributes: [],
      measures: measured,
    }
  }
  const detail = noMeasure ? 'nodata' : 'full'
  const everyAttribute = named.includes('dsd') || named.includes('all')
  return { detail, attributes: everyAttribute ? undefined : named, measures: measured }
}

function instantsOf(given: Partial<Record<'updatedAfter' | 'asOf', string>>) {
  const read = (name: 'updatedAfter' | 'asOf') =>
    given[name] === undefined ? undefined : readInstant(name, given[name])
  const times = { updatedAfter: read('updatedAfter'), asOf: read('asOf') }
  if (
    times.updatedAfter !== undefined &&
    times.asOf !== undefined &&
    times.updatedAfter > times.asOf
  ) {
    throw sdmxRefusals.refuse('times-contradict')
  }
  return times
}

function readSort(text: string | undefined): DataQuery['sort'] {
  if (text === undefined) return []
  return text.split('+').map((part) => {
    const match = /^(\*|[\w@$-]+)(?::(asc|desc))?$/.exec(part)
    if (!match) throw invalid('sort', text, 'ID:asc+ID:desc, *, series_key')
    return { component: match[1]!, descending: match[2] === 'desc' }
  })
}

/** Segments up to the first that is missing. */
function list(...segments: readonly (string | undefined)[]): string[] {
  return segments.filter((segment) => segment !== undefined)
}
