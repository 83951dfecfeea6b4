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
import { useCodesWords } from '../words/codes-words.ts'
import { useCollectWords } from '../words/collect-words.ts'
import { Scroll } from '../../scroll.tsx'
import { batchesQuery, type ListedBatch } from './batches.ts'
import styles from '../../desk.module.css'

/** Every file that was received, the newest first, and what became of it. */
export function BatchesPage(): ReactNode {
  const words = useCollectWords()
  const codeWords = useCodesWords()
  const { language } = useSpeaking()
  const batches = useQuery(batchesQuery(language))
  const who = useWho()
  const maySend =
    who.data !== undefined &&
    'operations' in who.data &&
    who.data.operations.includes('collect.import')
  const title = collectSection.title[language]
  usePageTitle(title)
  const all = batches.data?.batches ?? []
  const received = all.filter(({ derived }) => !derived)
  const derived = all.filter((batch) => batch.derived)
  return (
    <div className={styles['page']} aria-busy={batches.isPending}>
      <div className={styles['head']}>
        <h1 id="batches">{title}</h1>
        <div className={styles['buttons']}>
          <Link className="button" to="/$language/desk/collect/calendar" params={{ language }}>
            {words.calendar.title}
          </Link>
          <Link className="button" to="/$language/desk/collect/codes" params={{ language }}>
            {codeWords.title}
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
      {batches.data !== undefined && received.length === 0 && <p>{words.batches.none}</p>}
      {received.length > 0 && (
        <Scroll heading="batches" stacked>
          <BatchTable caption={title} batches={received} />
        </Scroll>
      )}
      {batches.data?.batches.some(({ rowsRead }) => rowsRead === null) && (
        <p className="hint">{words.batches.countsElsewhere}</p>
      )}
      {derived.length > 0 && (
        <details>
          <summary id="derived-batches">
            {words.batches.derived(formatNumber(derived.length, language))}
          </summary>
          <Scroll heading="derived-batches" stacked>
            <BatchTable caption={words.batches.derivedCaption} batches={derived} />
          </Scroll>
        </details>
      )}
    </div>
  )
}

/** Batches as rows, each under the link to its report. */
function BatchTable({
  caption,
  batches,
}: {
  readonly caption: string
  readonly batches: readonly ListedBatch[]
}): ReactNode {
  const words = useCollectWords()
  const { language } = useSpeaking()
  const count = (value: number | null) => (
    <td data-number="">{value === null ? '–' : formatNumber(value, language)}</td>
  )
  return (
    <table className={styles['table']}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.batches.file}</th>
          <th scope="col">{words.batches.institution}</th>
          <th scope="col">{words.batches.received}</th>
          <th scope="col" data-number="">
            {words.batches.read}
          </th>
          <th scope="col" data-number="">
            {words.batches.accepted}
          </th>
          <th scope="col" data-number="">
            {words.batches.rejected}
          </th>
          <th scope="col" data-number="">
            {words.batches.repeated}
          </th>
          <th scope="col">{words.batches.state}</th>
        </tr>
      </thead>
      <tbody>
        {batches.map((batch) => (
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
            <td>{batch.institution}</td>
            <td data-day="">{sayDay(batch.receivedAt, language)}</td>
            {count(batch.rowsRead)}
            {count(batch.rowsAccepted)}
            {count(batch.rowsRejected)}
            {count(batch.rowsFlaggedDuplicate)}
            <td>{words.batches.states[batch.status]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
