import type { ReactNode } from 'react'
import type { Fault } from '../../../../account/form/form.tsx'
import accountStyles from '../../../../account/account.module.css'

/** One or several of a few choices, as buttons under their question. The answer is codes parted by spaces. */
export function ChoiceSet({
  id,
  label,
  hint,
  faults,
  value,
  isMultiple,
  of,
  onChoose,
}: {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly faults: readonly Fault[]
  readonly value: string
  readonly isMultiple: boolean
  readonly of: readonly (readonly [code: string, label: string])[]
  readonly onChoose: (value: string) => void
}): ReactNode {
  const fault = faults.find(({ field }) => field === id)
  const described = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ')
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
      data-wrong={fault ? '' : undefined}
      aria-describedby={described || undefined}
    >
      <legend>{label}</legend>
      {hint && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
      {fault && (
        <p id={`${id}-fault`} className={accountStyles['wrong']}>
          {fault.what}
        </p>
      )}
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
