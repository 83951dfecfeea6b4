import type { ReactNode } from 'react'
import styles from './map-picture.module.css'

/** What is missing is hatched, what is suppressed is dotted: told apart without colour. */
export function MapPatterns({ prefix }: { readonly prefix: string }): ReactNode {
  return (
    <defs aria-hidden="true">
      <pattern
        id={`${prefix}-missing`}
        width="5"
        height="5"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="5" height="5" className={styles['patternGround']} />
        <rect width="1.4" height="5" className={styles['patternInk']} />
      </pattern>
      <pattern id={`${prefix}-suppressed`} width="5" height="5" patternUnits="userSpaceOnUse">
        <rect width="5" height="5" className={styles['patternGround']} />
        <circle cx="2.5" cy="2.5" r="1.2" className={styles['patternInk']} />
      </pattern>
    </defs>
  )
}
