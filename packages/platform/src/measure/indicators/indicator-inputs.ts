import { quoteName, quoteText } from '@caudal/methods/collect'
import {
  breakdowns,
  countedFacts,
  factsRelation,
  findCube,
  readParquet,
  variablesOf,
} from '@caudal/methods/measure'
import { editionsOf } from '../editions.ts'
import { snapshot, type CaudalNode, type LakeEngine } from '../../store/index.ts'
import { InputFigures, whole, type Group } from './input-figures.ts'
import { readRowInputs } from './row-inputs.ts'
import { ageBandSql, bandOfGroupSql, statusSql } from './status-sql.ts'
import { readSurveyInputs } from './survey-inputs.ts'

/** Record types whose facts feed indicators. */
export const inputTypes = ['outcome', 'observation', 'incident', 'survey-response'] as const

const noDetail = `null as sex, null as age, null as citizenship_status, null as birth_status`

const flows = (direction: string) => `
  select country, year(crossed_on) as year, sex, ${ageBandSql('age')} as age, ${statusSql('country')},
    count(*) filter (where ${direction}) as v
  from $facts group by all`

/**
 * Observations of one measure: of several sources of a country and year, the most detailed one. Totals
 * over sex or age are left out where the source has the groups themselves.
 */
export const observedRows = (measure: string, area: string, where = 'true') => `
  with given as (
    select *, ${area} as area, try_cast(substr(period, 1, 4) as integer) as given_year,
      value * power(10, coalesce(unit_multiplier, 0)) as amount
    from $facts where measure = ${quoteText(measure)} and value is not null and ${where}
  ), size as (select area, given_year, dataset, count(*) as n from given group by all),
  best as (select area, given_year, arg_max(dataset, n) as dataset from size group by area, given_year),
  chosen as (
    select given.*, bool_or(sex in ('F', 'M')) over source as has_sexes,
      bool_or(age <> '_T') over source as has_ages
    from given join best using (area, given_year, dataset)
    window source as (partition by area, given_year, dataset)
  )
  select * replace (nullif(sex, '_T') as sex, nullif(age, '_T') as age) from chosen
  where not (coalesce(has_sexes, false) and sex = '_T') and not (coalesce(has_ages, false) and age = '_T')`

const observed = (
  measure: string,
  { area = 'ref_area', value = 'sum(amount)', where = 'true', only = 'true' } = {},
) => `
  select area as country, given_year as year, case when sex in ('F', 'M') then sex end as sex,
    ${bandOfGroupSql('age')} as age, ${statusSql('area')}, ${value} as v
  from (${observedRows(measure, area, where)}) where ${only} group by all`

/** A score is not added up: with more than one there is no single value. */
const score = 'case when min(amount) = max(amount) then max(amount) end'
const dollarsOfYear = { where: `unit = 'USD' and frequency = 'A' and counterpart_area is null` }

interface Input {
  readonly input: string
  readonly type: (typeof inputTypes)[number]
  readonly sql: string
}

const ofObservations = (input: string, sql: string): Input => ({ input, type: 'observation', sql })

const deadAndMissing = 'coalesce(dead_and_missing, coalesce(dead, 0) + coalesce(missing, 0))'

/** In order: of two that are named alike the first counts where it has the country and year. */
const inputs: readonly Input[] = [
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
  ofObservations('population', observed('population')),
  ofObservations(
    'migrants',
    observed('population', {
      where: `birth_country is not null and birth_country <> '_U'`,
      only: 'birth_country <> area',
    }),
  ),
  ofObservations('refugees', observed('refugees', { area: 'counterpart_area' })),
  ofObservations('remittances', observed('remittances-received', dollarsOfYear)),
  ofObservations('gdp', observed('gdp', dollarsOfYear)),
  ofObservations(
    'remittances_share',
    observed('remittances-share-of-gdp', { value: 'avg(amount)' }),
  ),
  ofObservations('health_workers', observed('health-workers')),
  ofObservations('victims', observed('trafficking-victims')),
  ofObservations('scholarship_aid', observed('scholarship-aid')),
  ofObservations('labour_rights', observed('labour-rights', { value: score })),
  ofObservations('statistical_capacity', observed('statistical-capacity', { value: score })),
  ofObservations('injuries', observed('occupational-injuries')),
  ofObservations('workers', observed('workers')),
  ofObservations('children_in_child_labour', observed('children-in-child-labour')),
  ofObservations('children', observed('children')),
  {
    input: 'dead_and_missing',
    type: 'incident',
    // of those whose sex is not told there is a part without one
    sql: `
      with given as (
        select country, coalesce(year, year(occurred_on)) as year, ${deadAndMissing} as persons,
          coalesce(women, 0) as women, coalesce(men, 0) as men
        from $facts where country is not null
      ), part as (
        select country, year, 'F' as sex, women as v from given
        union all select country, year, 'M', men from given
        union all select country, year, null, persons - women - men from given
      )
      select country, year, sex, null as age, null as citizenship_status, null as birth_status, sum(v) as v
      from part group by all`,
  },
  ofObservations('dead_and_missing', observed('migrant-deaths')),
]

/** What the node knows of the inputs of indicators, added up by country, year and group. */
export async function readInputFigures(node: CaudalNode): Promise<InputFigures> {
  const figures = new InputFigures()
  await node.lake.session(async (session) => {
    for (const { input, type, sql } of inputs) {
      const { files } = await snapshot(node, type)
      if (files.facts.length === 0) continue
      await read(
        session,
        figures,
        input,
        sql.replaceAll('$facts', countedFacts(files.facts, files.duplicates)),
      )
    }
    const stock = findCube('un-migrant-stock')!
    const { batches } = await snapshot(node, stock.recordType, stock.datasets)
    if (batches.length > 0) {
      const facts = factsRelation(stock, editionsOf(node, batches))
      const sql = `select ref_area as country, try_cast(period as integer) as year, ${noDetail}, sum(value) as v
        from ${facts} where value is not null group by all`
      await read(session, figures, 'migrants', sql)
    }
    await readRowInputs(node, session, figures)
    await readSurveyInputs(node, session, figures)
    for (const country of await countriesOf(node, session)) figures.countries.add(country)
  })
  return figures
}

/** Sums of rows over every breakdown but the corridor; a later source does not change an earlier one. */
async function read(
  session: LakeEngine,
  figures: InputFigures,
  input: string,
  sql: string,
): Promise<void> {
  await session.run(`create or replace temp table input_rows as ${sql}`)
  const known = new Set<string>()
  for (const by of breakdowns) {
    const variables = variablesOf(by)
    if (variables.includes('counterpart_area')) continue
    const codes = variables.map((variable) => `${variable} as ${quoteName(variable)}`)
    const told = variables.map((variable) => ` and ${variable} is not null`).join('')
    const rows = await session.rows<Partial<Group> & { country: string; year: number; v: number }>(
      `select ${['country', 'year::integer as year', ...codes].join(', ')}, sum(v)::double as v from input_rows
       where country is not null and year is not null${told} group by all having sum(v) is not null`,
    )
    for (const { country, year, v, ...codesOf } of rows) {
      const key = `${country} ${year}`
      if (by === '' && figures.of(input, country, year, whole) !== undefined) known.add(key)
      if (known.has(key)) continue
      figures.add(input, country, year, { ...whole, ...codesOf }, v)
    }
  }
}

/** The countries whose institutions report to the node; for want of any, those observed. */
async function countriesOf(node: CaudalNode, session: LakeEngine): Promise<string[]> {
  for (const [type, column] of [
    ['movement', 'country'],
    ['outcome', 'country'],
    ['incident', 'country'],
    ['survey-response', 'country'],
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
