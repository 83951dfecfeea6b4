import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer } from '../app/server/server.ts'
import { withNode } from '../store/testing.ts'
import { openSdmxNode } from './testing-sdmx-routes.ts'

let server: FastifyInstance
let finish: () => Promise<void>

beforeAll(async () => {
  const opened = await openSdmxNode()
  server = opened.server
  finish = opened.finish
})
afterAll(() => finish())

const ask = (url: string, headers: Record<string, string> = {}) => server.inject({ url, headers })

describe('an error', () => {
  test.each([
    ['/sdmx/v1/nonsense', 400, 140],
    ['/sdmx/v1/data', 400, 140],
    ['/sdmx/v1/data/UN_MIGRANT_STOCK/A/B/C', 400, 140],
    ['/sdmx/v1/data/UN_MIGRANT_STOCK/all?detail=most', 400, 140],
    ['/sdmx/v1/data/UN_MIGRANT_STOCK/all?startPeriod=2020-13', 400, 140],
    ['/sdmx/v1/data/UN_MIGRANT_STOCK/all?firstNObservations=0', 400, 140],
    ['/sdmx/v1/data/UN_MIGRANT_STOCK/all?unheard=of', 400, 140],
    ['/sdmx/v1/data/UN_MIGRANT_STOCK/all?detail=full&detail=full', 400, 140],
    ['/sdmx/v1/data/UN_MIGRANT_STOCK/A.(.B', 400, 140],
    ['/sdmx/v1/data/UN_MIGRANT_STOCK/%E0%A4%A', 400, 140],
    ['/sdmx/v1/data/UN_MIGRANT_STOCK/A.B', 403, 150],
    ['/sdmx/v1/data/UN_MIGRANT_STOCK/all?startPeriod=2020&endPeriod=2019', 403, 150],
    ['/sdmx/v1/data/UN_MIGRANT_STOCK/all?dimensionAtObservation=COLOUR', 403, 150],
    ['/sdmx/v1/data/NO_SUCH_FLOW', 404, 100],
    ['/sdmx/v1/codelist/CAUDAL/CL_COLOUR', 404, 100],
    ['/sdmx/v1/codelist/ECB', 404, 100],
    ['/sdmx/v1/codelist/CAUDAL/CL_SEX/9.9', 404, 100],
    ['/sdmx/v1/codelist/CAUDAL/CL_SEX/latest/X9', 404, 100],
    ['/sdmx/v1/dataflow/CAUDAL/UN_MIGRANT_STOCK/latest/item', 400, 140],
    ['/sdmx/v1/hierarchicalcodelist', 501, 501],
    ['/sdmx/v2/structure/valuelist', 501, 501],
    ['/sdmx/v2/registration/x', 501, 501],
    ['/sdmx/v2/data/dataflow/CAUDAL/UN_MIGRANT_STOCK/+/A..B', 400, 140],
    ['/sdmx/v2/data/dataflow/CAUDAL/UN_MIGRANT_STOCK/+/*?c%5BCOLOUR%5D=red', 422, 150],
    [
      '/sdmx/v2/data/dataflow/CAUDAL/UN_MIGRANT_STOCK/+/*?asOf=2020-01-01&updatedAfter=2021-01-01',
      422,
      150,
    ],
    ['/sdmx/v2/data/dataflow/CAUDAL/NO_SUCH_FLOW', 404, 100],
  ])('of %s is %i with the code %i', async (url, status, code) => {
    const answer = await ask(url)
    expect(answer.statusCode).toBe(status)
    expect(answer.body).toMatch(new RegExp(`code(="|":)${code}\\b`))
    expect(answer.body).not.toMatch(/\bat .*\.ts/)
  })

  // Each of these stands in the place of a name, a key or a value of every kind of question.
  const hostile = [
    '%00',
    '%FF',
    '%C3%28',
    '%ED%A0%80',
    '%F0%9F%98%80',
    '%3Cscript%3E',
    "'%20or%201=1--",
    '..%2F..%2Fetc%2Fpasswd',
    '{flow}',
    '%25%7Bx%7D',
    'A'.repeat(8_000),
    '.'.repeat(3_000),
    '+'.repeat(3_000),
    '*'.repeat(3_000),
    ','.repeat(3_000),
    '__proto__',
    'constructor',
  ]
  const places = [
    'v1/@',
    'v1/codelist/@',
    'v1/codelist/CAUDAL/@',
    'v1/codelist/CAUDAL/CL_SEX/@',
    'v1/codelist/CAUDAL/CL_SEX/latest/@',
    'v1/codelist/CAUDAL/CL_SEX?references=@',
    'v1/data/@',
    'v1/data/UN_MIGRANT_STOCK/@',
    'v1/data/UN_MIGRANT_STOCK/all/@',
    'v1/data/UN_MIGRANT_STOCK/all?startPeriod=@',
    'v1/data/UN_MIGRANT_STOCK/all?dimensionAtObservation=@',
    'v1/data/UN_MIGRANT_STOCK/all?lastNObservations=@',
    'v1/data/UN_MIGRANT_STOCK/all?updatedAfter=@',
    'v1/data/UN_MIGRANT_STOCK/all?format=@',
    'v1/data/UN_MIGRANT_STOCK/all?@=1',
    'v1/availableconstraint/UN_MIGRANT_STOCK/@',
    'v1/availableconstraint/UN_MIGRANT_STOCK/all/all/@',
    'v1/schema/dataflow/CAUDAL/@',
    'v1/metadata/@',
    'v2/@',
    'v2/structure/@',
    'v2/structure/codelist/CAUDAL/CL_SEX/@',
    'v2/data/@',
    'v2/data/dataflow/CAUDAL/@',
    'v2/data/dataflow/CAUDAL/UN_MIGRANT_STOCK/@',
    'v2/data/dataflow/CAUDAL/UN_MIGRANT_STOCK/+/@',
    'v2/data/dataflow/CAUDAL/UN_MIGRANT_STOCK/+/*?c%5B@%5D=1',
    'v2/data/dataflow/CAUDAL/UN_MIGRANT_STOCK/+/*?c%5BREF_AREA%5D=@',
    'v2/data/dataflow/CAUDAL/UN_MIGRANT_STOCK/+/*?c%5BTIME_PERIOD%5D=ge:@',
    'v2/data/dataflow/CAUDAL/UN_MIGRANT_STOCK/+/*?c%5BREF_AREA%5D=co:@',
    'v2/data/dataflow/CAUDAL/UN_MIGRANT_STOCK/+/*?sort=@',
    'v2/data/dataflow/CAUDAL/UN_MIGRANT_STOCK/+/*?offset=@',
    'v2/data/dataflow/CAUDAL/UN_MIGRANT_STOCK/+/*?asOf=@',
    'v2/availability/dataflow/CAUDAL/UN_MIGRANT_STOCK/+/*/@',
    'v2/schema/dataflow/CAUDAL/@',
    'v2/metadata/metadataset/@',
  ]

  test.each(places)('of what means harm, at %s, is one of the standard', async (place) => {
    for (const each of hostile) {
      const url = `/sdmx/${place.replace('@', each)}`
      const { statusCode, body, headers } = await ask(url)
      const told = `${url.slice(0, 160)} ${statusCode} ${body.slice(0, 200)}`
      expect([200, 204, 400, 403, 404, 406, 413, 414, 422, 501], told).toContain(statusCode)
      expect(headers['access-control-allow-origin'], told).toBe('*')
      if (statusCode < 400) continue
      expect(body, told).toMatch(/mes:ErrorMessage code="\d+"|"errors":\[\{"code":\d+/)
      expect(body, told).not.toMatch(/\bat .*\.ts|node_modules|Error:/)
      expect(body.length, told).toBeLessThan(4_000)
    }
  })

  test('of a format that is not written is 406 and names those that are', async () => {
    const answer = await ask('/sdmx/v2/data/dataflow/CAUDAL/UN_MIGRANT_STOCK', {
      accept: 'application/vnd.sdmx.data+xml;version=3.0.0',
    })
    expect(answer.statusCode).toBe(406)
    expect(answer.body).toContain('application/vnd.sdmx.data+json;version=2.1.0')
  })

  test('of a method that changes things is 501', async () => {
    const answer = await server.inject({
      method: 'POST',
      url: '/sdmx/v2/data',
      payload: 'x',
      headers: { 'content-type': 'application/weird' },
    })
    expect(answer.statusCode).toBe(501)
    expect(answer.body).toContain('501')
  })

  test('of an address of 100,000 characters, or with a zero in it, is the one of the standard over the network too', async () => {
    await withNode(async (node) => {
      const whole = await createServer(node, { portal: portalFolder(), logLevel: 'silent' })
      const address = await whole.listen({ port: 0, host: '127.0.0.1' })
      const answer = await fetch(`${address}/sdmx/v1/data/F/${'A+'.repeat(50_000)}`)
      expect(answer.status).toBe(414)
      expect(answer.headers.get('access-control-allow-origin')).toBe('*')
      expect(await answer.text()).toContain('mes:ErrorMessage code="140"')
      // Refused before the service is asked.
      const early = await fetch(`${address}/sdmx/v1/codelist/CAUDAL/%00`)
      expect(early.status).toBe(400)
      expect(await early.text()).toContain('mes:ErrorMessage code="140"')
      await whole.close()
    })
  })
})

function portalFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'caudal-portal-'))
  writeFileSync(join(folder, 'index.html'), '<html lang="en"></html>')
  return folder
}
