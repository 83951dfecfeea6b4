import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importFile } from '../collect/service.ts'
import { withNode } from '../store/testing.ts'
import { pullMessage } from './pull/pull-message.ts'
import { pullStructures } from './pull/pull-structures.ts'
import { openSdmxNode } from './testing-sdmx-routes.ts'
import { keeper } from '../govern/testing-actors.ts'

let address: string
let finish: () => Promise<void>
const folder = mkdtempSync(join(tmpdir(), 'caudal-pull-'))
let files = 0
const fresh = () => join(folder, `pulled-${(files += 1)}.csv`)
const quick = { attempts: 3, pause: 5, patience: 500 }

beforeAll(async () => {
  const opened = await openSdmxNode()
  finish = opened.finish
  address = await opened.server.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(() => finish())

/** A service that misbehaves in a way of its own. */
async function withService(
  behave: (request: IncomingMessage, response: ServerResponse, count: number) => void,
  work: (url: string) => Promise<void>,
): Promise<void> {
  let count = 0
  const service: Server = createServer((request, response) =>
    behave(request, response, (count += 1)),
  )
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve))
  try {
    await work(`http://127.0.0.1:${(service.address() as AddressInfo).port}/rest/data/F/all`)
  } finally {
    service.closeAllConnections()
    await new Promise((resolve) => service.close(resolve))
  }
}

const csv = `DATAFLOW,FREQ,REF_AREA,MEASURE,TIME_PERIOD,OBS_VALUE\n${Array.from(
  { length: 400 },
  (_, i) => `X:F(1.0),A,SLV,STOCK,${1600 + i},${i}\n`,
).join('')}`

describe('what is pulled', () => {
  test('from a node is imported by another, figure for figure', async () => {
    const out = fresh()
    const url = `${address}/sdmx/v1/data/UN_MIGRANT_STOCK/A.USA..SLV+GTM.......`
    const pulled = await pullMessage({ url, out })
    expect(pulled).toMatchObject({ outcome: 'received', records: 5, besides: [] })
    await withNode(async (other) => {
      await importFile(other, keeper, { file: out, profile: pulled.profile })
      const [sum] = await other.lake.rows<{ n: number; total: number }>(
        `select count(*) as n, sum(value) as total from read_parquet('${other.folder.lake}/observation/facts/*/*.parquet')`,
      )
      expect(sum).toEqual({ n: 5, total: 5_900_000.5 })
    })
  })

  test('a second time is nothing, where nothing changed', async () => {
    const out = fresh()
    const url = `${address}/sdmx/v1/data/UN_MIGRANT_STOCK/A.USA..SLV.......`
    await pullMessage({ url, out })
    const before = readFileSync(out, 'utf8')
    expect((await pullMessage({ url, out })).outcome).toBe('unchanged')
    const later = () => Date.now() + 86_400_000
    expect((await pullMessage({ url, out, changes: true, now: later })).outcome).toBe('empty')
    expect(readFileSync(out, 'utf8')).toBe(before)
  })

  test('does not hide what the service has withdrawn', async () => {
    const heading = 'STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,TIME_PERIOD,OBS_VALUE\n'
    const lines = 'dataflow,X:F(1.0),R,A,SLV,2020,1\ndataflow,X:F(1.0),D,A,GTM,2020,\n'
    await withService(
      (_request, response) => response.end(heading + lines),
      async (url) => {
        const { records, withdrawn } = await pullMessage({ url, out: fresh() })
        expect([records, withdrawn]).toEqual([1, 1])
      },
    )
  })

  test('are structures too, and what data there are, in XML and in JSON', async () => {
    for (const [path, format] of [
      ['/sdmx/v1/datastructure/CAUDAL/MIGRATION?references=all', 'xml'],
      ['/sdmx/v2/structure/datastructure/CAUDAL/MIGRATION?references=all&format=json', 'json'],
      ['/sdmx/v1/datastructure/CAUDAL/MIGRATION?references=all&format=json', 'json'],
    ]) {
      const out = fresh()
      const pulled = await pullStructures({ url: `${address}${path}`, out })
      if (pulled.outcome !== 'received') throw new Error(pulled.outcome)
      const { dataStructures, codelists, dataflows } = pulled.structures
      expect(dataStructures.map(({ dimensions }) => dimensions.length)).toEqual([11])
      expect(codelists.length).toBeGreaterThan(5)
      expect(dataflows.map(({ reference }) => reference.id)).toContain('UN_MIGRANT_STOCK')
      expect(readFileSync(out, 'utf8').startsWith(format === 'xml' ? '<' : '{')).toBe(true)
      expect((await pullStructures({ url: `${address}${path}`, out })).outcome).toBe('unchanged')
    }
    const query = 'dataflow/CAUDAL/UN_MIGRANT_STOCK/1.0.0/A.USA.*.SLV'
    for (const url of [
      `${address}/sdmx/v1/availableconstraint/UN_MIGRANT_STOCK/A.USA..SLV.......`,
      `${address}/sdmx/v2/availability/${query}?format=json&formatVersion=2.1.0`,
      `${address}/sdmx/v2/availability/${query}?format=json&formatVersion=2.0.0`,
    ]) {
      const pulled = await pullStructures({ url, out: fresh() })
      if (pulled.outcome !== 'received') throw new Error(pulled.outcome)
      const [constraint] = pulled.structures.constraints
      expect(constraint).toMatchObject({ seriesCount: 1, observationCount: 3 })
      const keys = new Map(constraint!.keys.map((key) => [key.id, key]))
      expect(keys.get('COUNTERPART_AREA')!.values).toEqual(['SLV'])
      expect(keys.get('TIME_PERIOD')!.range).toEqual({ start: '2010', end: '2019' })
    }
    const none = `${address}/sdmx/v1/codelist/CAUDAL/NONE`
    expect((await pullStructures({ url: none, out: fresh() })).outcome).toBe('empty')
  })

  test('by its structure tells dimensions from attributes, whatever they are called', async () => {
    const out = fresh()
    await pullStructures({ url: `${address}/sdmx/v1/datastructure/CAUDAL/MIGRATION`, out })
    const url = `${address}/sdmx/v1/data/UN_MIGRANT_STOCK/A.USA..SLV.......?format=structurespecificdata`
    const { records, besides } = await pullMessage({ url, out: fresh(), structure: out })
    expect([records, besides]).toEqual([3, []])
  })

  test('tells of sexes, ages and periods that overlap', async () => {
    const url = `${address}/sdmx/v1/data/NZ_PLT_MIGRATION`
    const { overlaps } = await pullMessage({ url, out: fresh() })
    expect(overlaps).toEqual([
      { field: 'sex', codes: ['_T'] },
      { field: 'age', codes: ['_T'] },
    ])
  })

  test('tells of areas that overlap with their parts', async () => {
    const url = `${address}/sdmx/v1/data/UN_MIGRANT_STOCK/A.013+CRI..NIC.......`
    const { aggregates, records } = await pullMessage({ url, out: fresh() })
    expect([records, [...aggregates]]).toEqual([2, [['013', 1]]])
  })
})

describe('a service that', () => {
  test('breaks off is asked for the rest alone', async () => {
    const ranges: (string | undefined)[] = []
    await withService(
      (request, response, count) => {
        ranges.push(request.headers.range)
        const from = Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0)
        response.writeHead(from > 0 ? 206 : 200, {
          etag: '"one"',
          'content-length': csv.length - from,
        })
        if (count > 1) return response.end(csv.slice(from))
        response.write(csv.slice(0, 5000), () => setTimeout(() => response.destroy(), 50))
      },
      async (url) => {
        const { records } = await pullMessage({ url, out: fresh(), limits: quick })
        expect(records).toBe(400)
        expect(ranges).toEqual([undefined, 'bytes=5000-'])
      },
    )
  })

  test('is busy is asked again, and no more than a few times', async () => {
    let asked = 0
    await withService(
      (_request, response, count) => {
        asked = count
        response.writeHead(503).end()
      },
      async (url) => {
        await expect(pullMessage({ url, out: fresh(), limits: quick })).rejects.toMatchObject({
          code: 'exchange.service-unreachable',
        })
        expect(asked).toBe(3)
      },
    )
  })

  test.each([
    ['refuses', 400, 'no', 'exchange.service-refused'],
    ['answers with a page', 200, '<!DOCTYPE html><html></html>', 'sdmx-message.definitions-inside'],
    ['answers with a word', 200, 'sorry', 'sdmx-message.format-unknown'],
    ['answers with half a JSON', 200, '{"data":{', 'sdmx-message.malformed'],
    ['answers without end', 200, 'x'.repeat(300_000), 'exchange.answer-too-long'],
  ])('%s leaves what was there as it was', async (_what, status, body, code) => {
    await withService(
      (_request, response) => response.writeHead(status).end(body),
      async (url) => {
        const out = fresh()
        const limits = { ...quick, mostBytes: 200_000 }
        await expect(pullMessage({ url, out, limits })).rejects.toMatchObject({ code })
        expect([existsSync(out), existsSync(`${out}.part`), existsSync(`${out}.new`)]).toEqual([
          false,
          false,
          false,
        ])
      },
    )
  })

  test('says nothing is given up', async () => {
    await withService(
      () => {},
      async (url) => {
        const limits = { attempts: 2, pause: 1, patience: 100 }
        await expect(pullMessage({ url, out: fresh(), limits })).rejects.toMatchObject({
          code: 'exchange.service-unreachable',
        })
      },
    )
  })

  test('is no service is not asked', async () => {
    for (const url of ['file:///etc/passwd', 'http://example.org/page', 'nonsense']) {
      await expect(pullMessage({ url, out: fresh() })).rejects.toMatchObject({
        code: 'exchange.address-invalid',
      })
    }
  })
})
