import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  hasOfficialSchemas,
  jsonFaults,
  specificFaults,
  xmlFaults,
} from './testing-official-schemas.ts'
import { openSdmxNode } from './testing-sdmx-routes.ts'

let server: FastifyInstance

let finish: () => Promise<void>

beforeAll(async () => {
  const opened = await openSdmxNode()
  server = opened.server
  finish = opened.finish
})
afterAll(() => finish())

async function ask(url: string, accept?: string): Promise<string> {
  const answer = await server.inject({ url, headers: accept === undefined ? {} : { accept } })
  expect(`${url} ${answer.statusCode}`).toBe(`${url} 200`)
  return answer.body
}

const dataQueries = [
  'all',
  'all?detail=dataonly',
  'all?detail=serieskeysonly',
  'all?detail=nodata',
  'all?dimensionAtObservation=AllDimensions',
  'all?dimensionAtObservation=COUNTERPART_AREA',
  'all?dimensionAtObservation=MEASURE',
  'all?updatedAfter=2000-01-01',
  'all?includeHistory=true',
]

describe.skipIf(!hasOfficialSchemas)('by the official schemas of SDMX', () => {
  test('every structure of the platform is a valid message of SDMX-ML 2.1', async () => {
    expect(xmlFaults(await ask('/sdmx/v1/structure/all/all/all?references=all'))).toEqual([])
  })

  test.each(['allstubs', 'allcompletestubs', 'referencepartial', 'referencestubs'])(
    'structures in the detail %s are valid in XML and in JSON',
    async (detail) => {
      const query = `/dataflow/CAUDAL/UN_MIGRANT_STOCK/latest?references=all&detail=${detail}`
      expect(xmlFaults(await ask(`/sdmx/v1${query}`))).toEqual([])
      expect(jsonFaults('structure', '1.0', await ask(`/sdmx/v1${query}&format=json`))).toEqual([])
      const second = query.replace('/latest', '/~').replace('/dataflow', '/structure/dataflow')
      expect(jsonFaults('structure', '2.1.0', await ask(`/sdmx/v2${second}`))).toEqual([])
    },
  )

  test('every structure is a valid message of SDMX-JSON 1.0 and 2.1', async () => {
    const first = await ask('/sdmx/v1/structure?format=json')
    expect(jsonFaults('structure', '1.0', first)).toEqual([])
    const second = await ask('/sdmx/v2/structure/*/*/*/*')
    expect(jsonFaults('structure', '2.1.0', second)).toEqual([])
  })

  test.each(dataQueries)('data asked for as %s are valid generic XML', async (query) => {
    expect(xmlFaults(await ask(`/sdmx/v1/data/UN_MIGRANT_STOCK/${query}`))).toEqual([])
  })

  test.each(dataQueries)(
    'data asked for as %s are valid by the schema that the service gives for them',
    async (query) => {
      const dimension = /dimensionAtObservation=(\w+)/.exec(query)?.[1] ?? 'TIME_PERIOD'
      const schema = await ask(
        `/sdmx/v1/schema/dataflow/CAUDAL/UN_MIGRANT_STOCK/1.0.0?dimensionAtObservation=${dimension}`,
      )
      const data = await ask(
        `/sdmx/v1/data/UN_MIGRANT_STOCK/${query}`,
        'application/vnd.sdmx.structurespecificdata+xml;version=2.1',
      )
      expect(specificFaults(schema, data)).toEqual([])
    },
  )

  test('time series have roots of their own', async () => {
    const type = 'application/vnd.sdmx.generictimeseriesdata+xml;version=2.1'
    const series = await ask('/sdmx/v1/data/UN_MIGRANT_STOCK', type)
    expect(series).toContain('<mes:GenericTimeSeriesData')
    expect(xmlFaults(series)).toEqual([])
  })

  test.each(dataQueries)('data asked for as %s are valid SDMX-JSON 1.0', async (query) => {
    const data = await ask(
      `/sdmx/v1/data/UN_MIGRANT_STOCK/${query}`,
      'application/vnd.sdmx.data+json;version=1.0',
    )
    expect(jsonFaults('data', '1.0', data)).toEqual([])
  })

  test.each([
    '',
    '?attributes=none',
    '?attributes=none&measures=none',
    '?measures=none',
    '?dimensionAtObservation=AllDimensions',
    '?dimensionAtObservation=REF_AREA',
    '?updatedAfter=2000-01-01',
    '?includeHistory=true',
  ])('data asked for with “%s” are valid SDMX-JSON 2.1', async (query) => {
    const data = await ask(`/sdmx/v2/data/dataflow/CAUDAL/UN_MIGRANT_STOCK/+/*${query}`)
    expect(jsonFaults('data', '2.1.0', data)).toEqual([])
  })

  test('what data there are is a valid message in every format', async () => {
    const query = 'UN_MIGRANT_STOCK/all/all/all?references=all'
    expect(xmlFaults(await ask(`/sdmx/v1/availableconstraint/${query}`))).toEqual([])
    const first = await ask(`/sdmx/v1/availableconstraint/${query}&format=json`)
    expect(jsonFaults('structure', '1.0', first)).toEqual([])
    const second = await ask(
      '/sdmx/v2/availability/dataflow/CAUDAL/UN_MIGRANT_STOCK/+/*?references=all&mode=available',
    )
    expect(jsonFaults('structure', '2.1.0', second)).toEqual([])
  })

  test('an error is a valid message', async () => {
    const first = await server.inject('/sdmx/v1/data/NO_SUCH_FLOW')
    expect(xmlFaults(first.body)).toEqual([])
    const second = await server.inject('/sdmx/v2/data/dataflow/CAUDAL/NO_SUCH_FLOW')
    expect(jsonFaults('data', '2.1.0', second.body)).toEqual([])
  })
})
