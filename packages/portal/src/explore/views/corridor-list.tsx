import type { ReactNode } from 'react'
import type { Corridor } from '@caudal/methods/publish/views'
import { useSpeaking } from '../../words/speaking.tsx'
import styles from './views.module.css'

/** The greatest corridors in words, beside a drawing that has no room for every figure. */
export function CorridorList({
  list,
  most,
  write,
}: {
  readonly list: readonly Corridor[]
  readonly most: number
  readonly write: (value: number) => string
}): ReactNode {
  const { words } = useSpeaking()
  return (
    <section className={styles['corridors']}>
      <h3>{words.views.largestCorridors}</h3>
      <ol>
        {list.slice(0, most).map(({ from, to, value }) => (
          <li key={`${from.code} ${to.code}`}>
            <span>
              {from.label} <span aria-hidden="true">→</span>
              <span className="visually-hidden">{words.views.arrow}</span> {to.label}
            </span>
            <b>{write(value)}</b>
          </li>
        ))}
      </ol>
    </section>
  )
}
