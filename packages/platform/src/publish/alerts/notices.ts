import { formatNumber, type TableResult } from '@caudal/methods/publish'
import { Refusal, type Language } from '@caudal/methods/vocabulary'
import { shortUnit } from '../../../../portal/src/release/index.ts'
import type { Queryable } from '../../store/index.ts'
import type { Basis, Series, SeriesAddress, Threshold } from './series.ts'
import { alertWords } from './words.ts'

/** A threshold that a release met, as feeds and mails tell it. */
export interface Notice extends Threshold {
  readonly id: string
  readonly name: string
  readonly cube: string
  readonly query: string
  readonly release: string
  readonly period: string
  readonly figure: number
  /** Per cent with its sign, of a change. */
  readonly change: number | null
  /** ISO instant. */
  readonly toldAt: string
}

/** Notices of an account, the newest first; of one release where it is given. */
export function selectNotices(
  register: Queryable,
  account: string,
  { release, most }: { release?: string; most: number },
): Promise<Notice[]> {
  return register.query<Notice>(
    `select n.id::text, a.name, a.cube, a.query, a.kind, a.threshold, a.basis, n.release, n.period,
       n.figure, n.change,
       to_char(n.told_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "toldAt"
     from alert_notices as n join alerts as a on a.id = n.alert
     where a.account::text = $1 and ($2::text is null or n.release = $2)
     order by n.told_at desc, n.id limit $3`,
    [account, release ?? null, most],
  )
}

/**
 * Notices with the tables that they are told from; one whose series cannot be read any more (its records
 * were withdrawn) is left out.
 */
export async function withTables(
  notices: readonly Notice[],
  read: (address: SeriesAddress) => Promise<Series>,
): Promise<{ notice: Notice; table: TableResult }[]> {
  const found = notices.map(async (notice) => {
    try {
      return [{ notice, table: (await read(notice)).table }]
    } catch (error) {
      if (error instanceof Refusal) return []
      throw error
    }
  })
  return (await Promise.all(found)).flat()
}

/** What of a table words need. */
type Shown = Pick<TableResult, 'measure' | 'filters' | 'synthetic' | 'cube'>

/** What a series is of: measure, cube and filters, in words. */
export function describeSeries({ measure, filters, cube }: Shown): string {
  const held = filters.map(({ label, values }) => `${label}: ${values.join(', ')}`)
  return [measure.label, cube.title, ...held].join(' · ')
}

/** A notice in words: the figure, how it changed, and the threshold. */
export function sayNotice(
  notice: Pick<Notice, 'kind' | 'threshold' | 'basis' | 'period' | 'figure' | 'change'>,
  { measure, synthetic }: Shown,
  language: Language,
): string {
  const t = alertWords[language]
  const unit = shortUnit(measure.unit)
  const figure = formatNumber(notice.figure, language, measure.decimals)
  return [
    `${synthetic ? 'SYNTHETIC · ' : ''}${t.figure(notice.period, figure, unit)}`,
    ...(notice.change === null
      ? []
      : [t.change(signed(notice.change, language), notice.basis ?? ('previous' satisfies Basis))]),
    t.threshold(notice, unit),
  ].join(' · ')
}

function signed(value: number, language: Language): string {
  const sign = value > 0 ? '+' : value < 0 ? '−' : ''
  return `${sign}${formatNumber(Math.abs(value), language, 1)}`
}

/** The address of the page that shows a series as a line. */
export function seriesPath(
  { cube, query }: Pick<Notice, 'cube' | 'query'>,
  language: Language,
): string {
  const search = new URLSearchParams(query)
  search.set('view', 'line')
  return `/${language}/explore/${encodeURIComponent(cube)}?${search.toString()}`
}
