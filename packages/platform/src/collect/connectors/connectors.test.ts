import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { readdirSync, writeFileSync } from 'node:fs'
import { describe, expect, onTestFinished, test } from 'vitest'
import { withNode } from '../../store/testing.ts'
import { importFile, listBatches } from '../service.ts'
import { testFolder } from '../testing-import.ts'
import { fetchPublic } from './fetch-public.ts'
import { fetchText } from './http-client.ts'
import { keeper } from '../../govern/testing-actors.ts'

/** Answers in the documented shape of each source. SYNTHETIC figures. */
const worldBankPage = (page: number, pages: number, rows: readonly object[]) => [
  { page, pages, per_page: 2, total: 3, sourceid: '2', lastupdated: '2026-10-01' },
  rows,
]
const worldBankRow = (code: string, date: string, value: number | null, id = 'SM.POP.NETM') => ({
  indicator: { id, value: '…' },
  country: { id: code.slice(0, 2), value: code },
  countryiso3code: code,
  date,
  value,
  unit: '',
  obs_status: '',
  decimal: 0,
})
const unhcrAnswer = (changes: object = {}) => ({
  page: 1,
  maxPages: 1,
  total: [],
  items: [
    {
      year: 2023,
      coo_name: 'Nicaragua',
      coo_iso: 'NIC',
      coa_name: 'Costa Rica',
      coa_iso: 'CRI',
      refugees: 9000,
      asylum_seekers: '190000',
      idps: '-',
      stateless: 0,
      ...changes,
    },
  ],
})

const saved = (...pages: readonly unknown[]) =>
  pages.map((page, at) => {
    const path = join(testFolder(), `pagina-${at}.json`)
    writeFileSync(path, typeof page === 'string' ? page : JSON.stringify(page))
    return path
  })

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/figures`
}

const client = (folder = testFolder()) => ({ fetch, folder, patienceMs: 1 })

describe('figures of a public source', () => {
  test('come in from saved answers, with their licence, and negative net migration stands', async () => {
    await withNode(async (node) => {
      const report = await fetchPublic(
        {
          source: 'world-bank',
          countries: [],
          from: saved(
            worldBankPage(1, 2, [
              worldBankRow('GTM', '2023', -9000),
              worldBankRow('GTM', '2024', null),
            ]),
            worldBankPage(2, 2, [worldBankRow('SLV', '2023', 5.5, 'BX.TRF.PWKR.DT.GD.ZS')]),
          ),
          folder: testFolder(),
        },
        (file) => importFile(node, keeper, file),
      )
      expect([report.rowsRead, report.rowsRejected]).toEqual([3, 0])
      const rows = await node.lake.rows(
        `SELECT measure, ref_area, period, value, unit FROM read_parquet('${node.folder.lake}/observation/facts/*/*.parquet') ORDER BY ref_area, period`,
      )
      expect(rows[0]).toEqual({
        measure: 'net-migration',
        ref_area: 'GTM',
        period: '2023',
        value: -9000,
        unit: 'PS',
      })
      expect(rows[2]).toMatchObject({ measure: 'remittances-share-of-gdp', unit: 'PT' })
    })
  })

  test('come in over the network, page after page', async () => {
    await withNode(async (node) => {
      const asked: string[] = []
      const pages = [
        worldBankPage(1, 2, [worldBankRow('GTM', '2023', 1)]),
        worldBankPage(2, 2, [worldBankRow('GTM', '2024', 2)]),
      ]
      const network: typeof fetch = (address) => {
        asked.push(new Request(address).url)
        return Promise.resolve(Response.json(pages[asked.length - 1]))
      }
      const report = await fetchPublic(
        { source: 'world-bank', countries: ['GTM'], folder: testFolder(), fetch: network },
        (file) => importFile(node, keeper, file),
      )
      expect(report.rowsAccepted).toBe(2)
      expect(asked.map((address) => new URL(address).searchParams.get('page'))).toEqual(['1', '2'])
      expect(asked[0]).toContain('/country/GTM/')
    })
  })

  test('of refugees are one figure for each group that is stated', async () => {
    await withNode(async (node) => {
      const report = await fetchPublic(
        { source: 'unhcr', countries: [], from: saved(unhcrAnswer()), folder: testFolder() },
        (file) => importFile(node, keeper, file),
      )
      expect(report.rowsAccepted).toBe(4)
      const [row] = await node.lake.rows(
        `SELECT ref_area, counterpart_area, CAST(sum(value) AS BIGINT) AS persons FROM read_parquet('${node.folder.lake}/observation/facts/*/*.parquet') GROUP BY ALL`,
      )
      expect(row).toEqual({ ref_area: 'CRI', counterpart_area: 'NIC', persons: 199_000 })
    })
  })

  test('whose answer has another shape are refused with the difference, and nothing comes in', async () => {
    await withNode(async (node) => {
      const { refugees: _, ...item } = unhcrAnswer().items[0]!
      const refused = (source: string, page: unknown) =>
        fetchPublic({ source, countries: [], from: saved(page), folder: testFolder() }, (file) =>
          importFile(node, keeper, file),
        )
      await expect(
        refused('unhcr', { page: 1, maxPages: 1, items: [{ ...item, refugee_total: 3 }] }),
      ).rejects.toMatchObject({
        code: 'collect.source-changed',
        details: { missing: 'refugees', found: expect.stringContaining('refugee_total') as string },
      })
      for (const page of [{ message: 'no' }, '<html>', [{ message: [{ id: '120' }] }]]) {
        await expect(refused('world-bank', page)).rejects.toMatchObject({
          code: 'collect.source-changed',
        })
      }
      await expect(refused('atlantis', {})).rejects.toMatchObject({
        code: 'collect.source-unknown',
      })
      expect(await listBatches(node, keeper)).toEqual([])
    })
  })
})

describe('the network', () => {
  test('is tried again after errors of the server, and given up with a sentence', async () => {
    let asked = 0
    const address = await serve((_, response) => {
      asked += 1
      response.statusCode = asked < 3 ? 503 : 200
      response.end('[1]')
    })
    expect(await fetchText(address, client())).toBe('[1]')
    asked = -100
    await expect(fetchText(`${address}?again`, client())).rejects.toMatchObject({
      code: 'collect.source-unreachable',
      details: { reason: 'HTTP 503' },
    })
    expect(asked).toBe(-95)
  })

  test('is not asked again for what it refuses', async () => {
    let asked = 0
    const address = await serve((_, response) => {
      asked += 1
      response.statusCode = 404
      response.end()
    })
    await expect(fetchText(address, client())).rejects.toMatchObject({
      code: 'collect.source-refuses',
    })
    expect(asked).toBe(1)
  })

  test('is spared where the answer has not changed', async () => {
    const statuses: number[] = []
    const address = await serve((request, response) => {
      response.setHeader('etag', '"v1"')
      response.statusCode = request.headers['if-none-match'] === '"v1"' ? 304 : 200
      statuses.push(response.statusCode)
      response.end(response.statusCode === 304 ? '' : '{"v": 1}')
    })
    const options = client()
    expect(await fetchText(address, options)).toBe('{"v": 1}')
    expect(await fetchText(address, options)).toBe('{"v": 1}')
    expect(statuses).toEqual([200, 304])
    expect(readdirSync(options.folder).every((name) => name.endsWith('.json'))).toBe(true)
  })

  test('goes on from where an answer broke off', async () => {
    const whole = JSON.stringify({ figures: 'x'.repeat(50_000) })
    const ranges: (string | undefined)[] = []
    const address = await serve((request, response) => {
      const { range } = request.headers
      ranges.push(range)
      response.setHeader('etag', '"v1"')
      if (range === undefined) {
        response.setHeader('content-length', whole.length)
        response.write(whole.slice(0, 20_000), () => setTimeout(() => response.destroy(), 50))
        return
      }
      response.statusCode = 206
      response.end(whole.slice(Number(/\d+/.exec(range)?.[0])))
    })
    expect(await fetchText(address, client())).toBe(whole)
    expect(ranges).toEqual([undefined, 'bytes=20000-'])
  })
})
