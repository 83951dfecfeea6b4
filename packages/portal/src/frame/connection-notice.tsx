import { useSyncExternalStore, type ReactNode } from 'react'
import { useSpeaking } from '../words/speaking.tsx'
import styles from './frame.module.css'

/** Says that the line is down, as long as it is. */
export function ConnectionNotice(): ReactNode {
  const { words } = useSpeaking()
  const online = useSyncExternalStore(watch, () => navigator.onLine)
  return <output className={styles['connection']}>{online ? null : words.status.offline}</output>
}

function watch(changed: () => void): () => void {
  addEventListener('online', changed)
  addEventListener('offline', changed)
  return () => {
    removeEventListener('online', changed)
    removeEventListener('offline', changed)
  }
}
