import type { ReactNode } from 'react'
import { useColumnNames } from '../parts/use-column-names.ts'
import styles from './desk.module.css'

/** Columns that fit a narrow screen, where they wrap: figures to their right are not out of sight. */
const fewColumns = 3

/** What may be wider than the page: scrolled by keys as well, under the name of its heading. */
export function Scroll({
  heading,
  folded = false,
  stacked = false,
  columns,
  children,
}: {
  /** Id of the heading. */
  readonly heading: string
  /** Whether the table in it folds into fewer columns on a phone, and then needs no room of its own. */
  readonly folded?: boolean
  /** Whether each row is a block by itself on a phone, with its values after the names of their columns. */
  readonly stacked?: boolean
  /** How many columns the table has, where they are few. */
  readonly columns?: number
  readonly children: ReactNode
}): ReactNode {
  const holder = useColumnNames<HTMLElement>()
  if (columns !== undefined && columns <= fewColumns) return children
  return (
    <section
      ref={holder}
      className={styles['scroll']}
      aria-labelledby={heading}
      data-folded={folded || stacked ? '' : undefined}
      data-stacked={stacked ? '' : undefined}
      // A region that scrolls must be reachable by keyboard.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      {children}
    </section>
  )
}
