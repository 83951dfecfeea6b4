import fastify from 'fastify'
import { expect, test } from 'vitest'
import { anonymous } from '@caudal/methods/govern'
import { findCube, findReference } from '@caudal/methods/measure'
import { parseTableSpec } from '@caudal/methods/publish'
import { getCodeList } from '@caudal/methods/vocabulary/code-lists'
import { indicators } from '@caudal/methods/measure/indicators'
import { statistician, statisticianOf } from '../govern/testing-actors.ts'
import { createPublishService } from '../publish/service.ts'
import { withNode } from '../store/testing.ts'
import { readBackTests, readGaps, readMirror } from './comparisons.ts'
import { addMeasureRoutes } from './routes.ts'
import { buildCubes, createCubeReader, listCubeStates } from './service.ts'
import { receiveFacts } from './testing-facts.ts'

const reader = async () => statistician
const nobody = async () => anonymous

test('the code list of indicators is the catalogue', () => {
  expect(getCodeList('indicators').codes.map(({ code, label }) => [code, label])).toEqual(
    indicators.map(({ id, title }) => [id, title]),
  )
})

test('indicators of the node have a value where their inputs are, a gap with its reason where not', async () => {
  await withNode(async (node) => {
    const crossing = (person: number, place: number, crossed_on: string, direction: string) => ({
      country: 'SLV',
      person,
      place,
      crossed_on,
      direction,
      origin: 'recorded',
      sex: 'F',
      age: 30,
      citizenship: 'SLV',
    })
    await receiveFacts(node, {
      recordType: 'journey',
      dataset: 'journeys-slv',
      synthetic: true,
      records: [
        crossing(1, 1, '2015-06-01', 'departure'),
        crossing(2, 1, '2015-01-02', 'departure'),
        crossing(2, 2, '2016-06-01', 'arrival'),
        crossing(3, 1, '2018-12-31', 'arrival'),
      ],
    })
    const population = (year: number, sex: string, age: string, value: number) => ({
      measure: 'population',
      period: String(year),
      ref_area: 'SLV',
      sex,
      age,
      value,
    })
    await receiveFacts(node, {
      recordType: 'observation',
      dataset: 'population',
      synthetic: true,
      records: [
        population(2015, 'F', 'Y25T29', 500),
        population(2015, 'M', 'Y25T29', 300),
        population(2015, 'M', 'Y0T4', 200),
        population(2018, 'F', 'Y25T29', 600),
      ],
    })
    const state = async () =>
      (await listCubeStates(node)).find(({ cube }) => cube.id === 'indicators')!.state
    expect(await state()).toBe('not-built')
    await buildCubes(node, statistician, { only: ['indicators'] })
    expect(await state()).toBe('built')

    const cube = findCube('indicators')!
    const cubes = createCubeReader(node, { memory: 0 })
    const open = await cubes.open('indicators')
    const answer = await cubes.answer(open, {
      measure: cube.measures[0]!,
      rows: [findReference(cube, 'sex')!],
      columns: [],
      where: [
        { reference: findReference(cube, 'indicator')!, codes: ['crude-net-migration-rate'] },
        { reference: findReference(cube, 'time')!, codes: ['2015'] },
        { reference: findReference(cube, 'age')!, codes: ['_T'] },
        { reference: findReference(cube, 'citizenship_status')!, codes: ['_T'] },
        { reference: findReference(cube, 'birth_status')!, codes: ['_T'] },
      ],
      margins: { rows: false, columns: false, grand: false },
      maxCells: 100,
    })
    const bySex = Object.fromEntries(
      answer.values.map((value, i) => [answer.rows[answer.cellRows[i]!]![0], value]),
    )
    // two departures that were migrations, no arrival: the immigrants of 2015 are a true zero
    expect(bySex['_T']).toBe(-2)
    expect(bySex['F']).toBe(-4)

    const { cells, countries, synthetic } = await readGaps(node, 'en')
    expect([countries, synthetic]).toEqual([[{ code: 'SLV', label: 'El Salvador' }], true])
    const cell = (indicator: string, year: number, by: string) =>
      cells.find((each) => each.indicator === indicator && each.year === year && each.by === by)
    expect(cell('crude-net-migration-rate', 2015, '')).toMatchObject({
      status: 'available',
      why: [],
    })
    expect(cell('crude-net-migration-rate', 2018, '')).toMatchObject({
      status: 'partial',
      why: ['there are undecided crossings: the figure may change'],
    })
    expect(cell('crude-net-migration-rate', 2015, 'citizenship_status')!.why).toEqual([
      'population at mid-year',
    ])
    expect(cell('migrant-share', 2015, '')).toMatchObject({ status: 'partial' })
    expect(cell('sdg-10-7-2', 2015, '')).toMatchObject({ status: 'missing' })
    expect(cell('sdg-10-7-2', 2015, 'sex')).toBeUndefined()
  })
})

test('two countries count one flow: ratio, difference and candidate reasons, never a mean', async () => {
  await withNode(async (node) => {
    const days = (country: string, direction: string, counterpart: string, count: number) =>
      Array.from({ length: count }, (_, day) => ({
        country,
        crossed_on: `2020-01-${String(day + 1).padStart(2, '0')}`,
        direction,
        counterpart_country: counterpart,
        sex: 'F',
        age: 20 + day,
      }))
    await receiveFacts(node, {
      recordType: 'movement',
      dataset: 'posts',
      records: [
        ...days('GTM', 'departure', 'SLV', 8),
        ...days('SLV', 'arrival', 'GTM', 10),
        ...days('SLV', 'departure', 'GTM', 3),
        ...days('GTM', 'departure', 'HND', 4),
      ],
    })
    await buildCubes(node, statistician, { only: ['movements'] })
    const { figures } = createPublishService(node, { memory: 0 })
    const exactly = { reader }
    const question = {
      origin: 'GTM',
      destination: 'SLV',
      flow: 'crossings',
      period: 'month',
    } as const
    const { rows, coverage, protection } = await readMirror(figures, exactly, question, 'en')
    expect(protection).toBe('unprotected')
    expect(rows).toMatchObject([
      { period: '2020-01', departures: 8, arrivals: 10, ratio: 1.25, difference: 2 },
    ])
    expect(rows[0]!.reasons).toEqual(['coverage', 'travel-time'])
    expect(coverage).toEqual({ origin: 8 / 31, destination: 10 / 31, isApproximate: false })
    const byAge = await readMirror(figures, exactly, { ...question, by: 'age' }, 'en')
    expect(
      byAge.rows.map(({ groupLabel, departures, arrivals }) => [groupLabel, departures, arrivals]),
    ).toEqual([
      ['15–24', 5, 5],
      ['25–64', 3, 5],
    ])
    await expect(
      readMirror(figures, exactly, { ...question, destination: 'GTM' }, 'en'),
    ).rejects.toMatchObject({ code: 'measure.mirror-country-unknown' })
    expect(await readBackTests(node, nobody, 'en')).toMatchObject({ tests: [] })
  })
})

test('whoever may not see exact figures compares two countries by the figures that tables show', async () => {
  await withNode(async (node) => {
    // 40,000 persons who left one country and 25,000 who entered the other, by day, sex and age
    await receiveFacts(node, {
      recordType: 'movement',
      dataset: 'posts',
      sql: `select case when i < 40000 then 'GTM' else 'SLV' end as country,
          case when i < 40000 then 'SLV' when i % 2500 < 2490 then 'GTM' else 'HND' end as counterpart_country,
          date '2020-01-01' + (i * 7919 % 366)::integer as crossed_on,
          case when i < 40000 then 'departure' else 'arrival' end as direction,
          case when i % 2 = 0 then 'F' else 'M' end as sex, 18 + i * 13 % 60 as age,
          1941 + i as birth_year
        from range(65000) as drawn(i)`,
    })
    await buildCubes(node, statistician, { only: ['movements'] })
    const publish = createPublishService(node, { memory: 0, believedFor: 0 })
    const stranger = { reader: nobody, from: '192.0.2.1' }
    const question = {
      origin: 'GTM',
      destination: 'SLV',
      flow: 'crossings',
      period: 'year',
    } as const
    const shown = await readMirror(publish.figures, stranger, question, 'en')
    const exact = await readMirror(publish.figures, { reader }, question, 'en')
    expect([shown.protection, exact.protection]).toEqual(['perturbed', 'unprotected'])
    const own = await readMirror(
      publish.figures,
      { reader: async () => statisticianOf('SLV') },
      question,
      'en',
    )
    // the own country's count is exact beside the other's, which is protected, and both are said
    expect(own).toMatchObject({ protection: 'unprotected' })
    expect(own.regimes.toSorted()).toEqual(['perturbed', 'unprotected'])
    expect(own.rows[0]!.arrivals).toBe(exact.rows[0]!.arrivals)
    expect(own.rows[0]!.departures).toBe(shown.rows[0]!.departures)
    expect(own.rows[0]!.reasons).toContain('protection')
    const [row, truth] = [shown.rows[0]!, exact.rows[0]!]
    expect(truth).toMatchObject({ departures: 40_000, arrivals: 24_900, difference: -15_100 })
    expect(truth.reasons).toEqual(['travel-time'])
    expect(row.reasons).toEqual(['travel-time', 'protection'])
    // hundreds of persons a day: which days have any is told as well as from exact figures
    expect(exact.coverage).toEqual({ origin: 1, destination: 1, isApproximate: false })
    expect(shown.coverage).toEqual({ origin: 1, destination: 1, isApproximate: true })
    expect(Math.abs(row.departures! - 40_000)).toBeLessThanOrEqual(90)
    expect(row).toMatchObject({
      difference: row.arrivals! - row.departures!,
      ratio: row.arrivals! / row.departures!,
    })
    // the page of two countries and the table of one are one figure
    const spec = parseTableSpec(
      new URLSearchParams(
        'rows=time.year&where=country:GTM;direction:departure;counterpart_country:SLV',
      ),
    )
    const table = await publish.measureTable(nobody, 'movements', spec, 'en', '192.0.2.1')
    expect(table.values).toEqual([row.departures])
    // nobody went the other way: of too few persons nothing is shown, not even that they are none
    const few = { ...question, origin: 'SLV', destination: 'GTM' } as const
    expect(await readMirror(publish.figures, stranger, few, 'en')).toMatchObject({
      rows: [],
      tooFew: ['departures', 'arrivals'],
    })
    const logged = await node.register.query<{ entry: string }>(
      'select entry from audit_entries order by index desc limit 1',
    )
    expect(logged[0]!.entry).toContain('cube:movements')
  })
})

test('no share of days is told to a stranger where chance makes a few persons of a day into none', async () => {
  await withNode(async (node) => {
    // some four persons a day and country, on half of the days
    await receiveFacts(node, {
      recordType: 'movement',
      dataset: 'posts',
      sql: `select case when i < 900 then 'GTM' else 'SLV' end as country,
          case when i < 900 then 'SLV' else 'GTM' end as counterpart_country,
          date '2020-01-01' + 2 * (i * 7919 % 183)::integer as crossed_on,
          case when i < 900 then 'departure' else 'arrival' end as direction,
          case when i % 2 = 0 then 'F' else 'M' end as sex, 18 + i * 13 % 60 as age,
          1941 + i as birth_year
        from range(1600) as drawn(i)`,
    })
    await buildCubes(node, statistician, { only: ['movements'] })
    const publish = createPublishService(node, { memory: 0, believedFor: 0 })
    const question = {
      origin: 'GTM',
      destination: 'SLV',
      flow: 'crossings',
      period: 'year',
    } as const
    const stranger = { reader: nobody, from: '192.0.2.2' }
    const shown = await readMirror(publish.figures, stranger, question, 'en')
    const exact = await readMirror(publish.figures, { reader }, question, 'en')
    expect(exact.coverage.origin).toBeCloseTo(183 / 366, 6)
    expect(shown.protection).toBe('perturbed')
    expect(shown.coverage).toMatchObject({ origin: null, destination: null })
    // that days may lack stays a candidate reason
    expect(shown.rows[0]!.reasons).toContain('coverage')
    expect(shown.rows[0]!.departures).toBeGreaterThan(700)
  })
})

test('the routes answer in the language asked for and name a parameter that they do not know', async () => {
  await withNode(async (node) => {
    const server = fastify()
    addMeasureRoutes(server, node, createPublishService(node, { memory: 0 }).figures)
    const gaps = await server.inject('/api/measure/gaps?language=fr&year=2020')
    expect([gaps.statusCode, gaps.json()]).toMatchObject([200, { cells: [] }])
    const wrong = await server.inject('/api/measure/mirror?origin=GTM&destination=SLV&by=shoe')
    expect(wrong.json<{ code: string }>().code).toBe('measure.question-unclear')
    const countries = await server.inject('/api/measure/mirror/countries?language=es')
    expect(countries.json()).toEqual({ countries: [], synthetic: false, observed: false })
    await server.close()
  })
})
