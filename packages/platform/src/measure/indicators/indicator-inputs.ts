import { quoteText } from '@caudal/methods/collect'
import {
  breakdowns,
  factsRelation,
  findCube,
  readParquet,
  type Breakdown,
} from '@caudal/methods/measure'
import { editionsOf } from '../editions.ts'
import { snapshot, type CaudalNode, type LakeEngine } from '../../store/index.ts'

/** Codes of each breakdown; of the whole, the total. */
export const breakdownCodes: Readonly<Record<Breakdown, readonly string[]>> = {
  '': ['_T'],
  sex: ['F', 'M'],
  age: ['Y0T14', 'Y15T24', 'Y25T64', 'Y_GE65'],
  citizenship_status: ['national', 'foreign'],
  birth_status: ['native-born', 'foreign-born'],
}

/** Figures by country, year, breakdown and code. */
export class InputFigures {
  readonly #figures = new Map<string, number>()
  readonly countries = new Set<string>()
  readonly years = new Set<number>()

  add(input: string, country: string, year: number, by: Breakdown, code: string, value: number) {
    this.#figures.set([input, country, year, by, code].join(' '), value)
    this.years.add(year)
  }

  /** Text as an input file would have it; null where it is not known. */
  of(input: string, country: string, year: number, by: Breakdown, code: string): string | null {
    const value = this.#figures.get([input, country, year, by, code].join(' '))
    return value === undefined ? null : String(value)
  }
}

/** Record types whose facts feed indicators. */
export const inputTypes = ['outcome', 'observation', 'incident'] as const

const ageBand = (age: string) =>
  `case when ${age} < 15 then 'Y0T14' when ${age} < 25 then 'Y15T24' when ${age} < 65 then 'Y25T64' when ${age} >= 65 then 'Y_GE65' end`

const flows = (direction: string) => `
  select country, year(crossed_on) as year, sex, ${ageBand('age')} as age,
    case when citizenship = country then 'national' when citizenship is not null then 'foreign' end as citizenship_status,
    case when birth_country = country then 'native-born' when birth_country is not null then 'foreign-born' end as birth_status,
    count(*) filter (where ${direction}) as v
  from $facts group by all`

const whole = `null as sex, null as age, null as citizenship_status, null as birth_status`

/** Observations of one measure: of several sources of a country and year, the most detailed one. */
const observed = (measure: string, area: string, value: string, detail = whole) => `
  with given as (
    select *, ${area} as area, try_cast(substr(period, 1, 4) as integer) as given_year
    from $facts where measure = ${quoteText(measure)} and value is not null and coalesce(sex, '') <> '_T'
  ), size as (select area, given_year, dataset, count(*) as n from given group by all),
  best as (select area, given_year, arg_max(dataset, n) as dataset from size group by area, given_year)
  select area as country, given_year as year, ${detail}, ${value} as v
  from given join best using (area, given_year, dataset) group by all`

const inputs: readonly { readonly input: string; readonly type: string; readonly sql: string }[] = [
  {
    input: 'immigrants',
    type: 'outcome',
    sql: flows("outcome = 'migration' and direction = 'arrival'"),
  },
  {
    input: 'emigrants',
    type: 'outcome',
    sql: flows("outcome = 'migration' and direction = 'departure'"),
  },
  { input: 'undecided', type: 'outcome', sql: flows("outcome = 'undecided'") },
  {
    input: 'population',
    type: 'observation',
    sql: observed(
      'population',
      'ref_area',
      'sum(value)',
      `sex, ${ageBand("try_cast(regexp_extract(age, '(\\d+)', 1) as integer)")} as age, null as citizenship_status, null as birth_status`,
    ),
  },
  {
    input: 'refugees',
    type: 'observation',
    sql: observed('refugees', 'counterpart_area', 'sum(value)'),
  },
  {
    input: 'remittances_share',
    type: 'observation',
    sql: observed('remittances-share-of-gdp', 'ref_area', 'avg(value)'),
  },
  {
    input: 'dead_and_missing',
    type: 'incident',
    sql: `select country, coalesce(year, year(occurred_on)) as year, ${whole},
      sum(coalesce(dead, 0) + coalesce(missing, 0)) as v from $facts where country is not null group by all`,
  },
]

/** What the node knows of the inputs of indicators, added up by country and year. */
export async function readInputFigures(node: CaudalNode): Promise<InputFigures> {
  const figures = new InputFigures()
  await node.lake.session(async (session) => {
    for (const { input, type, sql } of inputs) {
      const { files } = await snapshot(node, type)
      if (files.facts.length === 0) continue
      await read(session, figures, input, sql.replaceAll('$facts', readParquet(files.facts)))
    }
    const stock = findCube('un-migrant-stock')!
    const { batches } = await snapshot(node, stock.recordType, stock.datasets)
    if (batches.length > 0) {
      const facts = factsRelation(stock, editionsOf(node, batches))
      const sql = `select ref_area as country, try_cast(period as integer) as year, ${whole}, sum(value) as v
        from ${facts} where value is not null group by all`
      await read(session, figures, 'migrants', sql)
    }
    for (const country of await countriesOf(node, session)) figures.countries.add(country)
  })
  return figures
}

async function read(
  session: LakeEngine,
  figures: InputFigures,
  input: string,
  sql: string,
): Promise<void> {
  await session.run(`create or replace temp table input_rows as ${sql}`)
  for (const by of breakdowns) {
    const code = by === '' ? "'_T'" : by
    const where = by === '' ? '' : `and ${by} is not null`
    const rows = await session.rows<{ country: string; year: number; code: string; v: number }>(
      `select country, year::integer as year, ${code} as code, sum(v)::double as v from input_rows
       where country is not null and year is not null ${where} group by all`,
    )
    for (const row of rows) figures.add(input, row.country, row.year, by, row.code, row.v)
  }
}

/** The countries whose institutions report to the node; for want of any, those observed. */
async function countriesOf(node: CaudalNode, session: LakeEngine): Promise<string[]> {
  for (const [type, column] of [
    ['movement', 'country'],
    ['outcome', 'country'],
    ['incident', 'country'],
    ['observation', 'ref_area'],
  ] as const) {
    const { files } = await snapshot(node, type)
    if (files.facts.length === 0) continue
    const rows = await session.rows<{ code: string }>(
      `select distinct ${column} as code from ${readParquet(files.facts)}
       where length(${column}) = 3 and ${column} ~ '^[A-Z]{3}$' order by 1`,
    )
    if (rows.length > 0) return rows.map(({ code }) => code)
  }
  return []
}
