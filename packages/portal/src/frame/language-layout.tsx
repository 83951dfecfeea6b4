import { Outlet, useLoaderData, useParams } from '@tanstack/react-router'
import { useLayoutEffect, useRef, type ReactNode } from 'react'
import { Speak } from '../words/speaking.tsx'
import { Announcer } from './announcer.tsx'
import { ConnectionNotice } from './connection-notice.tsx'
import { PageFooter } from './page-footer.tsx'
import { PageHeader } from './page-header.tsx'
import { useFocusOnNewPage } from './focus-on-new-page.ts'
import styles from './frame.module.css'

/** Everything around a page, in the language that its address names. */
export function LanguageLayout(): ReactNode {
  const { language } = useParams({ from: '/$language' })
  const words = useLoaderData({ from: '/$language' })
  const main = useRef<HTMLElement>(null)

  useLayoutEffect(() => {
    document.documentElement.lang = language
  }, [language])
  useFocusOnNewPage(main)

  return (
    <Speak language={language} words={words}>
      <Announcer>
        <a
          className={styles['skip']}
          href="#content"
          onClick={(event) => {
            event.preventDefault()
            main.current?.focus()
          }}
        >
          {words.site.skip}
        </a>
        <PageHeader />
        <ConnectionNotice />
        <main id="content" ref={main} tabIndex={-1} className={styles['main']}>
          <Outlet />
        </main>
        <PageFooter />
      </Announcer>
    </Speak>
  )
}
