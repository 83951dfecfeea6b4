import { expect, test } from 'vitest'
import { publisherOf } from '../../govern/testing-actors.ts'
import { receiveFacts } from '../../measure/testing-facts.ts'
import { withNode } from '../../store/testing.ts'
import { readReleaseFile } from './release-folder.ts'
import { createReleaseService } from './service.ts'

const ana = publisherOf('GTM')

/** SYNTHETIC arrivals and departures of one month: many Guatemalans and Salvadorans, and one Nicaraguan who arrives. */
const crossings = `select 'GTM' as country, date '2019-10-01' + (i % 31)::integer as crossed_on,
    if(i = 0 or i % 2 = 1, 'arrival', 'departure') as direction, 'land' as mode,
    case when i = 0 then 'NIC' when i % 3 = 0 then 'SLV' else 'GTM' end as citizenship,
    if(i % 5 < 2, 'F', 'M') as sex, 1950 + i % 50 as birth_year from range(61) as drawn(i)`

test('the only hidden country of a column cannot be worked out from the total, though no table shows its region', async () => {
  await withNode(async (node) => {
    await receiveFacts(node, { recordType: 'movement', dataset: 'a', sql: crossings })
    const { id } = await createReleaseService(node).draft(ana, {
      series: 'by-citizenship',
      title: { es: 'N', en: 'N', fr: 'N' },
      rules: { threshold: 3 },
      figures: [
        {
          id: 'figure',
          cube: 'movements',
          table: 'rows=citizenship&columns=direction&where=country:GTM;time.month:2019-10',
        },
      ],
    })
    const csv = readReleaseFile(node, id, 'sdmx/figure.csv')!.toString().trim().split('\n')
    const head = csv[0]!.split(',')
    const at = (name: string) => head.indexOf(name)
    const cells = csv.slice(1).map((line) => line.split(','))
    const hidden = (direction: string) =>
      cells.filter((cell) => cell[at('DIRECTION')] === direction && cell[at('CONF_STATUS')] === 'C')
        .length
    // a hidden cell has another one beside it in its column, the total among them
    expect(hidden('arrival')).toBeGreaterThan(1)
    expect(hidden('_T')).not.toBe(1)
  })
}, 60_000)
