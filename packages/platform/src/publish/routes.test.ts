import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import fastify from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  codesAnswerSchema,
  cubeAnswerSchema,
  cubeListAnswerSchema,
  problemAnswerSchema,
  tableAnswerSchema,
  type CubeListAnswer,
  type TableResult,
} from '@caudal/methods/publish'
import { statistician } from '../govern/testing-actors.ts'
import { buildCubes } from '../measure/service.ts'
import { receiveFacts } from '../measure/testing-facts.ts'
import { withNode } from '../store/testing.ts'
import { apiOperations } from './api-operations.ts'
import { addPublishRoutes } from './routes.ts'
import { publishNode, servePublished, type PublishedNode } from '../app/server/testing-published.ts'

let published: PublishedNode

beforeAll(async () => {
  published = await publishNode()
})

afterAll(() => published?.stop())

const get = (url: string, headers?: Record<string, string>) => published.get(url, headers)
const table = '/api/cubes/movements/table'

describe('the list of cubes', () => {
  test('names every cube in the language asked for, with its state', async () => {
    const answer = await get('/api/cubes', { 'accept-language': 'fr-CA, en;q=0.5' })
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['content-language']).toBe('fr')
    const { cubes } = cubeListAnswerSchema.parse(answer.json<CubeListAnswer>())
    expect(cubes.map(({ id, state }) => [id, state])).toEqual([
      ['movements', 'built'],
      ['migrations', 'empty'],
      ['migration-estimates', 'empty'],
      ['resident-stocks', 'empty'],
      ['stays', 'empty'],
      ['permits', 'empty'],
      ['permit-events', 'empty'],
      ['residences', 'empty'],
      ['returns', 'empty'],
      ['incidents', 'empty'],
      ['indicators', 'built'],
      ['population', 'empty'],
      ['missing-migrants', 'empty'],
      ['un-migrant-stock', 'built'],
      ['nz-plt-migration', 'empty'],
      ['banxico-remittances', 'empty'],
    ])
    // Indicators of observed inputs wait for a release: whoever is unknown is given none.
    const indicators = await get('/api/cubes/indicators/table?rows=indicator&columns=time')
    const { values, statuses } = indicators.json<{
      values: (number | null)[]
      statuses: Record<string, string>
    }>()
    expect(values.length).toBeGreaterThan(0)
    expect(values.every((value) => value === null)).toBe(true)
    expect(Object.values(statuses)).toEqual(values.map(() => 'suppressed'))
    expect(cubes[0]!.title).toBe('Entrées et sorties aux postes frontière')
    expect(cubes[0]).toMatchObject({ synthetic: true, protection: 'none', records: 5000 })
  })

  test('says of an empty cube why it is empty and what to do', async () => {
    const answer = await get('/api/cubes/nz-plt-migration?language=es')
    const cube = cubeAnswerSchema.parse(answer.json())
    expect(cube.state).toBe('empty')
    expect(cube.stateReason?.what).toContain('está vacío')
    expect(cube.stateReason?.advice).toContain('caudal import ARCHIVO --profile nz-plt-migration')
    const refused = await get('/api/cubes/nz-plt-migration/table?rows=sex&language=es')
    expect(refused.statusCode).toBe(404)
    expect(problemAnswerSchema.parse(refused.json())).toMatchObject({
      code: 'measure.cube-empty',
      detail: cube.stateReason?.advice,
    })
  })
})

describe('what a table shows of its measure', () => {
  test('is worked out from the cube, periods outside the table included', async () => {
    const asked = 'columns=time.year&where=time.year:2019,2020'
    const figures = (await get(`${table}?${asked}`)).json<TableResult>()
    const changes = await get(`${table}?${asked}&show=difference&language=en`)
    const shown = tableAnswerSchema.parse(changes.json())
    expect(shown.calculation?.id).toBe('difference')
    expect(shown.values[1]).toBe(figures.values[1]! - figures.values[0]!)
    const earlier = (
      await get(`${table}?columns=time.year&where=time.year:2018`)
    ).json<TableResult>()
    expect(shown.values[0]).toBe(figures.values[0]! - earlier.values[0]!)
  })

  test('is said in every line of a download', async () => {
    const { body } = await get(`${table}?rows=sex&show=column-share&format=csv&language=en`)
    const [head, first] = body.split('\r\n')
    expect(head).toContain('status,show,unit')
    expect(first).toContain('column-share,%')
  })

  test('is refused in words where the table has no place for it', async () => {
    const answer = await get(`${table}?rows=sex&show=change&language=fr`)
    expect(answer.statusCode).toBe(400)
    expect(problemAnswerSchema.parse(answer.json())).toMatchObject({
      code: 'publish.show-without-time',
      detail: 'Mettez dans columns une dimension de temps\u00a0: time.',
    })
  })
})

describe('codes for pickers', () => {
  test('are those that occur, with their labels and parents', async () => {
    const answer = await get('/api/cubes/movements/dimensions/citizenship/codes?language=en')
    const { codes, total, truncated, last } = codesAnswerSchema.parse(answer.json())
    expect(codes.find(({ code }) => code === 'SLV')).toEqual({
      code: 'SLV',
      label: 'El Salvador',
      parent: { code: '013', label: 'Central America' },
    })
    expect(codes.at(-1)).toMatchObject({ code: '_U', label: 'Unknown' })
    expect(total).toBe(codes.length)
    expect(truncated).toBe(false)
    expect(last).toBe(codes.findLast(({ code }) => code !== '_U')?.code)
  })

  test('are found by any spelling, accents and capitals aside', async () => {
    const find = async (search: string) => {
      const url = `/api/cubes/movements/dimensions/citizenship/codes?language=es&search=${encodeURIComponent(search)}`
      const { codes } = codesAnswerSchema.parse((await get(url)).json())
      return codes.map(({ code }) => code)
    }
    expect(await find('MEXICO')).toContain('MEX')
    expect(await find('méxico')).toContain('MEX')
    expect(await find('slv')).toContain('SLV')
    expect(await find('no such place')).toEqual([])
  })

  test('come as many as asked for', async () => {
    const answer = await get('/api/cubes/movements/dimensions/time.year/codes?limit=3')
    expect(codesAnswerSchema.parse(answer.json())).toMatchObject({
      total: 10,
      truncated: true,
      last: '2024',
    })
  })
})

describe('a table', () => {
  test('matches its schema, and adds up', async () => {
    const answer = await get(`${table}?rows=country,sex&columns=time.year&language=en`)
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8')
    const parsed = tableAnswerSchema.parse(answer.json())
    expect(parsed.grandTotal).toBe(5000)
    expect(parsed.values.reduce<number>((sum, value) => sum + (value ?? 0), 0)).toBe(5000)
    expect(parsed.rowTotals!.reduce<number>((sum, value) => sum + (value ?? 0), 0)).toBe(5000)
    expect(parsed.notes[0]).toMatch(/^SYNTHETIC/)
  })

  test('is not sent again to who has it; another language or specification is another answer', async () => {
    const first = await get(`${table}?rows=country`, { 'accept-language': 'es' })
    const etag = String(first.headers['etag'])
    const known = { 'if-none-match': etag, 'accept-language': 'es' }
    const again = await get(`${table}?rows=country`, known)
    expect(again.statusCode).toBe(304)
    expect(again.body).toBe('')
    expect(again.headers['etag']).toBe(etag)
    expect((await get(`${table}?rows=country&language=en`, known)).statusCode).toBe(200)
    expect((await get(`${table}?rows=sex`, known)).statusCode).toBe(200)
    expect((await get(`${table}?rows=country&format=csv`, known)).statusCode).toBe(200)
    expect(first.headers['cache-control']).toBe('private, no-cache')
    expect(first.headers['vary']).toContain('accept-language')
    const open = await get('/api/cubes/un-migrant-stock/table?rows=destination')
    expect(open.headers['cache-control']).toBe('public, no-cache')
  })

  test('asked for by many at once is the same for all', async () => {
    const asked = Array.from({ length: 60 }, (_, i) =>
      get(
        `${table}?rows=${['country', 'sex', 'age', 'purpose'][i % 4]}&columns=time.quarter&language=es`,
      ),
    )
    const answers = await Promise.all(asked)
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200]))
    expect(new Set(answers.map(({ body }) => body)).size).toBe(4)
  })

  test('of newer records is another table', async () => {
    await withNode(async (own) => {
      const record = { country: 'SLV', crossed_on: '2020-01-01', direction: 'arrival' }
      await receiveFacts(own, { recordType: 'movement', dataset: 'posts', records: [record] })
      await buildCubes(own, statistician, { only: ['movements'] })
      const made = servePublished(own, statistician, { believedFor: 0 })
      const ask = (headers = {}) =>
        made.inject({ url: `${table}?rows=country&language=en`, headers })
      const before = await ask()
      expect(before.json<TableResult>()).toMatchObject({ grandTotal: 1, protection: 'unprotected' })
      await receiveFacts(own, { recordType: 'movement', dataset: 'posts', records: [record] })
      const stale = await ask({ 'if-none-match': before.headers['etag'] })
      expect(stale.json<TableResult>().notes.join()).toContain('Newer records have arrived')
      await buildCubes(own, statistician, { only: ['movements'] })
      const after = await ask({ 'if-none-match': before.headers['etag'] })
      expect(after.statusCode).toBe(200)
      expect(after.json<TableResult>().grandTotal).toBe(2)
      await made.close()
    })
  })
})

test('a table is packed for readers who take it so, and is the same table', async () => {
  const url = `${table}?rows=country,citizenship&columns=time.year`
  const plain = await get(url)
  expect(plain.headers['content-encoding']).toBeUndefined()
  const unpack = { br: brotliDecompressSync, gzip: gunzipSync } as const
  for (const encoding of ['br', 'gzip'] as const) {
    const packed = await get(url, { 'accept-encoding': `${encoding}, identity;q=0.5` })
    expect(packed.headers['content-encoding']).toBe(encoding)
    expect(packed.headers['vary']).toContain('accept-encoding')
    expect(unpack[encoding](packed.rawPayload).toString('utf8')).toBe(plain.body)
  }
  const refused = await get(url, { 'accept-encoding': 'br;q=0, gzip;q=0.0' })
  expect(refused.headers['content-encoding']).toBeUndefined()
})

describe('a request that cannot be met', () => {
  test.each([
    [`${table}?rows=citizenhip`, 400, 'publish.dimension-unknown', 'citizenship'],
    [`${table}?rows=country&colums=sex`, 400, 'publish.parameter-unknown', 'columns'],
    [
      `${table}?rows=country&format=pdf`,
      400,
      'publish.parameter-invalid',
      'json, csv, xlsx, parquet',
    ],
    [`${table}?rows=country&rows=sex`, 400, 'publish.parameter-repeated', 'rows'],
    [`${table}?rows=country&language=de`, 400, 'publish.parameter-invalid', 'es, en, fr'],
    [`${table}?rows=country&top=many`, 400, 'publish.parameter-invalid', 'top'],
    [`${table}?rows=country;drop%20table`, 400, 'publish.dimension-unknown', 'country'],
    [`${table}?where=country:'%20or%201=1`, 400, 'publish.code-unknown', 'country'],
    ['/api/cubes/movement', 404, 'measure.cube-unknown', 'movements'],
    ['/api/cubes/movement/table', 404, 'measure.cube-unknown', 'movements'],
    ['/api/cubes/__proto__/table', 404, 'measure.cube-unknown', 'movements'],
    ['/api/cubes/movements/dimensions/sexo/codes', 400, 'publish.dimension-unknown', 'sex'],
    [
      '/api/cubes/movements/dimensions/sex/codes?limit=0',
      400,
      'publish.parameter-invalid',
      'limit',
    ],
    ['/api/cubes?lang=en', 400, 'publish.parameter-unknown', 'language'],
    [
      `${table}?rows=country,time,direction,border_post,mode,citizenship,sex,age,purpose&columns=time.quarter`,
      413,
      'publish.table-too-large',
      'where',
    ],
  ])(
    '%s is refused as a problem, in the language of the reader',
    async (url, status, code, named) => {
      for (const [header, language] of [
        ['es', 'es'],
        ['fr;q=0.9, en;q=0.5', 'fr'],
      ] as const) {
        const answer = await get(url, { 'accept-language': header })
        expect(answer.statusCode).toBe(status)
        expect(answer.headers['content-type']).toContain('application/problem+json')
        const problem = problemAnswerSchema.parse(answer.json())
        expect(problem.code).toBe(code)
        expect(`${problem.title} ${problem.detail}`).toContain(named)
        expect(answer.headers['content-language']).toBe(language)
      }
    },
  )
})

describe('the description of the interface', () => {
  test('holds every route, and nothing that is not there', async () => {
    const description = (await get('/api/openapi.json')).json<{ paths: Record<string, unknown> }>()
    const routes: string[] = []
    const made = fastify()
    made.addHook('onRoute', ({ method, url }) => {
      if (method === 'GET') routes.push(url)
    })
    addPublishRoutes(made, published.node)
    const written = routes.map((route) => route.replace(/:(\w+)/g, '{$1}'))
    expect(Object.keys(description.paths).sort()).toEqual([...new Set(written)].sort())
    expect(apiOperations).toHaveLength(new Set(written).size)
  })

  test('is in the language asked for, and refers only to what it holds', async () => {
    const answer = await get('/api/openapi.json?language=fr')
    const description = answer.json<{
      openapi: string
      components: { schemas: Record<string, unknown> }
    }>()
    expect(description.openapi).toBe('3.1.0')
    expect(answer.body).toContain('Un tableau croisé')
    const names = [...answer.body.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)]
    expect(names.length).toBeGreaterThan(5)
    for (const [, name] of names) expect(description.components.schemas).toHaveProperty(name!)
    expect(answer.body).not.toContain('$defs')
  })
})
