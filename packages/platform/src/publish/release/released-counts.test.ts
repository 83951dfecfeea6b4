import { expect, test } from 'vitest'
import { parseTableSpec } from '@caudal/methods/publish'
import type { Actor } from '@caudal/methods/govern'
import { publisherOf } from '../../govern/testing-actors.ts'
import { buildCubes } from '../../measure/service.ts'
import { receiveFacts } from '../../measure/testing-facts.ts'
import { withNode } from '../../store/testing.ts'
import { createPublishService } from '../service.ts'
import { ReleasedCells } from './released-cells.ts'
import { createReleaseService } from './service.ts'

const ana = publisherOf('SLV')
const bea: Actor = { ...ana, id: 'Bea', roles: ['regional-coordinator'] }

const person = `'SLV' as country, case when i % 2 = 0 then 'F' else 'M' end as sex, 20 + i % 50 as age,
  case when i % 3 = 0 then 'GTM' else 'HND' end as citizenship, 'work' as purpose, 1980 + i % 20 as birth_year`

/** SYNTHETIC records of every kind of person. */
const drawn = {
  movement: `${person}, date '2020-02-01' + i::integer as crossed_on, 'arrival' as direction`,
  permit: `${person}, date '2020-03-01' + i::integer as recorded_on, date '2020-01-15' as applied_on, date '2020-01-20' as decided_on,
    'temporary-residence' as permit_type, 'first' as procedure, 'granted' as decision`,
  residence: `${person}, date '2020-03-01' as started_on, 'temporary-resident' as migratory_status`,
  return: `${person}, date '2020-04-01' as returned_on, 'forced' as return_type, 'SV01' as origin_department`,
  // one in three stays away for good, one for ten days, and of one it is not known yet
  journey: `${person.replace('SLV', 'GTM')}, i as person, unnest([1, 2]) as place, 'recorded' as origin,
    unnest(['departure', 'arrival']) as direction,
    unnest([if(i % 3 = 2, date '2020-11-01', date '2018-02-01'),
      case i % 3 when 0 then date '2020-01-06' when 1 then date '2018-02-11' else date '2020-12-01' end]) as crossed_on`,
}

const whole = 'rows=time.year&columns=sex&where=country:SLV'
const tables = {
  movements: whole,
  permits: whole,
  'permit-events': whole,
  residences: whole,
  returns: whole,
  migrations: 'rows=time.year&columns=sex&where=country:GTM;direction:departure',
  'resident-stocks': 'rows=time&columns=sex&where=country:GTM',
  stays: 'rows=time.year&columns=sex&where=country:GTM',
}

test('a release shows of every cube of persons what its measure counts, where nothing is withheld', async () => {
  await withNode(async (node) => {
    for (const [recordType, columns] of Object.entries(drawn)) {
      const sql = `select ${columns} from range(180) as drawn(i)`
      await receiveFacts(node, {
        recordType,
        dataset: recordType === 'journey' ? 'journeys-gtm' : `${recordType}s-slv`,
        sql,
      })
    }
    await buildCubes(node, ana, { only: Object.keys(tables) })
    const releases = createReleaseService(node)
    const { id } = await releases.draft(ana, {
      series: 'all-cubes',
      title: { es: 'Todo', en: 'All', fr: 'Tout' },
      rules: { threshold: 2 },
      figures: Object.entries(tables).map(([cube, table]) => ({ id: cube, cube, table })),
    })
    await releases.approve(bea, id)
    await releases.publish(bea, id)
    const released = new ReleasedCells(node, -1)
    const service = createPublishService(node, { believedFor: 0 })
    for (const [cube, table] of Object.entries(tables)) {
      const spec = parseTableSpec(new URLSearchParams(table))
      const exact = await service.measureTable(async () => ana, cube, spec, 'en', '192.0.2.1')
      const counted = exact.rowKeys.flatMap(([period], row) =>
        exact.columnKeys.map(
          ([sex], column) =>
            `${sex} ${period} ${exact.values[row * exact.columnKeys.length + column]}`,
        ),
      )
      const shown = [...(await released.of(cube)).byTrees.values()]
        .flatMap((cells) => [...cells.values()])
        .flatMap(({ codes: { time, sex }, value }) =>
          time === undefined || sex === undefined
            ? []
            : [`${sex} ${time.replace(/^\w+:/, '')} ${value}`],
        )
      expect(counted.length, cube).toBeGreaterThan(0)
      expect({ cube, shown }).toEqual({ cube, shown: expect.arrayContaining(counted) })
    }
  })
})
