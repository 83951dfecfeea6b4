import { useState, type InputHTMLAttributes, type ReactNode } from 'react'
import { useAccountWords } from '../words/account-words.ts'
import { controlOf, Labelled, type FieldAbout } from './labelled.tsx'
import styles from '../account.module.css'

interface TextFieldProps
  extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'id'>, FieldAbout {
  readonly value: string
  readonly onText: (text: string) => void
}

/** One line of text. */
export function TextField({
  id,
  label,
  hint,
  faults,
  onText,
  className = '',
  ...input
}: TextFieldProps): ReactNode {
  const about = { id, label, hint, ...(faults && { faults }) }
  return (
    <Labelled {...about}>
      <input
        {...controlOf(about)}
        className={`input ${className}`}
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        {...input}
        onChange={({ target }) => onText(target.value)}
      />
    </Labelled>
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
