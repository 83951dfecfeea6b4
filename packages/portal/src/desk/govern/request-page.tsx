import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { sayDay } from '../../account/own/moment.ts'
import { institutionsQuery } from '../../account/people/institutions.ts'
import { useWho } from '../../account/who.ts'
import { usePageTitle } from '../../frame/page-title.ts'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { useSpeaking } from '../../words/speaking.tsx'
import { BackToGovern } from './back-to-govern.tsx'
import { noticesQuery, requestQuery } from './govern-queries.ts'
import { Notice } from './notice.tsx'
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
  const checker = content?.identityCheckedBy ?? ''
  // what the node knows again by itself was checked by nobody
  const checkedBy = checker.startsWith('digest ') ? '' : (request.data?.people[checker] ?? checker)
  const listed = useQuery(institutionsQuery)
  const owner = listed.data?.institutions.find((each) => each.id === content?.owner)
  const ownerName = owner?.name ?? content?.owner
  // an officer answers for every institution of the own country, and for no other
  const own = who.data?.account?.country ?? ''
  const elsewhere =
    owner === undefined || owner.country === own
      ? undefined
      : (listed.data?.countries.find(({ code }) => code === owner.country)?.label[language] ??
        owner.country)
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
            {checkedBy !== '' && (
              <>
                <dt>{words.request.checked}</dt>
                <dd>{checkedBy}</dd>
              </>
            )}
            <dt>{words.request.owner}</dt>
            <dd>{ownerName}</dd>
            <dt>{words.request.records}</dt>
            <dd>{content.records.length}</dd>
            {content.entries !== undefined && content.entries.length > 0 && (
              <>
                <dt>{words.request.waits}</dt>
                <dd>{content.entries.length}</dd>
              </>
            )}
            {/* What was done is told by what follows; why nothing was, only by whoever decided so. */}
            {content.state === 'refused' && content.outcome !== undefined && (
              <>
                <dt>{words.request.outcome}</dt>
                <dd>{content.outcome}</dd>
              </>
            )}
            {content.liftedOn !== undefined && (
              <>
                <dt>{words.request.lifted}</dt>
                <dd>{sayDay(content.liftedOn, language)}</dd>
              </>
            )}
          </dl>
          {answers && elsewhere !== undefined && <p>{words.request.elsewhere(elsewhere)}</p>}
          {answers && elsewhere === undefined && (
            <RequestActs
              id={id}
              version={request.data!.versions[0]!.version}
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
          <Notice key={notice.id} notice={notice} mayTell />
        ))}
      </ul>
    </section>
  )
}
