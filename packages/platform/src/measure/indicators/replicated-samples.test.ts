import { expect, test } from 'vitest'
import { readParquet } from '@caudal/methods/measure'
import { snapshot, type CaudalNode } from '../../store/index.ts'
import { withNode } from '../../store/testing.ts'
import { receiveFacts } from '../testing-facts.ts'
import { deriveIndicators } from './derive-indicators.ts'

/**
 * Levy and Lemeshow's six ambulance stations in three strata, with their four balanced half-samples: 278 of 1,811
 * arrests were found alive, a ratio of 0.1535064. Here arrests are workers, those found alive are hurt.
 *
 * @see Levy and Lemeshow (1999), Sampling of Populations, table 11.4; Lumley, R package survey, `scd`
 */
const stations = [
  [120, 25, '2 2 0 0'],
  [78, 24, '0 0 2 2'],
  [185, 30, '2 0 2 0'],
  [228, 49, '0 2 0 2'],
  [670, 80, '2 0 0 2'],
  [530, 70, '0 2 2 0'],
] as const

/** The same answers once a country, each said to be replicated in a way of its own. */
const answersSql = (said: Readonly<Record<string, string>>) =>
  Object.entries(said)
    .map(
      ([country, columns]) => `
  select '${country}' as country, 'S' as survey, 'person' as unit, date '2020-07-01' as interviewed_on, 1.0 as weight,
    'F' as sex, 30 as age, 'employed' as activity, (n < hurt)::integer as injuries, replicate_weights, ${columns}
  from (values ${stations.map(([workers, hurt, weights]) => `(${workers}, ${hurt}, '${weights}')`).join(', ')})
    as station(workers, hurt, replicate_weights), lateral (select unnest(range(workers)) as n)`,
    )
    .join(' union all by name ')

/** Of each country a figure and its standard error. */
async function figuresOf(node: CaudalNode, indicator: string) {
  await deriveIndicators(node)
  const { files } = await snapshot(node, 'indicator')
  const rows = await node.lake.rows<{ country: string; value: number; standard_error: number }>(
    `select country, value, standard_error from ${readParquet(files.facts)}
     where indicator = '${indicator}' and value is not null and sex = '_T' and age = '_T'
       and citizenship_status = '_T' and birth_status = '_T' and counterpart_area = '_T'`,
  )
  return new Map(rows.map((row) => [row.country, row]))
}

/** Squared deviations of the four half-samples, 0.1384615, 0.1640091, 0.1563682 and 0.1567623, from the ratio. */
const ratio = 278 / 1811
const squares = [135 / 975, 144 / 878, 124 / 793, 153 / 976].reduce(
  (sum, replicate) => sum + (replicate - ratio) ** 2,
  0,
)
/** Of a sample in which each worker is a unit of its own. */
const ofDesign = (ratio * (1 - ratio)) / 1810

test('a sample has the variance of its replicates, or of its design where it is not said how they were made', async () => {
  const none = 'null::double as replicate_factor'
  const cases: Readonly<Record<string, readonly [said: string, variance: number]>> = {
    SLV: [`'brr' as replicate_method, ${none}`, squares / 4],
    GTM: ["'fay' as replicate_method, 0.5 as replicate_factor", squares / (4 * 0.25)],
    HND: [`'jk1' as replicate_method, ${none}`, (squares * 3) / 4],
    NIC: ["'scaled' as replicate_method, 0.1 as replicate_factor", squares / 10],
    CRI: [`null as replicate_method, ${none}`, ofDesign],
    PAN: [`'fay' as replicate_method, ${none}`, ofDesign],
    BLZ: [`case when n = 0 then 'brr' else 'jk1' end as replicate_method, ${none}`, ofDesign],
  }
  const said = Object.fromEntries(
    Object.entries(cases).map(([country, [columns]]) => [country, columns]),
  )
  await withNode(async (node) => {
    await receiveFacts(node, {
      recordType: 'survey-response',
      dataset: 'survey',
      sql: answersSql(said),
    })
    const found = await figuresOf(node, 'sdg-8-8-1')
    for (const [country, [, variance]] of Object.entries(cases)) {
      const { value, standard_error } = found.get(country)!
      expect(value).toBeCloseTo(15_350.64, 2)
      expect(`${country} ${standard_error.toFixed(3)}`).toBe(
        `${country} ${(Math.sqrt(variance) * 100_000).toFixed(3)}`,
      )
    }
  })
  // as published, where deviations are taken from the mean of the half-samples: 0.009418
  expect(Math.sqrt(squares / 4)).toBeCloseTo(0.0094, 4)
})

test('a median has the variance of its replicates too', async () => {
  await withNode(async (node) => {
    await receiveFacts(node, {
      recordType: 'survey-response',
      dataset: 'survey',
      // costs of 1.00 to 1.29 months: half of the sample has the even ones, half the odd ones
      sql: `select 'SLV' as country, 'S' as survey, 'person' as unit, date '2020-07-01' as interviewed_on,
        1.0 as weight, 'F' as sex, 30 as age, 'USA' as job_country, 100 + n as recruitment_cost,
        100 as first_month_earnings, 'brr' as replicate_method,
        case when n % 2 = 0 then '2  0' else ' 0 2' end as replicate_weights
        from (select unnest(range(30)) as n)`,
    })
    const { value, standard_error } = (await figuresOf(node, 'sdg-10-7-1')).get('SLV')!
    expect(value).toBeCloseTo(1.145, 10)
    // medians of 1.14 and 1.15 about 1.145
    expect(standard_error).toBeCloseTo(0.005, 10)
  })
})
