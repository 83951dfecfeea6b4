import type { ReactNode } from 'react'
import styles from './desk.module.css'

/** What may be wider than the page: scrolled by keys as well, under the name of its heading. */
export function Scroll({
  heading,
  children,
}: {
  /** Id of the heading. */
  readonly heading: string
  readonly children: ReactNode
}): ReactNode {
  return (
    <section className={styles['scroll']} tabIndex={0} aria-labelledby={heading}>
      {children}
    </section>
  )
}
