import type { TableResult } from '@caudal/methods/publish'
import { parsePeriod, yearEarlier } from '@caudal/methods/measure'
import { isWhole, type Coverage } from './coverage.ts'
import { addsUp, type Reading, type Series } from './reading.ts'

/** What a table says first. Every claim carries the figures that make it true. */
export type Finding =
  | {
      readonly kind: 'change'
      readonly at: string
      readonly before: string
      readonly value: number
      readonly previous: number
    }
  | {
      readonly kind: 'share'
      readonly series: string
      readonly label: string
      readonly at: string | undefined
      readonly value: number
      readonly total: number
    }
  | {
      readonly kind: 'leader'
      readonly series: string
      readonly label: string
      readonly at: string | undefined
      readonly value: number
    }
  | { readonly kind: 'single'; readonly value: number }
  | { readonly kind: 'plain' }

/**
 * The finding of a table: the change of the total over the last whole year (or on the same month
 * or quarter a year before, which knows the seasons), else the largest share, else the highest
 * figure, else none. Periods that the data do not reach to the end are never compared.
 */
export function findFinding(
  reading: Reading,
  coverage: Coverage | undefined,
  calculated = false,
): Finding {
  const { periods, series, totals } = reading
  if (!periods && series.length === 1 && series[0]!.codes.length === 0) {
    const value = series[0]!.values[0]
    return value === null || value === undefined ? { kind: 'plain' } : { kind: 'single', value }
  }
  return (
    // The change of a change, or of a hundred per cent, is none.
    (!calculated && periods && totals && changeOf(periods, totals, series, coverage)) ||
    shareOf(reading, coverage) || { kind: 'plain' }
  )
}

function changeOf(
  periods: readonly string[],
  totals: readonly (number | null)[],
  series: readonly Series[],
  coverage: Coverage | undefined,
): Finding | undefined {
  const only = series.length === 1 && series[0]!.codes.length === 0 ? series[0] : undefined
  const sound = (index: number): boolean =>
    index >= 0 &&
    totals[index] !== null &&
    isWhole(periods[index]!, coverage) &&
    only?.statuses[index] === undefined
  for (let index = periods.length - 1; index >= 0; index -= 1) {
    if (!sound(index)) continue
    const earlier = comparable(periods, index)
    if (!sound(earlier)) return undefined
    const value = totals[index]!
    const previous = totals[earlier]!
    if (value < 0 || previous < 0 || value + previous === 0) return undefined
    return { kind: 'change', at: periods[index]!, before: periods[earlier]!, value, previous }
  }
  return undefined
}

/**
 * The place of the period to compare with: the same one a year earlier, which knows the seasons;
 * for figures of single years that are years apart, the one before. -1 where there is none.
 */
export function comparable(periods: readonly string[], index: number): number {
  const code = periods[index]!
  const earlier = yearEarlier(code)
  const found = earlier === undefined ? -1 : periods.indexOf(earlier)
  return found < 0 && parsePeriod(code)?.kind === 'year' ? index - 1 : found
}

function shareOf(reading: Reading, coverage: Coverage | undefined): Finding | undefined {
  const { periods, totals } = reading
  const column = lastWhole(reading, coverage)
  if (column === undefined) return undefined
  const at = periods?.[column]
  const total = totals?.[column] ?? null
  const named = reading.series.filter(({ rest }) => !rest)
  const values = named.map(({ values }) => values[column] ?? null)
  let largest: { series: Series; value: number } | undefined
  for (const [index, series] of named.entries()) {
    const value = values[index] ?? null
    if (value !== null && (!largest || value > largest.value)) largest = { series, value }
  }
  if (!largest || largest.value <= 0 || reading.series.length < 2) return undefined
  const { series, value } = largest
  // of two that are level neither leads
  if (values.filter((each) => each === value).length > 1) return undefined
  const about = { series: series.key, label: series.said, at, value }
  const shareable =
    total !== null && total > 0 && values.every((each) => each === null || each >= 0)
  if (shareable && value <= total) return { kind: 'share', ...about, total }
  // The highest of many combinations is a curiosity, not a finding.
  return reading.categories.length <= 2 ? { kind: 'leader', ...about } : undefined
}

/** The last period that is whole and has any figure, of a category or of all; 0 where there is no time; undefined if none. */
export function lastTold(reading: Reading, coverage: Coverage | undefined): number | undefined {
  const { periods, totals } = reading
  const whole = lastWhole(reading, coverage)
  const last = (periods ?? []).findLastIndex(
    (code, at) => isWhole(code, coverage) && (totals?.[at] ?? null) !== null,
  )
  return last === -1 ? whole : Math.max(last, whole ?? 0)
}

/** The last period that is whole and has a figure of a category; 0 where there is no time; undefined if none. */
export function lastWhole(reading: Reading, coverage: Coverage | undefined): number | undefined {
  const { periods, series } = reading
  if (!periods) return series.some(({ values }) => values[0] !== null) ? 0 : undefined
  for (let index = periods.length - 1; index >= 0; index -= 1) {
    if (!isWhole(periods[index]!, coverage)) continue
    if (series.some(({ values }) => values[index] !== null)) return index
  }
  return undefined
}

/**
 * Whether a finding holds in the table itself, counted anew from its cells and margins by another
 * path than the one that found it. What does not hold is not said.
 */
export function holdsIn(finding: Finding, result: TableResult, coverage?: Coverage): boolean {
  switch (finding.kind) {
    case 'plain':
      return true
    case 'single':
      return result.values.length === 1 && result.values[0] === finding.value
    case 'change':
      return (
        isWhole(finding.at, coverage) &&
        isWhole(finding.before, coverage) &&
        totalAt(result, finding.at) === finding.value &&
        totalAt(result, finding.before) === finding.previous
      )
    case 'share':
    case 'leader': {
      const at = cellsAt(result, finding.at)
      const own = at.filter(({ key }) => key === finding.series)
      const total = finding.at === undefined ? result.grandTotal : totalAt(result, finding.at)
      return (
        own.length === 1 &&
        own[0]!.value === finding.value &&
        (finding.kind === 'leader' || total === finding.total) &&
        (finding.at === undefined || isWhole(finding.at, coverage))
      )
    }
  }
}

/** The margin of a code on whatever axis it stands, or its only cell. */
function totalAt(result: TableResult, code: string): number | null {
  for (const axis of ['row', 'column'] as const) {
    const found = result[`${axis}Keys`].flatMap((key, index) => (key.includes(code) ? [index] : []))
    if (found.length === 0) continue
    if (found.length > 1 && !addsUp(result)) return null
    const alone = (axis === 'row' ? result.columns : result.rows).length === 0
    const margins = result[`${axis}Totals`] ?? (alone && found.length === 1 ? result.values : [])
    const figures = found.map((index) => margins[index])
    return figures.reduce<number | null>(
      (total, figure) =>
        total === null || figure === null || figure === undefined ? null : total + figure,
      0,
    )
  }
  return null
}

function cellsAt(
  result: TableResult,
  period: string | undefined,
): { key: string; value: number | null }[] {
  if (
    period === undefined &&
    result.rowTotals &&
    result.rows.length > 0 &&
    result.columns.length > 0
  ) {
    return result.rowKeys.map((row, index) => ({
      key: row.join('|'),
      value: result.rowTotals![index] ?? null,
    }))
  }
  return result.rowKeys.flatMap((row, rowIndex) =>
    result.columnKeys.flatMap((column, columnIndex) => {
      const codes = [...row, ...column]
      if (period !== undefined && !codes.includes(period)) return []
      const key = codes.filter((code) => code !== period).join('|')
      return [
        { key, value: result.values[rowIndex * result.columnKeys.length + columnIndex] ?? null },
      ]
    }),
  )
}
