import { quoteName } from '@caudal/methods/collect'
import { findCube, readParquet } from '@caudal/methods/measure'
import { snapshot, type CaudalNode } from '../../store/index.ts'
import type { GroupOfStays } from './write-survival.ts'

/** What stays of a node can be told apart by, with its SQL over a stay. */
export const stayBreakdowns: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      'country',
      'sex',
      'citizenship',
      'birth_country',
      'citizenship_status',
      'birth_status',
      'counterpart_country',
      'border_post',
      'mode',
      'purpose',
    ].map((field) => [field, quoteName(field)]),
  ),
  year: 'year(crossed_on)',
}

/** The stays that are alike: of one group, as long, ended or cut off at the end of observation. */
export interface CountedStays {
  /** One code a breakdown; `_U` where it is not known. */
  readonly key: readonly string[]
  readonly days: number
  readonly ended: 0 | 1
  readonly stays: number
  /** Of them those beside a crossing that nobody recorded. */
  readonly imputed: number
}

/** Which stays are counted: of a country and of arrivals in a year, of all where they are undefined. */
export interface StaysAsked {
  readonly country?: string | undefined
  readonly year?: number | undefined
  /** Names of {@link stayBreakdowns}. */
  readonly by: readonly string[]
}

/** Counts the stays of journeys of linked persons by the engine; no row of a person leaves it. */
export async function countStays(node: CaudalNode, { country, year, by }: StaysAsked) {
  const { batches, files } = await snapshot(node, 'outcome')
  if (files.facts.length === 0) return { rows: [], batches }
  const names = by.map((_, at) => `k${at}`)
  const keys = by.map(
    (each, at) => `coalesce((${stayBreakdowns[each]!})::varchar, '_U') as ${names[at]!}`,
  )
  const stays = findCube('stays')!.view!.sql(readParquet(files.facts))
  const counted = await node.lake.rows<Record<string, string | number>>(
    `select ${[
      ...keys,
      'coalesce(stay_days, observed_until - crossed_on)::integer as days',
      'ended',
      'count(*) as stays',
      'sum(greatest(inserted, next_inserted))::bigint as imputed',
    ].join(', ')}
     from (${stays})
     where ($1::varchar is null or country = $1) and ($2::integer is null or year(crossed_on) = $2)
     group by ${[...names, 'days', 'ended'].join(', ')}
     order by ${[...names, 'days', 'ended'].join(', ')}`,
    [country ?? null, year ?? null],
  )
  const rows = counted.map((row): CountedStays => ({
    key: names.map((name) => String(row[name])),
    days: Number(row['days']),
    ended: Number(row['ended']) === 0 ? 0 : 1,
    stays: Number(row['stays']),
    imputed: Number(row['imputed']),
  }))
  return { rows, batches }
}

/** Stays in all, those that had not ended, those beside an inserted crossing. */
export function totalStays(rows: readonly CountedStays[]) {
  const sum = (of: (row: CountedStays) => number) => rows.reduce((total, row) => total + of(row), 0)
  return {
    stays: sum(({ stays }) => stays),
    open: sum(({ stays, ended }) => (ended === 0 ? stays : 0)),
    imputed: sum(({ imputed }) => imputed),
  }
}

/** The stays of each group, in the order of their keys. */
export function groupStays(rows: readonly CountedStays[]): GroupOfStays[] {
  const groups = new Map<string, { key: readonly string[]; of: CountedStays[] }>()
  for (const row of rows) {
    const group = groups.get(row.key.join('\n')) ?? { key: row.key, of: [] }
    group.of.push(row)
    groups.set(row.key.join('\n'), group)
  }
  return [...groups.values()].map(({ key, of }) => ({
    key,
    times: of.map(({ days }) => days),
    ended: of.map(({ ended }) => ended),
    counts: of.map(({ stays }) => stays),
  }))
}
