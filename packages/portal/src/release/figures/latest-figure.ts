import type { CubeAnswer, TableResult, TableSpec } from '@caudal/methods/publish'
import type { Language } from '@caudal/methods/vocabulary'
import type { Words } from '../../words/catalogue.ts'
import { formatPercent, roundedPercent } from '../../words/number-format.ts'
import { periodLabel } from '@caudal/methods/publish'
import { isPeriod, periodsBetween } from '../../words/period.ts'
import { isWhole, type Coverage } from '../../explore/figure/coverage.ts'

/** A cube in one figure: its last whole year, how that compares, and the years before. */
export interface LatestFigure {
  readonly period: string
  readonly value: number
  /** The comparison with the year before, in words; undefined where there is none to make. */
  readonly change: string | undefined
  readonly years: readonly {
    readonly period: string
    readonly value: number | null
    readonly whole: boolean
  }[]
}

/** The table a latest figure is read from: the first measure by year; undefined without time. */
export function latestSpec(cube: CubeAnswer): TableSpec | undefined {
  const time = cube.dimensions.find(({ kind }) => kind === 'time')
  const years = time?.levels.at(-1)
  return years && { rows: [], columns: [years.id], where: [] }
}

/** Reads the latest figure; undefined where no year is whole. Never compares a part with a whole. */
export function readLatest(
  result: TableResult,
  coverage: Coverage | undefined,
  words: Words,
  language: Language,
): LatestFigure | undefined {
  const values = new Map(
    result.columnKeys.map(([code], index) => [code ?? '', result.values[index] ?? null]),
  )
  const known = [...values.keys()].filter(isPeriod).sort()
  // A year without any record keeps its place, so that a gap is seen as one.
  const periods = periodsBetween(known[0] ?? '', known.at(-1) ?? '') ?? known
  const years = periods.map((period) => ({
    period,
    value: values.get(period) ?? null,
    whole: isWhole(period, coverage),
  }))
  const at = years.findLastIndex(({ value, whole }) => value !== null && whole)
  const latest = years[at]
  if (!latest || latest.value === null) return undefined
  const before = years.slice(0, at).findLast(({ value }) => value !== null)
  const change =
    before?.whole && before.value !== null && before.value >= 20
      ? compare(latest.value / before.value - 1, before.period, words, language)
      : undefined
  return { period: latest.period, value: latest.value, change, years }
}

function compare(share: number, before: string, words: Words, language: Language): string {
  const year = periodLabel(before, language)
  if (roundedPercent(share) === 0) return words.home.unchanged(year)
  return words.home.changed(formatPercent(Math.abs(share), language), share > 0, year)
}
