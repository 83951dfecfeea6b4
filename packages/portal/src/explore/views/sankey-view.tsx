import { useMemo, type ReactNode } from 'react'
import { gatherCorridors, layoutSankey } from '@caudal/methods/publish/views'
import { useSpeaking } from '../../words/speaking.tsx'
import { labelSize, textWidth, typeScale, wrapLabel } from '../chart/chart-text.ts'
import { useWidth } from '../map/use-width.ts'
import { CorridorList } from './corridor-list.tsx'
import { SliceControls } from './slice-controls.tsx'
import { useCorridors } from './use-corridors.ts'
import type { ViewProps } from './view-props.ts'
import styles from './views.module.css'

const placesAtMost = 11
const thick = 10
/** Between two names of one line, and of two. */
const gaps = { one: labelSize + 6, two: 2 * labelSize + 8 }
/** Of a wide drawing whose names take two lines. */
const heightOfTwoLines = 540

/** Corridors as bands from places of origin on the left to places of destination on the right. */
export function SankeyView(props: ViewProps): ReactNode {
  const { words } = useSpeaking()
  const [box, width] = useWidth<HTMLDivElement>()
  const { corridors, write, notes } = useCorridors(props)
  const list = corridors?.list
  const gathered = useMemo(
    () => gatherCorridors(list ?? [], placesAtMost, words.views.others),
    [list, words],
  )
  const narrow = width < 560
  const scale = typeScale()
  const { nodes, bands, room, height } = useMemo(() => {
    const usual = narrow ? 620 : Math.max(340, Math.min(620, width * 0.6))
    const laid = layoutSankey(gathered, usual - 16, (narrow ? gaps.two : gaps.one) * scale)
    const names = laid.nodes.map(({ label, value }) => textWidth(`${label} ${write(value)}`))
    const widest = Math.max(...names, 40) + 12
    const most = width * (narrow ? 0.32 : 0.34)
    const found = { ...laid, room: Math.min(widest, most), height: usual }
    if (narrow || widest <= most) return found
    // Names that take two lines are set further apart, in a drawing that is high enough for them.
    const higher = Math.max(usual, heightOfTwoLines * scale)
    return { ...found, ...layoutSankey(gathered, higher - 16, gaps.two * scale), height: higher }
  }, [gathered, width, narrow, scale, write])
  if (!corridors) return <p>{words.views.negative}</p>

  const [left, right] = [room, width - room]
  const ranks = new Map(
    nodes.filter(({ side }) => side === 'from').map(({ code }, at) => [code, at]),
  )
  return (
    <div className={styles['view']}>
      <SliceControls slice={corridors.slice} pick={props.pick} />
      <div ref={box} className={styles['box']}>
        {width > 0 && nodes.length > 0 && (
          <svg
            role="img"
            aria-label={props.title}
            width={width}
            height={height}
            className={styles['picture']}
          >
            <g transform="translate(0 8)">
              {bands.map(({ from, to, fromTop, toTop, thickness }) => {
                const middle = (left + right) / 2
                const [y1, y2] = [fromTop + thickness / 2, toTop + thickness / 2]
                return (
                  <path
                    key={`${from.code} ${to.code}`}
                    d={`M${left + thick},${y1}C${middle},${y1} ${middle},${y2} ${right - thick},${y2}`}
                    fill="none"
                    stroke={hueOf(ranks.get(from.code)!, from.code)}
                    strokeOpacity={0.42}
                    strokeWidth={Math.max(0.75, thickness)}
                  />
                )
              })}
              {nodes.map(({ side, code, label, value, top, height: tall }) => {
                const start = side === 'from'
                const y = top + tall / 2
                const x = start ? left - 6 : right + 6
                const lines = wrapLabel(label, room - (narrow ? 8 : textWidth(write(value)) + 16))
                return (
                  <g key={`${side} ${code}`}>
                    <rect
                      x={start ? left : right - thick}
                      y={top}
                      width={thick}
                      height={Math.max(1, tall)}
                      fill={start ? hueOf(ranks.get(code)!, code) : 'var(--ink-soft)'}
                    />
                    <text textAnchor={start ? 'end' : 'start'}>
                      {lines.map((line, at) => (
                        <tspan
                          key={line}
                          x={x}
                          y={y + (at - (lines.length - 1) / 2) * 16 * scale}
                          dy="0.33em"
                        >
                          {line}
                        </tspan>
                      ))}
                      {!narrow && (
                        <tspan className={styles['soft']} dx="6">
                          {write(value)}
                        </tspan>
                      )}
                    </text>
                  </g>
                )
              })}
            </g>
          </svg>
        )}
        {nodes.length === 0 && <p>{words.views.noCorridor}</p>}
      </div>
      <CorridorList list={corridors.list} most={narrow ? 8 : 5} write={write} />
      {notes.map((note) => (
        <p key={note} className="hint">
          {note}
        </p>
      ))}
    </div>
  )
}

/** Six hues for the greatest origins; the others, and what is gathered, are grey. */
export function hueOf(rank: number, code: string): string {
  return rank < 6 && !code.startsWith('_') ? `var(--series-${rank + 1})` : 'var(--series-grey)'
}
