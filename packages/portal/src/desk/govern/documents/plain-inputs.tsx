import type { ReactNode } from 'react'
import type { Fault } from '../../../account/form/form.tsx'
import { useGovernWords } from '../words/govern-words.ts'
import styles from '../../../account/account.module.css'

interface InputProps {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly faults: readonly Fault[]
  readonly value: string
}

/** A label, a hint, what is wrong, then the input: in this order, tied together. */
function Labelled({
  id,
  label,
  hint,
  fault,
  children,
}: Omit<InputProps, 'faults' | 'value'> & {
  readonly fault: Fault | undefined
  readonly children: ReactNode
}): ReactNode {
  return (
    <div className={`field ${styles['field']}`} data-wrong={fault ? '' : undefined}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
      {fault && (
        <p id={`${id}-fault`} className={styles['wrong']}>
          {fault.what}
        </p>
      )}
      {children}
    </div>
  )
}

function describe(id: string, hint: string | undefined, fault: Fault | undefined) {
  const described = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ')
  return {
    'aria-describedby': described || undefined,
    'aria-invalid': fault ? (true as const) : undefined,
  }
}

/** Text of several lines. */
export function ParagraphField({
  faults,
  value,
  onText,
  ...about
}: InputProps & { readonly onText: (text: string) => void }): ReactNode {
  const fault = faults.find(({ field }) => field === about.id)
  return (
    <Labelled {...about} fault={fault}>
      <textarea
        id={about.id}
        className="input"
        rows={4}
        {...describe(about.id, about.hint, fault)}
        value={value}
        onChange={({ target }) => onText(target.value)}
      />
    </Labelled>
  )
}

/** One of those there are, or none yet. What was chosen before stays to be chosen, though it is gone. */
export function PickField({
  faults,
  value,
  of,
  onChoose,
  ...about
}: InputProps & {
  readonly of: readonly (readonly [value: string, label: string])[]
  readonly onChoose: (value: string) => void
}): ReactNode {
  const words = useGovernWords()
  const fault = faults.find(({ field }) => field === about.id)
  const known = value === '' || of.some(([each]) => each === value)
  return (
    <Labelled {...about} fault={fault}>
      <select
        id={about.id}
        className="select"
        {...describe(about.id, about.hint, fault)}
        value={value}
        onChange={({ target }) => onChoose(target.value)}
      >
        <option value="">{words.documents.choose}</option>
        {!known && <option value={value}>{value}</option>}
        {of.map(([each, shown]) => (
          <option key={each} value={each}>
            {shown}
          </option>
        ))}
      </select>
    </Labelled>
  )
}
