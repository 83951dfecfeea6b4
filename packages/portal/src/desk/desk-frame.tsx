import { Link, Outlet, useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Operation } from '@caudal/methods/govern'
import { SignedInOnly } from '../account/signed-in-only.tsx'
import { useCurrentLinkShown } from '../frame/show-current-link.ts'
import { useSpeaking } from '../words/speaking.tsx'
import { deskOperations, listSections } from './sections.ts'
import styles from './desk.module.css'

/** What stands around every page of the desk. Whoever is not signed in signs in here and goes on. */
export function DeskFrame(): ReactNode {
  return (
    <SignedInOnly operation={deskOperations}>
      {({ operations }) => (
        <>
          <Sections operations={operations} />
          <Outlet />
        </>
      )}
    </SignedInOnly>
  )
}

function Sections({ operations }: { readonly operations: readonly Operation[] }): ReactNode {
  const { language, words } = useSpeaking()
  const { pathname } = useLocation()
  const strip = useCurrentLinkShown<HTMLElement>()
  // Of two sections one of which lies within the other, the one that the page is of is the current one.
  const isWithin = (address: string) =>
    `${pathname}/`.startsWith(`${address.replace('$language', language)}/`)
  return (
    <nav ref={strip} className={`${styles['sections']} no-print`} aria-label={words.site.desk}>
      <Link to="/$language/desk" params={{ language }} activeOptions={{ exact: true }}>
        {words.site.desk}
      </Link>
      {listSections(operations).map(({ address, title }, _, all) => (
        <Link
          key={address}
          to={address}
          params={{ language }}
          activeOptions={{
            exact: all.some(
              (other) => other.address.startsWith(`${address}/`) && isWithin(other.address),
            ),
          }}
        >
          {title[language]}
        </Link>
      ))}
    </nav>
  )
}
