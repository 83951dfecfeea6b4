import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { registers, type RegisterName } from '@caudal/methods/govern'
import { useWho } from '../../account/who.ts'
import { sayDay, sayMoment } from '../../account/own/moment.ts'
import { usePageTitle } from '../../frame/page-title.ts'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { useSpeaking } from '../../words/speaking.tsx'
import { dueQuery, retentionQuery } from './govern-queries.ts'
import { governSection } from './section.ts'
import { useGovernWords } from './words/govern-words.ts'
import styles from '../desk.module.css'

/** Notices have a page of their own, among the tasks. */
const listed = (Object.keys(registers) as RegisterName[]).filter((each) => each !== 'notice')

/** The first page of data protection: what is due, and the ways to the rest. */
export function OverviewPage(): ReactNode {
  const words = useGovernWords()
  const { language } = useSpeaking()
  const who = useWho()
  const title = governSection.title[language]
  usePageTitle(title)
  const held = who.data && who.data.account !== null ? who.data.operations : []
  const reads = held.includes('govern.read-registers')
  return (
    <div className={styles['page']}>
      <div className={styles['head']}>
        <h1>{title}</h1>
        {held.includes('govern.answer-requests') && (
          <Link
            className="button"
            data-primary=""
            to="/$language/desk/govern/new-request"
            params={{ language }}
          >
            {words.newRequest}
          </Link>
        )}
      </div>
      {reads && <DueList />}
      <ul className={styles['tasks']}>
        {reads && (
          <li>
            <h2>
              <Link to="/$language/desk/govern/inventory" params={{ language }}>
                {words.inventory}
              </Link>
            </h2>
            <p>{words.inventoryLead}</p>
          </li>
        )}
        {reads && (
          <li>
            <h2>
              <Link to="/$language/desk/govern/retention" params={{ language }}>
                {words.retention.title}
              </Link>
            </h2>
            <Kept />
          </li>
        )}
        {held.includes('govern.acknowledge-notice') && (
          <li>
            <h2>
              <Link to="/$language/desk/govern/notices" params={{ language }}>
                {words.request.notices}
              </Link>
            </h2>
            <p>{words.notices.lead}</p>
          </li>
        )}
        {held.includes('govern.ask-derogation') && (
          <li>
            <h2>
              <Link to="/$language/desk/govern/derogations" params={{ language }}>
                {words.documents.mine}
              </Link>
            </h2>
            <p>{words.documents.mineLead}</p>
          </li>
        )}
        {held.includes('govern.read-audit') && (
          <li>
            <h2>
              <Link to="/$language/desk/govern/audit" params={{ language }}>
                {words.audit}
              </Link>
            </h2>
            <p>{words.log.lead}</p>
          </li>
        )}
      </ul>
      {reads && (
        <section aria-labelledby="registers">
          <h2 id="registers">{words.registers}</h2>
          <ul>
            {listed.map((register) => (
              <li key={register}>
                <Link
                  to="/$language/desk/govern/registers/$register"
                  params={{ language, register }}
                >
                  {registers[register].label[language]}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

/** How much has been kept as long as it may be. */
function Kept(): ReactNode {
  const { retention } = useGovernWords()
  const found = useQuery(retentionQuery)
  if (found.data === undefined) return null
  const { length } = found.data.expired
  return <p>{length === 0 ? retention.nothing : <strong>{retention.count(length)}</strong>}</p>
}

function DueList(): ReactNode {
  const words = useGovernWords()
  const { language } = useSpeaking()
  const due = useQuery(dueQuery)
  const say = (by: string) => (by.length === 10 ? sayDay(by, language) : sayMoment(by, language))
  return (
    <section aria-labelledby="due" aria-busy={due.isPending}>
      <h2 id="due">{words.due}</h2>
      {due.isError && <ProblemNotice error={due.error} retry={() => void due.refetch()} />}
      {due.data?.due.length === 0 && <p>{words.nothingDue}</p>}
      {due.data !== undefined && due.data.due.length > 0 && (
        <table className={styles['table']}>
          <caption className="visually-hidden">{words.due}</caption>
          <thead>
            <tr>
              <th scope="col">{words.what}</th>
              <th scope="col">{words.document}</th>
              <th scope="col">{words.by}</th>
            </tr>
          </thead>
          <tbody>
            {due.data.due.map(({ register, id, by, late }) => (
              <tr key={`${register} ${id}`}>
                <th scope="row">{registers[register].label[language]}</th>
                <td>
                  {register === 'request' ? (
                    <Link to="/$language/desk/govern/requests/$id" params={{ language, id }}>
                      {id}
                    </Link>
                  ) : register === 'notice' ? (
                    <Link to="/$language/desk/govern/notices" params={{ language }}>
                      {id}
                    </Link>
                  ) : (
                    <Link
                      to="/$language/desk/govern/registers/$register/$id"
                      params={{ language, register, id }}
                    >
                      {id}
                    </Link>
                  )}
                </td>
                <td>
                  {say(by)}
                  {late && <strong> · {words.late}</strong>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
