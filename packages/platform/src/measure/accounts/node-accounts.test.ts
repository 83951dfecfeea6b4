import { expect, test } from 'vitest'
import { anonymous } from '@caudal/methods/govern'
import { parseTableSpec } from '@caudal/methods/publish'
import { createPublishService } from '../../publish/service.ts'
import { statistician } from '../../govern/testing-actors.ts'
import { withNode } from '../../store/testing.ts'
import { buildCubes } from '../service.ts'
import { receiveFacts } from '../testing-facts.ts'
import { accountCubes, readNodeAccounts } from './node-accounts.ts'
import { writeAccounts } from './write-accounts.ts'

test('the node reconciles its stocks with its flows, and says which input lacks where one does', async () => {
  await withNode(async (node) => {
    const crossing = (person: number, place: number, crossed_on: string, direction: string) => ({
      country: 'SLV',
      person,
      place,
      crossed_on,
      direction,
      origin: 'recorded',
    })
    const history = [
      crossing(1, 1, '2016-03-01', 'arrival'),
      crossing(2, 1, '2016-09-01', 'departure'),
      crossing(3, 1, '2017-02-01', 'departure'),
      crossing(4, 1, '2018-08-01', 'departure'),
      crossing(5, 1, '2021-12-31', 'arrival'),
    ]
    await receiveFacts(node, { recordType: 'journey', dataset: 'journeys-slv', records: history })
    // crossings of every month show that the border was observed; nobody of these is in a journey
    await receiveFacts(node, {
      recordType: 'movement',
      dataset: 'posts',
      sql: `select 'SLV' as country, 'arrival' as direction, 1900 + i as birth_year,
          (date '2016-01-15' + to_months(i::integer % 72))::date as crossed_on from range(7200) as drawn(i)`,
    })
    const observed = (measure: string, period: string, value: number) => ({
      measure,
      period,
      ref_area: 'SLV',
      value,
    })
    await receiveFacts(node, {
      recordType: 'observation',
      dataset: 'population',
      records: [
        ...[1000, 1010, 1025].map((value, at) => observed('population', String(2016 + at), value)),
        ...[20, 30].map((value, at) => observed('births', String(2016 + at), value)),
        ...['Q3', 'Q4'].map((quarter) => observed('deaths', `2016-${quarter}`, 4)),
        ...['Q1', 'Q2'].map((quarter) => observed('deaths', `2017-${quarter}`, 3)),
      ],
    })
    await buildCubes(node, statistician, { only: [...accountCubes, 'population'] })
    const publish = createPublishService(node, { memory: 0, believedFor: 0 })
    const { figures } = publish
    // births and deaths of the same source are no inhabitants
    const spec = parseTableSpec(new URLSearchParams('rows=time'))
    const inhabitants = await publish.measureTable(async () => anonymous, 'population', spec, 'en')
    expect(inhabitants.values).toEqual([1000, 1010, 1025])
    const reader = { reader: async () => statistician }
    const population = await readNodeAccounts(
      node,
      figures,
      reader,
      { stock: 'population', country: 'SLV' },
      'en',
    )
    expect(population.countries).toEqual([{ code: 'SLV', label: 'El Salvador' }])
    // two left between July 2016 and June 2017; births are half of each calendar year
    expect(population.accounts[0]).toMatchObject({
      from: '2016-07-01',
      to: '2017-07-01',
      terms: {
        opening: { value: 1000, mark: null },
        births: { value: 25, mark: 'approximated' },
        deaths: { value: 14, mark: null },
        arrivals: { value: 0, mark: null },
        departures: { value: 2, mark: null },
        closing: { value: 1010, mark: null },
      },
      expected: 1009,
      residual: 1,
      missing: [],
    })
    expect(population.accounts[1]).toMatchObject({ residual: null, missing: ['births', 'deaths'] })

    const residents = await readNodeAccounts(node, figures, reader, { stock: 'residents' }, 'en')
    expect(residents.protection).toBe('unprotected')
    const years = new Map(residents.accounts.map((each) => [each.from.slice(0, 4), each]))
    // every term is decided: a stock of residents is what flows have made of it
    for (const year of ['2017', '2018', '2019']) {
      expect([year, years.get(year)!.residual]).toEqual([year, 0])
    }
    expect(years.get('2018')!.terms.departures).toEqual({ value: 1, mark: null })
    expect(years.get('2017')!.terms.births).toEqual({ value: 0, mark: 'outside' })
    // the arrival of the last day is not decided: the least that arrivals may be leaves no residual
    expect(years.get('2021')).toMatchObject({
      terms: { arrivals: { mark: 'provisional' } },
      expected: null,
      residual: null,
      missing: [],
    })

    const csv = writeAccounts(population).split('\r\n')
    expect(csv[1]).toContain(
      'population,SLV,El Salvador,2016-07-01,2017-07-01,1000,,25,approximated',
    )
    await expect(
      readNodeAccounts(node, figures, reader, { stock: 'population', country: 'HND' }, 'en'),
    ).rejects.toMatchObject({ code: 'measure.account-country-unknown' })

    // who may not see exact figures sees population, which is public, and no migrations
    const stranger = { reader: async () => anonymous, from: '192.0.2.1' }
    const shown = await readNodeAccounts(node, figures, stranger, { stock: 'population' }, 'en')
    expect(shown).toMatchObject({
      protection: 'release',
      accounts: [{ terms: { departures: { value: null, mark: 'withheld' } }, residual: null }, {}],
    })
    const stocks = await readNodeAccounts(node, figures, stranger, { stock: 'residents' }, 'en')
    for (const { terms, residual } of stocks.accounts) {
      expect([terms.closing.value, residual]).toEqual([null, null])
    }
  })
})
