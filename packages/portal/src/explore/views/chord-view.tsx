import { chordDirected, ribbonArrow, type ChordGroup } from 'd3-chord'
import { useMemo, type ReactNode } from 'react'
import { gatherCorridors, type Corridor, type Place } from '@caudal/methods/publish/views'
import { useSpeaking } from '../../words/speaking.tsx'
import { textWidth, wrapLabel } from '../chart/chart-text.ts'
import { useWidth } from '../map/use-width.ts'
import { placeChordLabels, reachOfLabels, type ChordLabel } from './chord-labels.ts'
import { CorridorList } from './corridor-list.tsx'
import { hueOf } from './sankey-view.tsx'
import { SliceControls } from './slice-controls.tsx'
import { useCorridors } from './use-corridors.ts'
import type { ViewProps } from './view-props.ts'
import styles from './views.module.css'

const placesAtMost = 9
const ring = 9

/**
 * Places around a circle, corridors as arrows between them: for places that people both leave and
 * come to. Each ribbon wears the hue of its origin and points to its destination.
 */
export function ChordView(props: ViewProps): ReactNode {
  const { words } = useSpeaking()
  const [box, width] = useWidth<HTMLDivElement>()
  const { corridors, write, notes } = useCorridors(props)
  const list = corridors?.list
  const { places, matrix } = useMemo(
    () => matrixOf(gatherCorridors(list ?? [], placesAtMost, words.views.others, true)),
    [list, words],
  )
  const chords = useMemo(
    () => chordDirected().padAngle(Math.min(0.06, 2 / Math.max(1, places.length)))(matrix),
    [matrix, places],
  )
  if (!corridors) return <p>{words.views.negative}</p>

  const names = places.map(({ label }) => label)
  const widthOf = (texts: readonly string[]) => Math.max(...texts.map(textWidth), 30)
  // The circle gives way to words before words are cut: no line of a name is narrower than its longest word.
  const widest = Math.max(
    Math.min(widthOf(names), width * 0.27),
    Math.min(widthOf(names.flatMap((name) => name.split(' '))), width * 0.36),
  )
  const outer = Math.max(60, Math.min(width / 2 - widest - 14, 280))
  const inner = outer - ring
  const arrow = ribbonArrow<unknown, (typeof chords)[number], unknown>()
    .radius(inner - 2)
    .padAngle(0.01)
    .headRadius(Math.min(12, inner / 8))
  const hue = (index: number): string => hueOf(index, places[index]!.code)
  const labels = placeChordLabels(
    chords.groups.map(({ index, startAngle, endAngle }) => ({
      lines: wrapLabel(places[index]!.label, widest + 2, width < 560 ? 4 : 2),
      angle: (startAngle + endAngle) / 2,
    })),
    outer,
  )
  const height = 2 * (Math.max(outer, reachOfLabels(labels)) + 12)

  return (
    <div className={styles['view']}>
      <SliceControls slice={corridors.slice} pick={props.pick} />
      <div ref={box} className={styles['box']}>
        {width > 0 && places.length > 0 && (
          <svg
            role="img"
            aria-label={props.title}
            width={width}
            height={height}
            className={styles['picture']}
          >
            <g transform={`translate(${width / 2} ${height / 2})`}>
              {chords.map((chord) => (
                <path
                  key={`${chord.source.index} ${chord.target.index}`}
                  d={String(arrow(chord as never) ?? '')}
                  fill={hue(chord.source.index)}
                  fillOpacity={0.5}
                  stroke={hue(chord.source.index)}
                  strokeOpacity={0.6}
                  strokeWidth={0.5}
                />
              ))}
              {chords.groups.map((group, at) => (
                <g key={places[group.index]!.code}>
                  <path d={arc(group, inner, outer)} fill={hue(group.index)} />
                  <Name label={labels[at]!} />
                </g>
              ))}
            </g>
          </svg>
        )}
        {places.length === 0 && <p>{words.views.noCorridor}</p>}
      </div>
      <CorridorList list={corridors.list} most={10} write={write} />
      {notes.map((note) => (
        <p key={note} className="hint">
          {note}
        </p>
      ))}
    </div>
  )
}

function Name({ label }: { readonly label: ChordLabel }): ReactNode {
  const { lines, anchor, x, y, leader } = label
  return (
    <>
      {leader && (
        <line x1={leader[0]} y1={leader[1]} x2={leader[2]} y2={leader[3]} stroke="var(--rule)" />
      )}
      <text textAnchor={anchor}>
        {lines.map((line, at) => (
          <tspan key={line} x={x} y={y + at * 16} dy="0.33em">
            {line}
          </tspan>
        ))}
      </text>
    </>
  )
}

/** The sector of a ring between two angles, clockwise from the top. */
function arc({ startAngle, endAngle }: ChordGroup, inner: number, outer: number): string {
  const at = (angle: number, radius: number): string =>
    `${(Math.sin(angle) * radius).toFixed(2)},${(-Math.cos(angle) * radius).toFixed(2)}`
  const large = endAngle - startAngle > Math.PI ? 1 : 0
  return `M${at(startAngle, outer)}A${outer},${outer} 0 ${large} 1 ${at(endAngle, outer)}L${at(endAngle, inner)}A${inner},${inner} 0 ${large} 0 ${at(startAngle, inner)}Z`
}

function matrixOf(corridors: readonly Corridor[]): {
  readonly places: readonly Place[]
  readonly matrix: number[][]
} {
  const sizes = new Map<string, { place: Place; size: number }>()
  for (const { from, to, value } of corridors) {
    for (const place of [from, to]) {
      const known = sizes.get(place.code) ?? { place, size: 0 }
      known.size += value
      sizes.set(place.code, known)
    }
  }
  const last = ({ place }: { place: Place }): number => (place.code.startsWith('_') ? 1 : 0)
  const places = [...sizes.values()]
    .sort((a, b) => last(a) - last(b) || b.size - a.size)
    .map(({ place }) => place)
  const at = new Map(places.map(({ code }, index) => [code, index]))
  const matrix = places.map(() => places.map(() => 0))
  for (const { from, to, value } of corridors)
    matrix[at.get(from.code)!]![at.get(to.code)!]! += value
  return { places, matrix }
}
