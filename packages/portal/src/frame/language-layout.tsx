import { Outlet, useLoaderData, useParams, useRouterState } from '@tanstack/react-router'
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
  // In a frame of another page a figure stands alone.
  const framed = useRouterState({
    select: ({ location }) => location.pathname.split('/')[2] === 'embed',
  })

  useLayoutEffect(() => {
    document.documentElement.lang = language
  }, [language])
  useFocusOnNewPage(main)

  return (
    <Speak language={language} words={words}>
      <Announcer>
        {framed ? null : (
          <a
            className="site-skip"
            href="#content"
            onClick={(event) => {
              event.preventDefault()
              main.current?.focus()
            }}
          >
            {words.site.skip}
          </a>
        )}
        {!framed && <PageHeader />}
        <ConnectionNotice />
        <main id="content" ref={main} tabIndex={-1} className={styles['main']}>
          <Outlet />
        </main>
        {!framed && <PageFooter />}
      </Announcer>
    </Speak>
  )
}
