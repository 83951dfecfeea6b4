import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSdmxNode } from './testing-sdmx-routes.ts'

let server: FastifyInstance
let finish: () => Promise<void>

beforeAll(async () => {
  const opened = await openSdmxNode()
  server = opened.server
  finish = opened.finish
})
afterAll(() => finish())

const v1 = '/sdmx/v1/data/CAUDAL,UN_MIGRANT_STOCK,1.0.0'
const v2 = '/sdmx/v2/data/dataflow/CAUDAL/UN_MIGRANT_STOCK'
const sdmx = (type: string) => `application/vnd.sdmx.${type}`

describe('formats are written as they are asked for', () => {
  test.each([
    [v1, sdmx('data+json;version=1.0.0'), sdmx('data+json;version=1.0.0')],
    [
      v1,
      sdmx('generictimeseriesdata+xml;version=2.1'),
      sdmx('generictimeseriesdata+xml;version=2.1'),
    ],
    [v1, 'application/json;q=0.5, application/xml;q=0.9', sdmx('genericdata+xml;version=2.1')],
    [v1, sdmx('genericdata+xml;q=0, */*'), sdmx('structurespecificdata+xml;version=2.1')],
    [v1, 'invalid', '406'],
    [v1, sdmx('data+json;version=9.0'), '406'],
    [v1, 'text/html', '406'],
    [v1, '*/*;q=0', '406'],
    [
      '/sdmx/v1/dataflow',
      sdmx('structure+json;version=1.0.0'),
      sdmx('structure+json;version=1.0.0'),
    ],
    [
      '/sdmx/v1/dataflow',
      `${sdmx('structure+xml;version=2.1;q=0.9')}, ${sdmx('structure+json;version=1.0.0')}`,
      sdmx('structure+json;version=1.0.0'),
    ],
    ['/sdmx/v1/structureset', sdmx('structure+json;version=1.0.0'), '406'],
    [
      '/sdmx/v1/metadata/MDF_MIGRATION',
      sdmx('metadata+json;version=1.0.0'),
      sdmx('metadata+json;version=1.0.0'),
    ],
    [
      '/sdmx/v2/metadata/metadataset',
      sdmx('metadata+json;version=2.0.0'),
      sdmx('metadata+json;version=2.0.0'),
    ],
    ['/sdmx/v2/structure/representationmap', sdmx('structure+xml;version=2.1'), '406'],
    [v2, sdmx('data+csv;version=2+.0.0'), sdmx('data+csv;version=2.1.0')],
    [v2, sdmx('data+xml;version=3.0.0'), '406'],
    [`${v2}?format=jsondata&formatVersion=2.0.0`, '*/*', sdmx('data+json;version=2.0.0')],
    [`${v2}?format=csvdata&formatVersion=7.0`, '*/*', '406'],
    [`${v2}?format=paper`, '*/*', '406'],
  ])('%s for %s', async (url, accept, expected) => {
    const answer = await server.inject({ url, headers: { accept } })
    const said = answer.statusCode === 406 ? '406' : answer.headers['content-type']
    expect(said).toBe(expected)
  })

  test('a date tells that nothing changed only where there is an answer', async () => {
    const accept = sdmx('structurespecificdata+xml;version=2.1')
    const headers = { 'if-modified-since': new Date().toUTCString(), accept }
    const statusOf = async (url: string) => (await server.inject({ url, headers })).statusCode
    expect(await statusOf(`${v1}/all?detail=serieskeysonly`)).toBe(304)
    expect(await statusOf('/sdmx/v1/codelist/CAUDAL/CL_SEX')).toBe(406)
    expect(await statusOf('/sdmx/v1/data/NO_SUCH_FLOW')).toBe(404)
    expect(await statusOf(`${v1}/A.ZZZ.........`)).toBe(404)
  })
})

describe('formats are agreed on', () => {
  test.each([
    [1, 'data/UN_MIGRANT_STOCK', undefined, 'application/vnd.sdmx.genericdata+xml;version=2.1'],
    [1, 'data/UN_MIGRANT_STOCK', '*/*', 'application/vnd.sdmx.genericdata+xml;version=2.1'],
    [
      1,
      'data/UN_MIGRANT_STOCK',
      'application/xml',
      'application/vnd.sdmx.genericdata+xml;version=2.1',
    ],
    [1, 'data/UN_MIGRANT_STOCK', 'application/json', 'application/vnd.sdmx.data+json;version=1.0'],
    [1, 'data/UN_MIGRANT_STOCK', 'text/csv', 'application/vnd.sdmx.data+csv;version=1.0.0'],
    [
      1,
      'data/UN_MIGRANT_STOCK',
      'application/vnd.sdmx.structurespecificdata+xml; version=2.1',
      'application/vnd.sdmx.structurespecificdata+xml;version=2.1',
    ],
    [
      1,
      'dataflow',
      'application/vnd.sdmx.structure+json;version=1.0, application/xml;q=0.5',
      'application/vnd.sdmx.structure+json;version=1.0',
    ],
    [
      1,
      'dataflow',
      'text/html,application/xml;q=0.9,*/*;q=0.8',
      'application/vnd.sdmx.structure+xml;version=2.1',
    ],
    [
      2,
      'data/dataflow/CAUDAL/UN_MIGRANT_STOCK',
      undefined,
      'application/vnd.sdmx.data+json;version=2.1.0',
    ],
    [
      2,
      'data/dataflow/CAUDAL/UN_MIGRANT_STOCK',
      'application/vnd.sdmx.data+json;version=2.0.0',
      'application/vnd.sdmx.data+json;version=2.0.0',
    ],
    [
      2,
      'data/dataflow/CAUDAL/UN_MIGRANT_STOCK',
      'application/vnd.sdmx.data+json;version=2.0.0+',
      'application/vnd.sdmx.data+json;version=2.0.0',
    ],
    [
      2,
      'data/dataflow/CAUDAL/UN_MIGRANT_STOCK',
      'application/vnd.sdmx.data+csv;version=2.0.0;labels=both;keys=obs',
      'application/vnd.sdmx.data+csv;version=2.0.0;labels=both;keys=obs',
    ],
    [2, 'structure/dataflow', undefined, 'application/vnd.sdmx.structure+json;version=2.1.0'],
    [
      2,
      'structure/dataflow',
      'application/vnd.sdmx.structure+xml;version=2.1',
      'application/vnd.sdmx.structure+xml;version=2.1',
    ],
  ])('in version %i, %s for %s', async (version, path, accept, expected) => {
    const answer = await server.inject({
      url: `/sdmx/v${version}/${path}`,
      headers: accept === undefined ? {} : { accept },
    })
    expect(answer.headers['content-type']).toBe(expected)
  })
})
