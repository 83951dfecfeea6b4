import { axisY, gridY, plot, ruleY, text, type Markish } from '@observablehq/plot'
import { range, ticks as niceTicks } from 'd3-array'
import type { Language } from '@caudal/methods/vocabulary'
import { figureAxis, periodTicks } from './axis-ticks.ts'
import type { ColumnChart, Hue, LineChart } from './chart-spec.ts'
import { colour, labelSize, textWidth, wrapLabel } from './chart-text.ts'
import { spreadLabels } from './spread-labels.ts'

export interface DrawingRoom {
  /** Pixels across. */
  readonly width: number
  readonly language: Language
  /** Words for thousands, millions and thousand millions on the axis. */
  readonly units: Readonly<Record<1_000 | 1_000_000 | 1_000_000_000, string>>
  readonly unit: string
  readonly rest: string
}

const lineHeight = 17

interface NamedEnd {
  readonly label: string
  readonly hue: Hue
  readonly x: number
  readonly y: number
}

/**
 * The frame of a drawing over time: axes from zero, periods along the bottom, and room beside the
 * last period for the names of the series.
 *
 * @param names names to be written at the ends, as far as there is room
 * @param heights where the marks end, where that is not at the figures themselves
 */
export function frameOverTime(
  chart: LineChart | ColumnChart,
  room: DrawingRoom,
  names: readonly string[],
  heights?: readonly number[],
) {
  const { width, language } = room
  const figures =
    heights ??
    chart.series.flatMap(({ values }) => values.filter((value): value is number => value !== null))
  const height = Math.round(Math.min(460, Math.max(260, width * 0.5)))
  const [least, most] = [Math.min(0, ...figures), Math.max(0, ...figures)]
  const found = niceTicks(least, most === least ? least + 1 : most, Math.floor(height / 60))
  const step = (found[1] ?? 1) - (found[0] ?? 0) || 1
  const axis = figureAxis(Math.max(Math.abs(least), most), step, language)
  const top = Math.ceil(most / step - 1e-9) * step
  const bottom = Math.floor(least / step + 1e-9) * step
  const marksY = range(bottom, Math.max(top, bottom + step) + step / 2, step)
  const longest = Math.max(0, ...names.map(textWidth))
  const labelled = names.length > 0 && width >= 560
  const marginRight = labelled ? Math.min(longest + 16, width * 0.32) : 16
  const marginLeft = Math.max(...marksY.map((value) => textWidth(axis.format(value)))) + 12
  const marginTop = 34
  const marginBottom = 34
  const columns = chart.kind === 'column'
  const last = Math.max(1, chart.periods.length - 1)
  const ticks = periodTicks(
    chart.periods,
    Math.floor((width - marginLeft - marginRight) / 52),
    language,
  )
  const unit = axis.unit === 1 ? room.unit : `${room.unit}, ${room.units[axis.unit]}`

  return {
    labelled,
    draw(marks: readonly Markish[]): SVGSVGElement {
      return plot({
        width,
        height,
        marginLeft,
        marginRight,
        marginTop,
        marginBottom,
        style: {
          fontSize: `${labelSize}px`,
          fontFamily: 'inherit',
          background: 'none',
          overflow: 'visible',
        },
        x: columns
          ? {
              type: 'band',
              domain: chart.periods.map((_, at) => at),
              paddingInner: 0.22,
              axis: null,
            }
          : { type: 'linear', domain: [0, last], axis: null },
        y: { domain: [bottom, Math.max(top, bottom + step)] },
        marks: [
          gridY({ ticks: marksY, stroke: 'var(--rule)', strokeOpacity: 1 }),
          axisY({
            ticks: marksY,
            tickFormat: (value: number) => axis.format(value),
            tickSize: 0,
            label: null,
            fill: 'var(--ink-soft)',
          }),
          ...marks,
          ruleY([0], { stroke: 'var(--ink)' }),
          text(ticks, {
            x: 'at',
            text: 'label',
            frameAnchor: 'bottom',
            dy: 22,
            fill: 'var(--ink-soft)',
          }),
          text([unit], {
            frameAnchor: 'top-left',
            textAnchor: 'start',
            dx: -marginLeft,
            dy: -26,
            fill: 'var(--ink-soft)',
          }),
        ],
      }) as SVGSVGElement
    },
    /** Writes each name beside the end of its series, none over another. */
    name(drawing: SVGSVGElement, ends: readonly NamedEnd[]): void {
      const scaleY = (drawing as unknown as ScaledPlot).scale('y')
      const scaleX = (drawing as unknown as ScaledPlot).scale('x')
      const widest = marginRight - 14
      const lines = ends.map(({ label }) => wrapLabel(label, widest))
      const tallest = Math.max(1, ...lines.map(({ length }) => length))
      const wanted = ends.map(({ y }) => scaleY.apply(y))
      const placed = spreadLabels(
        wanted,
        lineHeight * Math.min(tallest, 2),
        marginTop,
        height - marginBottom,
      )
      for (const [index, end] of ends.entries()) {
        const x = scaleX.apply(end.x) + (scaleX.bandwidth ?? 0)
        drawing.append(endLabel(lines[index]!, x, placed[index]!, wanted[index]!, end.hue))
      }
    },
  }
}

interface ScaledPlot {
  scale(name: string): { apply(value: number): number; bandwidth?: number }
}

function endLabel(
  lines: readonly string[],
  x: number,
  y: number,
  from: number,
  hue: Hue,
): SVGGElement {
  const group = svg('g', {})
  if (Math.abs(y - from) > 4) {
    group.append(
      svg('path', { d: `M${x + 2},${from}L${x + 9},${y}`, stroke: colour(hue), fill: 'none' }),
    )
  }
  const start = y - ((lines.length - 1) * lineHeight) / 2
  for (const [line, words] of lines.entries()) {
    const label = svg('text', {
      x: x + 12,
      y: start + line * lineHeight,
      dy: '0.32em',
      'text-anchor': 'start',
      'font-weight': 600,
      fill: hue === 'grey' ? 'var(--ink-soft)' : colour(hue),
    })
    label.textContent = words
    group.append(label)
  }
  return group
}

function svg<Name extends 'g' | 'path' | 'text'>(
  name: Name,
  attributes: Readonly<Record<string, string | number>>,
): SVGElementTagNameMap[Name] {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value))
  return element
}
