import { useId, type ReactNode } from 'react'
import { everyCode, type SliceChoice, type TableSlice } from '@caudal/methods/publish/views'
import { useSpeaking } from '../../words/speaking.tsx'
import { TimePlayer } from './time-player.tsx'
import styles from './views.module.css'

/** What a view holds to one value: a list for each variable, and a player for time. */
export function SliceControls({
  slice,
  pick,
}: {
  readonly slice: TableSlice
  readonly pick: (id: string, code: string) => void
}): ReactNode {
  const { words } = useSpeaking()
  if (slice.choices.length === 0) return null
  const held = slice.choices.map(({ id, label, codes }) => {
    const code = codes.find((each) => each.code === slice.chosen[id])
    return words.figure.filter(label, code?.label ?? words.views.all)
  })
  return (
    <>
      {/* On paper and in pictures the controls are gone: what they hold is said. */}
      <p className="print-only" data-caption="">
        {held.join(' · ')}
      </p>
      <div className={`${styles['controls']} no-print`}>
        {slice.choices.map((choice) => (
          <Choice
            key={choice.id}
            choice={choice}
            value={slice.chosen[choice.id]!}
            pick={(code) => pick(choice.id, code)}
          />
        ))}
      </div>
    </>
  )
}

function Choice({
  choice: { label, codes, isTime, canBeWhole },
  value,
  pick,
}: {
  readonly choice: SliceChoice
  readonly value: string
  readonly pick: (code: string) => void
}): ReactNode {
  const { words } = useSpeaking()
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className={styles['row']}>
        <select
          id={id}
          className="select"
          value={value}
          onChange={({ target }) => pick(target.value)}
        >
          {canBeWhole && <option value={everyCode}>{words.views.all}</option>}
          {codes.map((each) => (
            <option key={each.code} value={each.code}>
              {each.label}
            </option>
          ))}
        </select>
        {isTime && codes.length > 1 && (
          <TimePlayer label={label} periods={codes} value={value} pick={pick} />
        )}
      </div>
    </div>
  )
}
