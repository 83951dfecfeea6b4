import type { ReactNode } from 'react'
import { useCollectWords } from '../words/collect-words.ts'
import styles from '../../desk.module.css'

/** On, and back: either keeps what stands on the page. */
export function StepButtons({
  busy,
  onBack,
}: {
  readonly busy: boolean
  readonly onBack?: () => void
}): ReactNode {
  const { send: words } = useCollectWords()
  return (
    <div className={styles['buttons']}>
      <button className="button" data-primary="" type="submit" disabled={busy}>
        {words.next}
      </button>
      {onBack && (
        <button className="button" type="button" disabled={busy} onClick={onBack}>
          {words.back}
        </button>
      )}
    </div>
  )
}
