import { axisX, axisY, dot, gridY, lineY, plot, ruleY, text } from '@observablehq/plot'
import { extent, ticks as niceTicks } from 'd3-array'
import { figureAxis, periodTicks } from './axis-ticks.ts'
import { labelSize, wrapLabel } from './chart-text.ts'
import { strokesOf } from './draw-over-time.ts'
import type { DrawingRoom } from './time-frame.ts'

/** One small chart: a series with its name. */
export interface Multiple {
  readonly key: string
  readonly label: string
  readonly values: readonly (number | null)[]
}

export interface MultiplesChart {
  readonly periods: readonly string[]
  /** Whether the figures of a period are provisional or the period is not over in the data. */
  readonly provisional: readonly boolean[]
  readonly panels: readonly Multiple[]
}

const panelHeight = 128
const panelLeast = 150
const nameHeight = 16

/**
 * Small multiples: a line a panel, all on the same scales, so that shapes and sizes can be compared; gaps
 * stay open, zero is always in sight.
 */
export function drawMultiples(
  { periods, provisional, panels }: MultiplesChart,
  room: DrawingRoom,
): SVGSVGElement {
  const { width, language } = room
  const across = Math.max(1, Math.min(panels.length, Math.floor(width / panelLeast), 6))
  const down = Math.ceil(panels.length / across)
  const place = panels.map((panel, at) => ({ panel, fx: at % across, fy: Math.floor(at / across) }))
  const known = panels.flatMap(({ values }) => values.filter((value) => value !== null))
  const [least = 0, most = 1] = extent([0, ...known])
  const marksY = niceTicks(least, most === least ? least + 1 : most, 3)
  const step = (marksY[1] ?? 1) - (marksY[0] ?? 0) || 1
  const axis = figureAxis(Math.max(Math.abs(least), most), step, language)
  const marginLeft = 52
  const inner = (width - marginLeft) / across
  const labels = periodTicks(periods, Math.max(2, Math.floor(inner / 56)), language)
  const strokes = place.flatMap(({ panel, fx, fy }) => {
    const { solid, dashed, alone } = strokesOf(panel.values, provisional)
    const here = (kind: string, points: readonly { x: number; y: number }[]) =>
      points.map((point) => ({ ...point, fx, fy, kind }))
    return [...here('solid', solid), ...here('dashed', dashed), ...here('alone', alone)]
  })
  const nameOf = ({ label }: Multiple) => wrapLabel(label, inner - 12)
  const nameLines = Math.max(1, ...panels.map((panel) => nameOf(panel).length))
  const below = (nameLines - 1) * nameHeight
  const line = { fx: 'fx', fy: 'fy', x: 'x', y: 'y', stroke: 'var(--accent)', strokeWidth: 2 }
  const ends = place.flatMap(({ panel, fx, fy }) => {
    const x = panel.values.findLastIndex((value) => value !== null)
    return x < 0 ? [] : [{ fx, fy, x, y: panel.values[x]! }]
  })
  return plot({
    width,
    height: down * (panelHeight + below) + 66,
    marginLeft,
    marginRight: 8,
    marginTop: 48 + below,
    marginBottom: 28,
    style: {
      fontSize: `${labelSize}px`,
      fontFamily: 'inherit',
      background: 'none',
      overflow: 'visible',
    },
    fx: { axis: null, domain: Array.from({ length: across }, (_, at) => at), padding: 0.08 },
    fy: {
      axis: null,
      domain: Array.from({ length: down }, (_, at) => at),
      padding: nameLines > 1 ? 0.42 : 0.3,
    },
    x: { type: 'linear', domain: [0, Math.max(1, periods.length - 1)], axis: null },
    y: {
      domain: [Math.min(least, marksY[0] ?? 0), Math.max(most, marksY.at(-1) ?? 1)],
      axis: null,
    },
    marks: [
      gridY({ ticks: marksY, stroke: 'var(--rule)', strokeOpacity: 1 }),
      axisY({
        ticks: marksY,
        tickFormat: (value: number) => axis.format(value),
        tickSize: 0,
        label: null,
        fill: 'var(--ink-soft)',
        facetAnchor: 'left',
      }),
      axisX(
        labels.map(({ at }) => at),
        {
          tickFormat: (at: number) => labels.find((each) => each.at === at)?.label ?? '',
          tickSize: 0,
          label: null,
          fill: 'var(--ink-soft)',
          facetAnchor: 'bottom-empty',
        },
      ),
      ruleY([0], { stroke: 'var(--rule-strong)' }),
      lineY(
        strokes.filter(({ kind }) => kind === 'solid'),
        { ...line, strokeLinejoin: 'round' },
      ),
      lineY(
        strokes.filter(({ kind }) => kind === 'dashed'),
        { ...line, strokeDasharray: '2 4' },
      ),
      dot(
        strokes.filter(({ kind }) => kind === 'alone'),
        { fx: 'fx', fy: 'fy', x: 'x', y: 'y', fill: 'var(--accent)', r: 2 },
      ),
      dot(ends, { fx: 'fx', fy: 'fy', x: 'x', y: 'y', fill: 'var(--accent)', r: 2.5 }),
      text(place, {
        fx: 'fx',
        fy: 'fy',
        text: ({ panel }: (typeof place)[number]) => nameOf(panel).join('\n'),
        frameAnchor: 'top-left',
        textAnchor: 'start',
        lineAnchor: 'bottom',
        fontWeight: 600,
        dy: -5,
        fill: 'var(--ink)',
      }),
      text([axis.unit === 1 ? room.unit : `${room.unit}, ${room.units[axis.unit]}`], {
        fx: 0,
        fy: 0,
        frameAnchor: 'top-left',
        textAnchor: 'start',
        lineAnchor: 'bottom',
        dx: -marginLeft,
        dy: -26 - below,
        fill: 'var(--ink-soft)',
      }),
    ],
  }) as SVGSVGElement
}
