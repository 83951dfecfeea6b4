import { parsePeriod, previousPeriod, yearEarlier } from '@caudal/methods/measure'
import {
  comparesPeriods,
  parseTableSpec,
  type TableResult,
  type TableSpec,
} from '@caudal/methods/publish'
import type { Language, Refusal } from '@caudal/methods/vocabulary'
import { coverageIn, isWhole } from '../../../../portal/src/release/index.ts'
import { anybody, readPageCubes } from '../pages/page-cubes.ts'
import type { PublishService, Reader } from '../service.ts'
import { alertRefusals } from './refusals.ts'

/** What a threshold is on: a cube, and its table with periods along the columns and nothing else. */
export interface SeriesAddress {
  readonly cube: string
  /** As an address writes it: `columns=time.month&where=country:SLV`. */
  readonly query: string
}

/** A series as everybody may read it: figures of releases, and perturbed ones. */
export interface Series {
  readonly table: TableResult
  /** Whole periods that have a figure, in their order. */
  readonly figures: ReadonlyMap<string, number>
}

/** The newest figure of a series, with what it is compared with. */
export interface Newest {
  readonly period: string
  readonly figure: number
  /** Per cent on the other period; null where that has no figure above zero. */
  readonly change: Readonly<Record<Basis, number | null>>
}

export type Basis = 'previous' | 'year'

/** What is met where: a figure above or below, or a change of so many per cent, up or down. */
export interface Threshold {
  readonly kind: 'above' | 'below' | 'change'
  readonly threshold: number
  readonly basis: Basis | null
}

/** Who asks for a series, where somebody does: then it is a question of their day. */
export interface SeriesAsker {
  readonly who: Reader
  readonly from: string
}

/**
 * Reads series as everybody may read them: what they say is told in feeds and mails. The cubes are looked
 * at once for all that are read with it.
 *
 * @param asker absent where the node itself looks at what somebody asked for before
 */
export async function openSeries(
  publish: PublishService,
  language: Language,
  asker?: SeriesAsker,
): Promise<(address: SeriesAddress) => Promise<Series>> {
  const cubes = await readPageCubes(publish, language)
  const { who = anybody, from } = asker ?? {}
  /** @throws {Refusal} alerts.not-a-series, and those of tables */
  return async ({ cube, query }) => {
    const table = await publish.measureTable(who, cube, specOf(query), language, from)
    const found = cubes.find(cube)
    const [time] = table.columns
    const isTime = found !== undefined && found.timeIds.has(time!.id.split('.')[0]!)
    if (!isTime) throw notSeries(time!.label)
    const coverage = coverageIn(table, found.coverage)
    const figures = new Map<string, number>()
    table.columnKeys.forEach(([period], at) => {
      const value = table.values[at]
      if (period === undefined || value === null || value === undefined) return
      if (isWhole(period, coverage)) figures.set(period, value)
    })
    return { table, figures }
  }
}

function specOf(query: string): TableSpec {
  const spec = parseTableSpec(new URLSearchParams(query))
  const { rows, columns, show, sort, top } = spec
  if (rows.length > 0 || columns.length !== 1) throw notSeries([...rows, ...columns].join(', '))
  if (sort !== undefined || top !== undefined) throw notSeries('sort, top')
  // A share is of a table, and a change of a change tells nobody anything.
  if (show !== undefined && (comparesPeriods(show) || show.endsWith('-share'))) {
    throw notSeries(`show=${show}`)
  }
  return spec
}

const notSeries = (reason: string): Refusal => alertRefusals.refuse('not-a-series', { reason })

/** The newest figure; undefined where there is none. */
export function newestOf({ figures }: Pick<Series, 'figures'>): Newest | undefined {
  const last = [...figures].at(-1)
  if (last === undefined) return undefined
  const [period, figure] = last
  const changeOn = (other: string | undefined): number | null => {
    const before = other === undefined ? undefined : figures.get(other)
    return before === undefined || before <= 0 ? null : ((figure - before) / before) * 100
  }
  // Stocks are counted every few years: the one before is the last that was counted.
  const before =
    parsePeriod(period)?.kind === 'year' ? [...figures.keys()].at(-2) : previousPeriod(period)
  return {
    period,
    figure,
    change: { previous: changeOn(before), year: changeOn(yearEarlier(period)) },
  }
}

/**
 * Whether a threshold is met. What cannot be compared meets none.
 *
 * @example isMet({ kind: 'above', threshold: 10, basis: null }, { period: '2025', figure: 10, change: { previous: null, year: null } }) // => false
 * @example isMet({ kind: 'change', threshold: 10, basis: 'year' }, { period: '2025', figure: 9, change: { previous: null, year: -10 } }) // => true
 */
export function isMet({ kind, threshold, basis }: Threshold, { figure, change }: Newest): boolean {
  switch (kind) {
    case 'above':
      return figure > threshold
    case 'below':
      return figure < threshold
    case 'change': {
      const found = change[basis ?? 'previous']
      return found !== null && Math.abs(found) >= threshold
    }
  }
  return kind satisfies never
}
