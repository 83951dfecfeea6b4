import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { formatNumber } from '@caudal/methods/publish'
import { sayMoment } from '../../../account/own/moment.ts'
import { SignedInOnly } from '../../../account/signed-in-only.tsx'
import { usePageTitle } from '../../../frame/page-title.ts'
import { ProblemNotice } from '../../../parts/problem-notice.tsx'
import { SlowNotice } from '../../../parts/slow-notice.tsx'
import { formatFinePercent } from '../../../words/number-format.ts'
import { useSpeaking } from '../../../words/speaking.tsx'
import { linkageQuery, qualityQuery, type Estimated, type Quality } from '../link-queries.ts'
import { useLinkWords } from '../words/link-words.ts'
import { CircleName } from '../linked-apart.tsx'
import { ShareTable } from './share-table.tsx'
import deskStyles from '../../desk.module.css'
import styles from '../link.module.css'

/** How well the records of a country are linked: what can be told without the truth, and with it. */
export function QualityPage(): ReactNode {
  return <SignedInOnly operation="link.run">{() => <Measured />}</SignedInOnly>
}

function Measured(): ReactNode {
  const { country = '' } = useParams({ strict: false })
  const words = useLinkWords()
  const { language } = useSpeaking()
  const found = useQuery(qualityQuery(country, language))
  const quality = found.data?.quality[0]
  const title = words.quality.title(quality?.label[language] ?? country.toUpperCase())
  usePageTitle(title)
  return (
    <div className={deskStyles['page']} aria-busy={found.isPending}>
      <h1>{title}</h1>
      {found.isPending && <SlowNotice />}
      {found.isError && <ProblemNotice error={found.error} retry={() => void found.refetch()} />}
      {found.data !== undefined && quality === undefined && <NoRun country={country} />}
      {quality && (
        <>
          <Rates quality={quality} />
          {quality.apart.length > 0 && <Apart circles={quality.apart} />}
          <Estimates quality={quality} />
          {quality.truth && <Truth truth={quality.truth} />}
          <Posts quality={quality} />
        </>
      )}
      <p>
        <Link to="/$language/desk/link" params={{ language }}>
          {words.back}
        </Link>
      </p>
    </div>
  )
}

/** That nothing is linked, or that it is and whoever only gives records does not see the run. */
function NoRun({ country }: { readonly country: string }): ReactNode {
  const { overview: words } = useLinkWords()
  const { language } = useSpeaking()
  const { data } = useQuery(linkageQuery(language))
  if (data === undefined) return <SlowNotice />
  const state = data.countries.find((each) => each.country === country.toUpperCase())
  const elsewhere = state?.elsewhere ?? null
  return (
    <p>{elsewhere === null ? words.notLinked : words.elsewhere(sayMoment(elsewhere, language))}</p>
  )
}

/** A share to two places, as readers write it. */
function useShare(): (share: number) => string {
  const { language } = useSpeaking()
  return (share) => formatFinePercent(share, language)
}

function Rates({ quality }: { readonly quality: Quality }): ReactNode {
  const words = useLinkWords()
  const { language } = useSpeaking()
  const share = useShare()
  const rates = [
    ['matched', quality.matchRate],
    ['imputed', quality.imputedShare],
    ['aside', quality.setAsideShare],
    ['repeated', quality.sameDirection],
    ['named', quality.namedShare],
  ] as const
  return (
    <section className={styles['stack']}>
      <h2>{words.quality.rates}</h2>
      <p>{words.quality.ofRecords(formatNumber(quality.records, language), quality.run)}</p>
      <dl className={deskStyles['counts']}>
        {rates.map(([name, value]) => (
          <div key={name}>
            <dt>{words.quality.names[name]}</dt>
            <dd>{share(value)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** What is linked of the records of each circle of institutions, where not all share. */
function Apart({ circles }: { readonly circles: Quality['apart'] }): ReactNode {
  const words = useLinkWords()
  const { language } = useSpeaking()
  const share = useShare()
  return (
    <section className={styles['stack']}>
      <h2>{words.apart.title}</h2>
      <p>
        {words.apart.why} {words.apart.means}
      </p>
      <table className={`${deskStyles['table']} ${styles['figures']}`}>
        <caption className="visually-hidden">{words.apart.title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.apart.circle}</th>
            <th scope="col" data-number="">
              {words.overview.records}
            </th>
            <th scope="col" data-number="">
              {words.overview.persons}
            </th>
            <th scope="col" data-number="">
              {words.quality.names.matched}
            </th>
          </tr>
        </thead>
        <tbody>
          {circles.map((circle) => (
            <tr key={circle.middle}>
              <th scope="row">
                <CircleName circle={circle} />
              </th>
              <td data-number="">{formatNumber(circle.records, language)}</td>
              <td data-number="">{formatNumber(circle.persons, language)}</td>
              <td data-number="">{share(circle.matchRate)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Estimates({ quality }: { readonly quality: Quality }): ReactNode {
  const words = useLinkWords()
  const share = useShare()
  const row = (name: string, value: Estimated) => (
    <tr key={name}>
      <th scope="row">{name}</th>
      <td data-number="">{share(value.estimate)}</td>
      <td data-number="">{words.quality.interval(share(value.low), share(value.high))}</td>
    </tr>
  )
  return (
    <section className={styles['stack']}>
      <h2>{words.quality.estimated}</h2>
      {quality.precision === null || quality.recall === null ? (
        <p>{words.quality.nothingAccepted}</p>
      ) : (
        <>
          <p>{words.quality.howEstimated}</p>
          <table className={`${deskStyles['table']} ${styles['figures']}`}>
            <caption className="visually-hidden">{words.quality.estimated}</caption>
            <thead>
              <tr>
                <th scope="col">
                  <span className="visually-hidden">{words.quality.figure}</span>
                </th>
                <th scope="col" data-number="">
                  {words.quality.estimate}
                </th>
                <th scope="col" data-number="">
                  {words.quality.intervalName}
                </th>
              </tr>
            </thead>
            <tbody>
              {row(words.quality.precision, quality.precision)}
              {row(words.quality.recall, quality.recall)}
            </tbody>
          </table>
        </>
      )}
    </section>
  )
}

/** Against the truth, which only a drawn region has; by groups, so that nobody is linked worse unseen. */
function Truth({ truth }: { readonly truth: NonNullable<Quality['truth']> }): ReactNode {
  const words = useLinkWords()
  const { language } = useSpeaking()
  const share = useShare()
  const count = (value: number) => formatNumber(value, language)
  return (
    <section className={styles['stack']}>
      <h2>{words.quality.truth}</h2>
      <p>
        {words.quality.againstTruth(
          share(truth.precision),
          share(truth.recall),
          count(truth.cut),
          count(truth.together),
        )}
      </p>
      {(['sex', 'names', 'citizenship'] as const).map((by) => (
        <ShareTable
          key={by}
          id={`recall-${by}`}
          title={words.quality.recallBy[by]}
          head={[words.quality.groups[by], words.quality.recall, words.quality.truePersons]}
          rows={truth.groups
            .filter((group) => group.by === by)
            .map(({ group, label, recall, persons }) => ({
              id: group,
              name: label[language],
              share: recall,
              count: persons,
            }))}
        />
      ))}
    </section>
  )
}

function Posts({ quality }: { readonly quality: Quality }): ReactNode {
  const words = useLinkWords()
  const { language } = useSpeaking()
  return (
    <section className={styles['stack']}>
      <h2>{words.quality.names.repeated}</h2>
      <p>{words.quality.repeatedMeans}</p>
      {quality.posts.length === 0 ? (
        <p>{words.quality.noCrossings}</p>
      ) : (
        <ShareTable
          id="posts"
          title={words.quality.byPost}
          head={[words.quality.post, words.quality.repeatedShort, words.quality.crossings]}
          rows={quality.posts.map(({ post, label, sameDirection, crossings }) => ({
            id: post ?? '',
            name: label?.[language] ?? words.quality.postUnknown,
            share: sameDirection,
            count: crossings,
          }))}
        />
      )}
    </section>
  )
}
