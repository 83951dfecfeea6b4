import type { ReactNode } from 'react'
import { useSpeaking } from '../words/speaking.tsx'
import styles from './explore.module.css'

/** A node with nothing in it: why, and how that changes. */
export function NoData(): ReactNode {
  const { words } = useSpeaking()
  return (
    <div className={styles['unbuilt']}>
      <h2>{words.home.empty}</h2>
      <p>{words.home.emptyWhy}</p>
      <p>{words.home.emptyHow}</p>
      <pre className={styles['command']}>
        <code>{'npx caudal import FILE.csv \\\n  --profile PROFILE'}</code>
      </pre>
    </div>
  )
}
