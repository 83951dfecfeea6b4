import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { statistician } from '../govern/testing-actors.ts'
import { buildCubes } from '../measure/service.ts'
import { receiveFacts } from '../measure/testing-facts.ts'
import { withNode } from '../store/testing.ts'
import {
  hasOfficialSchemas,
  jsonFaults,
  specificFaults,
  xmlFaults,
} from './testing-official-schemas.ts'
import { serveSdmx } from './testing-sdmx-routes.ts'

let server: FastifyInstance
let finish = () => {}
let running: Promise<void>

const person = `'SLV' as country, case when i % 2 = 0 then 'F' else 'M' end as sex, 20 + i % 50 as age,
  case when i % 3 = 0 then 'GTM' else 'HND' end as citizenship, 'work' as purpose`
const crossing = `${person}, date '2020-02-01' + i::integer as crossed_on, 'arrival' as direction`

/** SYNTHETIC records of every kind, sixty each. */
const drawn = {
  movement: crossing,
  permit: `${person}, date '2020-03-01' + i::integer as recorded_on, date '2020-01-15' as applied_on, date '2020-01-20' as decided_on,
    'temporary-residence' as permit_type, 'first' as procedure, 'granted' as decision`,
  residence: `${person}, date '2020-03-01' as started_on, 'temporary-resident' as migratory_status`,
  return: `${person}, date '2020-04-01' as returned_on, 'forced' as return_type, 'SV01' as origin_department,
    2 as previous_returns`,
  // each leaves for good and comes back for good a year later
  journey: `${person}, i as person, unnest([1, 2]) as place, 'recorded' as origin,
    unnest([date '2017-01-01', date '2018-01-06']) as crossed_on, unnest(['departure', 'arrival']) as direction`,
}

beforeAll(async () => {
  await new Promise<void>((ready, failed) => {
    const ended = new Promise<void>((resolve) => (finish = resolve))
    running = withNode(async (node) => {
      const receive = (recordType: string, dataset: string, sql: string) =>
        receiveFacts(node, { recordType, dataset, synthetic: true, sql })
      for (const [type, columns] of Object.entries(drawn)) {
        await receive(type, `${type}s-slv`, `select ${columns} from range(60) as drawn(i)`)
      }
      // sixty who left Guatemala for good in 2018, and sixty whom it saw leave on its last day
      await receive(
        'journey',
        'journeys-gtm',
        `select ${person.replace('SLV', 'GTM')}, i as person, 1 as place, 'recorded' as origin, 'departure' as direction,
          case when i < 60 then date '2018-05-01' else date '2020-06-30' end as crossed_on from range(120) as drawn(i)`,
      )
      await receive(
        'incident',
        'synthetic-incidents',
        `select '2020-01' as month, 'SLV' as country, 2 as dead, 3 as dead_and_missing`,
      )
      await receive(
        'estimate',
        'estimates-slv',
        `select 'SLV' as country, date '2020-03-01' as release_on, '2020-01' as period, 'arrival' as direction,
          unnest(['national', 'foreign']) as citizenship_status, 'provisional' as figure_status, 9 as crossings,
          5 as decided, 3 as undecided, 7.5 as estimate, 1.2 as standard_error, 6.0 as low_80, 9.0 as high_80,
          5.1 as low_95, 9.9 as high_95`,
      )
      await receive(
        'observation',
        'synthetic-population',
        `select 'population' as measure, '2020' as period, 'SLV' as ref_area, unnest(['F', 'M']) as sex, 'Y20T24' as age, 100 as value`,
      )
      await receive(
        'observation',
        'un-migrant-stock-2019',
        `select 'migrant-stock' as measure, '2020' as period, 'SLV' as ref_area, 'HND' as counterpart_area, 50 as value`,
      )
      await buildCubes(node, statistician)
      server = serveSdmx(node)
      ready()
      await ended
      await server.close()
    })
    running.catch(failed)
  })
})
afterAll(async () => {
  finish()
  await running
})

const flows = [
  ['MOVEMENTS', 'BORDER_ARRIVALS', '60'],
  ['MIGRATIONS', 'MIGRATIONS_IN', '60'],
  ['MIGRATIONS', 'MIGRATIONS_NET', '-60'],
  ['MIGRATION_ESTIMATES', 'ESTIMATE_LOW80_IN', '6'],
  ['RESIDENT_STOCKS', 'RESIDENTS', '60'],
  ['STAYS', 'STAYS', '60'],
  ['STAYS', 'STAYS_ENDED', '0'],
  ['PERMITS', 'PERMITS', '60'],
  ['PERMIT_EVENTS', 'PERMIT_EVENTS', '120'],
  ['PERMIT_EVENTS', 'DECISIONS_TIMED', '60'],
  ['PERMIT_EVENTS', 'DAYS_TO_DECISION', '300'],
  ['RESIDENCES', 'RESIDENCES', '60'],
  ['RETURNS', 'RETURNS', '60'],
  ['RETURNS', 'PREVIOUS_RETURNS', '120'],
  ['INCIDENTS', 'DEAD_AND_MISSING', '3'],
  ['POPULATION', 'POPULATION', '200'],
  ['INDICATORS', 'IND_MIGRANT_SHARE', '25'],
] as const

test.each(flows)(
  'drawn records make the dataflow %s, whose %s are %s in all',
  async (flow, measure, whole) => {
    const answer = await server.inject(`/sdmx/v1/data/${flow}?format=csvdata`)
    expect(answer.statusCode).toBe(200)
    const [heading, ...lines] = answer.body.trim().split('\r\n')
    const names = heading!.split(',')
    const read = (line: string, name: string) => line.split(',')[names.indexOf(name)]
    const values = lines
      .filter((line) => read(line, 'MEASURE') === measure)
      .filter((line) => read(line, 'FREQ') === (flow === 'MIGRATION_ESTIMATES' ? 'M' : 'A'))
      .map((line) => read(line, 'OBS_VALUE'))
    expect(values).toContain(whole)
    const known = await server.inject(`/sdmx/v1/dataflow/CAUDAL/${flow}?references=descendants`)
    expect(known.body).toContain('SINTÉTICO')
    for (const name of names.filter((id) => /^[A-Z_]+$/.test(id) && id !== 'DATAFLOW')) {
      expect(known.body).toContain(`id="${name}"`)
    }
  },
)

test('a figure in whose year and country anything is undecided is provisional, and no other', async () => {
  const answer = await server.inject('/sdmx/v1/data/MIGRATIONS?format=csvdata')
  const [heading, ...lines] = answer.body.trim().split('\r\n')
  const names = heading!.split(',')
  const told = lines.flatMap((line) => {
    const of = (name: string) => line.split(',')[names.indexOf(name)]
    if (of('MEASURE') !== 'MIGRATIONS_OUT' || of('REF_AREA') !== 'GTM') return []
    const said = `${of('TIME_PERIOD')} ${of('OBS_VALUE')} ${of('OBS_STATUS')}`
    return [{ criterion: of('MIGRATION_CRITERION'), said }]
  })
  const by = (criterion: string) =>
    told.filter((each) => each.criterion === criterion).map(({ said }) => said)
  // What was declared is known at once.
  expect(by('declared-purpose')).toContain('2020 60 A')
  const said = by('twelve-in-sixteen')
  expect(said).toEqual(
    expect.arrayContaining([
      '2018 60 A',
      '2018-Q2 60 A',
      '2018-05 60 A',
      '2020 0 P',
      '2020-06 0 P',
    ]),
  )
  const isLate = (each: string) => each.startsWith('2020')
  expect(said.every((each) => each.endsWith('P') === isLate(each))).toBe(true)
})

test('an indicator that lacks its inputs is a missing figure and no zero', async () => {
  const answer = await server.inject('/sdmx/v1/data/INDICATORS?format=csvdata')
  const [heading, ...lines] = answer.body.trim().split('\r\n')
  const names = heading!.split(',')
  const told = lines.map((line) => {
    const cells = line.split(',')
    return `${cells[names.indexOf('OBS_VALUE')]} ${cells[names.indexOf('OBS_STATUS')]}`
  })
  expect(new Set(told)).toEqual(new Set(['25 A', ' O']))
})

const distinctFlows = [...new Set(flows.map(([flow]) => flow))]

describe.skipIf(!hasOfficialSchemas)('by the official schemas of SDMX', () => {
  test.each(distinctFlows)('the figures of %s are valid in every format', async (flow) => {
    const ask = async (url: string, accept?: string) => {
      const answer = await server.inject({ url, headers: accept === undefined ? {} : { accept } })
      expect(`${url} ${answer.statusCode}`).toBe(`${url} 200`)
      return answer.body
    }
    const first = `/sdmx/v1/data/${flow}?firstNObservations=1`
    const second = `/sdmx/v2/data/dataflow/CAUDAL/${flow}/+/*?limit=500`
    expect(xmlFaults(await ask(first))).toEqual([])
    const schema = await ask(`/sdmx/v1/schema/dataflow/CAUDAL/${flow}`)
    const specific = 'application/vnd.sdmx.structurespecificdata+xml;version=2.1'
    expect(specificFaults(schema, await ask(first, specific))).toEqual([])
    expect(jsonFaults('data', '1.0', await ask(`${first}&format=jsondata`))).toEqual([])
    for (const version of ['2.0.0', '2.1.0']) {
      const accept = `application/vnd.sdmx.data+json;version=${version}`
      expect(jsonFaults('data', '2.1.0', await ask(second, accept))).toEqual([])
    }
  })

  test('the structures of a node with figures in every dataflow are valid in every format', async () => {
    const ask = async (url: string) => (await server.inject(url)).body
    expect(xmlFaults(await ask('/sdmx/v1/structure'))).toEqual([])
    expect(jsonFaults('structure', '1.0', await ask('/sdmx/v1/structure?format=json'))).toEqual([])
    expect(jsonFaults('structure', '2.1.0', await ask('/sdmx/v2/structure/*/*/*/*'))).toEqual([])
  })
})
