import { useId, type ReactNode } from 'react'
import {
  classMethods,
  mapMarks,
  wholeChoice,
  type ClassChoice,
  type ClassMethod,
  type MapChoice,
  type MapFigure,
  type MapMark,
} from '@caudal/methods/publish/map'
import { ClassLimits } from './class-limits.tsx'
import type { MapWords } from './map-wording.ts'
import { TimePlayer } from '../views/time-player.tsx'
import styles from './map-controls.module.css'

/** What is chosen about a map at this moment, nothing left open. */
export interface MapSettings {
  readonly mark: MapMark
  readonly figure: MapFigure
  readonly classes: ClassChoice
  readonly labels: boolean
  /** One code per choice. */
  readonly chosen: readonly string[]
}

const byHand = 'by-hand'

export function MapControls({
  choices,
  isTime,
  settings,
  canShare,
  onlySquares,
  limits,
  change,
  words,
}: {
  readonly choices: readonly MapChoice[]
  readonly isTime: (choice: MapChoice) => boolean
  readonly settings: MapSettings
  readonly canShare: boolean
  /** Whether there are no boundaries to draw anything else. */
  readonly onlySquares: boolean
  /** Limits that classes by hand start from: those that are drawn. */
  readonly limits: readonly number[]
  readonly change: (change: Partial<MapSettings>) => void
  readonly words: MapWords
}): ReactNode {
  const id = useId()
  const pick = (place: number, code: string): void =>
    change({ chosen: chooseCode(settings.chosen, place, code, choices) })
  return (
    <div className={styles['controls']}>
      {choices.map((choice, place) => (
        <Choice
          key={choice.id}
          choice={choice}
          stepped={isTime(choice)}
          value={settings.chosen[place]!}
          pick={(code) => pick(place, code)}
          words={words}
        />
      ))}
      {canShare && (
        <div className="field">
          <label htmlFor={`${id}-figure`}>{words.figure}</label>
          <select
            id={`${id}-figure`}
            className="select"
            value={settings.figure}
            onChange={(event) => change({ figure: event.target.value as MapFigure })}
          >
            <option value="value">{words.value}</option>
            <option value="share">{words.share}</option>
          </select>
        </div>
      )}
      <fieldset className={styles['marks']}>
        <legend>{words.showAs}</legend>
        <div className={styles['segments']}>
          {mapMarks.map((mark) => (
            <label key={mark}>
              <input
                type="radio"
                name={`${id}-mark`}
                value={mark}
                checked={settings.mark === mark}
                disabled={onlySquares && mark !== 'tiles'}
                onChange={() => change({ mark })}
              />
              <span>{words.marks[mark]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {settings.mark !== 'circles' && (
        <div className="field">
          <label htmlFor={`${id}-classes`}>{words.classes}</label>
          <select
            id={`${id}-classes`}
            className="select"
            value={typeof settings.classes === 'string' ? settings.classes : byHand}
            onChange={({ target }) =>
              change({
                classes: target.value === byHand ? limits : (target.value as ClassMethod),
              })
            }
          >
            {classMethods.map((method) => (
              <option key={method} value={method}>
                {words.classMethods[method]}
              </option>
            ))}
            <option value={byHand}>{words.byHand}</option>
          </select>
          {typeof settings.classes !== 'string' && (
            <ClassLimits
              limits={settings.classes}
              change={(classes) => change({ classes })}
              words={words}
            />
          )}
        </div>
      )}
      {settings.mark !== 'tiles' && (
        <label className={styles['check']}>
          <input
            type="checkbox"
            checked={settings.labels}
            onChange={(event) => change({ labels: event.target.checked })}
          />
          {words.labels}
        </label>
      )}
    </div>
  )
}

/** The total is over all dimensions at once: choosing it in one chooses it in all, and the other way. */
function chooseCode(
  chosen: readonly string[],
  place: number,
  code: string,
  choices: readonly MapChoice[],
): string[] {
  if (code === wholeChoice) return choices.map(() => wholeChoice)
  return chosen.map((before, at) =>
    at === place ? code : before === wholeChoice ? choices[at]!.codes.at(-1)!.code : before,
  )
}

function Choice({
  choice: { label, codes, canBeWhole },
  stepped,
  value,
  pick,
  words,
}: {
  readonly choice: MapChoice
  readonly stepped: boolean
  readonly value: string
  readonly pick: (code: string) => void
  readonly words: MapWords
}): ReactNode {
  const id = useId()
  const at = codes.findIndex(({ code }) => code === value)
  const step = (by: number): void => {
    const next = codes[at < 0 ? (by > 0 ? 0 : codes.length - 1) : at + by]
    if (next) pick(next.code)
  }
  const select = (
    <select id={id} className="select" value={value} onChange={(event) => pick(event.target.value)}>
      {canBeWhole && <option value={wholeChoice}>{words.total}</option>}
      {codes.map((each) => (
        <option key={each.code} value={each.code}>
          {each.label}
        </option>
      ))}
    </select>
  )
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {stepped && codes.length > 1 ? (
        <div className={styles['stepper']}>
          <button
            type="button"
            className="button"
            aria-label={words.previous(label)}
            disabled={at === 0}
            onClick={() => step(-1)}
          >
            <Arrow back />
          </button>
          {select}
          <button
            type="button"
            className="button"
            aria-label={words.next(label)}
            disabled={at === codes.length - 1}
            onClick={() => step(1)}
          >
            <Arrow />
          </button>
        </div>
      ) : (
        select
      )}
      {stepped && codes.length > 1 && (
        <TimePlayer label={label} periods={codes} value={value} pick={pick} slider={false} />
      )}
    </div>
  )
}

function Arrow({ back = false }: { readonly back?: boolean }): ReactNode {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" className={styles['arrow']}>
      <path d={back ? 'M10 3.5 5.5 8 10 12.5' : 'M6 3.5 10.5 8 6 12.5'} />
    </svg>
  )
}
