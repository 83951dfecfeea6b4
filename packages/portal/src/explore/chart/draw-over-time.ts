import { barY, dot, lineY } from '@observablehq/plot'
import type { ColumnChart, Hue, LineChart } from './chart-spec.ts'
import { colour } from './chart-text.ts'
import { hatch } from './hatch.ts'
import { frameOverTime, type DrawingRoom } from './time-frame.ts'

interface Point {
  readonly x: number
  readonly y: number
  readonly series: string
}

/** Lines over time with their names at their ends; what is provisional is dashed, gaps stay open. */
export function drawLines(chart: LineChart, room: DrawingRoom): SVGSVGElement {
  const named = chart.series.filter(({ hue }) => hue !== 'grey')
  const grey = chart.series.filter(({ hue }) => hue === 'grey')
  const frame = frameOverTime(
    chart,
    room,
    named.map(({ label }) => label),
  )
  const marks = [
    lineY(pointsOf(grey), {
      x: 'x',
      y: 'y',
      z: 'series',
      stroke: colour('grey'),
      strokeOpacity: 0.45,
      strokeWidth: 1,
    }),
    ...named.flatMap((series) => {
      const stroke = colour(series.hue)
      const { solid, dashed, alone } = strokesOf(series.values, chart.provisional)
      return [
        lineY(solid, { x: 'x', y: 'y', stroke, strokeWidth: 2.5, strokeLinejoin: 'round' }),
        lineY(dashed, { x: 'x', y: 'y', stroke, strokeWidth: 2.5, strokeDasharray: '2 5' }),
        dot(alone, { x: 'x', y: 'y', fill: stroke, r: 3 }),
      ]
    }),
  ]
  const drawing = frame.draw(marks)
  if (frame.labelled) {
    const ends = named.flatMap(({ label, values, hue }) => {
      const last = values.findLastIndex((value) => value !== null)
      return last < 0 ? [] : [{ label, hue, x: last, y: values[last]! }]
    })
    frame.name(drawing, ends)
  }
  return drawing
}

/** Columns from zero; several series stand on each other, the first at the bottom. */
export function drawColumns(chart: ColumnChart, room: DrawingRoom): SVGSVGElement {
  const several = chart.series.length > 1
  const stacked = stack(chart)
  const frame = frameOverTime(
    chart,
    room,
    several ? chart.series.map(({ label }) => label || room.rest) : [],
    stacked.map(({ to }) => to),
  )
  const pattern = hatch()
  const hues = chart.series.map(({ hue }) => hue)
  const mark = (provisional: boolean, hue: Hue) =>
    barY(
      stacked.filter((each) => each.hue === hue && chart.provisional[each.x] === provisional),
      {
        x: 'x',
        y1: 'from',
        y2: 'to',
        fill: provisional ? pattern.fill(hue) : colour(hue),
        stroke: provisional ? colour(hue) : 'var(--paper)',
        strokeWidth: several || provisional ? 0.75 : 0,
      },
    )
  const drawing = frame.draw(hues.flatMap((hue) => [mark(false, hue), mark(true, hue)]))
  drawing.prepend(pattern.definitions(hues))
  if (several && frame.labelled) {
    const last = chart.periods.length - 1
    const ends = chart.series.flatMap(({ key, hue, label }) => {
      const top = stacked.find((each) => each.key === key && each.x === last)
      return top ? [{ label: label || room.rest, hue, x: last, y: (top.from + top.to) / 2 }] : []
    })
    frame.name(drawing, ends)
  }
  return drawing
}

interface Stacked {
  readonly key: string
  readonly hue: Hue
  readonly x: number
  readonly from: number
  readonly to: number
}

function stack({ series, periods }: ColumnChart): Stacked[] {
  const base = periods.map(() => 0)
  return series.flatMap(({ key, hue, values }) =>
    values.flatMap((value, x) => {
      if (value === null) return []
      const from = base[x]!
      base[x] = from + value
      return [{ key, hue, x, from, to: from + value }]
    }),
  )
}

function pointsOf(series: LineChart['series']): Point[] {
  return series.flatMap(({ key, values }) =>
    values.map((value, x) => ({ x, y: value ?? Number.NaN, series: key })),
  )
}

/** The parts of a line: final, provisional (from the last final figure on), and figures that stand alone. */
export function strokesOf(values: readonly (number | null)[], provisional: readonly boolean[]) {
  const at = (x: number, drawn: boolean) => ({
    x,
    y: drawn ? (values[x] ?? Number.NaN) : Number.NaN,
  })
  const known = (x: number): boolean => (values[x] ?? null) !== null
  return {
    solid: values.map((_, x) => at(x, !provisional[x])),
    // A dashed stretch starts at the last figure that is final.
    dashed: values.map((_, x) => at(x, provisional[x]! || provisional[x + 1] === true)),
    alone: values.flatMap((_, x) =>
      known(x) && !known(x - 1) && !known(x + 1) ? [at(x, true)] : [],
    ),
  }
}
