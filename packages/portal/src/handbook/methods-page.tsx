import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { usePageTitle } from '../frame/page-title.ts'
import { useSpeaking } from '../words/speaking.tsx'
import { contentsQuery } from './handbook-queries.ts'
import { Loading } from './loading.tsx'
import { useHandbookWords } from './words/handbook-words.ts'
import styles from './handbook.module.css'

/** The contents of the handbook: chapters of prose, then the reference stage by stage. */
export function MethodsPage(): ReactNode {
  const words = useHandbookWords()
  const { language } = useSpeaking()
  const contents = useQuery(contentsQuery)
  usePageTitle(words.methods)
  const to = (page: string, label: string) => (
    <Link to="/$language/methods/$page" params={{ language, page }}>
      {label}
    </Link>
  )
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <h1>{words.methods}</h1>
        <p className={styles['lead']}>{words.methodsLead}</p>
        {words.inEnglish !== '' && <p className="hint">{words.inEnglish}</p>}
      </header>
      <Loading query={contents}>
        {({ chapters, stages }) => (
          <>
            <section className={styles['section']}>
              <h2>{words.chapters}</h2>
              <p>{words.chaptersLead}</p>
              <ul className={styles['entries']}>
                {chapters.map(({ id, title }) => (
                  <li key={id} lang="en">
                    {to(id, title)}
                  </li>
                ))}
              </ul>
            </section>
            <section className={styles['section']}>
              <h2>{words.reference}</h2>
              <p>{words.referenceLead}</p>
              <ul className={styles['stages']}>
                {stages.map(({ id, functions }) => (
                  <li key={id}>
                    <h3>{to(id, words.stages[id]?.title ?? id)}</h3>
                    <p>{words.stages[id]?.lead}</p>
                    <p className="hint">{words.offered(functions)}</p>
                  </li>
                ))}
              </ul>
            </section>
          </>
        )}
      </Loading>
    </div>
  )
}
