import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anonymous, type Actor } from '@caudal/methods/govern'
import { perturbFigure } from '@caudal/methods/protect'
import { parseTableSpec, type TableResult } from '@caudal/methods/publish'
import { Refusal } from '@caudal/methods/vocabulary'
import { publisherOf, statistician } from '../../govern/testing-actors.ts'
import { createSdmxService } from '../../exchange/service.ts'
import { personKey } from '../../measure/person-cells.ts'
import { buildCubes } from '../../measure/service.ts'
import { receiveFacts } from '../../measure/testing-facts.ts'
import { nodeSecret, type CaudalNode } from '../../store/index.ts'
import { withNode } from '../../store/testing.ts'
import { ReleasedCells } from '../release/released-cells.ts'
import { createReleaseService } from '../release/service.ts'
import { createPublishService, type PublishService } from '../service.ts'
import { perturbationOf } from '../../protect/perturbed/perturbation.ts'

/** Crossings of four years by persons who are told apart by birth year, sex and citizenship. */
const crossings = `select case when i % 4 = 0 then 'GTM' else 'SLV' end as country,
    date '2018-01-01' + (i * 7919 % 1400)::integer as crossed_on,
    case when i % 2 = 0 then 'arrival' else 'departure' end as direction,
    case when i % 97 = 0 then 'sea' when i % 5 = 0 then 'air' else 'land' end as mode,
    case when i % 7 = 0 then 'HND' when i % 11 = 0 then 'NIC' when i % 3 = 0 then 'GTM' else 'SLV' end as citizenship,
    case when i * 31 % 11 < 5 then 'F' else 'M' end as sex, 18 + i * 13 % 60 as age,
    1941 + i * 13 % 60 as birth_year, case when i % 9 = 0 then 'work' when i % 10 = 0 then 'protection' else 'leisure' end as purpose
  from range(20000) as drawn(i)`

const stranger = anonymous
let node: CaudalNode
let finish: () => void
let running: Promise<void>
let service: PublishService

const table = (query: string, reader: Actor = stranger) =>
  service.measureTable(
    async () => reader,
    'movements',
    parseTableSpec(new URLSearchParams(query)),
    'en',
    '192.0.2.1',
  )

const cellsOf = (result: TableResult) =>
  new Map(
    result.rowKeys.flatMap((row, r) =>
      result.columnKeys.map((column, c) => [
        [...row, ...column].join(' '),
        result.values[r * result.columnKeys.length + c]!,
      ]),
    ),
  )

/** Answers of the SDMX service as CSV. */
const exchange = async (codes: Record<string, string>) => {
  const totals = ['SEX', 'AGE', 'PURPOSE', 'CITIZENSHIP', 'MODE_TRANSPORT', 'BORDER_POST']
  const asked = { ...Object.fromEntries(totals.map((id) => [id, '_T'])), ...codes }
  const filters = Object.entries(asked).map(([id, code]) => `c[${id}]=${code}`)
  const answer = await createSdmxService(node, { releases: new ReleasedCells(node, 0) }).answer({
    restVersion: 2,
    address: `data/dataflow/CAUDAL/MOVEMENTS/+/*?${filters.join('&')}`,
    accept: 'application/vnd.sdmx.data+csv;version=2.0.0',
    languages: ['en'],
    serviceUrl: 'http://node/sdmx/v2',
  })
  let text = ''
  for await (const piece of await answer.write()) text += piece
  return text
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','))
}

/** Value, status and confidentiality by measure. */
const sdmx = async (codes: Record<string, string>) => {
  const [header, ...lines] = await exchange(codes)
  const at = (name: string) => header!.indexOf(name)
  return new Map(
    lines.map((line) => [
      line[at('MEASURE')]!,
      [line[at('OBS_VALUE')], line[at('OBS_STATUS')], line[at('CONF_STATUS')]].join(' '),
    ]),
  )
}

const refusalOf = async (work: Promise<unknown>) => {
  const error: unknown = await work.catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(Refusal)
  return (error as Refusal).code
}

beforeAll(async () => {
  await new Promise<void>((ready, failed) => {
    const ended = new Promise<void>((resolve) => (finish = resolve))
    running = withNode(async (opened) => {
      node = opened
      await receiveFacts(node, { recordType: 'movement', dataset: 'posts', sql: crossings })
      await buildCubes(node, statistician, { only: ['movements'] })
      service = createPublishService(node, { believedFor: 0 })
      ready()
      await ended
    })
    running.catch(failed)
  })
})
afterAll(async () => {
  finish()
  await running
})

describe('a table of persons for whoever may not see exact figures', () => {
  test('says that it is perturbed, is near the truth, and keeps zeros', async () => {
    const query = 'rows=citizenship&columns=time.year'
    const [shown, exact] = [await table(query), await table(query, statistician)]
    expect(exact.protection).toBe('unprotected')
    expect(shown.protection).toBe('perturbed')
    expect(shown.notes.join(' ')).toMatch(/changed at random/)
    expect(shown.values).not.toEqual(exact.values)
    const [one, other] = [cellsOf(shown), cellsOf(exact)]
    for (const [key, value] of one) {
      // a person has at most ten times the noise of one, which the table bounds by 9
      expect(Math.abs(value - other.get(key)!)).toBeLessThanOrEqual(90)
      expect(value === 0 || value >= 3).toBe(true)
    }
  })

  test('gives the same persons the same figure by every way of asking', async () => {
    const whole = cellsOf(await table('rows=citizenship&columns=time.year'))
    const turned = cellsOf(await table('rows=time.year&columns=citizenship'))
    const held = cellsOf(await table('rows=citizenship&where=time.year:2019'))
    const single = await table('rows=&where=time.year:2019;citizenship:HND')
    expect(held.get('HND')).toBe(whole.get('HND 2019'))
    expect(turned.get('2019 HND')).toBe(whole.get('HND 2019'))
    expect(single.grandTotal).toBe(whole.get('HND 2019'))
    const margin = await table('rows=citizenship&columns=time.year')
    const alone = cellsOf(await table('rows=citizenship'))
    margin.rowKeys.forEach(([code], row) => {
      expect(margin.rowTotals![row]).toBe(alone.get(code!))
    })
    const again = await table('rows=citizenship&columns=time.year&sort=-total&top=2')
    expect(cellsOf(again).get('SLV 2019')).toBe(whole.get('SLV 2019'))
    expect(again.rowTotals!.reduce((sum, each) => sum! + each!, 0)).toBe(
      [...alone.values()].reduce((sum, each) => sum + each, 0),
    )
  })

  test('downloads what it shows, with the word in every line', async () => {
    const spec = parseTableSpec(new URLSearchParams('rows=citizenship&columns=sex'))
    const shown = cellsOf(await table('rows=citizenship&columns=sex'))
    const asked = await service.getTable(
      async () => stranger,
      'movements',
      spec,
      'csv',
      'data',
      'en',
    )
    const lines = String((await asked.answer()).body)
      .split('\r\n')
      .slice(1, -1)
    expect(lines).toHaveLength(shown.size)
    for (const line of lines) {
      const [citizenship, , sex, , , , value, status] = line.split(',')
      expect([Number(value), status]).toEqual([shown.get(`${citizenship} ${sex}`), 'perturbed'])
    }
  })

  test('is made of pairs of count and key that equal those of the persons themselves', async () => {
    const secret = await nodeSecret(node, 'cell keys')
    const persons = await node.lake.rows<{ who: string; n: number }>(
      `select concat_ws('|', sex, birth_year::varchar, citizenship, '?') as who, count(*) as n
       from (${crossings}) where country = 'GTM' and mode = 'sea' group by 1`,
    )
    const key = persons.reduce((sum, { who }) => (sum + personKey(secret, who)) % 2 ** 32, 0)
    const value = persons.reduce((sum, { n }) => sum + n, 0)
    const largest = Math.max(...persons.map(({ n }) => n))
    const cell = { persons: persons.length, key, value, largest: Math.min(10, largest) }
    const { grandTotal } = await table('rows=&where=country:GTM;mode:sea')
    expect(grandTotal).toBe(perturbFigure(await perturbationOf(node), cell, 0))
  })

  test('adds shown cells where it asks for more than a fixed cut', async () => {
    const byCountry = cellsOf(await table('rows=citizenship'))
    const both = await table('rows=&where=citizenship:HND,NIC')
    expect(both.grandTotal).toBe(byCountry.get('HND')! + byCountry.get('NIC')!)
    const region = cellsOf(await table('rows=citizenship.region&where=citizenship:HND,NIC'))
    expect([...region.values()]).toEqual([both.grandTotal])
  })

  test('has a provenance that says the same total and rows to the hundred', async () => {
    const { grandTotal } = await table('rows=country')
    const asked = await service.getProvenance(async () => stranger, 'movements', 'en')
    const answer = await asked.answer()
    expect(answer).toMatchObject({ records: grandTotal, protection: 'perturbed' })
    expect(answer.batches[0]!.accepted % 100).toBe(0)
    const cube = await (await service.getCube(async () => stranger, 'movements', 'en')).answer()
    expect(cube).toMatchObject({ records: grandTotal, protection: 'perturbed' })
  })

  test.each([
    ['protect.nationality-and-protection', 'rows=citizenship&columns=purpose'],
    ['protect.nationality-and-protection', 'rows=citizenship&where=purpose:work'],
    [
      'protect.population-small',
      'rows=sex&where=time:2018-01;border_post:_U;mode:sea;citizenship:NIC',
    ],
    [
      'protect-methods.hypercube-too-deep',
      'rows=citizenship,sex,age.group&columns=time.month,direction&where=mode:land',
    ],
  ])('is refused by %s for %s', async (code, query) => {
    expect(await refusalOf(table(query))).toBe(code)
    expect(await table(query, statistician)).toMatchObject({ protection: 'unprotected' })
  })

  test('is no figure of the exchange, which tells what releases tell', async () => {
    const year = { FREQ: 'A', REF_AREA: 'SLV', TIME_PERIOD: '2019' }
    const asked = await exchange(year).catch((error: Refusal) => error.code)
    expect(asked).toBe('sdmx.no-results')
  })

  test('is counted against a budget that the same table does not spend twice', async () => {
    const own = createPublishService(node, { ofStrangers: 2 })
    const askOf = (of: PublishService, rows: string, from: string) => {
      const spec = parseTableSpec(new URLSearchParams({ rows }))
      return of.measureTable(async () => stranger, 'movements', spec, 'en', from)
    }
    const ask = (rows: string, from = '192.0.2.2') => askOf(own, rows, from)
    await ask('sex')
    await ask('mode')
    await ask('sex')
    expect(await refusalOf(ask('direction'))).toBe('publish.question-budget-spent')
    await ask('direction', '192.0.2.3')
    // another process of the same node knows it too
    const other = createPublishService(node, { ofStrangers: 2 })
    expect(await refusalOf(askOf(other, 'direction', '192.0.2.2'))).toBe(
      'publish.question-budget-spent',
    )
  })

  test('shows the cells of a release exactly as released, and withholds what it hides', async () => {
    const person = (id: string) => publisherOf('SLV', id)
    const releases = createReleaseService(node)
    const before = await table('rows=mode&columns=direction&where=country:SLV;time:2018-03')
    const { id } = await releases.draft(person('Ana'), {
      series: 'modes',
      title: { es: 'Modos', en: 'Modes', fr: 'Modes' },
      rules: { threshold: 3 },
      figures: [
        {
          id: 'by-mode',
          cube: 'movements',
          table: 'rows=mode&columns=direction&where=country:SLV;time:2018-03',
        },
      ],
    })
    await releases.approve(person('Bea'), id)
    await releases.publish(person('Bea'), id)
    const csv = (await releases.readFile(id, 'en/by-mode.csv'))!.content.toString()
    const after = await table('rows=mode&columns=direction&where=country:SLV;time:2018-03')
    expect(after.values).not.toEqual(before.values)
    const lines = csv.split('\r\n').slice(1, -1)
    expect(lines.some((line) => line.includes(',,suppressed'))).toBe(true)
    const shown = cellsOf(after)
    // the files of a release have its totals too
    for (const line of lines.filter((each) => !each.includes('_T,'))) {
      const [mode, , direction, , , , value] = line.split(',')
      expect(shown.get(`${mode} ${direction}`)).toBe(value === '' ? null : Number(value))
    }
    expect(new Set(Object.values(after.statuses))).toEqual(new Set(['released', 'suppressed']))
    const turned = await table('rows=direction&where=country:SLV;time:2018-03;mode:land')
    expect(turned.statuses).toEqual({ 0: 'released', 1: 'released' })
    const sums = await table('rows=direction&where=country:SLV;time:2018-03;mode:land,sea')
    expect(Object.values(sums.statuses)).toContain('suppressed')
    const cut = await table('rows=mode&columns=direction&where=country:SLV;time:2018-03&top=1')
    const march = { FREQ: 'M', REF_AREA: 'SLV', TIME_PERIOD: '2018-03' }
    expect(await sdmx({ ...march, MODE_TRANSPORT: 'land' })).toEqual(
      new Map([
        ['BORDER_ARRIVALS', `${shown.get('land arrival')} A F`],
        ['BORDER_DEPARTURES', `${shown.get('land departure')} A F`],
      ]),
    )
    const isWithheld = (line: string) => line.includes(',,suppressed') && !line.includes('_T,')
    const withheld = lines.find(isWithheld)!.split(',')
    const code = withheld[2] === 'arrival' ? 'BORDER_ARRIVALS' : 'BORDER_DEPARTURES'
    const series = await sdmx({ ...march, MODE_TRANSPORT: withheld[0]! })
    expect(series.get(code)).toBe(' Q C')
    expect(cut.values.slice(2)).toContain(null)
  })
})
