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

  test('of an address of 100,000 characters is the one of the standard, over the network too', async () => {
    await withNode(async (node) => {
      const whole = await createServer(node, { portal: portalFolder(), logLevel: 'silent' })
      const address = await whole.listen({ port: 0, host: '127.0.0.1' })
      const answer = await fetch(`${address}/sdmx/v1/data/F/${'A+'.repeat(50_000)}`)
      expect(answer.status).toBe(414)
      expect(answer.headers.get('access-control-allow-origin')).toBe('*')
      expect(await answer.text()).toContain('mes:ErrorMessage code="140"')
      await whole.close()
    })
  })
})

function portalFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'caudal-portal-'))
  writeFileSync(join(folder, 'index.html'), '<html lang="en"></html>')
  return folder
}
