import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { DeskLink } from '../desk/desk-link.tsx'
import { SearchButton } from '../search/search-button.tsx'
import { useSpeaking } from '../words/speaking.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import styles from './frame.module.css'

export function PageHeader(): ReactNode {
  const { language, words } = useSpeaking()
  return (
    <header className={styles['header']}>
      <div className={styles['bar']}>
        <Link to="/$language" params={{ language }} className={styles['brand']}>
          <svg viewBox="0 0 32 24" width="32" height="24" aria-hidden="true">
            <g fill="none" stroke="currentColor" strokeLinecap="round">
              <path d="M2 3.5c11 0 11 8.5 21 8.5" strokeWidth="2.5" />
              <path d="M2 20.5c11 0 11-8.5 21-8.5" strokeWidth="2.5" />
              <path d="M2 12h28" strokeWidth="4.5" />
            </g>
          </svg>
          {words.site.name}
        </Link>
        <nav aria-label={words.site.menu} className={styles['nav']}>
          <Link to="/$language" params={{ language }} activeOptions={{ exact: true }}>
            {words.site.home}
          </Link>
          <Link to="/$language/explore" params={{ language }}>
            {words.site.explore}
          </Link>
          <DeskLink />
          <Link to="/$language/account" params={{ language }}>
            {words.site.account}
          </Link>
        </nav>
        <SearchButton />
        <LanguageSwitch />
      </div>
    </header>
  )
}
