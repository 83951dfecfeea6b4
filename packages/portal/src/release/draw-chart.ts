import {
  chartOf,
  escapeHtml,
  formatNumber,
  statusSigns,
  type ChartSpec,
  type TableResult,
} from '@caudal/methods/publish'
import type { Language } from '@caudal/methods/vocabulary'
import { spreadLabels } from '../explore/chart/spread-labels.ts'
import type { ReleaseWords } from './words.ts'

const left = 8
const barHeight = 22
const colours = ['#0b5d66', '#b8500a', '#4b5f8f', '#8a3f75', '#7a5c00', '#12201f']
/** Bars of one figure; a longer table speaks by itself. */
const mostBars = 24
const mostSeries = 6

/** The room of a drawing, in its own units: twelve of them are a line of text, on screens of any width. */
interface Frame {
  readonly name: 'wide' | 'narrow'
  readonly width: number
  /** Beside lines, for the names of series. */
  readonly right: number
  /** Before bars, for the names of categories, and after them, for figures. */
  readonly labelWidth: number
  readonly afterBars: number
  /** Letters of a category, a series and the key that have room. */
  readonly letters: { readonly category: number; readonly series: number; readonly key: number }
  /** Ticks of time, where their words are short and long. */
  readonly ticks: readonly [short: number, long: number]
}

const frames: readonly Frame[] = [
  {
    name: 'wide',
    width: 720,
    right: 150,
    labelWidth: 220,
    afterBars: 90,
    letters: { category: 32, series: 20, key: 60 },
    ticks: [6, 4],
  },
  {
    name: 'narrow',
    width: 360,
    right: 84,
    labelWidth: 124,
    afterBars: 60,
    letters: { category: 15, series: 11, key: 28 },
    ticks: [4, 2],
  },
]

/**
 * The chart of a table as SVG that needs no script: lines over time, bars otherwise. A hidden or
 * missing figure is a gap in a line and a hatched stub among bars, never a zero. Every mark has its
 * figure beside it or in the table below; colour only repeats what labels say.
 *
 * @returns undefined where there is nothing that a chart would show better than the table
 */
export function drawChart(
  result: TableResult,
  id: string,
  title: string,
  words: Pick<ReleaseWords, 'notShown' | 'hidden' | 'withoutFigure' | 'otherSeries'>,
): string | undefined {
  const chart = chartOf(result)
  if (chart === undefined || chart.series.length === 0) return undefined
  const language = result.language as Language
  const shown = chart.series.filter(({ emphasised }) => emphasised).slice(0, mostSeries)
  // zeros and hatches alone draw nothing
  if (!shown.some(({ points }) => points.some(({ value }) => (value ?? 0) !== 0))) return undefined
  const draw = (frame: Frame): string => {
    const own = `${id}-${frame.name}`
    const { height, body } =
      chart.kind === 'line'
        ? drawLines(chart, shown, language, frame)
        : drawBars(chart, shown, language, frame, own, words)
    return `<svg class="chart ${frame.name}" role="img" aria-labelledby="${own}" viewBox="0 0 ${frame.width} ${height}" xmlns="http://www.w3.org/2000/svg"><title id="${own}">${escapeHtml(title)}</title>${body}</svg>`
  }
  const more =
    chart.series.length > shown.length
      ? `<p class="more">${escapeHtml(words.otherSeries(chart.series.length - shown.length))}</p>`
      : ''
  return frames.map(draw).join('') + more
}

interface Drawn {
  readonly height: number
  readonly body: string
}

type Series = ChartSpec['series']

function drawLines(chart: ChartSpec, series: Series, language: Language, frame: Frame): Drawn {
  const { width, right, letters } = frame
  const height = 300
  const [top, bottom] = [16, 34]
  const values = series.flatMap(({ points }) => points.flatMap(({ value }) => value ?? []))
  const most = niceAbove(Math.max(1, ...values))
  const count = Math.max(2, series[0]?.points.length ?? 2)
  const x = (at: number) => 56 + ((width - 56 - right) * at) / (count - 1)
  const y = (value: number) => top + (height - top - bottom) * (1 - value / most)
  const grid = (Number.isInteger(most / 2) || chart.y.decimals > 0 ? [0, 0.5, 1] : [0, 1])
    .map((share) => {
      const at = y(most * share)
      return `<line x1="56" x2="${width - right}" y1="${round(at)}" y2="${round(at)}" class="grid"/><text x="50" y="${round(at + 4)}" text-anchor="end">${formatNumber(most * share, language, chart.y.decimals)}</text>`
    })
    .join('')
  const labels = spreadLabels(
    series.map(({ points }) => {
      const last = points.findLast(({ value }) => value !== null)
      return y(last?.value ?? 0)
    }),
    16,
    top,
    height - bottom,
  )
  const lines = series.map(({ label, points }, s) => {
    const colour = colours[s]!
    let path = ''
    let pen = false
    const dots: string[] = []
    points.forEach(({ value }, at) => {
      if (value === null) {
        pen = false
        return
      }
      path += `${pen ? 'L' : 'M'}${round(x(at))} ${round(y(value))}`
      pen = true
      const alone = [at - 1, at + 1].every((near) => (points[near]?.value ?? null) === null)
      if (alone)
        dots.push(`<circle cx="${round(x(at))}" cy="${round(y(value))}" r="3" fill="${colour}"/>`)
    })
    return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="2"${dashOf(s)}/>${dots.join('')}<text x="${width - right + 8}" y="${round(labels[s]! + 4)}" fill="${colour}">${escapeHtml(cut(label, letters.series))}</text>`
  })
  const points = series[0]?.points ?? []
  const longest = Math.max(0, ...points.map(({ xLabel }) => xLabel.length))
  const every = Math.max(1, Math.ceil(points.length / frame.ticks[longest > 12 ? 1 : 0]))
  const ticks = points
    .map(({ xLabel }, at) =>
      at % every === 0
        ? // the first begins where the picture does, that none of it is cut off
          `<text x="${at === 0 ? left : round(x(at))}" y="${height - 12}"${at === 0 ? '' : ' text-anchor="middle"'}>${escapeHtml(cut(xLabel, 22))}</text>`
        : '',
    )
    .join('')
  return { height, body: grid + lines.join('') + signsOfGaps(series, x, height - bottom) + ticks }
}

/** Where a line has a gap, the sign of why, in its colour: hidden, or no figure. */
function signsOfGaps(series: Series, x: (at: number) => number, base: number): string {
  const stacked = new Map<number, number>()
  return series
    .flatMap(({ label, points }, s) =>
      points.flatMap(({ value, status, xLabel }, at) => {
        if (value !== null || status === undefined) return []
        const above = stacked.get(at) ?? 0
        stacked.set(at, above + 1)
        return `<text x="${round(x(at))}" y="${round(base - 4 - above * 14)}" text-anchor="middle" fill="${colours[s]!}"><title>${escapeHtml(`${label}, ${xLabel}`)}</title>${statusSigns[status]}</text>`
      }),
    )
    .join('')
}

function drawBars(
  chart: ChartSpec,
  series: Series,
  language: Language,
  { width, labelWidth, afterBars, letters }: Frame,
  id: string,
  words: Pick<ReleaseWords, 'notShown' | 'hidden' | 'withoutFigure'>,
): Drawn {
  const categories = (series[0]?.points ?? []).slice(0, mostBars)
  const values = series.flatMap(({ points }) =>
    points.slice(0, mostBars).flatMap(({ value }) => value ?? []),
  )
  const most = Math.max(1, ...values)
  const scale = (value: number) => ((width - labelWidth - afterBars) * value) / most
  const hatch = `<defs><pattern id="${id}-h" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line x1="0" y1="0" x2="0" y2="6" stroke="#8b9796" stroke-width="2"/></pattern></defs>`
  let at = 4
  const rows: string[] = []
  if (series.length > 1) {
    series.forEach(({ label }, s) => {
      rows.push(
        `<rect x="${labelWidth}" y="${at + 4}" width="12" height="12" fill="${colours[s]!}"/><text x="${labelWidth + 18}" y="${at + 15}">${escapeHtml(cut(label, letters.key))}</text>`,
      )
      at += 20
    })
    at += 6
  }
  categories.forEach(({ xLabel }, category) => {
    rows.push(
      `<text x="${labelWidth - left}" y="${at + 15}" text-anchor="end">${escapeHtml(cut(xLabel, letters.category))}</text>`,
    )
    series.forEach(({ points }, s) => {
      const { value = null, status } = points[category] ?? {}
      const why =
        status === 'suppressed'
          ? words.hidden
          : status === 'missing'
            ? words.withoutFigure
            : words.notShown
      rows.push(
        value === null
          ? `<rect x="${labelWidth}" y="${at + 3}" width="40" height="${barHeight - 8}" fill="url(#${id}-h)"/><text x="${labelWidth + 46}" y="${at + 15}">${escapeHtml(why)}</text>`
          : `<rect x="${labelWidth}" y="${at + 3}" width="${round(scale(value))}" height="${barHeight - 8}" fill="${colours[s]!}"/><text x="${round(labelWidth + scale(value) + 6)}" y="${at + 15}">${formatNumber(value, language, chart.y.decimals)}</text>`,
      )
      at += barHeight - 4
    })
    at += 8
  })
  return { height: at + 6, body: hatch + rows.join('') }
}

const dashOf = (series: number): string =>
  ['', ' stroke-dasharray="6 3"', ' stroke-dasharray="2 3"'][series % 3]!

const round = (value: number): number => Math.round(value * 10) / 10

const cut = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text

/** The next round number whose half is round too: 1, 2, 4, 5, 6 or 8 times a power of ten. */
function niceAbove(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value))
  return [1, 2, 4, 5, 6, 8, 10].map((step) => step * power).find((step) => step >= value)!
}
