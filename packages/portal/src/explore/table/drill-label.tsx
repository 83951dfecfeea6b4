import type { ReactNode } from 'react'
import { useSpeaking } from '../../words/speaking.tsx'
import styles from './data-table.module.css'

/** How the codes of a dimension are opened one level down. */
export interface Drill {
  /** The level below, in a sentence: "quarter". */
  readonly into: string
  readonly can: (code: string) => boolean
  readonly open: (code: string) => void
}

/** The name of a code; a button where there is a level below it. */
export function DrillLabel({
  code,
  label,
  drill,
}: {
  readonly code: string
  readonly label: string
  readonly drill: Drill | undefined
}): ReactNode {
  const { words } = useSpeaking()
  if (!drill?.can(code)) return label
  const purpose = words.drill.into(label, drill.into)
  return (
    <button
      type="button"
      className={styles['drill']}
      title={purpose}
      aria-label={purpose}
      onClick={() => drill.open(code)}
    >
      {label}
    </button>
  )
}
