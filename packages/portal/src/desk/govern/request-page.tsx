import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Trouble } from '../../account/form/form.tsx'
import { useDeed } from '../../account/form/use-deed.ts'
import { sayDay } from '../../account/own/moment.ts'
import { useWho } from '../../account/who.ts'
import { usePageTitle } from '../../frame/page-title.ts'
import { tellNode } from '../../node-api/ask-node.ts'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { useSpeaking } from '../../words/speaking.tsx'
import { BackToGovern } from './back-to-govern.tsx'
import { noticesQuery, requestQuery, type Stored } from './govern-queries.ts'
import { RequestActs } from './request-acts.tsx'
import { useGovernWords } from './words/govern-words.ts'
import styles from '../desk.module.css'

/** One request of a person: what it asks, what can be done about it, who is to be told. */
export function RequestPage(): ReactNode {
  const { id } = useParams({ from: '/$language/desk/govern/requests/$id' })
  const words = useGovernWords()
  const { language } = useSpeaking()
  const who = useWho()
  const client = useQueryClient()
  const request = useQuery(requestQuery(id))
  const held = who.data && who.data.account !== null ? who.data.operations : []
  const answers = held.includes('govern.answer-requests')
  const content = request.data?.versions[0]?.content
  const title = content === undefined ? id : `${words.kinds[content.kind]} · ${id}`
  usePageTitle(title)
  return (
    <div className={styles['page']} data-narrow="" aria-busy={request.isPending}>
      <h1>{title}</h1>
      {request.isError && <ProblemNotice error={request.error} />}
      {content !== undefined && (
        <>
          <dl className={styles['facts']}>
            <dt>{words.request.state}</dt>
            <dd>{words.states[content.state]}</dd>
            <dt>{words.request.received}</dt>
            <dd>{sayDay(content.receivedOn, language)}</dd>
            <dt>{words.by}</dt>
            <dd>{sayDay(content.dueOn, language)}</dd>
            <dt>{words.request.owner}</dt>
            <dd>{content.owner}</dd>
            <dt>{words.request.records}</dt>
            <dd>{content.records.length}</dd>
            {content.liftedOn !== undefined && (
              <>
                <dt>{words.request.lifted}</dt>
                <dd>{sayDay(content.liftedOn, language)}</dd>
              </>
            )}
          </dl>
          {answers && (
            <RequestActs
              id={id}
              content={content}
              onDone={() =>
                void client.invalidateQueries({ queryKey: ['account-items', 'govern'] })
              }
            />
          )}
          {answers && <Notices request={id} />}
        </>
      )}
      <BackToGovern />
    </div>
  )
}

function Notices({ request }: { readonly request: string }): ReactNode {
  const words = useGovernWords()
  const notices = useQuery(noticesQuery)
  const own = notices.data?.notices.filter(({ content }) => content.request === request) ?? []
  if (own.length === 0) return null
  return (
    <section aria-labelledby="notices">
      <h2 id="notices">{words.request.notices}</h2>
      <ul>
        {own.map((notice) => (
          <Notice key={notice.id} notice={notice} />
        ))}
      </ul>
    </section>
  )
}

function Notice({ notice }: { readonly notice: Stored<'notice'> }): ReactNode {
  const words = useGovernWords()
  const { language } = useSpeaking()
  const client = useQueryClient()
  const { recipient, through, dueOn, told, acknowledged, about } = notice.content
  const note = useDeed(async (step: 'told' | 'acknowledged') => {
    await tellNode('POST', `/api/govern/notices/${notice.id}/${step}`, language, {})
    await client.invalidateQueries({ queryKey: ['account-items', 'govern'] })
  })
  const next = told === undefined ? 'told' : 'acknowledged'
  return (
    <li>
      <p>
        <strong>{recipient}</strong> ({through}) · {words.abouts[about]} · {words.by}{' '}
        {sayDay(dueOn, language)}
        {told !== undefined && ` · ${words.request.told} ${sayDay(told.on, language)}`}
        {acknowledged !== undefined &&
          ` · ${words.request.acknowledged} ${sayDay(acknowledged.on, language)}`}
      </p>
      <Trouble problem={note.problem} />
      {acknowledged === undefined && (
        <button
          className="button"
          type="button"
          disabled={note.busy}
          onClick={() => void note.run(next)}
        >
          {next === 'told' ? words.request.markTold : words.request.markAcknowledged}
        </button>
      )}
    </li>
  )
}
