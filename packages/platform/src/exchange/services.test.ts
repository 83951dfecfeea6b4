import { gunzipSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildCubes } from '../measure/service.ts'
import { receiveFacts } from '../measure/testing-facts.ts'
import type { CaudalNode } from '../store/index.ts'
import { withNode } from '../store/testing.ts'
import { fillNode, openSdmxNode, serveSdmx, stocks } from './testing-sdmx-routes.ts'
import { statistician } from '../govern/testing-actors.ts'

let server: FastifyInstance
let finish: () => Promise<void>

beforeAll(async () => {
  const opened = await openSdmxNode()
  server = opened.server
  finish = opened.finish
})
afterAll(() => finish())

const ask = (url: string, headers: Record<string, string> = {}) => server.inject({ url, headers })

/** Lines of an answer in CSV, by the name of their column. */
function linesOf(csv: string): Record<string, string>[] {
  const [heading, ...lines] = csv.trim().split('\r\n')
  const names = heading!.split(',')
  return lines.map((line) => {
    const cells = line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/)
    return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']))
  })
}

const stockKey = (area: string, from: string) => `A.${area}.MIGRANT_STOCK.${from}.......`

async function figures(path: string): Promise<string[]> {
  const answer = await ask(path, { accept: 'application/vnd.sdmx.data+csv' })
  expect(answer.statusCode).toBe(200)
  return linesOf(answer.body).map(
    (line) =>
      `${line['REF_AREA']} ${line['COUNTERPART_AREA']} ${line['TIME_PERIOD']} ${line['OBS_VALUE']}`,
  )
}

describe('figures', () => {
  test('are those of the records, with their totals and regions', async () => {
    expect(
      await figures(`/sdmx/v1/data/UN_MIGRANT_STOCK/${stockKey('USA', 'SLV+GTM+_T')}`),
    ).toEqual([
      'USA GTM 2010 900000',
      'USA GTM 2019 1100000.5',
      'USA SLV 2010 1200000',
      'USA SLV 2015 1300000',
      'USA SLV 2019 1400000',
      'USA _T 2010 2100000',
      'USA _T 2015 1300000',
      'USA _T 2019 2500000.5',
    ])
    expect(await figures(`/sdmx/v1/data/UN_MIGRANT_STOCK/${stockKey('013', '_T')}`)).toContain(
      '013 _T 2019 300007',
    )
  })

  test('of a code that the standard cannot write are counted with the unknown', async () => {
    expect(await figures(`/sdmx/v1/data/UN_MIGRANT_STOCK/${stockKey('CRI', '_U')}`)).toEqual([
      'CRI _U 2019 7',
    ])
  })

  test('that no record gives are missing, and not zero', async () => {
    const { body } = await ask(
      `/sdmx/v1/data/UN_MIGRANT_STOCK/${stockKey('MEX', 'GTM')}?format=csvdata`,
    )
    expect(linesOf(body)[0]).toMatchObject({ OBS_VALUE: '', OBS_STATUS: 'O' })
  })

  test('of months make quarters and years, under their frequency', async () => {
    const { body } = await ask(
      '/sdmx/v1/data/MISSING_MIGRANTS/.LBY.DEAD.mediterranean._T._T?format=csvdata',
    )
    const found = linesOf(body).map((l) => `${l['FREQ']} ${l['TIME_PERIOD']} ${l['OBS_VALUE']}`)
    expect(found).toEqual(['A 2020 4', 'M 2020-01 3', 'M 2020-05 1', 'Q 2020-Q1 3', 'Q 2020-Q2 1'])
  })

  test('have a direction that is part of what is measured', async () => {
    const found = await ask(
      '/sdmx/v1/data/NZ_PLT_MIGRATION/A._T.MIGRATION_OUT._T._T._T._T._T._T.long-term._T?format=csvdata',
    )
    expect(linesOf(found.body).map((line) => line['OBS_VALUE'])).toEqual(['202'])
  })

  test('of persons that no release tells are not there, though their dataflow is', async () => {
    await withNode(async (node) => {
      await receiveFacts(node, {
        recordType: 'movement',
        dataset: 'posts',
        sql: `select if(i = 0, 'CUB', 'SLV') as country, date '2020-02-10' as crossed_on,
            'arrival' as direction, if(i % 2 = 0, 'F', 'M') as sex, 1941 + i % 60 as birth_year
          from range(400) as drawn(i)`,
      })
      await buildCubes(node, statistician)
      const server = serveSdmx(node)
      const answer = await server.inject('/sdmx/v1/data/MOVEMENTS?format=csvdata')
      expect(answer.statusCode).toBe(404)
      expect(answer.body).not.toMatch(/SLV|CUB/)
      const flow = await server.inject('/sdmx/v1/dataflow/CAUDAL/MOVEMENTS?references=children')
      expect(flow.statusCode).toBe(200)
      const available = await server.inject('/sdmx/v1/availableconstraint/MOVEMENTS')
      expect(available.body).not.toMatch(/SLV|CUB/)
      await server.close()
    })
  })
})

describe('a question for data', () => {
  const flow = '/sdmx/v1/data/UN_MIGRANT_STOCK'
  const second = '/sdmx/v2/data/dataflow/CAUDAL/UN_MIGRANT_STOCK/1.0.0'
  const usa = stockKey('USA', 'SLV')

  test.each([
    ['the first of each series', `${flow}/${usa}?firstNObservations=1`, ['2010']],
    ['the last of each series', `${flow}/${usa}?lastNObservations=2`, ['2015', '2019']],
    ['both ends', `${flow}/${usa}?firstNObservations=1&lastNObservations=1`, ['2010', '2019']],
    ['a start', `${flow}/${usa}?startPeriod=2011`, ['2015', '2019']],
    [
      'a start within a year, which the year begins before',
      `${flow}/${usa}?startPeriod=2015-Q2`,
      ['2019'],
    ],
    ['an end', `${flow}/${usa}?endPeriod=2015-12-31`, ['2010', '2015']],
    ['the last in a range', `${flow}/${usa}?endPeriod=2015&lastNObservations=1`, ['2015']],
    ['a range of version 2', `${second}/A.USA.*.SLV?c[TIME_PERIOD]=ge:2015+lt:2019`, ['2015']],
    ['either period', `${second}/A.USA.*.SLV?c[TIME_PERIOD]=2010,2019`, ['2010', '2019']],
    ['a figure', `${second}/A.USA.*.SLV?c[OBS_VALUE]=gt:1300000`, ['2019']],
    [
      'an attribute',
      `${second}/A.USA.*.SLV?c[OBS_STATUS]=ne:O&c[UNIT_MEASURE]=PS`,
      ['2010', '2015', '2019'],
    ],
    ['how a code begins', `${second}/A.USA?c[COUNTERPART_AREA]=sw:SL`, ['2010', '2015', '2019']],
    ['some of many', `${second}/A.USA.*.SLV?offset=1&limit=1`, ['2015']],
    [
      'another order',
      `${second}/A.USA.*.SLV?sort=TIME_PERIOD:desc&dimensionAtObservation=AllDimensions`,
      ['2019', '2015', '2010'],
    ],
  ])('by %s', async (_what, url, expected) => {
    const found = await figures(url.replaceAll('[', '%5B').replaceAll(']', '%5D'))
    expect(found.map((figure) => figure.split(' ')[2])).toEqual(expected)
  })

  test('by any of several keys', async () => {
    const found = await figures(`${second}/A.USA.*.SLV,A.CRI.*.NIC`)
    expect(new Set(found.map((figure) => figure.slice(0, 7)))).toEqual(
      new Set(['USA SLV', 'CRI NIC']),
    )
  })

  test('by codes that do not occur matches nothing: 404 in version 1, 204 in version 2', async () => {
    expect((await ask(`${flow}/${stockKey('FRA', '')}`)).statusCode).toBe(404)
    const empty = await ask(`${second}/A.FRA`)
    expect([empty.statusCode, empty.body]).toEqual([204, ''])
  })

  test('by a provider', async () => {
    const id = 'OWNER_OF_UN_MIGRANT_STOCK_2019'
    expect((await ask(`${flow}/all/${id}`)).statusCode).toBe(200)
    expect((await ask(`${flow}/all/CAUDAL,${id}`)).statusCode).toBe(200)
    expect((await ask(`${flow}/all/ECB`)).statusCode).toBe(404)
  })

  test('names its flow in every way of the standard', async () => {
    for (const name of [
      'UN_MIGRANT_STOCK',
      'CAUDAL,UN_MIGRANT_STOCK',
      'CAUDAL,UN_MIGRANT_STOCK,1.0.0',
      'all,UN_MIGRANT_STOCK,latest',
      'ALL,UN_MIGRANT_STOCK,LATEST',
    ]) {
      expect([name, (await ask(`/sdmx/v1/data/${name}/`)).statusCode]).toEqual([name, 200])
    }
    for (const path of [
      '/sdmx/v2/data/*/*/UN_MIGRANT_STOCK',
      '/sdmx/v2/data/dataflow/CAUDAL/UN_MIGRANT_STOCK/+/*',
      '/sdmx/v2/data/dataflow/CAUDAL/UN_MIGRANT_STOCK/1.0+.0/',
      '/sdmx/v2/data/datastructure/CAUDAL/MIGRATION/1.0.0/A.USA',
      '/sdmx/v2/data/provisionagreement/CAUDAL/*',
    ]) {
      const { statusCode } = await ask(path)
      expect([path, path.endsWith('/*') && path.includes('agreement') ? 501 : 200]).toEqual([
        path,
        statusCode,
      ])
    }
  })

  test('for series keys tells each once, and no figure', async () => {
    const keys = await ask(`${flow}/A.USA..SLV.......?detail=serieskeysonly`)
    expect(keys.body.match(/<gen:Series>/g)).toHaveLength(1)
    expect(keys.body).not.toContain('gen:Obs')
    const none = await ask(`${second}/A.USA.*.SLV?attributes=none&measures=none`)
    expect(JSON.parse(none.body).data.dataSets[0].series).toEqual({
      '0:0:0:0:0:0:0:0:0:0:0': { annotations: [], attributes: [], observations: {} },
    })
  })
})

describe('what changed', () => {
  test('is told with what is gone, since an instant and of every dissemination', async () => {
    await withNode(async (node: CaudalNode) => {
      let now = Date.parse('2026-01-01T00:00:00Z')
      await fillNode(node)
      const open = serveSdmx(node, { now: () => now })
      const csv = async (query: string) => {
        const answer = await open.inject({
          url: `/sdmx/v2/data/dataflow/CAUDAL/UN_MIGRANT_STOCK/+/A.USA.*.SLV,A.USA.*.GTM?${query}`,
          headers: { accept: 'application/vnd.sdmx.data+csv;version=2.0.0' },
        })
        return linesOf(answer.body).map(
          (l) => `${l['ACTION']} ${l['COUNTERPART_AREA']} ${l['TIME_PERIOD']} ${l['OBS_VALUE']}`,
        )
      }
      expect(await csv('')).toHaveLength(5)
      now = Date.parse('2026-02-01T00:00:00Z')
      await receiveFacts(node, {
        recordType: 'observation',
        dataset: 'un-migrant-stock-2019',
        supersedes: [1],
        records: stocks
          .filter(
            ({ period, counterpart_area }) => !(period === '2010' && counterpart_area === 'GTM'),
          )
          .map((each) =>
            each.period === '2019' && each.counterpart_area === 'SLV'
              ? { ...each, value: 1_500_000 }
              : each,
          ),
      })
      await buildCubes(node, statistician)
      // What the register said is believed for a second.
      await new Promise((resolve) => setTimeout(resolve, 2_100))
      await open.inject('/sdmx/v1/dataflow')
      await open.inject('/sdmx/v1/dataflow')
      expect(await csv('updatedAfter=2026-01-15T00:00:00Z')).toEqual([
        'R SLV 2019 1500000',
        'D GTM 2010 ',
      ])
      expect(await csv('updatedAfter=2026-03-01')).toEqual([])
      expect(await csv('asOf=2026-01-15')).toContain('I SLV 2019 1400000')
      expect(await csv('asOf=2025-01-15')).toEqual([])
      const history = await csv('includeHistory=true')
      expect(history.slice(-2)).toEqual(['R SLV 2019 1500000', 'D GTM 2010 '])
      expect(history).toHaveLength(7)
      const xml = await open.inject(
        '/sdmx/v1/data/UN_MIGRANT_STOCK/all?updatedAfter=2026-01-15T00%3A00%3A00%2B01%3A00',
      )
      expect(xml.body).toContain('action="Delete"')
      await open.close()
    })
  })
})

describe('an answer', () => {
  const flow = '/sdmx/v1/data/UN_MIGRANT_STOCK'

  test('is known again by its tag and by its date', async () => {
    const first = await ask(flow)
    expect(first.headers['vary']).toBe('accept, accept-encoding, accept-language')
    const tag = String(first.headers['etag'])
    const date = String(first.headers['last-modified'])
    const known = await ask(flow, { 'if-none-match': tag })
    expect([known.statusCode, known.body]).toEqual([304, ''])
    expect((await ask(flow, { 'if-modified-since': date })).statusCode).toBe(304)
    const before = new Date(Date.parse(date) - 60_000).toUTCString()
    expect((await ask(flow, { 'if-modified-since': before })).statusCode).toBe(200)
    // Another format is another answer.
    const other = { accept: 'application/vnd.sdmx.data+json', 'if-none-match': tag }
    expect((await ask(flow, other)).statusCode).toBe(200)
  })

  test('is packed for who can unpack it', async () => {
    const plain = await ask('/sdmx/v1/codelist/CAUDAL/CL_SEX')
    const packed = await ask('/sdmx/v1/codelist/CAUDAL/CL_SEX', { 'accept-encoding': 'gzip' })
    expect(packed.headers['content-encoding']).toBe('gzip')
    const text = gunzipSync(packed.rawPayload).toString()
    const body = (message: string) => message.slice(message.indexOf('</mes:Header>'))
    expect(body(text)).toBe(body(plain.body))
  })

  test('says its language, and speaks the best of those asked for', async () => {
    const url = '/sdmx/v2/structure/codelist/CAUDAL/CL_SEX'
    const spanish = await ask(url, { 'accept-language': 'de, es-SV;q=0.8, en;q=0.3' })
    expect(spanish.headers['content-language']).toBe('es')
    expect(JSON.parse(spanish.body).data.codelists[0]).toMatchObject({
      name: 'Sexo',
      names: { en: 'Sex', es: 'Sexo', fr: 'Sexe' },
    })
  })

  test('never carries a charset in its media type', async () => {
    for (const url of [flow, `${flow}?format=csvdata`, `${flow}?format=jsondata`]) {
      expect(String((await ask(url)).headers['content-type'])).not.toContain('charset')
    }
  })

  test('may be read by the page of anyone, and so may an error', async () => {
    for (const url of ['/sdmx/v1/dataflow', '/sdmx/v1/nonsense', '/sdmx/v2/process']) {
      expect((await ask(url)).headers['access-control-allow-origin']).toBe('*')
    }
    const preflight = await server.inject({ method: 'OPTIONS', url: '/sdmx/v2/data' })
    expect(preflight.statusCode).toBe(204)
    expect(preflight.headers['access-control-allow-headers']).toContain('if-none-match')
  })

  test('to HEAD has the headers alone', async () => {
    const head = await server.inject({ method: 'HEAD', url: flow })
    expect([head.statusCode, head.body]).toEqual([200, ''])
    expect(head.headers['content-type']).toBe('application/vnd.sdmx.genericdata+xml;version=2.1')
  })
})
