import type { ReactNode } from 'react'
import type { Fault } from '../../../account/form/form.tsx'
import accountStyles from '../../../account/account.module.css'

/** A label and a list of a few choices. */
export function SelectField({
  id,
  label,
  hint,
  of,
  value,
  onChoose,
  faults = [],
}: {
  readonly id: string
  readonly label: string
  readonly hint?: string | undefined
  readonly of: readonly (readonly [value: string, label: string])[]
  readonly value: string
  readonly onChoose: (value: string) => void
  readonly faults?: readonly Fault[]
}): ReactNode {
  const fault = faults.find(({ field }) => field === id)
  const described = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ')
  return (
    <div className={`field ${accountStyles['field']}`} data-wrong={fault ? '' : undefined}>
      <label htmlFor={id}>{label}</label>
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
      <select
        id={id}
        className="select"
        aria-describedby={described || undefined}
        aria-invalid={fault ? true : undefined}
        value={value}
        onChange={({ target }) => onChoose(target.value)}
      >
        {of.map(([each, shown]) => (
          <option key={each} value={each}>
            {shown}
          </option>
        ))}
      </select>
    </div>
  )
}
