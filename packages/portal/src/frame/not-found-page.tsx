import { Link } from '@tanstack/react-router'
import { useEffect, useState, type ReactNode } from 'react'
import type { Language } from '@caudal/methods/vocabulary'
import { loadWords, type Words } from '../words/catalogue.ts'
import { Speak, useSpeaking } from '../words/speaking.tsx'
import { usePageTitle } from './page-title.ts'
import { preferredLanguage } from './preferred-language.ts'
import styles from './frame.module.css'

/** An address under a language that names no page. */
export function NotFoundPage(): ReactNode {
  const { language, words } = useSpeaking()
  usePageTitle(words.problem.notFound)
  return (
    <div className={styles['plain']}>
      <h1>{words.problem.notFound}</h1>
      <p>{words.problem.notFoundWhat}</p>
      <p className={styles['actions']}>
        <Link className="button" to="/$language/explore" params={{ language }}>
          {words.problem.toExplore}
        </Link>
        <a className="button" href={`/${language}`}>
          {words.problem.toHome}
        </a>
      </p>
    </div>
  )
}

/** An address that does not even name a language: answered in the reader's own. */
export function NotFoundAnywhere(): ReactNode {
  const [language] = useState<Language>(() => preferredLanguage(navigator.languages))
  const [words, setWords] = useState<Words>()
  useEffect(() => {
    document.documentElement.lang = language
    void loadWords(language).then(setWords)
  }, [language])
  if (!words) return null
  return (
    <Speak language={language} words={words}>
      <main className={styles['main']}>
        <NotFoundPage />
      </main>
    </Speak>
  )
}
