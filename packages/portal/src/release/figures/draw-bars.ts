import { escapeHtml, formatNumber, say, type ChartSpec } from '@caudal/methods/publish'
import type { Language } from '@caudal/methods/vocabulary'
import { percentSign } from '../../words/number-format.ts'
import { drawnSeries, niceAbove, percent, seriesColour } from './plotted-series.ts'

/** Bars of one figure; the rest is in the table. */
export const mostBars = 16

/** Bars from zero with their figures beside them; a figure that is not shown is hatched and said. */
export function drawBars(chart: ChartSpec, language: Language): string {
  const series = drawnSeries(chart)
  const values = series.flatMap(({ points }) => points.flatMap(({ value }) => value ?? []))
  // The longest bar leaves room for its figure.
  const most = Math.max(...values, niceAbove(Math.max(0, ...values)) * 0.7) || 1
  const key =
    series.length > 1
      ? `<ul class="bars-key">${series
          .map(
            ({ label }, index) =>
              `<li><i style="background:${seriesColour(index)}"></i>${escapeHtml(label)}</li>`,
          )
          .join('')}</ul>`
      : ''
  const points = series[0]?.points.slice(0, mostBars) ?? []
  const rows = points
    .map(({ xLabel }, at) => {
      const bars = series
        .map(({ points: own }, index) => {
          const { value = null, status } = own[at] ?? {}
          if (value === null) {
            return `<span data-none>${escapeHtml(say(status ?? 'missing', language))}</span>`
          }
          const share = Math.max(0, value) / most
          return `<span style="--w:${percent(share)};--c:${seriesColour(index)}">${formatNumber(value, language, chart.y.decimals)}${percentSign(chart.y.unit, language)}</span>`
        })
        .join('')
      return `<div><b>${escapeHtml(xLabel === '' ? chart.y.label : xLabel)}</b><div>${bars}</div></div>`
    })
    .join('')
  return `<div class="bars" aria-hidden="true">${key}${rows}</div>`
}
