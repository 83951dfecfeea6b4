import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { formatNumber } from '@caudal/methods/publish'
import { sayDay } from '../../../account/own/moment.ts'
import { useWho } from '../../../account/who.ts'
import { usePageTitle } from '../../../frame/page-title.ts'
import { ProblemNotice } from '../../../parts/problem-notice.tsx'
import { useSpeaking } from '../../../words/speaking.tsx'
import { collectSection } from '../section.ts'
import { useCollectWords } from '../words/collect-words.ts'
import { batchesQuery } from './batches.ts'
import styles from '../../desk.module.css'

/** Every file that was received, the newest first, and what became of it. */
export function BatchesPage(): ReactNode {
  const words = useCollectWords()
  const { language } = useSpeaking()
  const batches = useQuery(batchesQuery(language))
  const who = useWho()
  const maySend =
    who.data !== undefined &&
    'operations' in who.data &&
    who.data.operations.includes('collect.import')
  const title = collectSection.title[language]
  usePageTitle(title)
  const count = (value: number) => <td data-number="">{formatNumber(value, language)}</td>
  return (
    <div className={styles['page']} aria-busy={batches.isPending}>
      <div className={styles['head']}>
        <h1>{title}</h1>
        <div className={styles['buttons']}>
          <Link className="button" to="/$language/desk/collect/calendar" params={{ language }}>
            {words.calendar.title}
          </Link>
          {maySend && (
            <Link
              className="button"
              data-primary=""
              to="/$language/desk/collect/send"
              params={{ language }}
            >
              {words.send.send}
            </Link>
          )}
        </div>
      </div>
      {batches.isError && (
        <ProblemNotice error={batches.error} retry={() => void batches.refetch()} />
      )}
      {batches.data?.batches.length === 0 && <p>{words.batches.none}</p>}
      {batches.data !== undefined && batches.data.batches.length > 0 && (
        <div>
          <table className={styles['table']}>
            <caption className="visually-hidden">{title}</caption>
            <thead>
              <tr>
                <th scope="col">{words.batches.file}</th>
                <th scope="col" data-wide="">
                  {words.batches.institution}
                </th>
                <th scope="col">{words.batches.received}</th>
                <th scope="col" data-number="" data-wide="">
                  {words.batches.read}
                </th>
                <th scope="col" data-number="">
                  {words.batches.accepted}
                </th>
                <th scope="col" data-number="">
                  {words.batches.rejected}
                </th>
                <th scope="col" data-number="" data-wide="">
                  {words.batches.repeated}
                </th>
                <th scope="col" data-wide="">
                  {words.batches.state}
                </th>
              </tr>
            </thead>
            <tbody>
              {batches.data.batches.map((batch) => (
                <tr key={batch.id}>
                  <th scope="row">
                    <Link
                      to="/$language/desk/collect/batches/$id"
                      params={{ language, id: String(batch.id) }}
                    >
                      {batch.fileName}
                    </Link>
                    <br />
                    <span className="hint">
                      {batch.id} · {batch.datasetTitle}
                    </span>
                  </th>
                  <td data-wide="">{batch.institution}</td>
                  <td>{sayDay(batch.receivedAt, language)}</td>
                  <td data-number="" data-wide="">
                    {formatNumber(batch.rowsRead, language)}
                  </td>
                  {count(batch.rowsAccepted)}
                  {count(batch.rowsRejected)}
                  <td data-number="" data-wide="">
                    {formatNumber(batch.rowsFlaggedDuplicate, language)}
                  </td>
                  <td data-wide="">{words.batches.states[batch.status]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  )
}
