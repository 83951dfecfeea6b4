import { expect, test } from 'vitest'
import { createSdmxService } from '../../exchange/service.ts'
import { publisherOf, statistician } from '../../govern/testing-actors.ts'
import { buildCubes } from '../../measure/service.ts'
import { receiveFacts } from '../../measure/testing-facts.ts'
import { withNode } from '../../store/testing.ts'
import { ReleasedCells } from './released-cells.ts'
import { createReleaseService } from './service.ts'

/** SYNTHETIC journeys: sixty leave Guatemala for good in 2018, and sixty on the last day that it observed. */
const journeys = `select 'GTM' as country, 'GTM' as citizenship, i as person, 1 as place, 'recorded' as origin,
    'departure' as direction, if(i % 2 = 0, 'F', 'M') as sex, 1990 as birth_year,
    if(i < 60, date '2018-05-01', date '2020-06-30') as crossed_on
  from range(120) as drawn(i)`

const person = (id: string) => publisherOf('GTM', id)

test('a released figure that was not final when it was counted is exchanged as provisional, its margins too', async () => {
  await withNode(async (node) => {
    await receiveFacts(node, { recordType: 'journey', dataset: 'journeys-gtm', sql: journeys })
    await buildCubes(node, statistician, { only: ['migrations'] })
    const releases = createReleaseService(node)
    const { id } = await releases.draft(person('Ana'), {
      series: 'departures',
      title: { es: 'Salidas', en: 'Departures', fr: 'Départs' },
      rules: { threshold: 3 },
      figures: [
        {
          id: 'by-year-and-sex',
          cube: 'migrations',
          table: 'rows=time.year&columns=sex&where=country:GTM;direction:departure',
        },
      ],
    })
    await releases.approve(person('Bea'), id)
    await releases.publish(person('Bea'), id)
    const sdmx = createSdmxService(node, { releases: new ReleasedCells(node, -1) })
    const answer = await sdmx.answer({
      restVersion: 2,
      address: '/data/dataflow/CAUDAL/MIGRATIONS/+/*?format=csvdata',
      accept: undefined,
      languages: ['en'],
      serviceUrl: 'http://node/sdmx/v2',
    })
    let text = ''
    for await (const piece of await answer.write()) text += piece
    const [heading, ...lines] = text.trim().split('\r\n')
    const names = heading!.split(',')
    const told = lines.map((line) =>
      ['SEX', 'TIME_PERIOD', 'OBS_VALUE', 'OBS_STATUS']
        .map((name) => line.split(',')[names.indexOf(name)])
        .join(' '),
    )
    expect(told).toEqual(
      expect.arrayContaining(['F 2018 30 A', '_T 2018 60 A', 'F 2020 0 P', '_T 2020 0 P']),
    )
    const late = told.filter((each) => / (?:2019|2020) /.test(each))
    expect(told.filter((each) => each.endsWith('P'))).toEqual(
      late.filter((each) => each.includes(' 2020 ')),
    )
  })
})
