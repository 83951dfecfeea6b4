import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { Confirm, needsConfirming } from '../../account/change/confirm.tsx'
import { Trouble } from '../../account/form/form.tsx'
import { useDeed } from '../../account/form/use-deed.ts'
import { sayDay } from '../../account/own/moment.ts'
import { SignedInOnly } from '../../account/signed-in-only.tsx'
import { usePageTitle } from '../../frame/page-title.ts'
import { tellNode } from '../../node-api/ask-node.ts'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { useSpeaking } from '../../words/speaking.tsx'
import { BackToGovern } from './back-to-govern.tsx'
import { Backups } from './backups.tsx'
import { RetentionRuns } from './retention-runs.tsx'
import { retentionQuery } from './govern-queries.ts'
import { useGovernWords } from './words/govern-words.ts'
import styles from '../desk.module.css'

/** What has been kept as long as its activity allows, and its erasure. */
export function RetentionPage(): ReactNode {
  return (
    <SignedInOnly operation="govern.read-registers">
      {({ operations }) => <Retention mayErase={operations.includes('govern.erase')} />}
    </SignedInOnly>
  )
}

function Retention({ mayErase }: { readonly mayErase: boolean }): ReactNode {
  const { retention: words } = useGovernWords()
  const { language } = useSpeaking()
  const client = useQueryClient()
  const found = useQuery(retentionQuery)
  const [done, setDone] = useState('')
  usePageTitle(words.title)
  const erase = useDeed(async () => {
    const { erased } = await tellNode<{ erased: number }>(
      'POST',
      '/api/govern/retention',
      language,
      {},
    )
    setDone(words.erased(erased))
    await client.invalidateQueries({ queryKey: ['account-items', 'govern'] })
  })
  const { expired = [] } = found.data ?? {}
  const own = expired.filter(({ isOwn }) => isOwn)
  return (
    <div className={styles['page']} data-narrow="" aria-busy={found.isPending}>
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      <output>{done}</output>
      {found.isError && <ProblemNotice error={found.error} />}
      {found.data !== undefined && expired.length === 0 && <p>{words.nothing}</p>}
      {expired.length > 0 && (
        <table className={styles['table']}>
          <caption className="visually-hidden">{words.title}</caption>
          <thead>
            <tr>
              <th scope="col">{words.dataset}</th>
              <th scope="col" data-number="">
                {words.batch}
              </th>
              <th scope="col">{words.what}</th>
              <th scope="col">{words.since}</th>
            </tr>
          </thead>
          <tbody>
            {expired.map(({ batch, dataset, title, what, count, since, isOwn }) => (
              <tr key={`${batch} ${what} ${dataset} ${title[language]}`}>
                <th scope="row">
                  {title[language] ?? dataset}
                  {mayErase && !isOwn && (
                    <>
                      <br />
                      <span className="hint">{words.ofOthers}</span>
                    </>
                  )}
                </th>
                <td data-number="">{batch ?? '–'}</td>
                <td>
                  {words.kinds[what]}
                  {count !== undefined && ` (${count})`}
                </td>
                <td>{sayDay(since, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {expired.length > 0 && mayErase && own.length === 0 && <p>{words.onlyOthers}</p>}
      {own.length > 0 &&
        mayErase &&
        (needsConfirming(erase.problem) ? (
          <Confirm within onDone={() => void erase.run()} />
        ) : (
          <section className={styles['stack']}>
            <p className={styles['caution']}>{words.caution}</p>
            <Trouble problem={erase.problem} />
            <div className={styles['buttons']}>
              <button
                className="button"
                data-primary=""
                type="button"
                disabled={erase.busy}
                onClick={() => void erase.run()}
              >
                {own.length < expired.length ? words.eraseOwn : words.erase}
              </button>
            </div>
          </section>
        ))}
      {found.data !== undefined && (
        <>
          {found.data.unscheduled.length > 0 && (
            <p className={styles['caution']}>
              {words.unscheduled(
                found.data.unscheduled.map(({ title }) => title[language]).join(', '),
              )}
            </p>
          )}
          <RetentionRuns runs={found.data.runs} />
          <Backups backups={found.data.backups} />
        </>
      )}
      <BackToGovern />
    </div>
  )
}
