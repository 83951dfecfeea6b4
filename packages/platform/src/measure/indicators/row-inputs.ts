import { readParquet } from '@caudal/methods/measure'
import { snapshot, type CaudalNode, type LakeEngine } from '../../store/index.ts'
import type { InputFigures } from './input-figures.ts'
import { whole } from './input-figures.ts'

interface ServiceRow {
  readonly country: string
  readonly year: number
  readonly corridor: string
  readonly period: string
  readonly fee: number
  readonly margin: number
  readonly qualifies: number | null
}

/** Reads the answers on policies and the prices of remittance services: a row each. */
export async function readRowInputs(
  node: CaudalNode,
  session: LakeEngine,
  figures: InputFigures,
): Promise<void> {
  const { files } = await snapshot(node, 'observation')
  if (files.facts.length === 0) return
  // files of before items were recorded have no such column
  const facts = `(select * from ${readParquet(files.facts)}
    union all by name select null::varchar as item where false)`
  await readPolicies(session, figures, facts)
  await readServices(session, figures, facts)
}

/** Of a question that was answered several times in a year the last answer counts. */
async function readPolicies(
  session: LakeEngine,
  figures: InputFigures,
  facts: string,
): Promise<void> {
  const rows = await session.rows<{ country: string; year: number; item: string; value: number }>(
    `select ref_area as country, try_cast(substr(period, 1, 4) as integer) as year, item,
       arg_max(value, period || record_id::varchar) as value
     from ${facts} where measure = 'migration-policy' and value is not null
       and regexp_full_match(item, '[1-6]\\.[1-5]') and value in (0, 0.5, 1)
     group by all having year is not null order by all`,
  )
  for (const { country, year, item, value } of rows) {
    const [domain, question] = item.split('.')
    const answer = value === 1 ? 'yes' : value === 0 ? 'no' : 'legal-status-only'
    if (answer === 'legal-status-only' && domain !== '1') continue
    figures.addRow('sdg-10-7-2', country, year, whole, {
      domain: domain!,
      item: question!,
      answer,
    })
  }
}

/**
 * Prices by service; where a corridor has none, its mean cost as one service of which it is not known
 * whether it qualifies. The cheapest three are of one period, the last of the year.
 */
async function readServices(
  session: LakeEngine,
  figures: InputFigures,
  facts: string,
): Promise<void> {
  const rows = await session.rows<ServiceRow>(
    `with price as (
       select ref_area as country, try_cast(substr(period, 1, 4) as integer) as year, period,
         coalesce(counterpart_area, '_T') as corridor, item,
         max(value) filter (where measure = 'remittance-fee') as fee,
         max(value) filter (where measure = 'remittance-exchange-margin') as margin,
         max(value) filter (where measure = 'remittance-service-qualifies') as qualifies
       from ${facts} where measure like 'remittance-%' and item is not null and value is not null group by all
     ), mean as (
       select ref_area as country, try_cast(substr(period, 1, 4) as integer) as year, period,
         coalesce(counterpart_area, '_T') as corridor, avg(value) as fee
       from ${facts} where measure = 'remittance-cost' and value is not null group by all
     )
     select country, year, corridor, period, fee, margin, qualifies from price
     where fee is not null and margin is not null
     union all
     select country, year, corridor, period, fee, 0, null from mean
     anti join price using (country, year, corridor)
     order by all`,
  )
  const last = new Map<string, string>()
  const corridorOf = (row: ServiceRow) => `${row.country} ${row.year} ${row.corridor}`
  for (const row of rows) last.set(corridorOf(row), row.period)
  // a figure of the whole country stands for it where there is none of its corridors
  const withCorridors = new Set(
    rows.filter(({ corridor }) => corridor !== '_T').map((row) => `${row.country} ${row.year}`),
  )
  for (const row of rows) {
    const { country, year, corridor, fee, margin, qualifies } = row
    const given = { fee: String(fee), exchange_margin: String(margin) }
    const own = { ...whole, counterpart_area: corridor }
    const isWhole = corridor === '_T'
    if (isWhole && withCorridors.has(`${country} ${year}`)) continue
    if (!isWhole) figures.addRow('sdg-10-c-1', country, year, own, given)
    figures.addRow('sdg-10-c-1', country, year, whole, given)
    if (qualifies === null || isWhole || row.period !== last.get(corridorOf(row))) continue
    const answer = { ...given, qualifies: qualifies === 1 ? 'yes' : 'no' }
    figures.addRow('sdg-10-c-1-smart', country, year, own, answer)
  }
}
