import { useId, useState, type PointerEvent, type ReactNode } from 'react'
import type { CubeAnswer, TableResult, TableSpec } from '@caudal/methods/publish'
import { Icon } from '../../parts/icon.tsx'
import { useSpeaking } from '../../words/speaking.tsx'
import {
  conditionsOf,
  placeOf,
  setCondition,
  setLevel,
  type Place,
} from '../specification/rearrange.ts'
import { conditionWords } from './condition-words.ts'
import { ValuePicker } from './value-picker.tsx'
import styles from './builder.module.css'

type Dimension = CubeAnswer['dimensions'][number]

/** One dimension: a handle to move it, and its options behind its name. */
export function DimensionCard({
  cube,
  dimension,
  spec,
  result,
  place,
  open,
  toggle,
  startDrag,
  step,
  put,
  setSpec,
}: {
  readonly cube: CubeAnswer
  readonly dimension: Dimension
  readonly spec: TableSpec
  readonly result: TableResult | undefined
  readonly place: Place
  readonly open: boolean
  readonly toggle: () => void
  readonly startDrag: (id: string, event: PointerEvent<HTMLElement>) => void
  readonly step: (id: string, by: 1 | -1) => void
  readonly put: (id: string, place: Place, position?: number, focus?: 'handle' | Place) => void
  readonly setSpec: (next: TableSpec) => void
}): ReactNode {
  const { language, words } = useSpeaking()
  const id = useId()
  const [picking, setPicking] = useState(false)
  const { written } = placeOf(spec, dimension.id)
  const conditions = conditionsOf(spec, dimension.id)
  const level = dimension.levels.find((each) => each.id === written)
  const filter = conditions
    .map((condition) => conditionWords(condition, result, words, language))
    .join('; ')
  const placeWords = {
    rows: words.builder.toRows,
    columns: words.builder.toColumns,
    rest: words.builder.toRest,
  }
  const measure = cube.measures.find((each) => each.id === spec.measure) ?? cube.measures[0]
  const unsummed =
    place === 'rest' &&
    conditions.length === 0 &&
    (measure?.notAdditiveOver.includes(dimension.id) ?? false)
  const notes = [
    level && dimension.levels.length > 1 ? level.label : '',
    filter ||
      (place === 'rest' ? (unsummed ? words.builder.notAddable : words.builder.allSummed) : ''),
  ].filter(Boolean)

  return (
    <div className={styles['card']} data-filtered={conditions.length > 0 ? '' : undefined}>
      <div className={styles['cardHead']}>
        <button
          type="button"
          className={styles['handle']}
          data-focus={`handle ${dimension.id}`}
          aria-label={words.builder.move(dimension.label)}
          onPointerDown={(event) => startDrag(dimension.id, event)}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
            event.preventDefault()
            step(dimension.id, event.key === 'ArrowDown' ? 1 : -1)
          }}
        >
          <Icon name="grip" />
        </button>
        <button
          type="button"
          className={styles['name']}
          data-focus={`menu ${dimension.id}`}
          aria-expanded={open}
          aria-controls={id}
          onClick={toggle}
        >
          <span className={styles['label']}>{dimension.label}</span>
          <span className={styles['state']}>{notes.join(' · ')}</span>
          <Icon name={open ? 'up' : 'down'} />
        </button>
      </div>
      <div id={id} className={styles['details']} hidden={!open}>
        {open && (
          <>
            <fieldset className={styles['places']}>
              <legend className="visually-hidden">{words.builder.place}</legend>
              {(['rows', 'columns', 'rest'] as const).map((each) => (
                <button
                  key={each}
                  type="button"
                  data-focus={`${each} ${dimension.id}`}
                  aria-pressed={place === each}
                  onClick={() => put(dimension.id, each, undefined, each)}
                >
                  {placeWords[each]}
                </button>
              ))}
            </fieldset>
            {dimension.levels.length > 1 && place !== 'rest' && (
              <div className="field">
                <label htmlFor={`${id}-level`}>{words.builder.level}</label>
                <select
                  id={`${id}-level`}
                  className="select"
                  value={written}
                  onChange={({ target }) => setSpec(setLevel(spec, dimension.id, target.value))}
                >
                  {dimension.levels.map((each) => (
                    <option key={each.id} value={each.id}>
                      {each.label}
                    </option>
                  ))}
                </select>
              </div>
            )}
            <div className={styles['filter']}>
              <button type="button" className="button" onClick={() => setPicking(true)}>
                {words.builder.choose}
              </button>
              {conditions.length > 0 && (
                <button
                  type="button"
                  className="button"
                  data-quiet=""
                  onClick={() => setSpec(setCondition(spec, dimension.id, undefined))}
                >
                  <Icon name="close" />
                  {words.builder.clearFilter}
                </button>
              )}
            </div>
          </>
        )}
      </div>
      {picking && (
        <ValuePicker
          cube={cube}
          dimension={dimension}
          spec={spec}
          close={() => setPicking(false)}
          apply={(condition) => {
            setPicking(false)
            setSpec(setCondition(spec, dimension.id, condition))
          }}
        />
      )}
    </div>
  )
}
