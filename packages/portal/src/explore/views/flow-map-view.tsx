import { useMemo, useState, type ReactNode } from 'react'
import { areaLevelOf } from '@caudal/methods/publish/map'
import { formatNumber } from '@caudal/methods/publish'
import type { Corridor } from '@caudal/methods/publish/views'
import { SlowNotice } from '../../parts/slow-notice.tsx'
import { useSpeaking } from '../../words/speaking.tsx'
import { flowArrow } from '../map/flow-arrow.ts'
import { layoutFlowMap } from '../map/layout-flow-map.ts'
import { useAreaJoin } from '../map/use-area-join.ts'
import { useWidth } from '../map/use-width.ts'
import { CorridorList } from './corridor-list.tsx'
import { SliceControls } from './slice-controls.tsx'
import { useCorridors } from './use-corridors.ts'
import type { ViewProps } from './view-props.ts'
import styles from './views.module.css'

const offered = [10, 20, 40] as const

/**
 * The greatest corridors as arrows on the map, as wide as their figures; the tip says the direction.
 * All others are summed in a sentence.
 */
export function FlowMapView(props: ViewProps): ReactNode {
  const { language, words } = useSpeaking()
  const [box, width] = useWidth<HTMLDivElement>()
  const [most, setMost] = useState<number>(20)
  const { corridors, write, notes } = useCorridors(props)
  const list = corridors?.list
  const places = useMemo(() => placesOf(list ?? []), [list])
  const level = areaLevelOf(places.map(({ code }) => code))
  const areas = useAreaJoin(level ?? 'country', places)
  const shown = useMemo(() => {
    const drawable = new Set(areas.drawable.map(({ area }) => area.code))
    return (list ?? [])
      .filter(({ from, to }) => drawable.has(from.code) && drawable.has(to.code))
      .slice(0, most)
  }, [list, areas, most])
  const drawing = useMemo(
    () => (width > 0 && shown.length > 0 ? layoutFlowMap(shown, areas, width) : undefined),
    [shown, areas, width],
  )
  if (!corridors) return <p>{words.views.negative}</p>
  if (list!.length > 0 && level === undefined) return <p>{words.views.noBoundaries}</p>

  const greatest = shown[0]?.value ?? 1
  const rest =
    list!.reduce((sum, { value }) => sum + value, 0) -
    shown.reduce((sum, { value }) => sum + value, 0)
  return (
    <div className={styles['view']}>
      <SliceControls slice={corridors.slice} pick={props.pick} />
      <div className={`field ${styles['most']} no-print`}>
        <label>
          {words.views.corridorsShown}{' '}
          <select
            className="select"
            value={most}
            onChange={({ target }) => setMost(Number(target.value))}
          >
            {offered.map((each) => (
              <option key={each} value={each}>
                {formatNumber(each, language)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div ref={box} className={styles['box']}>
        {areas.state.status === 'loading' && <SlowNotice />}
        {drawing && (
          <svg
            role="img"
            aria-label={props.title}
            width={width}
            height={drawing.height}
            className={`${styles['picture']} ${styles['flowMap']}`}
          >
            <path d={drawing.land} className={styles['land']} />
            <path d={drawing.ends} className={styles['ends']} />
            {shown.toReversed().map((corridor) => {
              const [from, to] = [drawing.at(corridor.from.code), drawing.at(corridor.to.code)]
              const thickness = 1 + 8 * (corridor.value / greatest)
              const { line, head } = flowArrow(from, to, thickness)
              return (
                <g key={`${corridor.from.code} ${corridor.to.code}`} className={styles['flow']}>
                  <path d={line} strokeWidth={thickness} className={styles['flowLine']} />
                  <path d={head} className={styles['flowHead']} />
                </g>
              )
            })}
            {drawing.names.map(({ code, label, x, y, anchor }) => (
              <text
                key={code}
                x={x}
                y={y}
                dy="0.33em"
                textAnchor={anchor}
                className={styles['halo']}
              >
                {label}
              </text>
            ))}
          </svg>
        )}
        {list!.length === 0 && <p>{words.views.noCorridor}</p>}
      </div>
      <CorridorList list={shown} most={10} write={write} />
      {rest > 0 && (
        <p className="hint">
          {words.views.restOfCorridors(
            formatNumber(list!.length - shown.length, language),
            write(rest),
          )}
        </p>
      )}
      {notes.map((note) => (
        <p key={note} className="hint">
          {note}
        </p>
      ))}
      <p className="hint">{words.views.noEndorsement}</p>
    </div>
  )
}

function placesOf(list: readonly Corridor[]): { readonly code: string; readonly label: string }[] {
  const places = new Map(
    list.flatMap(({ from, to }) => [from, to]).map((each) => [each.code, each]),
  )
  return [...places.values()]
}
