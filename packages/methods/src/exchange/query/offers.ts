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
    | 'metadata-xml'
    | 'metadata-json'
  readonly version: string
  /** Without its version. */
  readonly type: string
  /** Short names that clients send as `format`. */
  readonly names: readonly string[]
  /** The root is that of time series, which is for data with the time at the observations alone. */
  readonly timeSeries?: boolean
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
  {
    ...generic,
    type: sdmx('generictimeseriesdata+xml'),
    names: ['generictimeseriesdata'],
    timeSeries: true,
  },
  {
    ...specific,
    type: sdmx('structurespecifictimeseriesdata+xml'),
    names: ['structurespecifictimeseriesdata'],
    timeSeries: true,
  },
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
const metadataXml: Representation = {
  writes: 'metadata-xml',
  version: '2.1',
  type: sdmx('genericmetadata+xml'),
  names: ['genericmetadata', 'xml'],
}
const metadataJson = (version: string): Representation => ({
  writes: 'metadata-json',
  version,
  type: sdmx('metadata+json'),
  names: ['json', 'jsonmetadata'],
})

type Offers = Readonly<Record<SdmxRequest['asks'], readonly Representation[]>>

/** What each version of the interface writes, the default first. */
export const offersByVersion: Readonly<Record<1 | 2, Offers>> = {
  1: {
    structure: [structureXml, structureJson('1.0')],
    data: [generic, specific, ...timeSeries, dataJson('1.0'), dataCsv('1.0.0')],
    availability: [structureXml, structureJson('1.0')],
    schema: [schemaXml, structureXml, structureJson('1.0')],
    metadata: [metadataXml, metadataJson('1.0')],
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
    metadata: [metadataJson('2.1.0'), metadataJson('2.0.0'), metadataXml, metadataJson('1.0')],
  },
}
