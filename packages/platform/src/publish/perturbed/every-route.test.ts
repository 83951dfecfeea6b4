import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fastify from 'fastify'
import { expect, test } from 'vitest'
import { quoteText } from '@caudal/methods/collect'
import { anonymous } from '@caudal/methods/govern'
import { addKeyedCounts, perturbFigure } from '@caudal/methods/protect'
import type { TableResult } from '@caudal/methods/publish'
import { answerProblem } from '../../app/server/problem-answer.ts'
import { createSdmxService } from '../../exchange/service.ts'
import { tellCaller } from '../../govern/access-of-routes.ts'
import { statistician } from '../../govern/testing-actors.ts'
import { personKey } from '../../measure/person-cells.ts'
import { buildCubes } from '../../measure/service.ts'
import { receiveFacts } from '../../measure/testing-facts.ts'
import { perturbationOf } from '../../protect/perturbed/perturbation.ts'
import { acceptBatch, beginBatch, nodeSecret, type CaudalNode } from '../../store/index.ts'
import { withNode } from '../../store/testing.ts'
import { createSitePages } from '../pages/service.ts'
import { ReleasedCells } from '../release/released-cells.ts'
import { addPublishRoutes } from '../routes.ts'

const persons = 700
const crossings = 4000

/** Drawn crossings that pass for observed ones, so that they are protected: crossing i is of person i % 700, who has no other thing in common with the others of his kind. */
const crossingsSql = `select 'GTM' as country, date '2021-01-01' + cast(i * 37 % 730 as integer) as crossed_on,
    if(i % 3 = 0, 'departure', 'arrival') as direction, 'HND' as citizenship,
    if(i % 2 = 0, 'F', 'M') as sex, 30 as age, 1990 as birth_year
  from range(${crossings}) as drawn(i) order by i`

/** What linkage leaves: which record is of which person. */
async function receivePersons(node: CaudalNode, movements: number, dataset: string): Promise<void> {
  const batch = await beginBatch(node, 'journey')
  const first = BigInt(movements) * 2n ** 36n
  await node.lake.run(
    `copy (select ${first} + i + 1 as record_id, i % ${persons} as person from range(${crossings}) as drawn(i))
     to ${quoteText(batch.pathOf('persons', '0.parquet'))} (format parquet)`,
  )
  await acceptBatch(node, batch, {
    dataset: {
      id: dataset,
      title: { es: 'j', en: 'j', fr: 'j' },
      source: { owner: 'o', title: 't', licence: 'l', citation: 'c' },
      synthetic: false,
    },
    profile: { id: 'journeys', version: 1, content: {}, sha256: 'f'.repeat(64) },
    file: { name: 'journeys', sha256: randomBytes(32).toString('hex'), bytes: 1 },
    rows: { read: crossings, accepted: crossings, rejected: 0, flaggedDuplicate: 0 },
    quality: {},
    files: [{ kind: 'persons', name: '0.parquet', rows: crossings }],
  })
}

test('linked persons have the same noise by every route on which anybody can ask', async () => {
  const portal = mkdtempSync(join(tmpdir(), 'caudal-no-portal-'))
  await withNode(async (node) => {
    const { id } = await receiveFacts(node, {
      recordType: 'movement',
      dataset: 'posts',
      sql: crossingsSql,
    })
    // the figure, from the pairs of count and key of the persons themselves
    const secret = await nodeSecret(node, 'cell keys')
    const inCell = await node.lake.rows<{ person: number; n: number }>(
      `select i % ${persons} as person, count(*) as n from range(${crossings}) as drawn(i)
       where i % 3 <> 0 and i * 37 % 730 >= 365 group by 1`,
    )
    const value = inCell.reduce((sum, { n }) => sum + n, 0)
    const largest = Math.max(...inCell.map(({ n }) => n))
    const perturbation = await perturbationOf(node)
    const figureOf = (journeys: string) => {
      const pairs = inCell.map(({ person }) => ({
        persons: 1,
        key: personKey(secret, `${journeys}:${person}`),
      }))
      return perturbFigure(perturbation, { ...addKeyedCounts(pairs), value, largest }, 0)
    }
    // the noise of some persons is nothing: these are others
    const journeys = Array.from({ length: 50 }, (_, at) => `journeys-gtm-${at}`).find(
      (each) => figureOf(each) !== value,
    )!
    const figure = figureOf(journeys)
    await receivePersons(node, id, journeys)
    await buildCubes(node, statistician, { only: ['movements'] })
    const server = fastify()
    server.setErrorHandler<Error>((error, request, reply) => answerProblem(error, request, reply))
    server.addHook('onRequest', async (request) =>
      tellCaller(request, async () => ({ actor: anonymous })),
    )
    addPublishRoutes(server, node)
    const ask = async (query: string) => {
      const answer = await server.inject({ url: `/api/cubes/movements/table?${query}` })
      expect([query, answer.statusCode]).toEqual([query, 200])
      return answer
    }
    const table = async (query: string) => (await ask(query)).json<TableResult>()
    const year = 'where=country:GTM;time.year:2022'
    const arrivals = `${year};direction:arrival`

    // explore and the API: as a row, as a column, as the only cell, as a total
    const byRow = await table(`rows=direction&${year}`)
    expect(byRow.values[byRow.rowKeys.findIndex(([code]) => code === 'arrival')]).toBe(figure)
    const byColumn = await table(`rows=country&columns=direction&${year}`)
    expect(byColumn.values[byColumn.columnKeys.findIndex(([code]) => code === 'arrival')]).toBe(
      figure,
    )
    expect((await table(`rows=&${arrivals}`)).grandTotal).toBe(figure)
    expect((await table(`rows=sex&${arrivals}`)).grandTotal).toBe(figure)
    const years = await table('rows=time.year&where=country:GTM;direction:arrival')
    expect(years.values[years.rowKeys.findIndex(([code]) => code === '2022')]).toBe(figure)

    // what is downloaded
    const csv = (await ask(`rows=direction&${year}&format=csv`)).body.split('\r\n')
    expect(csv.find((line) => line.startsWith('arrival,'))).toMatch(
      new RegExp(`,${figure},perturbed`),
    )
    const file = join(portal, 'table.parquet')
    writeFileSync(file, (await ask(`rows=direction&${year}&format=parquet`)).rawPayload)
    const rows = await node.lake.rows(
      `select * from read_parquet(${quoteText(file)}) where direction = 'arrival'`,
    )
    expect(rows.map(({ value: own }) => Number(own))).toEqual([figure])

    // the profile page of the country
    const pages = createSitePages(node, { portal, warn: () => {} })
    const { html } = (await pages.country('GTM', 'en'))!
    expect(html.replace(/(\d)[,\u202F\u00A0](\d)/g, '$1$2')).toContain(
      `<b>${figure} <small>crossings</small></b>`,
    )
    expect(html.replace(/(\d)[,\u202F\u00A0](\d)/g, '$1$2')).not.toContain(`<b>${value} <small>`)

    // the exchange tells of persons what releases tell, and there is none
    const exchanged = await createSdmxService(node, {
      releases: new ReleasedCells(node, 0),
    }).answer({
      restVersion: 2,
      address: 'data/dataflow/CAUDAL/MOVEMENTS/+/*?c[FREQ]=A&c[REF_AREA]=GTM&c[TIME_PERIOD]=2022',
      accept: 'application/vnd.sdmx.data+csv;version=2.0.0',
      languages: ['en'],
      serviceUrl: 'http://node/sdmx/v2',
    })
    const read = async () => {
      for await (const piece of await exchanged.write()) expect(piece).not.toContain(String(figure))
    }
    await expect(read()).rejects.toMatchObject({ code: 'sdmx.no-results' })

    // a cube that is built anew has the same persons
    await buildCubes(node, statistician, { only: ['movements'] })
    expect((await table(`rows=direction,sex&${year}`)).values).toHaveLength(4)
    expect((await table(`rows=mode&${arrivals}`)).grandTotal).toBe(figure)
    await server.close()
  }).finally(() => rmSync(portal, { recursive: true, force: true }))
})
