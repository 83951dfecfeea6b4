import type { ReactNode } from 'react'
import { formatNumber } from '@caudal/methods/publish'
import { sayDay } from '../../account/own/moment.ts'
import { useSpeaking } from '../../words/speaking.tsx'
import type { HeldWaiting } from './govern-queries.ts'
import { useGovernWords } from './words/govern-words.ts'
import styles from '../desk.module.css'

/** What is held of persons and is in no batch yet; nothing where nothing is. */
export function WaitingTable({
  rows,
  heading,
}: {
  readonly rows: readonly HeldWaiting[]
  /** Id of the heading of the section. */
  readonly heading: string
}): ReactNode {
  const { waiting: words, retention } = useGovernWords()
  const { language } = useSpeaking()
  if (rows.length === 0) return null
  return (
    <section className={styles['part']} aria-labelledby={heading}>
      <h2 id={heading}>{words.title}</h2>
      <p>{words.lead}</p>
      <table className={styles['table']}>
        <caption className="visually-hidden">{words.title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.what}</th>
            <th scope="col" data-number="">
              {words.count}
            </th>
            <th scope="col" data-wide="">
              {words.owner}
            </th>
            <th scope="col" data-number="" data-wide="">
              {words.held}
            </th>
            <th scope="col" data-wide="">
              {words.oldest}
            </th>
            <th scope="col">{words.keptUntil}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(
            ({ what, title, dataset, ownerName, country, count, held, oldest, keptUntil }) => (
              <tr key={`${what} ${title[language]} ${dataset} ${ownerName}`}>
                <th scope="row">
                  {what === 'files' ? words.files : title[language]}
                  <br />
                  <span className="hint">
                    {what === 'files' ? ownerName : retention.kinds[what]}
                  </span>
                </th>
                <td data-number="">{formatNumber(count, language)}</td>
                <td data-wide="">{[ownerName, country].filter(Boolean).join(', ')}</td>
                <td data-number="" data-wide="">
                  {formatNumber(held, language)}
                </td>
                <td data-wide="">{sayDay(oldest, language)}</td>
                <td>{keptUntil === null ? words.noEnd : sayDay(keptUntil, language)}</td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </section>
  )
}
