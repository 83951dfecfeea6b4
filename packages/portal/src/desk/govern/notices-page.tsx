import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { SignedInOnly } from '../../account/signed-in-only.tsx'
import { usePageTitle } from '../../frame/page-title.ts'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { BackToGovern } from './back-to-govern.tsx'
import { noticesQuery, type Stored } from './govern-queries.ts'
import { Notice } from './notice.tsx'
import { useGovernWords } from './words/govern-words.ts'
import styles from '../desk.module.css'

/**
 * What became of records that were given away: for the recipient's people those to their institution,
 * which they acknowledge; for the protection officer all of them.
 */
export function NoticesPage(): ReactNode {
  return (
    <SignedInOnly operation="govern.acknowledge-notice">
      {({ operations }) => <Notices mayTell={operations.includes('govern.answer-requests')} />}
    </SignedInOnly>
  )
}

function Notices({ mayTell }: { readonly mayTell: boolean }): ReactNode {
  const words = useGovernWords()
  const notices = useQuery(noticesQuery)
  usePageTitle(words.request.notices)
  const all = notices.data?.notices ?? []
  const open = all.filter(({ content }) => content.acknowledged === undefined)
  const settled = all.filter(({ content }) => content.acknowledged !== undefined)
  return (
    <div className={styles['page']} aria-busy={notices.isPending}>
      <h1>{words.request.notices}</h1>
      <p>{words.notices.lead}</p>
      {notices.isError && <ProblemNotice error={notices.error} />}
      {notices.data !== undefined && (
        <>
          <Listed id="open" title={words.notices.open} of={open} mayTell={mayTell} />
          {settled.length > 0 && (
            <Listed id="settled" title={words.notices.settled} of={settled} mayTell={mayTell} />
          )}
        </>
      )}
      <BackToGovern />
    </div>
  )
}

function Listed({
  id,
  title,
  of,
  mayTell,
}: {
  readonly id: string
  readonly title: string
  readonly of: readonly Stored<'notice'>[]
  readonly mayTell: boolean
}): ReactNode {
  const words = useGovernWords()
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {of.length === 0 && <p>{words.notices.nothing}</p>}
      {of.length > 0 && (
        <ul className={styles['list']}>
          {of.map((notice) => (
            <Notice key={notice.id} notice={notice} mayTell={mayTell} />
          ))}
        </ul>
      )}
    </section>
  )
}
