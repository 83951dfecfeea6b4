import type { ReactNode } from 'react'
import styles from './measure.module.css'

/** A wide table that scrolls within the page, named for who cannot see it. */
export function ScrollRegion({
  label,
  children,
}: {
  readonly label: string
  readonly children: ReactNode
}): ReactNode {
  return (
    <section
      className={styles['scroll']}
      aria-label={label}
      // A region that scrolls must be reachable by keyboard.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      {children}
    </section>
  )
}
