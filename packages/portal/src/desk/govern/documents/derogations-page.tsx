import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { purposes } from '@caudal/methods/govern'
import { Trouble } from '../../../account/form/form.tsx'
import { useDeed } from '../../../account/form/use-deed.ts'
import { sayMoment } from '../../../account/own/moment.ts'
import { SignedInOnly } from '../../../account/signed-in-only.tsx'
import { usePageTitle } from '../../../frame/page-title.ts'
import { tellNode } from '../../../node-api/ask-node.ts'
import { ProblemNotice } from '../../../parts/problem-notice.tsx'
import { useSpeaking } from '../../../words/speaking.tsx'
import { BackToGovern } from '../back-to-govern.tsx'
import { derogationsQuery, type Stored } from '../govern-queries.ts'
import { useGovernWords } from '../words/govern-words.ts'
import { stateOf } from './document-state.ts'
import { Standing } from './standing.tsx'
import styles from '../../desk.module.css'

/** The derogations that one has asked for: what became of them, and the way to ask for another. */
export function DerogationsPage(): ReactNode {
  return <SignedInOnly operation="govern.ask-derogation">{() => <Derogations />}</SignedInOnly>
}

function Derogations(): ReactNode {
  const words = useGovernWords()
  const { language } = useSpeaking()
  const asked = useQuery(derogationsQuery)
  usePageTitle(words.documents.mine)
  return (
    <div className={styles['page']} data-narrow="" aria-busy={asked.isPending}>
      <div className={styles['head']}>
        <h1>{words.documents.mine}</h1>
        <Link
          className="button"
          data-primary=""
          to="/$language/desk/govern/new/$register"
          params={{ language, register: 'derogation' }}
        >
          {words.documents.ask}
        </Link>
      </div>
      <p>{words.documents.mineLead}</p>
      {asked.isError && <ProblemNotice error={asked.error} />}
      {asked.data?.derogations.length === 0 && <p>{words.documents.noneAsked}</p>}
      {asked.data !== undefined && asked.data.derogations.length > 0 && (
        <ul className={styles['list']}>
          {asked.data.derogations.map((derogation) => (
            <Asked key={derogation.id} derogation={derogation} />
          ))}
        </ul>
      )}
      <BackToGovern />
    </div>
  )
}

function Asked({ derogation }: { readonly derogation: Stored<'derogation'> }): ReactNode {
  const words = useGovernWords()
  const { language } = useSpeaking()
  const client = useQueryClient()
  const { because, purpose, until } = derogation.content
  const giveBack = useDeed(async () => {
    const path = `/api/govern/derogations/${derogation.id}/withdrawal`
    await tellNode('POST', path, language, {})
    await client.invalidateQueries(derogationsQuery)
  })
  const [now] = useState(() => new Date().toISOString())
  const state = stateOf('derogation', derogation.content, now)
  return (
    <li>
      <p>
        <strong>{because}</strong> · {purposes[purpose][language]}
        <br />
        <span className="hint">
          <Standing state={state} />
          {state?.is === 'waiting' && (
            <>
              {' '}
              · {words.documents.until} {sayMoment(until, language)}
            </>
          )}
        </span>
      </p>
      <Trouble problem={giveBack.problem} />
      {(state?.is === 'in-force' || state?.is === 'waiting') && (
        <>
          <p className="hint">{words.documents.giveBackWhat}</p>
          <button
            className="button"
            type="button"
            disabled={giveBack.busy}
            onClick={() => void giveBack.run()}
          >
            {words.documents.giveBack[state.is]}
          </button>
        </>
      )}
    </li>
  )
}
