import { barX, plot, ruleX, text } from '@observablehq/plot'
import { formatNumber } from '@caudal/methods/publish'
import type { Language } from '@caudal/methods/vocabulary'
import type { Bar, BarChart } from './chart-spec.ts'
import { colour, labelSize, textWidth, wrapLabel } from './chart-text.ts'

export interface BarRoom {
  readonly width: number
  readonly language: Language
  readonly decimals: number
  /** The sign of a bar without a figure. */
  readonly missing: string
}

/** Least length for the bars of a panel that stands beside others, in pixels. */
const leastLength = 72

/**
 * Horizontal bars from zero with their figures at their ends. Several panels share one scale, so
 * that lengths can be compared, and one column of names; where the room is narrow they stand below
 * each other with the names above the bars.
 */
export function drawBars({ panels }: BarChart, room: BarRoom): SVGSVGElement {
  const { width, language, decimals, missing } = room
  const figure = ({ value }: Bar): string =>
    value === null ? missing : formatNumber(value, language, decimals)
  const bars = panels.flatMap((panel) => panel.bars)
  const lengths = bars.map(({ value }) => value ?? 0)
  const least = Math.min(0, ...lengths)
  const most = Math.max(0, ...lengths, least === 0 ? 1 : 0)
  const figureRoom = Math.max(...bars.map((bar) => textWidth(figure(bar)))) + 10
  const widestName = Math.max(0, ...bars.map(({ label }) => textWidth(label)))
  const beside = width >= 480
  const nameRoom = beside ? Math.min(widestName + 14, Math.max(150, width * 0.3)) : 0
  const across =
    beside && (width - nameRoom) / panels.length >= figureRoom * (least < 0 ? 2 : 1) + leastLength
  const single = panels.length === 1
  const panelRoom = across ? (width - nameRoom) / panels.length - 16 : width
  const headings = panels.map(({ label }) => wrapLabel(label, panelRoom))
  const heading = single ? 0 : Math.max(...headings.map(({ length }) => length)) * 18 + 14

  const rows = panels.flatMap((panel, at) =>
    panel.bars.map((bar, line) => ({
      panel: at,
      line,
      length: bar.value ?? 0,
      rest: bar.rest,
      words: figure(bar),
      name: wrapLabel(bar.label, beside ? nameRoom - 14 : width),
    })),
  )
  const tall = rows.some(({ name }) => name.length > 1)
  const lines = Math.max(...panels.map((panel) => panel.bars.length))
  const pitch = beside ? (tall ? 40 : 30) : tall ? 62 : 44
  const body = lines * pitch
  const down = panels.length > 1 && !across
  const height = down ? panels.length * (body + heading) : heading + body
  const facet = single ? {} : across ? { fx: 'panel' as const } : { fy: 'panel' as const }
  const nameHeight = beside ? 0 : tall ? 38 : 20
  const order = panels.map((_, at) => at)
  const barDrop = nameHeight / 2

  return plot({
    width,
    height: height + 4,
    marginLeft: nameRoom,
    marginRight: 0,
    marginTop: heading,
    marginBottom: 4,
    insetRight: figureRoom,
    insetLeft: least < 0 ? figureRoom : 0,
    style: {
      fontSize: `${labelSize}px`,
      fontFamily: 'inherit',
      background: 'none',
      overflow: 'visible',
    },
    x: { axis: null, domain: [least, most] },
    y: {
      type: 'band',
      domain: Array.from({ length: lines }, (_, line) => line),
      axis: null,
      padding: 0,
    },
    ...(across &&
      !single && { fx: { domain: order, axis: null, paddingInner: 0.06, paddingOuter: 0 } }),
    ...(down && {
      fy: { domain: order, axis: null, paddingInner: heading / (heading + body), paddingOuter: 0 },
    }),
    marks: [
      barX(rows, {
        ...facet,
        x: 'length',
        y: 'line',
        fill: ({ rest }: { rest: boolean }) => colour(rest ? 'grey' : 'only'),
        insetTop: nameHeight + 5,
        insetBottom: 5,
      }),
      ruleX([0], { stroke: 'var(--ink)' }),
      ...[false, true].map((negative) =>
        text(
          rows.filter(({ length }) => length < 0 === negative),
          {
            ...facet,
            x: 'length',
            y: 'line',
            text: 'words',
            textAnchor: negative ? 'end' : 'start',
            dx: negative ? -6 : 6,
            dy: barDrop,
            fill: 'var(--ink)',
          },
        ),
      ),
      text(
        rows.filter(({ panel }) => !across || panel === 0),
        {
          ...facet,
          y: 'line',
          text: ({ name }: { name: readonly string[] }) => name.join('\n'),
          textAnchor: beside ? 'end' : 'start',
          frameAnchor: 'left',
          dx: beside ? -12 : 0,
          dy: beside ? 0 : -pitch / 2 + nameHeight / 2 + 3,
          lineHeight: 1.15,
          fill: 'var(--ink)',
          // a name over the line of zero stays readable
          ...(!beside && { stroke: 'var(--paper)', strokeWidth: 4 }),
        },
      ),
      ...(single
        ? []
        : [
            text(
              headings.map((words, panel) => ({ panel, words: words.join('\n') })),
              {
                ...facet,
                text: 'words',
                frameAnchor: 'top-left',
                textAnchor: 'start',
                lineAnchor: 'bottom',
                fontWeight: 600,
                lineHeight: 1.25,
                dy: -8,
                fill: 'var(--ink)',
              },
            ),
          ]),
    ],
  }) as SVGSVGElement
}
