import { quoteName } from '@caudal/methods/collect'
import { breakdowns, readParquet, variablesOf } from '@caudal/methods/measure'
import { findIndicator, type IndicatorRow } from '@caudal/methods/measure/indicators'
import {
  estimateMedian,
  estimateRatio,
  type SurveyDesign,
  type SurveyEstimate,
} from '@caudal/methods/measure/survey'
import { Refusal } from '@caudal/methods/vocabulary'
import { snapshot, type CaudalNode, type LakeEngine } from '../../store/index.ts'
import { whole, type Group, type InputFigures } from './input-figures.ts'
import { readReplicated, replicateErrors, type RelativeError } from './replicated-samples.ts'
import { ageBandSql, statusSql } from './status-sql.ts'

/**
 * Respondents below which an estimate is not given: it would be too uncertain, and too near to persons.
 *
 * @see UNICEF, Multiple Indicator Cluster Surveys: figures on fewer than 25 unweighted cases are not shown
 */
const fewestRespondents = 25

interface SurveyIndicator {
  readonly id: string
  /** Who of the sample it is about; an answer that cannot be is no answer. */
  readonly domain: string
  readonly numerator: string
  readonly denominator: string
  /** Of the columns of the catalogue. */
  readonly columns: readonly [numerator: string, denominator: string]
  readonly estimate: 'ratio' | 'median'
}

const surveyed: readonly SurveyIndicator[] = [
  {
    id: 'sdg-8-7-1',
    domain: 'years between 5 and 17 and child_labour is not null',
    numerator: 'child_labour::integer',
    denominator: '1',
    columns: ['children_in_child_labour', 'children'],
    estimate: 'ratio',
  },
  {
    id: 'sdg-8-8-1',
    domain: `activity = 'employed' and injuries >= 0`,
    numerator: 'injuries',
    denominator: '1',
    columns: ['injuries', 'workers'],
    estimate: 'ratio',
  },
  {
    id: 'sdg-10-7-1',
    domain: 'recruitment_cost >= 0 and first_month_earnings > 0',
    numerator: 'recruitment_cost',
    denominator: 'first_month_earnings',
    columns: ['recruitment_cost', 'first_month_earnings'],
    estimate: 'median',
  },
]

/** A primary sampling unit, or an answer where the indicator is a median. */
interface SampleRow {
  readonly unit: number
  readonly above: number
  readonly below: number
  readonly weight: number
  readonly respondents: number
}

type SurveyGroup = Partial<Group> & { readonly country: string; readonly year: number }

/**
 * Estimates the indicators that microdata of surveys and censuses answer, for every breakdown that they
 * allow, with the variance of the sample's replicate weights, or else of its design: strata, and primary
 * sampling units within them. Of several surveys of a country and year the one with the most answers counts.
 */
export async function readSurveyInputs(
  node: CaudalNode,
  session: LakeEngine,
  figures: InputFigures,
): Promise<void> {
  const { files } = await snapshot(node, 'survey-response')
  if (files.facts.length === 0) return
  await session.run(surveySql(readParquet(files.facts)))
  const designs = await readDesigns(session)
  const replicated = await readReplicated(session)
  for (const indicator of surveyed) {
    for (const by of breakdowns) {
      const variables = variablesOf(by)
      const codes = variables.map(quoteName)
      const told = variables.map((variable) => ` and ${quoteName(variable)} is not null`).join('')
      const { domain, numerator, denominator, estimate } = indicator
      const summed =
        estimate === 'ratio'
          ? `sum(weight * ${numerator})::double as above, sum(weight * ${denominator})::double as below,
             1.0::double as weight, count(*)::integer as respondents`
          : `${numerator}::double as above, ${denominator}::double as below, weight::double as weight, 1 as respondents`
      const rows = await session.rows<SurveyGroup & SampleRow>(
        `select ${['country', 'year', ...codes, 'unit'].join(', ')}, ${summed}
         from survey_answers where ${domain}${told} ${estimate === 'ratio' ? 'group by all' : ''} order by all`,
      )
      const errors = await replicateErrors(session, replicated, ['country', 'year', ...variables], {
        ...indicator,
        where: `${domain}${told}`,
      })
      for (const { group, sample } of grouped(rows)) {
        const { country, year, ...codesOf } = group
        const found = estimateOf(
          indicator,
          sample,
          designs.get(`${country} ${year}`)!,
          errors.get(JSON.stringify(group)),
        )
        if (found !== undefined) {
          figures.addSample(indicator.id, country, year, { ...whole, ...codesOf }, found)
        }
      }
    }
  }
}

/** Answers of persons with a weight, each with the number of its unit among those of its country and year. */
function surveySql(facts: string): string {
  return `create or replace temp table survey_answers as
    with given as (
      select * from ${facts}
      union all by name select null::varchar as replicate_weights, null::varchar as replicate_method,
        null::double as replicate_factor, null::varchar as job_country, null::double as recruitment_cost,
        null::double as first_month_earnings, null::integer as injuries, null::boolean as child_labour where false
    ), answer as (
      select *, year(interviewed_on)::integer as year from given
      where unit = 'person' and weight > 0 and interviewed_on is not null
    ), size as (select country, year, survey, count(*) as n from answer group by all),
    best as (select country, year, arg_max(survey, n) as survey from size group by country, year)
    select answer.country, answer.year, weight::double as weight, age as years, activity, injuries, child_labour,
      recruitment_cost, first_month_earnings, job_country as counterpart_area,
      case when sex in ('F', 'M') then sex end as sex, ${ageBandSql('age')} as age, ${statusSql('answer.country')},
      coalesce(stratum, '') as stratum, replicate_method, replicate_factor,
      case when trim(replicate_weights) <> '' then list_transform(
        regexp_split_to_array(trim(replicate_weights), '\\s+'), given -> try_cast(given as double)) end as replicate_weights,
      dense_rank() over (partition by answer.country, answer.year
        order by coalesce(stratum, ''), coalesce(cluster, 'answer ' || record_id::varchar))::integer - 1 as unit
    from answer join best using (country, year, survey)`
}

/** Strata of the units of every country and year, in order of their numbers. */
async function readDesigns(session: LakeEngine): Promise<Map<string, number[]>> {
  const rows = await session.rows<{ country: string; year: number; stratum: number }>(
    `select country, year, (dense_rank() over (partition by country, year order by stratum))::integer - 1 as stratum
     from (select distinct country, year, stratum, unit from survey_answers) order by country, year, unit`,
  )
  const designs = new Map<string, number[]>()
  for (const { country, year, stratum } of rows) {
    const key = `${country} ${year}`
    const strata = designs.get(key)
    if (strata === undefined) designs.set(key, [stratum])
    else strata.push(stratum)
  }
  return designs
}

/** Rows of one group after the other: they come in its order. */
function* grouped(rows: readonly (SurveyGroup & SampleRow)[]) {
  let last: { key: string; group: SurveyGroup; sample: SampleRow[] } | undefined
  for (const { unit, above, below, weight, respondents, ...group } of rows) {
    const key = JSON.stringify(group)
    if (last?.key !== key) {
      if (last !== undefined) yield last
      last = { key, group, sample: [] }
    }
    last.sample.push({ unit, above, below, weight, respondents })
  }
  if (last !== undefined) yield last
}

function estimateOf(
  { id, columns, estimate }: SurveyIndicator,
  sample: readonly SampleRow[],
  unitStrata: readonly number[],
  replicateError: RelativeError | undefined,
) {
  const respondents = sample.reduce((sum, row) => sum + row.respondents, 0)
  if (respondents < fewestRespondents) return undefined
  const rows: IndicatorRow[] =
    estimate === 'ratio'
      ? [
          {
            [columns[0]]: String(sample.reduce((sum, { above }) => sum + above, 0)),
            [columns[1]]: String(sample.reduce((sum, { below }) => sum + below, 0)),
          },
        ]
      : sample.map(({ above, below, weight }) => ({
          [columns[0]]: String(above),
          [columns[1]]: String(below),
          weight: String(weight),
        }))
  const [found] = findIndicator(id)!.measure(rows)
  if (found === undefined || found.value === null) return undefined
  return {
    value: found.value,
    standardError:
      replicateError === undefined
        ? standardErrorOf(found.value, estimate, sample, unitStrata)
        : inUnitOf(found.value, replicateError),
    respondents,
  }
}

/** In the unit of the indicator; null where the design does not tell it, as with one unit in a stratum or in all. */
function standardErrorOf(
  value: number,
  estimate: 'ratio' | 'median',
  sample: readonly SampleRow[],
  unitStrata: readonly number[],
): number | null {
  // units without a respondent of the group belong to the design: they count with nothing
  const all = [...sample, ...unitStrata.map((_, unit) => ({ ...nothing, unit }))]
  const design: SurveyDesign = {
    weights: all.map(({ weight }) => weight),
    strata: all.map(({ unit }) => unitStrata[unit]!),
    clusters: all.map(({ unit }) => unit),
  }
  const domain = all.map(({ respondents }) => (respondents > 0 ? 1 : 0))
  const above = all.map((row) => row.above)
  const below = all.map((row) => row.below)
  try {
    const found: SurveyEstimate =
      estimate === 'ratio'
        ? estimateRatio(above, below, design, domain)
        : estimateMedian(
            above.map((cost, at) => (below[at]! > 0 ? cost / below[at]! : 0)),
            design,
            domain,
          )
    return inUnitOf(value, {
      estimate: found.estimate,
      standardError: found.variance === null ? null : Math.sqrt(found.variance),
    })
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

/** A standard error in the unit of the indicator. */
function inUnitOf(value: number, { estimate, standardError }: RelativeError): number | null {
  if (standardError === null) return null
  return estimate === 0 ? standardError : (standardError * value) / estimate
}

const nothing = { above: 0, below: 0, weight: 1, respondents: 0 } as const
