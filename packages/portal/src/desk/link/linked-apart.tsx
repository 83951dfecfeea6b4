import type { ReactNode } from 'react'
import { useSpeaking } from '../../words/speaking.tsx'
import type { Circle } from './link-queries.ts'
import { useLinkWords } from './words/link-words.ts'
import styles from './link.module.css'

/** Whose records were linked with one another, by their names. */
export function CircleName({ circle }: { readonly circle: Circle }): ReactNode {
  const words = useLinkWords()
  if (circle.institutions.length === 0) return words.apart.nobody
  return circle.institutions.map(({ name }) => name).join(', ')
}

/** The circles that the records of a country were linked in, and why none meets another. */
export function LinkedApart({
  id,
  country,
  circles,
}: {
  readonly id: string
  readonly country: string
  readonly circles: readonly Circle[]
}): ReactNode {
  const { language } = useSpeaking()
  return (
    <>
      <h3 id={id}>{country}</h3>
      <ul aria-labelledby={id} className={styles['circles']}>
        {circles.map((circle) => (
          <li key={circle.middle}>
            <strong>
              <CircleName circle={circle} />
            </strong>
            <br />
            <span className="hint">
              {circle.datasets.map(({ title }) => title[language]).join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
