import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { formatNumber } from '@caudal/methods/publish'
import { sayMoment } from '../../account/own/moment.ts'
import { Trouble } from '../../account/form/form.tsx'
import { useDeed } from '../../account/form/use-deed.ts'
import { useWho } from '../../account/who.ts'
import { usePageTitle } from '../../frame/page-title.ts'
import { tellNode } from '../../node-api/ask-node.ts'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { useSpeaking } from '../../words/speaking.tsx'
import { Scroll } from '../scroll.tsx'
import { FindRecord } from './find-record.tsx'
import { LinkedApart } from './linked-apart.tsx'
import { useCountryName } from './use-country-name.ts'
import { linkageQuery, type CountryState, type Linkage } from './link-queries.ts'
import { linkSection } from './section.ts'
import { useLinkWords } from './words/link-words.ts'
import styles from '../desk.module.css'

/** Linkage at a glance: what is linked, what is not yet, what waits for people, what is under way. */
export function OverviewPage(): ReactNode {
  const words = useLinkWords()
  const { language } = useSpeaking()
  const who = useWho()
  const linkage = useQuery(linkageQuery(language))
  const title = linkSection.title[language]
  usePageTitle(title)
  const operations = who.data && who.data.account !== null ? who.data.operations : []
  const reviews = operations.includes('link.review')
  const start = useDeed(async () => {
    await tellNode('POST', '/api/link/runs', language, {})
    await linkage.refetch()
  })
  const { data } = linkage
  const busy = data?.job?.status === 'waiting' || data?.job?.status === 'running'
  return (
    <div className={styles['page']} aria-busy={linkage.isPending}>
      <div className={styles['head']}>
        <h1 id="linkage">{title}</h1>
        {operations.includes('link.run') && data !== undefined && data.countries.length > 0 && (
          <button
            type="button"
            className="button"
            data-primary={data.countries.some(({ stale }) => stale) ? '' : undefined}
            disabled={busy || start.busy}
            onClick={() => void start.run()}
          >
            {words.overview.start}
          </button>
        )}
      </div>
      {linkage.isError && (
        <ProblemNotice error={linkage.error} retry={() => void linkage.refetch()} />
      )}
      <Trouble problem={start.problem} />
      {data && <UnderWay job={data.job} />}
      {data?.countries.length === 0 && <p>{words.overview.nothing}</p>}
      {data !== undefined && data.countries.length > 0 && (
        <Scroll heading="linkage" stacked>
          <table className={styles['table']}>
            <caption className="visually-hidden">{title}</caption>
            <thead>
              <tr>
                <th scope="col">{words.overview.country}</th>
                <th scope="col">{words.overview.linked}</th>
                <th scope="col" data-number="">
                  {words.overview.records}
                </th>
                <th scope="col" data-number="">
                  {words.overview.persons}
                </th>
                <th scope="col">{words.overview.waiting}</th>
                <th scope="col">{words.overview.quality}</th>
              </tr>
            </thead>
            <tbody>
              {data.countries.map((state) => (
                <Row key={state.country} state={state} reviews={reviews} />
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {data !== undefined && data.countries.some(({ apart }) => apart.length > 0) && (
        <section>
          <h2>{words.apart.title}</h2>
          <p>
            {words.apart.why} {words.apart.means}
          </p>
          {data.countries
            .filter(({ apart }) => apart.length > 0)
            .map(({ country, label, apart }) => (
              <LinkedApart
                key={country}
                id={`apart-${country}`}
                country={label[language]}
                circles={apart}
              />
            ))}
          {operations.includes('govern.read-registers') && (
            <p>
              <Link
                to="/$language/desk/govern/registers/$register"
                params={{ language, register: 'agreement' }}
              >
                {words.apart.register}
              </Link>
            </p>
          )}
        </section>
      )}
      {reviews && data !== undefined && data.countries.some(({ run }) => run !== null) && (
        <>
          <p>
            <Link to="/$language/desk/link/decisions" params={{ language }}>
              {words.decisions.title}
            </Link>
          </p>
          <FindRecord countries={data.countries.filter(({ run }) => run !== null)} />
        </>
      )}
    </div>
  )
}

function Row({
  state,
  reviews,
}: {
  readonly state: CountryState
  readonly reviews: boolean
}): ReactNode {
  const words = useLinkWords()
  const { language } = useSpeaking()
  const { country, label, run, elsewhere, waiting, stale } = state
  const count = (value: number) => formatNumber(value, language)
  if (run === null) {
    return (
      <tr>
        <th scope="row">{label[language]}</th>
        <td colSpan={5}>
          {elsewhere === null
            ? words.overview.notLinked
            : words.overview.elsewhere(sayMoment(elsewhere, language))}
        </td>
      </tr>
    )
  }
  return (
    <tr>
      <th scope="row">{label[language]}</th>
      <td>
        {sayMoment(run.madeAt, language)}
        {stale && (
          <>
            <br />
            <span className="hint">{words.overview.stale}</span>
          </>
        )}
      </td>
      <td data-number="">{count(run.figures.records)}</td>
      <td data-number="">{count(run.figures.persons)}</td>
      <td>
        {reviews && waiting > 0 ? (
          <Link to="/$language/desk/link/review/$country" params={{ language, country }}>
            {words.overview.review(count(waiting))}
          </Link>
        ) : (
          count(waiting)
        )}
      </td>
      <td>
        <Link to="/$language/desk/link/quality/$country" params={{ language, country }}>
          {words.overview.see} <span className="visually-hidden">{label[language]}</span>
        </Link>
      </td>
    </tr>
  )
}

/** How far the job of linkage is, or what stopped it; nothing where it is over and well. */
function UnderWay({ job }: { readonly job: Linkage['job'] }): ReactNode {
  const words = useLinkWords()
  const countryName = useCountryName()
  if (job === null) return null
  if (job.status === 'failed') {
    return (
      <div className={styles['caution']} role="alert">
        <p>{job.problem?.what ?? words.overview.failed}</p>
        <p>{job.problem?.advice}</p>
      </div>
    )
  }
  if (job.status !== 'waiting' && job.status !== 'running') return null
  const step = job.progress?.step
  return (
    <div className={styles['progress']}>
      <p aria-live="polite">
        {job.status === 'waiting'
          ? words.overview.queued
          : step === undefined
            ? words.overview.running
            : words.overview.runningAt(countryName(step))}
      </p>
      <progress aria-label={words.overview.running} value={job.progress?.done ?? 0} max={1} />
    </div>
  )
}
