import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useWho } from '../account/who.ts'
import { usePageTitle } from '../frame/page-title.ts'
import { useSpeaking } from '../words/speaking.tsx'
import { listSections } from './sections.ts'
import styles from './desk.module.css'

/** The first page of the desk: the sections in which whoever is signed in has work. */
export function DeskHome(): ReactNode {
  const { language, words } = useSpeaking()
  const who = useWho()
  usePageTitle(words.site.desk)
  const operations = who.data && who.data.account !== null ? who.data.operations : []
  return (
    <div className={styles['page']}>
      <h1>{words.site.desk}</h1>
      <ul className={styles['tasks']}>
        {listSections(operations).map(({ address, title, lead }) => (
          <li key={address}>
            <h2>
              <Link to={address} params={{ language }}>
                {title[language]}
              </Link>
            </h2>
            <p>{lead[language]}</p>
          </li>
        ))}
      </ul>
    </div>
  )
}
