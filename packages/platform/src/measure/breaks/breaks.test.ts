import { expect, test } from 'vitest'
import type { Actor } from '@caudal/methods/govern'
import { parseTableSpec } from '@caudal/methods/publish'
import { createSdmxService } from '../../exchange/service.ts'
import { statistician } from '../../govern/testing-actors.ts'
import { createPublishService } from '../../publish/service.ts'
import { ReleasedCells } from '../../publish/release/released-cells.ts'
import { createReleaseService } from '../../publish/release/service.ts'
import { withNode } from '../../store/testing.ts'
import { buildCubes } from '../service.ts'
import { receiveFacts } from '../testing-facts.ts'
import { addBreak, endBreak, listKeptBreaks, listPublicBreaks } from './service.ts'

const reason = {
  es: 'Se abrió el registro electrónico',
  en: 'The electronic register was opened',
  fr: 'Le registre électronique a été ouvert',
}
const given = {
  country: 'gtm',
  cube: 'movements',
  from: '2019-05',
  reason,
  source: 'Acuerdo 12-2019',
}
const person = (id: string): Actor => ({
  kind: 'person',
  id,
  roles: ['statistician', 'publisher', 'regional-coordinator'],
  institution: 'i',
  country: '',
})

test('a break that is recorded is told in tables, their changes, their origin, releases and SDMX', async () => {
  await withNode(async (node) => {
    await receiveFacts(node, {
      recordType: 'movement',
      dataset: 'posts',
      sql: `select case when i % 3 = 0 then 'SLV' else 'GTM' end as country,
          date '2017-01-01' + (i * 7919 % 1460)::integer as crossed_on, 'arrival' as direction,
          case when i % 2 = 0 then 'land' else 'air' end as mode, 1941 + i as birth_year
        from range(6000) as drawn(i)`,
    })
    await buildCubes(node, statistician, { only: ['movements'] })
    const publish = createPublishService(node, { memory: 0, believedFor: 0 })
    const table = (query: string) =>
      publish.measureTable(
        async () => statistician,
        'movements',
        parseTableSpec(new URLSearchParams(query)),
        'en',
      )
    const years = 'rows=country&columns=time.year'
    expect((await table(years)).statuses).toEqual({})

    expect(await addBreak(node, statistician, given)).toBe(1)
    const { rowKeys, columnKeys, statuses, notes } = await table(years)
    const at = (country: string, year: string) =>
      rowKeys.findIndex(([code]) => code === country) * columnKeys.length +
      columnKeys.findIndex(([code]) => code === year)
    expect(statuses).toEqual({ [at('GTM', '2019')]: 'break' })
    expect(notes.join(' ')).toContain(
      'Break in the series of Guatemala from May 2019: The electronic register was opened (source: Acuerdo 12-2019)',
    )
    // a change over the break has its figure and the mark; of the other country it has none
    const changes = await table(`${years}&show=change`)
    expect(changes.statuses[at('GTM', '2019')]).toBe('break')
    expect(changes.values[at('GTM', '2019')]).not.toBeNull()
    // the year of the break is in part before it: what is compared with it is marked too
    expect(changes.statuses[at('GTM', '2020')]).toBe('break')
    expect(changes.statuses[at('GTM', '2018')]).toBeUndefined()
    expect(changes.statuses[at('SLV', '2019')]).toBeUndefined()
    // a figure of both countries is marked where it is compared, and told of in a note
    const both = await table('columns=time.year&show=change')
    expect(both.statuses).toEqual({ 0: 'no-base', 2: 'break', 3: 'break' })
    expect((await table('rows=time.year&where=country:SLV')).notes.join(' ')).not.toMatch(/Break/)
    const origin = await publish.getProvenance(async () => statistician, 'movements', 'fr')
    expect((await origin.answer()).quality.breaks).toEqual([
      {
        country: { code: 'GTM', label: 'Guatemala' },
        from: '2019-05',
        reason: 'recorded',
        text: reason.fr,
        source: given.source,
      },
    ])

    const releases = createReleaseService(node)
    const { id } = await releases.draft(person('Ana'), {
      series: 'arrivals',
      title: { es: 'Entradas', en: 'Arrivals', fr: 'Entrées' },
      rules: { threshold: 3 },
      figures: [{ id: 'arrivals', cube: 'movements', table: `${years}&where=direction:arrival` }],
    })
    await releases.approve(person('Bea'), id)
    await releases.publish(person('Bea'), id)
    const csv = (await releases.readFile(id, 'en/arrivals.csv'))!.content.toString()
    expect(csv.split('\r\n').filter((line) => line.includes(',break'))).toHaveLength(1)

    const sdmx = createSdmxService(node, { releases: new ReleasedCells(node, 0) })
    const ask = async (address: string, accept: string) => {
      const answer = await sdmx.answer({
        restVersion: 2,
        address,
        accept,
        languages: ['en'],
        serviceUrl: 'http://node/sdmx/v2',
      })
      let text = ''
      for await (const piece of await answer.write()) text += piece
      return text
    }
    const observations = await ask(
      'data/dataflow/CAUDAL/MOVEMENTS/+/*?c[FREQ]=A&c[MEASURE]=BORDER_ARRIVALS',
      'application/vnd.sdmx.data+csv;version=2.0.0',
    )
    const [header, ...lines] = observations
      .trim()
      .split(/\r?\n/)
      .map((line) => line.split(','))
    const column = (name: string) => header!.indexOf(name)
    const broken = lines.filter((line) => line[column('OBS_STATUS')] === 'B')
    expect(broken.map((line) => [line[column('REF_AREA')], line[column('TIME_PERIOD')]])).toEqual([
      ['GTM', '2019'],
    ])
    const metadata = await ask(
      'metadata/structure/dataflow/CAUDAL/MOVEMENTS/+',
      'application/vnd.sdmx.metadata+json;version=2.0.0',
    )
    expect(metadata).toContain('Guatemala, 2019-05: The electronic register was opened')

    await endBreak(node, statistician, 1, 'The former register was complete too')
    expect((await table(years)).statuses).toEqual({})
    // a release keeps what it told, and can still be counted again byte by byte
    expect(await releases.verify(person('Bea'), id)).toMatchObject({ outcome: 'verified' })
    expect(await listPublicBreaks(node)).toEqual([])
    expect(await listKeptBreaks(node, statistician)).toMatchObject([
      { id: 1, country: 'GTM', ended: { reason: 'The former register was complete too' } },
    ])
  })
})

test('what is no break is refused, and each country keeps its own', async () => {
  await withNode(async (node) => {
    const refused = async (work: Promise<unknown>, code: string) =>
      await expect(work).rejects.toMatchObject({ code: `breaks.${code}` })
    await refused(addBreak(node, statistician, { ...given, country: 'Mars' }), 'country-unknown')
    await refused(addBreak(node, statistician, { ...given, cube: 'movement' }), 'cube-unknown')
    for (const from of ['2019-13', '2019-02-30', 'May 2019']) {
      await refused(addBreak(node, statistician, { ...given, from }), 'period-unreadable')
    }
    const inOne = { ...given, reason: { es: 'Sí', en: ' ', fr: 'Oui' } }
    await refused(addBreak(node, statistician, inOne), 'reason-in-one-language')
    await refused(addBreak(node, statistician, { ...given, source: '' }), 'source-missing')
    const salvadoran: Actor = { ...person('Eva'), country: 'SLV' }
    await refused(addBreak(node, salvadoran, given), 'another-country')
    await addBreak(node, statistician, given)
    await refused(addBreak(node, statistician, given), 'recorded-already')
    await refused(endBreak(node, salvadoran, 1, 'no'), 'another-country')
    await refused(endBreak(node, statistician, 2, 'no'), 'break-unknown')
    await refused(endBreak(node, statistician, 1, '  '), 'end-unexplained')
    await endBreak(node, statistician, 1, 'It was none')
    await refused(endBreak(node, statistician, 1, 'again'), 'break-unknown')
    expect(await addBreak(node, salvadoran, { ...given, country: 'SLV' })).toBe(2)
    const log = await node.register.query<{ entry: string }>(
      "select entry from audit_entries where entry like '%measure.keep-breaks%' order by index",
    )
    expect(log.map(({ entry }) => /"act":"(\w+)"/.exec(entry)?.[1]).filter(Boolean)).toEqual([
      'recorded',
      'ended',
      'recorded',
    ])
  })
})
