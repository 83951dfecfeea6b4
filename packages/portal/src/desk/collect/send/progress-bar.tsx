import type { ReactNode } from 'react'
import styles from '../../desk.module.css'

/** How far something is, for the eye and for the ear. */
export function ProgressBar({
  label,
  done,
}: {
  readonly label: string
  /** From 0 to 1. */
  readonly done: number
}): ReactNode {
  return (
    <div className={styles['progress']}>
      <output>{label}</output>
      <progress max={1} value={done} aria-label={label} />
    </div>
  )
}
