import { useEffect, useRef, type ReactNode } from 'react'
import type { Entered } from '../forms.ts'
import { useFormsWords } from '../words/forms-words.ts'
import accountStyles from '../../../../account/account.module.css'
import styles from '../../../desk.module.css'

/** What edit rules find unusual of a record: to be corrected, or confirmed. */
export function Warnings({
  warnings,
  confirmed,
  onConfirm,
}: {
  readonly warnings: Entered['findings']
  readonly confirmed: readonly string[]
  readonly onConfirm: (ids: readonly string[]) => void
}): ReactNode {
  const { entry: words } = useFormsWords()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (warnings.length > 0) box.current?.focus()
  }, [warnings])
  if (warnings.length === 0) return null
  const ids = warnings.map(({ id }) => id)
  return (
    <div ref={box} className={styles['caution']} role="alert" tabIndex={-1}>
      <h2>{words.check}</h2>
      <p>{words.checkLead}</p>
      <ul>
        {warnings.map(({ id, message }) => (
          <li key={id}>{message}</li>
        ))}
      </ul>
      <label className={accountStyles['choice']}>
        <input
          type="checkbox"
          checked={ids.every((id) => confirmed.includes(id))}
          onChange={({ target }) => onConfirm(target.checked ? ids : [])}
        />
        {words.confirm}
      </label>
    </div>
  )
}
