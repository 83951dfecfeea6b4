import { escapeHtml, formatNumber, periodLabel, type ChartSpec } from '@caudal/methods/publish'
import type { Language } from '@caudal/methods/vocabulary'
import { spreadLabels } from '../../explore/chart/spread-labels.ts'
import { periodsBetween, shortPeriod } from '../../words/period.ts'
import { drawnSeries, niceAbove, percent, seriesColour } from './plotted-series.ts'

/**
 * The narrowest room for the names of periods under a line, beside names of series and without them, and what a
 * letter takes of it, pixels.
 */
const tickRoom = { beside: 190, alone: 290, letter: 8.2 } as const

/**
 * Lines over time that fit any width: the lines are stretched, the words around them are not. A
 * missing figure is a gap, a period by itself a dot; the base line is zero. Where a series breaks, a dashed
 * line stands before the first period that does not compare with those before it.
 *
 * @param whole whether the data fill a period; where they do not, the line is dashed
 */
export function drawLines(
  chart: ChartSpec,
  language: Language,
  whole: (period: string) => boolean,
): string {
  const series = drawnSeries(chart).map((each) => ({
    ...each,
    points: withGaps(each.points, language),
  }))
  const values = series.flatMap(({ points }) => points.flatMap(({ value }) => value ?? []))
  const most = niceAbove(Math.max(0, ...values))
  const least = Math.min(0, ...values) < 0 ? -niceAbove(-Math.min(...values)) : 0
  const height = (value: number): number => (value - least) / (most - least)
  const count = series[0]?.points.length ?? 1
  const x = (at: number): number => (count < 2 ? 0.5 : at / (count - 1))
  // of what is counted in ones there is no half
  const counted = values.every(Number.isInteger)
  const grid = [...new Set([least, 0, (most + Math.min(0, least)) / 2, most])]
    .filter((value) => value >= least && (!counted || Number.isInteger(value)))
    .map(
      (value) =>
        `<span class="plot-grid" style="--y:${percent(height(value))}"><b>${axisNumber(value, language)}</b></span>`,
    )
    .join('')
  const lines = series.map(({ points }, index) => linesOf(points, index, x, height, whole)).join('')
  const breaks = [...Array(count).keys()]
    .filter((at) => series.some(({ points }) => points[at]?.status === 'break'))
    .map(
      (at) =>
        `<span class="plot-break" style="--x:${percent(Math.max(0, x(at - 0.5)))}"><b>b</b></span>`,
    )
    .join('')
  const labels = spreadLabels(
    series.map(({ points }) => {
      const last = points.findLast(({ value }) => value !== null)
      return height(last?.value ?? 0)
    }),
    nameGap(series.map(({ label }) => label)),
    0,
    1,
  )
  const names =
    series.length > 1
      ? `<div class="plot-names">${series
          .map(
            ({ label }, index) =>
              `<span style="--y:${percent(labels[index]!)};--c:${seriesColour(index)}">${escapeHtml(label)}</span>`,
          )
          .join('')}</div>`
      : ''
  return `<div class="plot" aria-hidden="true"${series.length > 1 ? ' data-names' : ''}><div class="plot-room">${grid}${breaks}<svg viewBox="0 0 100 100" preserveAspectRatio="none">${lines}</svg>${dots(series, x, height)}</div>${names}<div class="plot-ticks">${ticks(series[0]?.points ?? [], x, language, series.length > 1 ? tickRoom.beside : tickRoom.alone)}</div></div>`
}

type Points = ChartSpec['series'][number]['points']

/** A period without a figure keeps its place, so that time runs evenly and a gap is seen. */
function withGaps(points: Points, language: Language): Points {
  const known = new Map(points.map((point) => [point.x, point]))
  const periods = periodsBetween(points[0]?.x ?? '', points.at(-1)?.x ?? '', 600)
  return (
    periods?.map((x) => known.get(x) ?? { x, xLabel: periodLabel(x, language), value: null }) ??
    points
  )
}

const round = (value: number): number => Math.round(value * 10) / 10

function linesOf(
  points: Points,
  index: number,
  x: (at: number) => number,
  height: (value: number) => number,
  whole: (period: string) => boolean,
): string {
  let sure = ''
  let unsure = ''
  points.forEach(({ value, x: period }, at) => {
    const before = points[at - 1]
    if (value === null || before === undefined || before.value === null) return
    const step = `M${round(x(at - 1) * 100)} ${round(100 - height(before.value) * 100)}L${round(x(at) * 100)} ${round(100 - height(value) * 100)}`
    if (whole(period) && whole(before.x)) sure += step
    else unsure += step
  })
  const line = (path: string, dashed: string): string =>
    path === ''
      ? ''
      : `<path d="${path}" fill="none" stroke="${seriesColour(index)}" stroke-width="2.5" stroke-linecap="round" vector-effect="non-scaling-stroke"${dashed}/>`
  return line(sure, '') + line(unsure, ' stroke-dasharray="2 5"')
}

/** A dot where a figure has no neighbour, and at the end of every line. */
function dots(
  series: ChartSpec['series'],
  x: (at: number) => number,
  height: (value: number) => number,
): string {
  return series
    .flatMap(({ points }, index) => {
      const last = points.findLastIndex(({ value }) => value !== null)
      return points.flatMap(({ value }, at) => {
        if (value === null) return []
        const alone = [at - 1, at + 1].every((near) => (points[near]?.value ?? null) === null)
        if (!alone && at !== last) return []
        return `<i style="--x:${percent(x(at))};--y:${percent(height(value))};background:${seriesColour(index)}"></i>`
      })
    })
    .join('')
}

function ticks(
  points: Points,
  x: (at: number) => number,
  language: Language,
  room: number,
): string {
  const names = points.map(({ x: period }) => shortPeriod(period, language))
  const letters = Math.max(0, ...names.map((name) => name.length)) + 1.5
  const most = Math.max(2, Math.floor(room / (letters * tickRoom.letter)))
  const every = Math.max(1, Math.ceil(names.length / most))
  return names
    .flatMap((name, at) => {
      const end = names.length - 1
      // The last is always named; the one before it gives way.
      if (at !== end && (at % every !== 0 || end - at < every)) return []
      return `<span style="--x:${percent(x(at))}">${escapeHtml(name)}</span>`
    })
    .join('')
}

/** A number of an axis: whole up to 9999, then in thousands and millions. */
function axisNumber(value: number, language: Language): string {
  if (Math.abs(value) < 10_000)
    return formatNumber(value, language, Number.isInteger(value) ? 0 : 1)
  return new Intl.NumberFormat(language, { notation: 'compact' }).format(value)
}

/**
 * Least distance between two names, as a share of the height of the drawing: as many lines as the
 * longest needs at the width that the style sheet gives, of 1.15 times 14 px in a room of 13 rem.
 */
function nameGap(labels: readonly string[]): number {
  const lines = Math.max(...labels.map((label) => Math.ceil(label.length / nameLetters)))
  return (lines * 1.15 * 14 + 4) / (13 * 16)
}

/** Letters that surely fit on a line of a name. */
const nameLetters = 12
