import { expect, test } from 'vitest'
import { dimensionsOf, findCubeFigures } from '@caudal/methods/exchange'
import { findReference } from '@caudal/methods/measure'
import { cellName, treeCode, treeName } from '@caudal/methods/protect'
import { addCodes } from '../collect/codes/service.ts'
import { keeper, statistician } from '../govern/testing-actors.ts'
import { buildCubes, createCubeReader } from '../measure/service.ts'
import { receiveFacts } from '../measure/testing-facts.ts'
import { withNode } from '../store/testing.ts'
import { makeReleasedFigures } from './figures/released-figures.ts'
import { serveSdmx } from './testing-sdmx-routes.ts'

const own = {
  list: 'purpose',
  code: 'HN-pilgrimage',
  label: { es: 'Romería', en: 'Pilgrims', fr: 'Pèlerins' },
  standard: 'religion',
  validFrom: '2019-01-01',
  because: 'Acuerdo 12-2018',
}
const keeperOfHonduras = { ...keeper, institution: 'hn-inm', country: 'HND' }

test('codes of a country extend the lists of the platform, and its figures are written in those', async () => {
  await withNode(async (node) => {
    await addCodes(node, keeperOfHonduras, [own])
    await receiveFacts(node, {
      recordType: 'movement',
      dataset: 'movements-hnd',
      synthetic: true,
      sql: `select 'HND' as country, date '2020-02-01' as crossed_on, 'arrival' as direction, 'F' as sex,
        30 as age, 'GTM' as citizenship, 'HND-NUEVO' as border_post,
        case when i < 20 then 'HN-pilgrimage' when i < 50 then 'religion' else 'work' end as purpose
        from range(60) as drawn(i)`,
    })
    await buildCubes(node, statistician, { only: ['movements'] })
    const server = serveSdmx(node)
    const ask = async (url: string, accept?: string) => {
      const answer = await server.inject({
        url: `/sdmx/${url}`,
        ...(accept === undefined ? {} : { headers: { accept } }),
      })
      expect(answer.statusCode, answer.body.slice(0, 300)).toBe(200)
      return answer.body
    }
    const json = 'application/vnd.sdmx.structure+json;version=2.0.0'
    const extension = JSON.parse(
      await ask('v2/structure/codelist/CAUDAL.HND/CL_PURPOSE/1.0.0?references=children', json),
    )
    const [list] = extension.data.codelists.filter(
      ({ agencyID }: { agencyID: string }) => agencyID === 'CAUDAL.HND',
    )
    expect(list).toMatchObject({
      codes: [{ id: 'HN-pilgrimage', name: 'Pilgrims', parent: 'religion' }],
      codelistExtensions: [
        { codelist: 'urn:sdmx:org.sdmx.infomodel.codelist.Codelist=CAUDAL:CL_PURPOSE(1.0.0)' },
      ],
    })
    expect(extension.data.agencySchemes[0].agencies).toMatchObject([{ id: 'HND' }])
    const map = JSON.parse(
      await ask('v2/structure/representationmap/CAUDAL.HND/PURPOSE_TO_STANDARD/1.0.0', json),
    )
    expect(JSON.stringify(map.data)).toContain('HN-pilgrimage')
    const common = await ask('v2/structure/codelist/CAUDAL/CL_PURPOSE/1.0.0', json)
    expect(common).not.toContain('HN-pilgrimage')
    const xml = await ask('v1/codelist/CAUDAL.HND/CL_PURPOSE/1.0.0')
    expect(xml).toContain('COUNTS_AS')
    expect(xml).not.toContain('<str:Parent>')

    const { dataflow } = findCubeFigures('movements')!
    const csv = await ask(
      `v2/data/dataflow/CAUDAL/${dataflow}/+/*?c[TIME_PERIOD]=2020`,
      'application/vnd.sdmx.data+csv;version=2.0.0',
    )
    expect(csv).not.toContain('HN-pilgrimage')
    const [head, ...lines] = csv
      .trim()
      .split(/\r?\n/)
      .map((line) => line.split(','))
    const value = (purpose: string) =>
      lines
        .filter((line) => line[head!.indexOf('PURPOSE')] === purpose)
        .map((line) => Number(line[head!.indexOf('OBS_VALUE')]))
    expect(Math.max(...value('religion'))).toBe(50)
    expect(Math.max(...value('_T'))).toBe(60)
    await server.close()
  })
})

test('released figures of own codes are told with those that they count as, or not at all', async () => {
  await withNode(async (node) => {
    await addCodes(node, keeperOfHonduras, [own])
    await receiveFacts(node, {
      recordType: 'movement',
      dataset: 'movements-hnd',
      sql: `select 'HND' as country, date '2020-02-01' as crossed_on, 'arrival' as direction,
        unnest(['HN-pilgrimage', 'religion', 'work']) as purpose`,
    })
    await buildCubes(node, statistician, { only: ['movements'] })
    const open = await createCubeReader(node, { memory: 0 }).open('movements')
    const { domain } = open.manifest
    const figures = findCubeFigures('movements')!
    const dimensions = dimensionsOf(figures.structure)
    type Values = Readonly<Record<string, number | null>>
    /** @param byYear released figures by purpose @param occurring purposes that there were when they were counted */
    const told = async (
      byYear: Readonly<Record<string, Values>>,
      occurring = ['HN-pilgrimage', 'religion', 'work'],
    ) => {
      const purposes = { [treeName(findReference(open.cube, 'purpose')!, domain)]: occurring }
      const cells = Object.entries(byYear).flatMap(([year, values]) =>
        Object.entries(values).map(([purpose, value]) => {
          const places = { 'time.year': year, direction: 'arrival', country: 'HND', purpose }
          const codes = Object.fromEntries(
            Object.entries(places).map(([name, code]) => {
              const reference = findReference(open.cube, name)!
              return [treeName(reference, domain), treeCode(reference, code)]
            }),
          )
          const cell = { codes, value, occurring: purposes }
          return [cellName(Object.keys(codes), Object.values(codes)), cell] as const
        }),
      )
      return await node.lake.session(async (lake) => {
        const released = { version: '1', byTrees: new Map([['', new Map(cells)]]) }
        await makeReleasedFigures(lake, released, open, figures, dimensions)
        const rows = await lake.rows<{ year: string; code: string; v: number | null }>(
          'select t as year, "PURPOSE" as code, v from figures order by all',
        )
        await lake.run('drop table figures')
        return rows.map(({ year, code, v }) => [year, code, v])
      })
    }
    expect(await told({ 2020: { 'HN-pilgrimage': 20, religion: 30, work: 10 } })).toEqual([
      ['2020', 'religion', 50],
      ['2020', 'work', 10],
    ])
    expect(await told({ 2020: { 'HN-pilgrimage': null, religion: 30 } })).toEqual([
      ['2020', 'religion', null],
    ])
    // of a part alone nothing is told under the name of the whole, whatever is told of another year
    expect(
      await told({
        2019: { religion: 30, work: 10 },
        2020: { 'HN-pilgrimage': 20, work: 10 },
        2021: { 'HN-pilgrimage': 1, religion: 2 },
      }),
    ).toEqual([
      ['2019', 'work', 10],
      ['2020', 'work', 10],
      ['2021', 'religion', 3],
    ])
    // and what was released before there was an own code stays told
    expect(await told({ 2020: { religion: 30, work: 10 } }, ['religion', 'work'])).toEqual([
      ['2020', 'religion', 30],
      ['2020', 'work', 10],
    ])
  })
})
