import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { isPurpose, purposes } from '@caudal/methods/govern'
import { SignedInOnly } from '../../../account/signed-in-only.tsx'
import { NotFoundPage } from '../../../frame/not-found-page.tsx'
import { UndertakingCaution } from '../../../account/own/undertaking.tsx'
import type { Who } from '../../../account/who.ts'
import { usePageTitle } from '../../../frame/page-title.ts'
import { ProblemNotice } from '../../../parts/problem-notice.tsx'
import { useSpeaking } from '../../../words/speaking.tsx'
import { Scroll } from '../../scroll.tsx'
import { useRecordsWords } from '../words/records-words.ts'
import { readableQuery, recordsQuery, type FieldReading, type RecordsAnswer } from './records.ts'
import { recordsSection } from './section.ts'
import styles from '../../desk.module.css'

/** Records of one dataset for one purpose: which fields are given, which are not, and why. */
export function RecordsPage(): ReactNode {
  const { dataset, purpose } = useParams({
    from: '/$language/desk/collect/records/$dataset/$purpose',
  })
  if (!isPurpose(purpose)) return <NotFoundPage />
  return (
    <SignedInOnly operation="collect.read-records">
      {(who) => (
        <Records key={`${dataset} ${purpose}`} dataset={dataset} purpose={purpose} who={who} />
      )}
    </SignedInOnly>
  )
}

function Records({
  dataset,
  purpose,
  who,
}: {
  readonly who: Who
  readonly dataset: string
  readonly purpose: keyof typeof purposes
}): ReactNode {
  const words = useRecordsWords()
  const { language } = useSpeaking()
  const [after, setAfter] = useState<string>()
  const readable = useQuery(readableQuery)
  const read = useQuery(recordsQuery(dataset, purpose, after))
  const about = readable.data?.datasets.find((each) => each.dataset === dataset)
  const title = about?.title[language] ?? dataset
  usePageTitle(title)
  return (
    <div className={styles['page']} aria-busy={read.isPending || readable.isPending}>
      <div>
        <p className="eyebrow">
          {purposes[purpose][language]}
          {about !== undefined && ` · ${about.own ? words.own : about.ownerName}`}
        </p>
        <h1>{title}</h1>
      </div>
      <p>{words.logged}</p>
      <UndertakingCaution who={who} className={styles['caution']} />
      {read.isError && <ProblemNotice error={read.error} />}
      {read.data !== undefined && (
        <>
          <div className={styles['stack']}>
            <h2 id="given">{words.given}</h2>
            <Given answer={read.data} />
            <div className={styles['buttons']}>
              {after !== undefined && (
                <button className="button" type="button" onClick={() => setAfter(undefined)}>
                  {words.first}
                </button>
              )}
              {read.data.next !== null && (
                <button
                  className="button"
                  type="button"
                  onClick={() => setAfter(read.data.next ?? undefined)}
                >
                  {words.more}
                </button>
              )}
            </div>
          </div>
          <section aria-labelledby="why">
            <h2 id="why">{words.why}</h2>
            <Reasons fields={read.data.fields} />
          </section>
        </>
      )}
      <p>
        <Link to="/$language/desk/collect/records" params={{ language }}>
          {recordsSection.title[language]}
        </Link>
      </p>
    </div>
  )
}

function Given({ answer }: { readonly answer: RecordsAnswer }): ReactNode {
  const words = useRecordsWords()
  const { language } = useSpeaking()
  const { records, codes } = answer
  const fields = answer.fields.filter(({ outcome }) => outcome !== 'refuse')
  if (records.length === 0) return <p>{words.noRecords}</p>
  return (
    <Scroll heading="given">
      <table className={styles['table']}>
        <caption className="visually-hidden">{words.given}</caption>
        <thead>
          <tr>
            <th scope="col">{words.number}</th>
            {fields.map(({ field, label }) => (
              <th key={field} scope="col">
                {label[language]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {records.map(({ batch, record, values }) => (
            <tr key={`${batch} ${record}`}>
              <th scope="row">{record}</th>
              {fields.map(({ field }) => {
                const { value = null, status = 'missing' } = values[field] ?? {}
                return (
                  <td key={field}>
                    {status === 'confidential' ? (
                      <span className="hint">{words.hidden}</span>
                    ) : value === null ? (
                      '–'
                    ) : (
                      (codes[field]?.[value]?.[language] ?? value)
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

/** What becomes of each field, those first of which something is given. */
function Reasons({ fields }: { readonly fields: readonly FieldReading[] }): ReactNode {
  const words = useRecordsWords()
  const { language } = useSpeaking()
  const ordered = fields.toSorted(
    (one, other) => Number(one.outcome === 'refuse') - Number(other.outcome === 'refuse'),
  )
  return (
    <dl className={styles['facts']}>
      {ordered.map(({ field, label, outcome, because, basis }) => (
        <div key={field}>
          <dt>{label[language]}</dt>
          <dd>
            <strong>{words.outcomes[outcome]}.</strong> {because[language]}
            {basis !== undefined && <span className="hint"> ({basis})</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
