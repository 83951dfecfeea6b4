import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useWho } from '../account/who.ts'
import { usePageTitle } from '../frame/page-title.ts'
import { useSpeaking } from '../words/speaking.tsx'
import { AlertList } from './alert-list.tsx'
import { NoticePlaces } from './notice-places.tsx'
import { AccountViews, BrowserViews } from './view-lists.tsx'
import { useSavedWords } from './words/saved-words.ts'
import styles from './saved.module.css'

/** What somebody keeps: views of explore, thresholds on series, and where their notices are read. */
export function SavedPage(): ReactNode {
  const t = useSavedWords()
  const { language } = useSpeaking()
  const who = useWho()
  usePageTitle(t.title)
  const signedIn = who.data !== undefined && who.data.account !== null
  return (
    <div className={styles['page']} aria-busy={who.isPending}>
      <header>
        <h1>{t.title}</h1>
        <p>{t.lead}</p>
      </header>
      {signedIn && <AccountViews />}
      <BrowserViews signedIn={signedIn} />
      {signedIn && <AlertList />}
      {signedIn && <NoticePlaces />}
      {who.data?.account === null && (
        <section className={styles['section']} aria-labelledby="alerts">
          <h2 id="alerts">{t.alerts}</h2>
          <p>{t.signInFor}</p>
          <p>
            <Link className="button" to="/$language/account" params={{ language }}>
              {t.signIn}
            </Link>
          </p>
        </section>
      )}
    </div>
  )
}
