import type { ReactNode } from 'react'
import type { Fault } from '../../../../account/form/form.tsx'
import accountStyles from '../../../../account/account.module.css'

/** A text of several lines. */
export function LongTextField({
  id,
  label,
  hint,
  faults,
  value,
  onText,
}: {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly faults: readonly Fault[]
  readonly value: string
  readonly onText: (text: string) => void
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
      <textarea
        id={id}
        className="input"
        rows={4}
        aria-describedby={described || undefined}
        aria-invalid={fault ? true : undefined}
        value={value}
        onChange={({ target }) => onText(target.value)}
      />
    </div>
  )
}
