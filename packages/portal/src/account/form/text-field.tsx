import { useState, type InputHTMLAttributes, type ReactNode } from 'react'
import { useAccountWords } from '../words/account-words.ts'
import type { Fault } from './form.tsx'
import styles from '../account.module.css'

interface TextFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'id'> {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly faults?: readonly Fault[]
  readonly value: string
  readonly onText: (text: string) => void
}

/** A label, a hint, what is wrong, and the field: in this order, tied together. */
export function TextField({
  id,
  label,
  hint,
  faults = [],
  onText,
  className = '',
  ...input
}: TextFieldProps): ReactNode {
  const fault = faults.find(({ field }) => field === id)
  const described = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ')
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
      <input
        id={id}
        className={`input ${className}`}
        aria-describedby={described || undefined}
        aria-invalid={fault ? true : undefined}
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        {...input}
        onChange={({ target }) => onText(target.value)}
      />
    </div>
  )
}

/** A password, which its owner may look at; pasting is welcome. */
export function PasswordField({
  autoComplete,
  ...props
}: TextFieldProps & {
  readonly autoComplete: 'current-password' | 'new-password'
}): ReactNode {
  const words = useAccountWords()
  const [shown, setShown] = useState(false)
  return (
    <div className={styles['stack']} data-tight="">
      <TextField {...props} type={shown ? 'text' : 'password'} autoComplete={autoComplete} />
      <label className={styles['choice']}>
        <input
          type="checkbox"
          checked={shown}
          onChange={({ target }) => setShown(target.checked)}
        />
        {words.show}
      </label>
    </div>
  )
}

/** A code of six figures, or a recovery code. */
export function CodeField(props: Omit<TextFieldProps, 'autoComplete'>): ReactNode {
  return (
    <TextField
      {...props}
      className={styles['code'] ?? ''}
      autoComplete="one-time-code"
      maxLength={40}
    />
  )
}
