import { Link, useRouterState } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { DeskLink } from '../desk/desk-link.tsx'
import { Icon } from '../parts/icon.tsx'
import { SearchButton } from '../search/search-button.tsx'
import { useSpeaking } from '../words/speaking.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { useCurrentLinkShown } from './show-current-link.ts'
import { addressOf, isWithin, sections } from './site-map.ts'

/** The bar over every page of the application; baked pages have the same (`release/site`). */
export function PageHeader(): ReactNode {
  const { language, words } = useSpeaking()
  const strip = useCurrentLinkShown<HTMLElement>()
  const path = useRouterState({ select: ({ location }) => location.pathname.slice(3) })
  return (
    <header className="site-header">
      <div className="site-bar">
        <a href={`/${language}`} className="site-brand">
          <svg viewBox="0 0 32 24" width="32" height="24" aria-hidden="true">
            <g fill="none" stroke="currentColor" strokeLinecap="round">
              <path d="M2 3.5c11 0 11 8.5 21 8.5" strokeWidth="2.5" />
              <path d="M2 20.5c11 0 11-8.5 21-8.5" strokeWidth="2.5" />
              <path d="M2 12h28" strokeWidth="4.5" />
            </g>
          </svg>
          {words.site.name}
        </a>
        <nav ref={strip} aria-label={words.site.menu} className="site-nav">
          {sections.map((section) =>
            section.path === '/explore' ? (
              <Link key={section.path} to="/$language/explore" params={{ language }}>
                {section.label[language]}
              </Link>
            ) : (
              // Baked pages: the node serves them whole.
              <a
                key={section.path}
                href={addressOf(section, language)}
                aria-current={isWithin(path, section.path) ? 'page' : undefined}
              >
                {section.label[language]}
              </a>
            ),
          )}
          <DeskLink />
        </nav>
        <SearchButton />
        <Link to="/$language/account" params={{ language }} className="site-open">
          <Icon name="person" />
          <span>{words.site.account}</span>
        </Link>
        <LanguageSwitch />
      </div>
    </header>
  )
}
