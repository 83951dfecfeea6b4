import { expect, test } from 'vitest'
import { readParquet } from '@caudal/methods/measure'
import { snapshot } from '../../store/index.ts'
import { withNode } from '../../store/testing.ts'
import { readGaps } from '../comparisons.ts'
import { receiveFacts } from '../testing-facts.ts'
import { deriveIndicators } from './derive-indicators.ts'

const year = '2020'
const of = (measure: string, value: number, more = {}) => ({
  measure,
  value,
  period: year,
  ref_area: 'SLV',
  frequency: 'A',
  ...more,
})
const service = (item: string, fee: number, qualifies: number) => [
  of('remittance-fee', fee, { item, counterpart_area: 'USA' }),
  of('remittance-exchange-margin', 1, { item, counterpart_area: 'USA' }),
  of('remittance-service-qualifies', qualifies, { item, counterpart_area: 'USA' }),
]
const answer = (n: number, more = {}) => ({
  country: 'SLV',
  survey: 'S',
  unit: 'person',
  interviewed_on: '2020-07-01',
  weight: 10,
  stratum: n % 2 === 0 ? 'a' : 'b',
  cluster: `${n % 4}`,
  sex: n % 2 === 0 ? 'F' : 'M',
  age: 40,
  birth_country: n < 30 ? 'SLV' : 'HND',
  activity: 'employed',
  injuries: 0,
  ...more,
})

test('observations and answers to surveys make indicators, each by its own formula', async () => {
  await withNode(async (node) => {
    const population = (sex: string, birth_country: string, value: number) =>
      of('population', value, { sex, age: 'Y25T29', birth_country, citizenship: birth_country })
    await receiveFacts(node, {
      recordType: 'observation',
      dataset: 'figures',
      records: [
        population('F', 'SLV', 500),
        population('M', 'SLV', 400),
        population('M', 'HND', 100),
        // a total beside its parts is not added to them
        of('population', 1000, { sex: '_T', age: '_T' }),
        of('health-workers', 3, { sex: 'F' }),
        of('gdp', 2, { unit: 'USD', unit_multiplier: 6 }),
        of('remittances-received', 500_000, { unit: 'USD' }),
        ...service('A', 2, 1),
        ...service('B', 3, 1),
        ...service('C', 4, 1),
        ...service('D', 1, 0),
        of('migration-policy', 1, { item: '1.1' }),
        of('migration-policy', 0.5, { item: '1.2' }),
        of('migration-policy', 0, { item: '2.1' }),
      ],
    })
    await receiveFacts(node, {
      recordType: 'survey-response',
      dataset: 'survey',
      records: [
        ...Array.from({ length: 50 }, (_, n) =>
          answer(n, {
            ...(n < 5 && { injuries: 1 }),
            ...(n < 26 && {
              job_country: 'USA',
              recruitment_cost: 100 + n,
              first_month_earnings: 100,
            }),
          }),
        ),
        // what cannot be is no answer, and keeps nobody else's from being counted
        answer(0, { injuries: -2 }),
        answer(1, {
          activity: null,
          job_country: 'USA',
          recruitment_cost: -5,
          first_month_earnings: 9,
        }),
      ],
    })
    await deriveIndicators(node)
    const { files } = await snapshot(node, 'indicator')
    const value = async (indicator: string, group = '') => {
      const totals = ['sex', 'age', 'citizenship_status', 'birth_status', 'counterpart_area']
        .filter((variable) => !group.includes(variable))
        .map((variable) => ` and ${variable} = '_T'`)
      const [row] = await node.lake.rows<{ value: number | null; se: number | null; n: number }>(
        `select value, standard_error as se, respondents as n from ${readParquet(files.facts)}
         where indicator = '${indicator}' and country = 'SLV' and period = '${year}'${totals.join('')}${group}`,
      )
      return row!
    }
    expect((await value('migrant-share')).value).toBe(10)
    expect((await value('migrant-share', ` and sex = 'M'`)).value).toBe(20)
    expect((await value('sdg-3-c-1', ` and sex = 'F'`)).value).toBe(60)
    expect((await value('sdg-17-3-2')).value).toBe(25)
    expect((await value('sdg-10-c-1')).value).toBe(3.5)
    expect((await value('sdg-10-c-1-smart')).value).toBe(4)
    expect((await value('sdg-10-c-1', ` and counterpart_area = 'USA'`)).value).toBe(3.5)
    // one and a half of thirty
    expect((await value('sdg-10-7-2')).value).toBe(5)

    // 5 injuries of 50 workers; clusters 0 to 3 had 2, 1, 1 and 1 of 13, 13, 12 and 12 workers
    const injuries = await value('sdg-8-8-1')
    expect([injuries.value, injuries.n]).toEqual([10_000, 50])
    // scores w·(y − R·n) of units: 0, 2 in one stratum, 1, 3 in the other: 7, −2; −3, −2, over 500
    const squares = ((7 + 2) ** 2 + (-3 + 2) ** 2) / 500 ** 2
    expect(injuries.se).toBeCloseTo(Math.sqrt(squares) * 100_000, 6)
    // of those born abroad twenty answered: too few
    expect((await value('sdg-8-8-1', ` and birth_status = 'foreign-born'`)).value).toBeNull()
    expect((await value('sdg-10-7-1')).value).toBe(1.125)
    expect((await value('sdg-10-7-1', ` and counterpart_area = 'USA'`)).value).toBe(1.125)

    const { cells } = await readGaps(node, 'en')
    const gap = (indicator: string, by: string) =>
      cells.find((cell) => cell.indicator === indicator && cell.by === by)!
    expect(gap('sdg-8-8-1', 'birth_status')).toMatchObject({
      status: 'partial',
      why: ['the survey has fewer than 25 answers of a group'],
    })
    expect(gap('sdg-8-8-1', 'sex').status).toBe('available')
    expect(gap('sdg-16-2-2', 'sex.age.birth_status').status).not.toBe('available')
  })
})
