import { useState, type ReactNode } from 'react'
import { useAccountWords } from './words/account-words.ts'
import styles from './account.module.css'

/** Codes that are shown once: gone on only by whoever says that they are kept. */
export function RecoveryCodes({
  codes,
  onKept,
}: {
  readonly codes: readonly string[]
  readonly onKept: () => void
}): ReactNode {
  const words = useAccountWords()
  const [kept, setKept] = useState(false)
  return (
    <div className={styles['form']}>
      <p>{words.link.codesLead}</p>
      <ol className={styles['codes']}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <label className={`${styles['choice']} no-print`}>
        <input type="checkbox" checked={kept} onChange={({ target }) => setKept(target.checked)} />
        {words.link.kept}
      </label>
      <div className={`${styles['buttons']} no-print`}>
        <button className="button" data-primary="" type="button" disabled={!kept} onClick={onKept}>
          {words.link.toAccount}
        </button>
      </div>
    </div>
  )
}
