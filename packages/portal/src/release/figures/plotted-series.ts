import type { ChartSpec } from '@caudal/methods/publish'

/** Colours of the theme, so that a drawing follows light and dark. */
export const seriesColour = (index: number): string => `var(--series-${(index % 6) + 1})`

/** Series that get a colour and a label; the rest is in the table. */
export const mostSeries = 4

/** The series of a chart that are drawn, the greatest first to be chosen, in their own order. */
export function drawnSeries(chart: ChartSpec): ChartSpec['series'] {
  const sizes = new Map(
    chart.series.map((series) => [
      series,
      series.points.reduce((sum, { value }) => sum + Math.abs(value ?? 0), 0),
    ]),
  )
  const greatest = new Set(
    [...sizes]
      .sort(([, a], [, b]) => b - a)
      .slice(0, mostSeries)
      .map(([series]) => series),
  )
  return chart.series.filter((series) => greatest.has(series))
}

/**
 * The next round number: 1, 2 or 5 times a power of ten.
 *
 * @example niceAbove(37) // => 50
 * @example niceAbove(0) // => 1
 */
export function niceAbove(value: number): number {
  if (!(value > 0)) return 1
  const power = 10 ** Math.floor(Math.log10(value))
  return [1, 2, 5, 10].map((step) => step * power).find((step) => step >= value) ?? 10 * power
}

/** A length in per cent, short enough for a page. */
export const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`
