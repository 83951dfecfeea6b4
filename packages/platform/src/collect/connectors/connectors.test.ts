import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, onTestFinished, test } from 'vitest'
import { withNode } from '../../store/testing.ts'
import type { ImportReport } from '../import-report.ts'
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
  country: { id: code.slice(0, 2) || '1W', value: code },
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

const client = (folder = testFolder()) => ({ fetch, places: [], folder, patienceMs: 1 })

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

  test('of an unknown origin are of no country; sums over all countries are no figure of an unknown one', async () => {
    await withNode(async (node) => {
      const bring = (source: string, page: unknown) =>
        fetchPublic({ source, countries: [], from: saved(page), folder: testFolder() }, (file) =>
          importFile(node, keeper, file),
        )
      // UNK is the mission in Kosovo in passports, and "unknown" to UNHCR.
      const unknown = unhcrAnswer({ coo_iso: 'UNK', coo_name: 'Unknown' })
      const [sums] = unhcrAnswer({ coo_iso: '-', coa_iso: '-' }).items
      const [ofAll] = unhcrAnswer({ coo_iso: '-', year: 2022 }).items
      const refugees = await bring('unhcr', { ...unknown, items: [...unknown.items, sums, ofAll] })
      expect([refugees.rowsAccepted, refugees.rowsRejected]).toEqual([8, 4])
      const world = worldBankRow('', '2023', 7)
      const country = worldBankRow('GTM', '2023', 1)
      const bank = await bring('world-bank', worldBankPage(1, 1, [world, country]))
      expect(bank).toMatchObject({ rowsAccepted: 1, rowsRejected: 1 })
      expect(bank.quality.unmapped).toMatchObject([{ field: 'ref_area', code: '1W' }])
      const rows = await node.lake.rows(
        `SELECT DISTINCT period, counterpart_area FROM read_parquet('${node.folder.lake}/observation/facts/*/*.parquet') WHERE ref_area = 'CRI' ORDER BY period`,
      )
      expect(rows).toEqual([
        { period: '2022', counterpart_area: '_T' },
        { period: '2023', counterpart_area: '_U' },
      ])
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

describe('a public source', () => {
  const real = fileURLToPath(new URL('../../../../../../shared/data/', import.meta.url))
  if (!existsSync(real))
    console.warn('Skipped: the real public files are not beside the project (../shared/data).')
  const sdgAnswer = (row: object = {}) => ({
    size: 1000,
    totalElements: 1,
    totalPages: 1,
    pageNumber: 1,
    attributes: [],
    dimensions: [],
    data: [
      {
        series: 'SI_RMT_COST',
        geoAreaCode: '320',
        geoAreaName: 'Guatemala',
        timePeriodStart: 2022.0,
        value: '4.1',
        valueType: 'Float',
        attributes: { Nature: 'C', Units: 'PERCENT' },
        dimensions: { 'Reporting Type': 'G' },
        ...row,
      },
    ],
  })

  test('of the Goals is read by its M49 numbers; a breakdown that is new to it is refused', async () => {
    await withNode(async (node) => {
      const bring = (...from: readonly string[]) =>
        fetchPublic({ source: 'un-sdg', countries: ['GTM'], from, folder: testFolder() }, (file) =>
          importFile(node, keeper, file),
        )
      const report = await bring(...saved(sdgAnswer()))
      expect(report).toMatchObject({ rowsAccepted: 1, recordType: 'observation' })
      const split = saved(sdgAnswer({ dimensions: { Age: '0-14' } }))
      await expect(bring(...split)).rejects.toMatchObject({
        code: 'collect.source-changed',
        details: { found: 'Age: 0-14' },
      })
    })
  })

  test('with one answer a year is asked for every year, and needs no list of countries', async () => {
    const asked: string[] = []
    const answers = (async (address: string) => {
      asked.push(address)
      return new Response('[]')
    }) as unknown as typeof fetch
    const request = { source: 'missing-migrants', folder: testFolder(), fetch: answers }
    const take = () => Promise.reject(new Error('There is nothing to take.'))
    await expect(
      fetchPublic({ ...request, countries: [], thisYear: 2016 }, take),
    ).rejects.toMatchObject({ code: 'collect.source-empty' })
    expect(asked.map((address) => /\d{4}/.exec(address)?.[0])).toEqual(['2014', '2015', '2016'])
    await expect(fetchPublic({ ...request, countries: ['GTM'] }, take)).rejects.toMatchObject({
      code: 'collect.source-whole',
    })
  })

  test('that publishes a file is downloaded to the disk, from where it broke off', async () => {
    const csv = 'id,name\n#id,#name\n1,Ana\n2,Eva\n'
    let tries = 0
    const answers = (async (address: string, { headers }: { headers: Record<string, string> }) => {
      if (address.includes('package_show')) {
        const resources = [
          { format: 'CSV', download_url: 'https://data.humdata.org/x-admin-0-to-2.csv' },
        ]
        return Response.json({ success: true, result: { resources } })
      }
      tries += 1
      if (tries > 1) {
        expect(headers).toMatchObject({ range: 'bytes=8-', 'if-range': '"v1"' })
        return new Response(csv.slice(8), { status: 206, headers: { etag: '"v1"' } })
      }
      let sent = false
      const body = new ReadableStream({
        pull(controller) {
          if (sent) controller.error(new Error('the line broke'))
          else controller.enqueue(Buffer.from(csv.slice(0, 8)))
          sent = true
        },
      })
      return new Response(body, { headers: { etag: '"v1"' } })
    }) as unknown as typeof fetch
    let taken = ''
    await fetchPublic(
      {
        source: 'hdx-dtm',
        countries: [],
        folder: testFolder(),
        fetch: answers,
        patienceMs: 1,
      },
      async ({ file }) => {
        taken = readFileSync(file, 'utf8')
        return {} as ImportReport
      },
    )
    expect(taken).toBe(csv)
  })

  test.skipIf(!existsSync(real))(
    'of displaced persons and of incidents comes in from a saved file',
    async () => {
      await withNode(async (node) => {
        const bring = (source: string, name: string) =>
          fetchPublic(
            { source, countries: [], from: [join(real, name)], folder: testFolder() },
            (file) => importFile(node, keeper, file),
          )
        const incidents = await bring('missing-migrants', 'missing-migrants-api-2020.json')
        expect(incidents.recordType).toBe('incident')
        expect(incidents.rowsAccepted).toBeGreaterThan(1000)
        const displaced = await bring('hdx-dtm', 'dtm-global-admin0-2.csv')
        expect(displaced.recordType).toBe('displacement')
        expect(displaced.rowsAccepted).toBeGreaterThan(13_000)
        // The same without its line of tags, imported by hand: no record goes lost in its place.
        const lines = readFileSync(join(real, 'dtm-global-admin0-2.csv'), 'utf8').split('\n')
        const [plain] = saved(lines.filter((line) => !line.startsWith('#id+code')).join('\n'))
        const byHand = await importFile(node, keeper, {
          file: plain!,
          profile: 'dtm-displacement',
          supersedes: [displaced.batch],
          because: 'A saved copy',
        })
        expect(byHand.rowsRead).toBe(displaced.rowsRead)
      })
    },
  )
})
