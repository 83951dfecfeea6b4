import { expect, test } from 'vitest'
import { Refusal } from '@caudal/methods/vocabulary'
import { createSdmxService } from '../../exchange/service.ts'
import { addVersion } from '../../govern/registers/documents.ts'
import { publisherOf, statistician } from '../../govern/testing-actors.ts'
import { buildCubes } from '../../measure/service.ts'
import { receiveFacts } from '../../measure/testing-facts.ts'
import { withNode } from '../../store/testing.ts'
import { ReleasedCells } from './released-cells.ts'
import { createReleaseService } from './service.ts'

/** SYNTHETIC crossings of three months of one year by land and air. */
const crossings = `select 'SLV' as country, date '2019-02-01' + (i * 7919 % 80)::integer as crossed_on,
    case when i % 2 = 0 then 'arrival' else 'departure' end as direction,
    case when i % 5 = 0 then 'air' else 'land' end as mode,
    case when i % 3 = 0 then 'GTM' else 'SLV' end as citizenship,
    case when i * 31 % 11 < 5 then 'F' else 'M' end as sex, 18 + i * 13 % 60 as age,
    1941 + i * 13 % 60 as birth_year
  from range(1500) as drawn(i)`

const person = (id: string) => publisherOf('SLV', id)
const plan = {
  series: 'modes-march',
  title: { es: 'Modos', en: 'Modes', fr: 'Modes' },
  rules: { threshold: 3 },
  figures: [
    {
      id: 'by-mode',
      cube: 'movements',
      table: 'rows=mode&columns=direction&where=country:SLV;time:2019-03',
    },
  ],
}

test('what a release shows is exchanged from its hour on and not a second before, and its successor after it', async () => {
  await withNode(async (node) => {
    await receiveFacts(node, { recordType: 'movement', dataset: 'posts', sql: crossings })
    await buildCubes(node, statistician, { only: ['movements'] })
    let now = Date.parse('2026-01-01T00:00:00Z')
    const clock = () => new Date(now)
    const releases = createReleaseService(node, { now: clock })
    const sdmx = createSdmxService(node, {
      now: () => now,
      releases: new ReleasedCells(node, -1, clock),
      believedFor: -1,
    })
    const ask = async (query: string) => {
      const answer = await sdmx.answer({
        restVersion: 2,
        address: `/data/dataflow/CAUDAL/MOVEMENTS/+/M.SLV.BORDER_ARRIVALS?${query}&c[MODE_TRANSPORT]=land&c[CITIZENSHIP]=_T&c[TIME_PERIOD]=2019-03`,
        accept: 'application/vnd.sdmx.data+csv;version=2.0.0',
        languages: ['en'],
        serviceUrl: 'http://node/sdmx/v2',
      })
      try {
        let text = ''
        for await (const piece of await answer.write()) text += piece
        const [heading, ...lines] = text.trim().split('\r\n')
        const names = heading!.split(',')
        const of = (line: string, name: string) => line.split(',')[names.indexOf(name)]
        return {
          answer,
          told: lines
            .filter((line) => of(line, 'BORDER_POST') === '_T' && of(line, 'PURPOSE') === '_T')
            .map((line) => `${of(line, 'ACTION')} ${of(line, 'OBS_VALUE')}`),
        }
      } catch (error) {
        if (error instanceof Refusal) return { answer, told: [error.code] }
        throw error
      }
    }
    const unreleased = await ask('')
    expect(unreleased.told).toEqual(['sdmx.no-results'])
    const { id } = await releases.draft(person('Ana'), plan)
    await releases.approve(person('Bea'), id)
    await releases.publish(person('Bea'), id, '2026-02-01T09:00:00Z')

    now = Date.parse('2026-02-01T08:59:59Z')
    const before = await ask('')
    expect(before.told).toEqual(unreleased.told)
    expect(before.answer.tag).toBe(unreleased.answer.tag)
    expect((await ask('updatedAfter=2026-01-15T00:00:00Z')).told).toEqual(['sdmx.no-results'])

    now = Date.parse('2026-02-01T09:00:00Z')
    const shown = await ask('')
    const csv = (await releases.readFile(id, 'en/by-mode.csv'))!.content.toString()
    const [, exact] = /^land,[^,]*,arrival,[^,]*,[^,]*,[^,]*,(\d+)/m.exec(csv)!
    expect(shown.told).toEqual([`I ${exact}`])
    expect(shown.answer.tag).not.toBe(unreleased.answer.tag)
    expect(shown.answer.lastModified).toBe(now)
    expect((await ask('updatedAfter=2026-01-15T00:00:00Z')).told).toEqual([`R ${exact}`])
    // As of before its hour there is nothing of it.
    expect((await ask('asOf=2026-01-31T00:00:00Z')).told).toEqual(['sdmx.no-results'])

    await receiveFacts(node, {
      recordType: 'movement',
      dataset: 'posts-late',
      sql: crossings.replace('range(1500)', 'range(1500, 1800)'),
    })
    now = Date.parse('2026-03-01T00:00:00Z')
    const second = await releases.draft(person('Bea'), plan)
    await releases.approve(person('Ana'), second.id)
    await releases.publish(person('Ana'), second.id, '2026-03-02T00:00:00Z')
    expect((await ask('')).told).toEqual([`I ${exact}`])
    now = Date.parse('2026-03-02T00:00:00Z')
    const corrected = (await ask('')).told
    expect(corrected).not.toEqual([`I ${exact}`])
    expect((await releases.get(person('Ana'), id)).state).toBe('superseded')
    expect((await ask('updatedAfter=2026-02-15T00:00:00Z')).told).toEqual([
      corrected[0]!.replace('I', 'R'),
    ])
    expect((await ask('asOf=2026-02-15T00:00:00Z')).told).toEqual([`I ${exact}`])
    expect((await ask('includeHistory=true')).told).toEqual([
      `R ${exact}`,
      corrected[0]!.replace('I', 'R'),
    ])
  })
})

test('a release of returns is exchanged in the structure of returns, and what it does not show is not', async () => {
  await withNode(async (node) => {
    await receiveFacts(node, {
      recordType: 'return',
      dataset: 'centres',
      sql: `select 'SLV' as country, date '2020-01-01' + (i * 7 % 360)::integer as returned_on,
          if(i % 3 = 0, 'voluntary', 'forced') as return_type, if(i % 2 = 0, 'F', 'M') as sex,
          1950 + i % 50 as birth_year from range(600) as drawn(i)`,
    })
    await buildCubes(node, statistician, { only: ['returns'] })
    const releases = createReleaseService(node)
    const sdmx = createSdmxService(node, { releases: new ReleasedCells(node, -1) })
    const ask = async (address: string) => {
      const answer = await sdmx.answer({
        restVersion: 2,
        address,
        accept: undefined,
        languages: ['en'],
        serviceUrl: 'http://node/sdmx/v2',
      })
      let text = ''
      for await (const piece of await answer.write()) text += piece
      return text
    }
    const { id } = await releases.draft(person('Ana'), {
      series: 'returns-2020',
      title: { es: 'Retornos', en: 'Returns', fr: 'Retours' },
      rules: { threshold: 3 },
      figures: [
        {
          id: 'by-type',
          cube: 'returns',
          table: 'rows=return_type&columns=time.year&where=country:SLV',
        },
      ],
    })
    await releases.approve(person('Bea'), id)
    await releases.publish(person('Bea'), id)
    const data = await ask('/data/dataflow/CAUDAL/RETURNS/+/A.SLV.RETURNS?format=csvdata')
    expect(data).toMatch(/,forced,.*,2020,400,/)
    expect(data).toMatch(/,voluntary,.*,2020,200,/)
    const actual = await ask('/availability/dataflow/CAUDAL/RETURNS/+/*/SEX')
    expect(actual).toContain('_T')
    expect(actual).not.toMatch(/"F"|"M"/)
  })
})

test('a figure that the successor of a release has no more is told as deleted, in every format', async () => {
  await withNode(async (node) => {
    await receiveFacts(node, { recordType: 'movement', dataset: 'posts', sql: crossings })
    const owned = { owner: 'i', country: 'SLV', activity: 'posts' }
    await addVersion(node.register, 'dataset', 'posts', owned, 0, 'test')
    await buildCubes(node, statistician, { only: ['movements'] })
    let now = Date.parse('2026-02-01T00:00:00Z')
    const clock = () => new Date(now)
    const releases = createReleaseService(node, { now: clock })
    const cells = new ReleasedCells(node, -1, clock)
    const sdmx = createSdmxService(node, { now: () => now, releases: cells, believedFor: -1 })
    const ask = async (restVersion: 1 | 2, address: string) => {
      const answer = await sdmx.answer({
        restVersion,
        address,
        accept: undefined,
        languages: ['en'],
        serviceUrl: 'http://node/sdmx',
      })
      try {
        let text = ''
        for await (const piece of await answer.write()) text += piece
        return text
      } catch (error) {
        if (error instanceof Refusal) return error.code
        throw error
      }
    }
    // Neither table names the country: the records have but one.
    const release = async (where: string) => {
      const table = `rows=mode&columns=direction&where=time:2019-03${where}`
      const drafted = await releases.draft(person('Ana'), {
        ...plan,
        figures: [{ id: 'by-mode', cube: 'movements', table }],
      })
      await releases.approve(person('Bea'), drafted.id)
      await releases.publish(person('Bea'), drafted.id, clock().toISOString())
    }
    await release('')
    const key = 'M.SLV.BORDER_ARRIVALS._T._T._T._T.air._T'
    expect(await ask(1, `/data/MOVEMENTS/${key}`)).toContain('id="MODE_TRANSPORT" value="air"')
    expect(await ask(1, '/data/MOVEMENTS')).not.toContain('id="REF_AREA" value="_T"')

    now = Date.parse('2026-03-01T00:00:00Z')
    await release(';mode:land')
    expect(await ask(1, `/data/MOVEMENTS/${key}`)).toBe('sdmx.no-results')
    expect(await ask(2, '/data/dataflow/CAUDAL/MOVEMENTS?c[MODE_TRANSPORT]=land')).toContain('land')
    const since = 'updatedAfter=2026-02-15T00:00:00Z'
    const csv = await ask(2, `/data/dataflow/CAUDAL/MOVEMENTS/+/${key}?${since}&format=csvdata`)
    const [heading, line, ...rest] = csv
      .trim()
      .split('\r\n')
      .map((each) => each.split(','))
    const told = Object.fromEntries(heading!.map((name, i) => [name, line![i]]))
    expect(rest).toEqual([])
    expect(told).toMatchObject({ ACTION: 'D', MODE_TRANSPORT: 'air', OBS_VALUE: '' })
    const xml = await ask(1, `/data/MOVEMENTS/${key}?${since}&format=structurespecificdata`)
    expect(xml.match(/dsd:action="\w+"/g)).toEqual(['dsd:action="Delete"'])
    expect(xml).toContain('<Obs TIME_PERIOD="2019-03"/>')
    const json = await ask(2, `/data/dataflow/CAUDAL/MOVEMENTS/+/${key}?${since}`)
    const { data } = JSON.parse(json) as { data: { dataSets: { action: string }[] } }
    expect(data.dataSets.map(({ action }) => action)).toEqual(['Delete'])
    const changed = await ask(2, `/availability/dataflow/CAUDAL/MOVEMENTS/+/${key}?${since}`)
    expect(changed).toContain('"air"')
    // What it was is still known as of its time.
    const then = `/data/dataflow/CAUDAL/MOVEMENTS/+/${key}?asOf=2026-02-15T00:00:00Z`
    expect(await ask(2, then)).toContain('air')
  })
})
