import { useLayoutEffect, useId, useMemo, useRef, useState, type ReactNode } from 'react'
import {
  formatNumber,
  type CubeAnswer,
  type TableResult,
  type TableSpec,
} from '@caudal/methods/publish'
import { useAnnounce } from '../../frame/announcer.tsx'
import { Icon } from '../../parts/icon.tsx'
import { useSpeaking } from '../../words/speaking.tsx'
import type { Exploration } from '../specification/exploration.ts'
import { placeOf, putDimension, swapAxes, type Place } from '../specification/rearrange.ts'
import { fitShow } from '../specification/shown-as.ts'
import { DimensionCard } from './dimension-card.tsx'
import { LayoutOptions } from './layout-options.tsx'
import { MeasureChoice } from './measure-choice.tsx'
import { ShowChoice } from './show-choice.tsx'
import { dropMark, standingIn } from './standing.ts'
import { useDrag } from './use-drag.ts'
import { writtenFor } from './written-level.ts'
import styles from './builder.module.css'

const places = ['rows', 'columns', 'rest'] as const

/** Where dimensions are put on rows, on columns or outside, by dragging, by arrow keys or by menu. */
export function Builder({
  cube,
  exploration,
  result,
  change,
  reset,
}: {
  readonly cube: CubeAnswer
  readonly exploration: Exploration
  readonly result: TableResult | undefined
  readonly change: (next: Exploration) => void
  readonly reset: () => void
}): ReactNode {
  const { language, words } = useSpeaking()
  const announce = useAnnounce()
  const wells = useRef<HTMLDivElement>(null)
  const headingId = useId()
  const [open, setOpen] = useState<string>()
  const [shown, setShown] = useState(false)
  const { spec } = exploration

  const standing = useMemo(() => standingIn(cube, spec), [cube, spec])
  const refocus = useRef<string>(undefined)
  useLayoutEffect(() => {
    // A dimension that moved to another well is a new element there: the focus follows it.
    const name = refocus.current
    if (name === undefined) return
    refocus.current = undefined
    wells.current?.querySelector<HTMLElement>(`[data-focus="${CSS.escape(name)}"]`)?.focus()
  })

  const setSpec = (next: TableSpec): void => change({ ...exploration, spec: fitShow(cube, next) })
  const put = (id: string, place: Place, position?: number, focus?: 'handle' | Place): void => {
    const dimension = cube.dimensions.find((each) => each.id === id)
    if (!dimension) return
    const next = putDimension(spec, writtenFor(dimension, spec), place, position)
    if (focus) refocus.current = `${focus} ${id}`
    setSpec(next)
    const there = standingIn(cube, next)[place]
    announce(
      words.builder.moved(
        dimension.label,
        words.builder[place],
        formatNumber(there.indexOf(dimension) + 1, language),
        formatNumber(there.length, language),
      ),
    )
  }
  const { drag, start } = useDrag(wells, (id, { place, position }) => put(id, place, position))

  /** One step up or down through all places, as if they were one list. */
  const step = (id: string, by: 1 | -1): void => {
    const { place } = placeOf(spec, id)
    const position = standing[place].findIndex((each) => each.id === id)
    const target = position + by
    // Outside the table the order says nothing: a step up leads to the columns at once.
    if (place !== 'rest' && target >= 0 && target < standing[place].length) {
      put(id, place, target, 'handle')
      return
    }
    const next = places[places.indexOf(place) + by]
    if (next) put(id, next, by > 0 ? 0 : undefined, 'handle')
  }

  const dragged = drag && cube.dimensions.find(({ id }) => id === drag.id)

  return (
    <section className={`${styles['builder']} no-print`} aria-labelledby={headingId}>
      <h2 id={headingId} className={styles['title']}>
        <span>{words.builder.title}</span>
        <button
          type="button"
          className={`button ${styles['toggle']}`}
          aria-expanded={shown}
          onClick={() => setShown(!shown)}
        >
          <Icon name="sliders" />
          {shown ? words.builder.close : words.builder.open}
        </button>
      </h2>
      <div className={styles['body']} data-shown={shown ? '' : undefined}>
        <MeasureChoice cube={cube} spec={spec} setSpec={setSpec} />
        <div ref={wells} className={styles['wells']}>
          {places.map((place) => (
            <div key={place} className={styles['well']} data-place={place}>
              <h3>
                {words.builder[place]}
                {place === 'rest' && <small>{words.builder.restHelp}</small>}
              </h3>
              <ul className={styles['list']}>
                {standing[place].map((dimension, position) => (
                  <li
                    key={dimension.id}
                    data-dimension={dimension.id}
                    data-dragged={drag?.id === dimension.id ? '' : undefined}
                    data-drop={dropMark(drag, place, position, standing[place])}
                  >
                    <DimensionCard
                      cube={cube}
                      dimension={dimension}
                      spec={spec}
                      result={result}
                      place={place}
                      open={open === dimension.id}
                      toggle={() => setOpen(open === dimension.id ? undefined : dimension.id)}
                      startDrag={start}
                      step={step}
                      put={put}
                      setSpec={setSpec}
                    />
                  </li>
                ))}
              </ul>
              {standing[place].length === 0 && place !== 'rest' && (
                <p
                  className={styles['vacant']}
                  data-drop={drag?.target?.place === place ? '' : undefined}
                >
                  {words.builder.axisEmpty}
                </p>
              )}
              {place === 'columns' && (
                <button
                  type="button"
                  className="button"
                  data-quiet=""
                  onClick={() => setSpec(swapAxes(spec))}
                >
                  <Icon name="swap" />
                  {words.builder.swap}
                </button>
              )}
            </div>
          ))}
        </div>
        <ShowChoice cube={cube} spec={spec} setSpec={setSpec} />
        <LayoutOptions exploration={exploration} change={change} />
        <button type="button" className="button" data-quiet="" onClick={reset}>
          <Icon name="reset" />
          {words.builder.reset}
        </button>
      </div>
      {drag && dragged && (
        <div
          className={styles['ghost']}
          aria-hidden="true"
          style={{ transform: `translate(${drag.x + 8}px, ${drag.y + 8}px)` }}
        >
          {dragged.label}
        </div>
      )}
    </section>
  )
}
