import type { ReactNode } from 'react'
import styles from './desk.module.css'

/** What may be wider than the page: scrolled by keys as well, under the name of its heading. */
export function Scroll({
  heading,
  folded = false,
  children,
}: {
  /** Id of the heading. */
  readonly heading: string
  /** Whether the table in it folds into fewer columns on a phone, and then needs no room of its own. */
  readonly folded?: boolean
  readonly children: ReactNode
}): ReactNode {
  return (
    <section
      className={styles['scroll']}
      aria-labelledby={heading}
      data-folded={folded ? '' : undefined}
      // A region that scrolls must be reachable by keyboard.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      {children}
    </section>
  )
}
