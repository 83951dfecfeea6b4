import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { SignedInOnly } from '../../../account/signed-in-only.tsx'
import { usePageTitle } from '../../../frame/page-title.ts'
import { ProblemNotice } from '../../../parts/problem-notice.tsx'
import { StatusBanner } from '../../../parts/status-banner.tsx'
import { useSpeaking } from '../../../words/speaking.tsx'
import { queueQuery } from '../link-queries.ts'
import { useCountryName } from '../use-country-name.ts'
import { useLinkWords } from '../words/link-words.ts'
import { QueueDesk } from './queue-desk.tsx'
import styles from '../../desk.module.css'

/** The queue of a country: pair after pair, the likeliest first, decided by keys alone if one likes. */
export function ReviewPage(): ReactNode {
  return <SignedInOnly operation="link.review">{() => <Queue key="queue" />}</SignedInOnly>
}

function Queue(): ReactNode {
  const { country = '' } = useParams({ strict: false })
  const words = useLinkWords()
  const { language } = useSpeaking()
  const [place, setPlace] = useState({ from: 0, turn: 0 })
  const [reason, setReason] = useState('')
  const queue = useQuery(queueQuery(country, place.from, place.turn, language))
  const title = words.review.title(useCountryName()(country))
  usePageTitle(title)
  const { data } = queue
  const go = (from: number) => setPlace(({ turn }) => ({ from, turn: turn + 1 }))
  return (
    <div className={styles['page']} aria-busy={queue.isPending}>
      {data && (
        <StatusBanner synthetic={data.cards.some(({ synthetic }) => synthetic)} protection="none" />
      )}
      <h1>{title}</h1>
      {queue.isError && <ProblemNotice error={queue.error} retry={() => void queue.refetch()} />}
      {data?.pairs.length === 0 && (
        <>
          <p>{data.from === 0 ? words.review.none : words.review.end}</p>
          {data.from > 0 && (
            <div className={styles['buttons']}>
              <button type="button" className="button" onClick={() => go(0)}>
                {words.review.fromStart}
              </button>
            </div>
          )}
        </>
      )}
      {data !== undefined && data.pairs.length > 0 && (
        <QueueDesk
          key={`${place.from} ${place.turn}`}
          queue={data}
          reason={reason}
          onReason={setReason}
          onward={go}
        />
      )}
      <p>
        <Link to="/$language/desk/link/decisions" params={{ language }}>
          {words.decisions.title}
        </Link>
        {' · '}
        <Link to="/$language/desk/link" params={{ language }}>
          {words.back}
        </Link>
      </p>
    </div>
  )
}
