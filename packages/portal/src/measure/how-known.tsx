import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useSpeaking } from '../words/speaking.tsx'
import { useMeasureWords } from './words/measure-words.ts'
import styles from './measure.module.css'

/** A table in explore, where each figure says how it is known. */
export interface Behind {
  readonly label: string
  readonly cube: string
  readonly search: Readonly<
    Record<'rows', string> & Partial<Record<'columns' | 'where' | 'measure', string>>
  >
}

/** How the figures of a page are known: in a sentence, by the tables they come from, by their method. */
export function HowKnown({
  said,
  behind,
  chapter,
}: {
  readonly said: string
  readonly behind: readonly Behind[]
  /** Of the handbook. */
  readonly chapter: string
}): ReactNode {
  const { known: words } = useMeasureWords()
  const { language } = useSpeaking()
  return (
    <section aria-labelledby="how-known" className={styles['known']}>
      <h2 id="how-known">{words.title}</h2>
      <p>{said}</p>
      <p>{words.tables}</p>
      <ul>
        {behind.map(({ label, cube, search }) => (
          <li key={label}>
            <Link
              to="/$language/explore/$cube"
              params={{ language, cube }}
              search={search as never}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
      <p>
        <Link to="/$language/methods/$page" params={{ language, page: chapter }}>
          {words.method}
        </Link>
      </p>
    </section>
  )
}
