import type { ReactNode } from 'react'
import styles from './figure.module.css'

/** What must be seen with the figures of distinct persons: what does not add up, and whom they leave out. */
export function Remarks({ remarks }: { readonly remarks: readonly string[] }): ReactNode {
  return (
    <ul className={styles['remarks']}>
      {remarks.map((remark) => (
        <li key={remark}>{remark}</li>
      ))}
    </ul>
  )
}
