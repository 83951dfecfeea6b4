import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { purposes } from '@caudal/methods/govern'
import { formatNumber } from '@caudal/methods/publish'
import { SignedInOnly } from '../../../account/signed-in-only.tsx'
import { UndertakingCaution } from '../../../account/own/undertaking.tsx'
import type { Who } from '../../../account/who.ts'
import { usePageTitle } from '../../../frame/page-title.ts'
import { ProblemNotice } from '../../../parts/problem-notice.tsx'
import { useSpeaking } from '../../../words/speaking.tsx'
import { useRecordsWords } from '../words/records-words.ts'
import { readableQuery } from './records.ts'
import { recordsSection } from './section.ts'
import styles from '../../desk.module.css'

/** The datasets whose records may be read, each with the purposes for which. */
export function ReadablePage(): ReactNode {
  return (
    <SignedInOnly operation="collect.read-records">{(who) => <Readable who={who} />}</SignedInOnly>
  )
}

function Readable({ who }: { readonly who: Who }): ReactNode {
  const words = useRecordsWords()
  const { language } = useSpeaking()
  const readable = useQuery(readableQuery)
  const title = recordsSection.title[language]
  usePageTitle(title)
  const { datasets = [] } = readable.data ?? {}
  return (
    <div className={styles['page']} aria-busy={readable.isPending}>
      <h1>{title}</h1>
      <p>{words.lead}</p>
      <UndertakingCaution who={who} className={styles['caution']} />
      {readable.isError && (
        <ProblemNotice error={readable.error} retry={() => void readable.refetch()} />
      )}
      {readable.data !== undefined && datasets.length === 0 && <p>{words.none}</p>}
      {datasets.length > 0 && (
        <table className={styles['table']}>
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{words.dataset}</th>
              <th scope="col">{words.owner}</th>
              <th scope="col" data-number="" data-wide="">
                {words.records}
              </th>
              <th scope="col">{words.readFor}</th>
            </tr>
          </thead>
          <tbody>
            {datasets.map((row) => (
              <tr key={row.dataset}>
                <th scope="row">{row.title[language]}</th>
                <td>{row.own ? words.own : row.ownerName}</td>
                <td data-number="" data-wide="">
                  {formatNumber(row.records, language)}
                </td>
                <td>
                  {row.purposes.map((purpose) => (
                    <p key={purpose}>
                      <Link
                        to="/$language/desk/collect/records/$dataset/$purpose"
                        params={{ language, dataset: row.dataset, purpose }}
                      >
                        {purposes[purpose][language]}
                      </Link>
                    </p>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}
