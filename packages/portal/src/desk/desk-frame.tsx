import { Link, Outlet } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { SignedInOnly } from '../account/signed-in-only.tsx'
import { useSpeaking } from '../words/speaking.tsx'
import { deskOperations, listSections } from './sections.ts'
import styles from './desk.module.css'

/** What stands around every page of the desk. Whoever is not signed in signs in here and goes on. */
export function DeskFrame(): ReactNode {
  const { language, words } = useSpeaking()
  return (
    <SignedInOnly operation={deskOperations}>
      {({ operations }) => (
        <>
          <nav className={styles['sections']} aria-label={words.site.desk}>
            <Link to="/$language/desk" params={{ language }} activeOptions={{ exact: true }}>
              {words.site.desk}
            </Link>
            {listSections(operations).map(({ address, title }) => (
              <Link key={address} to={address} params={{ language }}>
                {title[language]}
              </Link>
            ))}
          </nav>
          <Outlet />
        </>
      )}
    </SignedInOnly>
  )
}
