import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { statistician } from '../govern/testing-actors.ts'
import { buildCubes } from '../measure/service.ts'
import { receiveFacts } from '../measure/testing-facts.ts'
import { withNode } from '../store/testing.ts'
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
  permit: `${person}, date '2020-03-01' + i::integer as recorded_on, date '2020-01-15' as applied_on,
    'temporary-residence' as permit_type, 'first' as procedure, 'granted' as decision`,
  residence: `${person}, date '2020-03-01' as started_on, 'temporary-resident' as migratory_status`,
  return: `${person}, date '2020-04-01' as returned_on, 'forced' as return_type, 'SV01' as origin_department`,
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
      await receive(
        'incident',
        'synthetic-incidents',
        `select '2020-01' as month, 'SLV' as country, 2 as dead, 3 as dead_and_missing`,
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

test.each([
  ['MOVEMENTS', 'BORDER_ARRIVALS', '60'],
  ['MIGRATIONS', 'MIGRATIONS_IN', '60'],
  ['RESIDENT_STOCKS', 'RESIDENTS', '60'],
  ['STAYS', 'STAYS', '60'],
  ['PERMITS', 'PERMITS', '60'],
  ['PERMIT_EVENTS', 'PERMIT_EVENTS', '120'],
  ['RESIDENCES', 'RESIDENCES', '60'],
  ['RETURNS', 'RETURNS', '60'],
  ['INCIDENTS', 'DEAD_AND_MISSING', '3'],
  ['POPULATION', 'POPULATION', '200'],
  ['INDICATORS', 'IND_MIGRANT_SHARE', '25'],
])('drawn records make the dataflow %s, whose %s are %s in all', async (flow, measure, whole) => {
  const answer = await server.inject(`/sdmx/v1/data/${flow}?format=csvdata`)
  expect(answer.statusCode).toBe(200)
  const [heading, ...lines] = answer.body.trim().split('\r\n')
  const names = heading!.split(',')
  const read = (line: string, name: string) => line.split(',')[names.indexOf(name)]
  const values = lines
    .filter((line) => read(line, 'MEASURE') === measure && read(line, 'FREQ') === 'A')
    .map((line) => read(line, 'OBS_VALUE'))
  expect(values).toContain(whole)
  const known = await server.inject(`/sdmx/v1/dataflow/CAUDAL/${flow}?references=descendants`)
  expect(known.body).toContain('SINTÉTICO')
  for (const name of names.filter((id) => /^[A-Z_]+$/.test(id) && id !== 'DATAFLOW')) {
    expect(known.body).toContain(`id="${name}"`)
  }
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
