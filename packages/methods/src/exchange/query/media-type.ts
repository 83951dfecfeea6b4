import { meetsVersion } from '../information-model/semantic-version.ts'
import { sdmxRefusals } from '../refusals.ts'
import type { SdmxRequest } from './sdmx-request.ts'

/** A representation that the service writes. */
export interface Representation {
  readonly writes:
    | 'structure-xml'
    | 'structure-json'
    | 'generic-xml'
    | 'specific-xml'
    | 'data-json'
    | 'data-csv'
    | 'schema-xml'
    | 'metadata-json'
  readonly version: string
  /** Without its version. */
  readonly type: string
  /** Short names that clients send as `format`. */
  readonly names: readonly string[]
  /** The root is that of time series, which is for data with the time at the observations alone. */
  readonly timeSeries?: boolean
}

/** What was agreed on, with the parameters that the media type carried. */
export interface Negotiated {
  readonly representation: Representation
  readonly parameters: Readonly<Record<string, string>>
}

const sdmx = (name: string) => `application/vnd.sdmx.${name}`

const structureXml: Representation = {
  writes: 'structure-xml',
  version: '2.1',
  type: sdmx('structure+xml'),
  names: ['structure', 'sdmx-2.1', 'xml'],
}
const structureJson = (version: string): Representation => ({
  writes: 'structure-json',
  version,
  type: sdmx('structure+json'),
  names: ['sdmx-json', 'json', 'jsonstructure'],
})
const specific: Representation = {
  writes: 'specific-xml',
  version: '2.1',
  type: sdmx('structurespecificdata+xml'),
  names: ['structurespecificdata', 'sdmx_2.1_structured'],
}
const generic: Representation = {
  writes: 'generic-xml',
  version: '2.1',
  type: sdmx('genericdata+xml'),
  names: ['genericdata', 'sdmx_2.1_generic'],
}
const timeSeries: readonly Representation[] = [
  { ...generic, type: sdmx('generictimeseriesdata+xml'), names: [], timeSeries: true },
  { ...specific, type: sdmx('structurespecifictimeseriesdata+xml'), names: [], timeSeries: true },
]
const dataJson = (version: string): Representation => ({
  writes: 'data-json',
  version,
  type: sdmx('data+json'),
  names: ['jsondata', 'json', 'sdmx-json'],
})
const dataCsv = (version: string): Representation => ({
  writes: 'data-csv',
  version,
  type: sdmx('data+csv'),
  names: ['csvdata', 'csv', 'sdmx-csv'],
})
const schemaXml: Representation = {
  writes: 'schema-xml',
  version: '2.1',
  type: sdmx('schema+xml'),
  names: ['schema', 'xsd'],
}

type Offers = Readonly<Record<SdmxRequest['asks'], readonly Representation[]>>

/** What each version of the interface writes, the default first. */
const offersByVersion: Readonly<Record<1 | 2, Offers>> = {
  1: {
    structure: [structureXml, structureJson('1.0')],
    data: [generic, specific, ...timeSeries, dataJson('1.0'), dataCsv('1.0.0')],
    availability: [structureXml, structureJson('1.0')],
    schema: [schemaXml, structureXml, structureJson('1.0')],
    metadata: [],
  },
  2: {
    structure: [structureJson('2.1.0'), structureJson('2.0.0'), structureXml, structureJson('1.0')],
    data: [
      dataJson('2.1.0'),
      dataJson('2.0.0'),
      dataCsv('2.1.0'),
      dataCsv('2.0.0'),
      dataCsv('1.0.0'),
      specific,
      generic,
      dataJson('1.0'),
    ],
    availability: [
      structureJson('2.1.0'),
      structureJson('2.0.0'),
      structureXml,
      structureJson('1.0'),
    ],
    schema: [structureJson('2.1.0'), structureJson('2.0.0'), schemaXml, structureXml],
    metadata: [
      {
        writes: 'metadata-json',
        version: '2.1.0',
        type: sdmx('metadata+json'),
        names: ['json', 'jsonmetadata'],
      },
    ],
  },
}

/** The whole media type of a representation, as it stands in Content-Type; never with a charset. */
export function contentType({ representation, parameters }: Negotiated): string {
  const said = Object.entries(parameters).map(([name, value]) => `;${name}=${value}`)
  return `${representation.type};version=${representation.version}${said.join('')}`
}

interface AcceptRange {
  readonly type: string
  readonly quality: number
  readonly parameters: Readonly<Record<string, string>>
}

/**
 * Which representation a reader gets: by the short name in the address, else by the Accept header,
 * whose version may be a range (`2.0.0+`).
 *
 * @throws Refusal `sdmx.format-not-offered`
 * @see RFC 9110, section 12.5.1; SDMX REST 2.2, "HTTP Content-Negotiation"
 */
export function negotiate(
  restVersion: 1 | 2,
  asks: SdmxRequest['asks'],
  format: string | undefined,
  accept: string | undefined,
): Negotiated {
  const offers = offersByVersion[restVersion][asks]
  const refuse = (asked: string) =>
    sdmxRefusals.refuse('format-not-offered', {
      asked: asked.slice(0, 120),
      offered: offers.map(({ type, version }) => `${type};version=${version}`).join(', '),
    })
  if (format !== undefined) {
    const wanted = format.toLowerCase()
    const found = offers.find(
      ({ names, type }) => names.includes(wanted) || type === wanted.split(';')[0],
    )
    if (!found) throw refuse(format)
    return { representation: found, parameters: {} }
  }
  const ranges = readAccept(accept)
  for (const range of ranges) {
    if (range.quality === 0) continue
    const found = offers.find((offer) => meetsRange(offer, range))
    if (found) return { representation: found, parameters: csvParameters(found, range) }
  }
  throw refuse(accept ?? '')
}

function meetsRange(offer: Representation, { type, parameters }: AcceptRange): boolean {
  const syntax = offer.writes.split('-')[1]!
  const plain = [
    '*/*',
    'application/*',
    `application/${syntax}`,
    `text/${syntax}`,
    ...(syntax === 'csv' ? ['text/*'] : []),
  ]
  if (type !== offer.type && !plain.includes(type)) return false
  // A browser names no version, and a plain type has none.
  if (type !== offer.type) return true
  const asked = parameters['version']
  return asked === undefined || asked === offer.version || meetsVersion(offer.version, asked)
}

function csvParameters(
  { writes, version }: Representation,
  { parameters }: AcceptRange,
): Record<string, string> {
  if (writes !== 'data-csv') return {}
  const kept: Record<string, string> = {}
  const { labels, timeFormat, timeformat, keys } = parameters
  const allowed = version === '1.0.0' ? ['id', 'both'] : ['id', 'name', 'both']
  if (labels !== undefined && allowed.includes(labels)) kept['labels'] = labels
  // Periods are written as they are kept; whoever asked for another form reads it in the answer.
  if ((timeFormat ?? timeformat) !== undefined) kept['timeFormat'] = 'original'
  if (
    version !== '1.0.0' &&
    keys !== undefined &&
    ['none', 'obs', 'series', 'both'].includes(keys)
  ) {
    kept['keys'] = keys
  }
  return kept
}

function readAccept(header: string | undefined): AcceptRange[] {
  const text = header?.trim() ?? ''
  if (text === '') return [{ type: '*/*', quality: 1, parameters: {} }]
  return text
    .slice(0, 4000)
    .split(',')
    .map((part): AcceptRange => {
      const [type = '', ...rest] = part.split(';').map((each) => each.trim())
      const parameters: Record<string, string> = {}
      for (const each of rest) {
        const equals = each.indexOf('=')
        if (equals > 0) {
          parameters[each.slice(0, equals).trim()] = each
            .slice(equals + 1)
            .trim()
            .replace(/^"|"$/g, '')
        }
      }
      const quality = parameters['q'] === undefined ? 1 : Number(parameters['q'])
      return {
        type: type.toLowerCase(),
        quality: Number.isFinite(quality) ? quality : 0,
        parameters,
      }
    })
    .filter(({ type }) => type !== '')
    .toSorted((a, b) => b.quality - a.quality)
}
