import type { ReactNode } from 'react'
import {
  describedBy,
  FieldNotes,
  isWrong,
  type FieldAbout,
} from '../../../../account/form/labelled.tsx'
import accountStyles from '../../../../account/account.module.css'

/** One or several of a few choices, as buttons under their question. The answer is codes parted by spaces. */
export function ChoiceSet({
  value,
  isMultiple,
  of,
  onChoose,
  ...about
}: FieldAbout & {
  readonly value: string
  readonly isMultiple: boolean
  readonly of: readonly (readonly [code: string, label: string])[]
  readonly onChoose: (value: string) => void
}): ReactNode {
  const { id, label } = about
  const chosen = value === '' ? [] : value.split(' ')
  const toggle = (code: string, isChosen: boolean) => {
    // In the order of the form, whatever the order in which they were chosen.
    const next = new Set(chosen)
    if (isChosen) next.add(code)
    else next.delete(code)
    onChoose(
      of
        .map(([each]) => each)
        .filter((each) => next.has(each))
        .join(' '),
    )
  }
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      className={`${accountStyles['choices']} ${accountStyles['field']}`}
      data-wrong={isWrong(about) ? '' : undefined}
      aria-describedby={describedBy(about)}
    >
      <legend>{label}</legend>
      <FieldNotes {...about} />
      {of.map(([code, shown]) => (
        <label key={code} className={accountStyles['choice']}>
          {isMultiple ? (
            <input
              type="checkbox"
              checked={chosen.includes(code)}
              onChange={({ target }) => toggle(code, target.checked)}
            />
          ) : (
            <input
              type="radio"
              name={id}
              value={code}
              checked={value === code}
              onChange={() => onChoose(code)}
            />
          )}
          {shown}
        </label>
      ))}
    </fieldset>
  )
}
