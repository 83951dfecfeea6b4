import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { sayMoment } from '../../account/own/moment.ts'
import { SignedInOnly } from '../../account/signed-in-only.tsx'
import { usePageTitle } from '../../frame/page-title.ts'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { useSpeaking } from '../../words/speaking.tsx'
import { Scroll } from '../scroll.tsx'
import { decisionsQuery, type Decision } from './link-queries.ts'
import { UndoForm } from './undo-form.tsx'
import { useCountryName } from './use-country-name.ts'
import { useLinkWords } from './words/link-words.ts'
import styles from '../desk.module.css'

/** What was decided, by whom and why, the newest first; each can be undone, and both stay. */
export function DecisionsPage(): ReactNode {
  return <SignedInOnly operation="link.review">{() => <Decisions />}</SignedInOnly>
}

function Decisions(): ReactNode {
  const words = useLinkWords()
  const { language } = useSpeaking()
  const decisions = useQuery(decisionsQuery(language))
  const [undoing, setUndoing] = useState<number>()
  const [said, setSaid] = useState('')
  const { title } = words.decisions
  usePageTitle(title)
  return (
    <div className={styles['page']} aria-busy={decisions.isPending}>
      <h1 id="decisions">{title}</h1>
      <p>{words.decisions.lead}</p>
      {decisions.isError && <ProblemNotice error={decisions.error} />}
      <output className={said === '' ? 'visually-hidden' : ''}>{said}</output>
      {undoing !== undefined && (
        <UndoForm
          key={undoing}
          decision={undoing}
          undone={() => {
            setSaid(words.undo.done(undoing))
            setUndoing(undefined)
            void decisions.refetch()
          }}
          leave={() => setUndoing(undefined)}
        />
      )}
      {decisions.data?.decisions.length === 0 && <p>{words.decisions.none}</p>}
      {decisions.data !== undefined && decisions.data.decisions.length > 0 && (
        <Scroll heading="decisions" stacked>
          <table className={styles['table']}>
            <caption className="visually-hidden">{title}</caption>
            <thead>
              <tr>
                <th scope="col">{words.decisions.decision}</th>
                <th scope="col">{words.decisions.records}</th>
                <th scope="col">{words.decisions.who}</th>
                <th scope="col">{words.decisions.why}</th>
                <th scope="col">
                  <span className="visually-hidden">{words.undo.short}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {decisions.data.decisions.map((decision) => (
                <Row key={decision.id} decision={decision} undo={() => setUndoing(decision.id)} />
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      <p>
        <Link to="/$language/desk/link" params={{ language }}>
          {words.back}
        </Link>
      </p>
    </div>
  )
}

function Row({
  decision,
  undo,
}: {
  readonly decision: Decision
  readonly undo: () => void
}): ReactNode {
  const words = useLinkWords()
  const { language } = useSpeaking()
  const countryName = useCountryName()
  const { id, country, kind, one, other, because, decidedBy, decidedAt } = decision
  return (
    <tr>
      <th scope="row">
        {id}: {words.kinds[kind]}
      </th>
      <td>
        {countryName(country)}{' '}
        <Link
          to="/$language/desk/link/person/$country/$record"
          params={{ language, country, record: one }}
        >
          {one}
        </Link>
        {', '}
        <Link
          to="/$language/desk/link/person/$country/$record"
          params={{ language, country, record: other }}
        >
          {other}
        </Link>
      </td>
      <td>
        {decidedBy}, {sayMoment(decidedAt, language)}
      </td>
      <td>{because}</td>
      <td>
        {decision.undoneBy === null ? (
          <button type="button" className="button" onClick={undo}>
            {words.undo.short} <span className="visually-hidden">{id}</span>
          </button>
        ) : (
          words.decisions.undone(decision.undoneByWhom ?? '', decision.undoneBecause ?? '')
        )}
      </td>
    </tr>
  )
}
