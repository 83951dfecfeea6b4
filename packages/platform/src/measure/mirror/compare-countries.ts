import { compareMirror } from '@caudal/methods/measure/accounts'
import {
  countedFacts,
  parseAgeCode,
  readParquet,
  type MirrorAnswer,
  type MirrorBreakdown,
  type MirrorCountries,
  type MirrorFlow,
  type MirrorQuestion,
} from '@caudal/methods/measure'
import { labelOf, type Language } from '@caudal/methods/vocabulary'
import { getCodeList } from '@caudal/methods/vocabulary/code-lists'
import { listDatasets, snapshot, type CaudalNode, type Snapshot } from '../../store/index.ts'
import { nodeCriterion } from '../outcomes/derive-outcomes.ts'
import { mirrorRefusals } from './refusals.ts'

const groupSql: Readonly<Record<MirrorBreakdown, string>> = {
  sex: "coalesce(sex, '_U')",
  age: "case when age < 15 then 'Y0T14' when age < 25 then 'Y15T24' when age < 65 then 'Y25T64' when age >= 65 then 'Y_GE65' else '_U' end",
  citizenship: "coalesce(citizenship, '_U')",
}

async function recordsOf(node: CaudalNode, flow: MirrorFlow): Promise<Snapshot> {
  return snapshot(node, flow === 'crossings' ? 'movement' : 'outcome')
}

/** The countries that can be compared. */
export async function listMirrorCountries(
  node: CaudalNode,
  language: Language,
): Promise<MirrorCountries> {
  const { files, batches } = await recordsOf(node, 'crossings')
  const ids = new Set(batches.map(({ dataset }) => dataset))
  const datasets = (await listDatasets(node)).filter(({ id }) => ids.has(id))
  const rows =
    files.facts.length === 0
      ? []
      : await node.lake.rows<{ code: string }>(
          `select distinct country as code from ${readParquet(files.facts)} order by 1`,
        )
  const countries = getCodeList('countries')
  return {
    countries: rows.map(({ code }) => ({ code, label: labelOf(countries, code, language) })),
    synthetic: datasets.some(({ synthetic }) => synthetic),
    observed: datasets.some(({ synthetic }) => !synthetic),
  }
}

/**
 * Compares the departures from one country to another, as the first counts them, with the arrivals
 * that the second counts from the first. The two are never averaged: the difference is the finding, and
 * its reasons are candidates.
 *
 * @throws Refusal `measure.mirror-country-unknown`, `measure.mirror-nothing`
 */
export async function compareCountries(
  node: CaudalNode,
  question: MirrorQuestion,
  language: Language,
): Promise<MirrorAnswer> {
  const { origin, destination, flow, by, period } = question
  const { countries, synthetic } = await listMirrorCountries(node, language)
  const valid = countries.map(({ code }) => code)
  if (valid.length < 2) throw mirrorRefusals.refuse('mirror-nothing')
  for (const code of [origin, destination]) {
    if (!valid.includes(code) || origin === destination) {
      throw mirrorRefusals.refuse('mirror-country-unknown', {
        country: code.slice(0, 20),
        valid: valid.join(', '),
      })
    }
  }
  const list = getCodeList('countries')
  const named = {
    ...question,
    originLabel: labelOf(list, origin, language),
    destinationLabel: labelOf(list, destination, language),
    synthetic,
  }
  const { files } = await recordsOf(node, flow)
  if (files.facts.length === 0) {
    return { ...named, rows: [], coverage: { origin: null, destination: null } }
  }
  const format = period === 'month' ? '%Y-%m' : '%Y'
  const counted = flow === 'crossings' ? 'true' : "outcome = 'migration'"
  const open = flow === 'crossings' ? '0' : "count(*) filter (where outcome = 'undecided')"
  const relation = countedFacts(files.facts, files.duplicates)
  const rows = await node.lake.rows<{
    period: string
    code: string
    departures: number | null
    arrivals: number | null
    openDepartures: number
    openArrivals: number
    originDays: number
    destinationDays: number
    days: number
  }>(
    `with fact as (select * from ${relation} where country in ($1, $2)),
     side as (
       select strftime(crossed_on, '${format}') as period, ${by ? groupSql[by] : "'_T'"} as code,
         country = $1 as is_origin, count(*) filter (where ${counted}) as v, ${open} as undecided
       from fact where (country = $1 and direction = 'departure' and counterpart_country = $2)
         or (country = $2 and direction = 'arrival' and counterpart_country = $1)
       group by all
     ), day as (
       select strftime(crossed_on, '${format}') as period,
         count(distinct crossed_on) filter (where country = $1) as origin_days,
         count(distinct crossed_on) filter (where country = $2) as destination_days,
         max(${period === 'month' ? 'day(last_day(crossed_on))' : "datediff('day', make_date(year(crossed_on), 1, 1), make_date(year(crossed_on) + 1, 1, 1))"}) as days
       from fact group by all
     )
     select period, code, max(v) filter (where is_origin) as departures,
       max(v) filter (where not is_origin) as arrivals,
       coalesce(max(undecided) filter (where is_origin), 0) as "openDepartures",
       coalesce(max(undecided) filter (where not is_origin), 0) as "openArrivals",
       any_value(origin_days) as "originDays", any_value(destination_days) as "destinationDays",
       any_value(days) as days
     from side join day using (period) group by period, code order by period, code`,
    [origin, destination],
  )
  const criterion =
    flow === 'crossings' ? 'crossing' : `${nodeCriterion.thresholdDays}/${nodeCriterion.windowDays}`
  return {
    ...named,
    coverage: {
      origin: shareOf(rows, 'originDays'),
      destination: shareOf(rows, 'destinationDays'),
    },
    rows: rows.map((row) => {
      // a side that has records of the period and none of the group counted none
      const departures = row.departures ?? (row.originDays > 0 ? 0 : null)
      const arrivals = row.arrivals ?? (row.destinationDays > 0 ? 0 : null)
      return {
        period: row.period,
        group: row.code,
        groupLabel: by ? groupLabel(by, row.code, language) : '',
        departures,
        arrivals,
        ...compareMirror({
          departures,
          arrivals,
          departuresBy: {
            criterion,
            coverage: row.originDays / row.days,
            isProvisional: row.openDepartures > 0,
          },
          arrivalsBy: {
            criterion,
            coverage: row.destinationDays / row.days,
            isProvisional: row.openArrivals > 0,
          },
        }),
      }
    }),
  }
}

function groupLabel(by: MirrorBreakdown, code: string, language: Language): string {
  const band = by === 'age' ? parseAgeCode(code) : undefined
  if (band) return band.to === undefined ? `≥ ${band.from}` : `${band.from}–${band.to}`
  return labelOf(getCodeList(by === 'citizenship' ? 'countries' : 'sex'), code, language)
}

function shareOf(
  rows: readonly {
    readonly period: string
    readonly days: number
    readonly originDays: number
    readonly destinationDays: number
  }[],
  side: 'originDays' | 'destinationDays',
): number | null {
  const periods = new Map(rows.map((row) => [row.period, row]))
  let [seen, all] = [0, 0]
  for (const row of periods.values()) {
    seen += row[side]
    all += row.days
  }
  return all === 0 ? null : seen / all
}
