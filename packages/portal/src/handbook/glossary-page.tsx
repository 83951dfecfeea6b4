import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useId, useState, type ReactNode } from 'react'
import { languages } from '@caudal/methods/vocabulary'
import { usePageTitle } from '../frame/page-title.ts'
import { foldText } from '../words/fold-text.ts'
import { useSpeaking } from '../words/speaking.tsx'
import type { GlossaryTerm } from './glossary.ts'
import { glossaryQuery } from './handbook-queries.ts'
import { Loading } from './loading.tsx'
import { useHandbookWords } from './words/handbook-words.ts'
import styles from './handbook.module.css'

/** The words of the field: the reader's language first, the others beside it. */
export function GlossaryPage(): ReactNode {
  const words = useHandbookWords()
  const { language } = useSpeaking()
  const glossary = useQuery(glossaryQuery)
  const [search, setSearch] = useState('')
  const sought = useDeferredValue(foldText(search.trim()))
  const searchId = useId()
  usePageTitle(words.glossary)
  const others = languages.filter((each) => each !== language)
  const isFound = ({ words: said, meaning }: GlossaryTerm) =>
    foldText([...Object.values(said), meaning[language]].join(' ')).includes(sought)
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <h1>{words.glossary}</h1>
        <p className={styles['lead']}>{words.glossaryLead}</p>
      </header>
      <Loading query={glossary}>
        {({ sections, sources }) => {
          const found = sections.map((section) => ({
            ...section,
            terms: section.terms.filter(isFound),
          }))
          const count = found.reduce((sum, { terms }) => sum + terms.length, 0)
          return (
            <>
              <div className={`field ${styles['search']}`}>
                <label htmlFor={searchId}>{words.glossarySearch}</label>
                <input
                  id={searchId}
                  type="search"
                  className="input"
                  autoComplete="off"
                  value={search}
                  onChange={({ target }) => setSearch(target.value)}
                />
                <output className="hint">{words.glossaryFound(count)}</output>
              </div>
              {found.map(
                ({ title, terms }) =>
                  terms.length > 0 && (
                    <section key={title[language]} className={styles['section']}>
                      <h2>{title[language]}</h2>
                      <dl className={styles['terms']}>
                        {terms.map(({ words: said, meaning, source }) => (
                          <div key={said.en}>
                            <dt>
                              <strong>{said[language]}</strong>
                              {others.map((other) => (
                                <span key={other} lang={other} className="hint">
                                  {said[other]}
                                </span>
                              ))}
                            </dt>
                            <dd>
                              {meaning[language]}
                              {source !== undefined && <span className="hint"> [{source}]</span>}
                            </dd>
                          </div>
                        ))}
                      </dl>
                    </section>
                  ),
              )}
              <section className={styles['section']}>
                <h2>{words.sources}</h2>
                <dl className={styles['terms']}>
                  {sources.map(({ id, text }) => (
                    <div key={id}>
                      <dt>{id}</dt>
                      <dd lang="en">{text}</dd>
                    </div>
                  ))}
                </dl>
              </section>
            </>
          )
        }}
      </Loading>
    </div>
  )
}
