import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { isRegister, isWrittenRegister, registers } from '@caudal/methods/govern'
import { useWho } from '../../account/who.ts'
import { sayDay } from '../../account/own/moment.ts'
import { NotFoundPage } from '../../frame/not-found-page.tsx'
import { usePageTitle } from '../../frame/page-title.ts'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { useSpeaking } from '../../words/speaking.tsx'
import { BackToGovern } from './back-to-govern.tsx'
import { stateOf } from './documents/document-state.ts'
import { Standing } from './documents/standing.tsx'
import { writingOperation } from './documents/new-document-page.tsx'
import { registerQuery, type Stored } from './govern-queries.ts'
import { useGovernWords } from './words/govern-words.ts'
import type { GovernWording } from './words/govern-wording.ts'
import styles from '../desk.module.css'

/** The documents of one register in their present versions. */
export function RegisterPage(): ReactNode {
  const { register } = useParams({ from: '/$language/desk/govern/registers/$register' })
  const words = useGovernWords()
  const { language } = useSpeaking()
  const documents = useQuery(registerQuery(register))
  const who = useWho()
  const held = who.data && who.data.account !== null ? who.data.operations : []
  const title = isRegister(register) ? registers[register].label[language] : register
  usePageTitle(title)
  const [now] = useState(() => new Date().toISOString())
  if (!isRegister(register)) return <NotFoundPage />
  const hasStates =
    documents.data?.documents.some(({ content }) => stateOf(register, content, now)) ?? false
  return (
    <div className={styles['page']} aria-busy={documents.isPending}>
      <div className={styles['head']}>
        <h1>{title}</h1>
        {isWrittenRegister(register) && held.includes(writingOperation(register)) && (
          <Link
            className="button"
            data-primary=""
            to="/$language/desk/govern/new/$register"
            params={{ language, register }}
          >
            {words.documents.add}
          </Link>
        )}
      </div>
      {documents.isError && <ProblemNotice error={documents.error} />}
      {documents.data?.documents.length === 0 && <p>{words.none}</p>}
      {documents.data !== undefined && documents.data.documents.length > 0 && (
        <table className={styles['table']}>
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{words.document}</th>
              <th scope="col">{words.what}</th>
              {hasStates && <th scope="col">{words.standing}</th>}
              <th scope="col" data-number="" data-wide="">
                {words.version}
              </th>
              <th scope="col" data-wide={hasStates ? '' : undefined}>
                {words.changed}
              </th>
            </tr>
          </thead>
          <tbody>
            {documents.data.documents.map((document) => (
              <tr key={document.id}>
                <th scope="row">
                  {register === 'request' ? (
                    <Link
                      to="/$language/desk/govern/requests/$id"
                      params={{ language, id: document.id }}
                    >
                      {document.id}
                    </Link>
                  ) : isWrittenRegister(register) ? (
                    <Link
                      to="/$language/desk/govern/registers/$register/$id"
                      params={{ language, register, id: document.id }}
                    >
                      {document.id}
                    </Link>
                  ) : (
                    document.id
                  )}
                </th>
                <td>{summaryOf(document.content, words)}</td>
                {hasStates && (
                  <td>
                    <Standing state={stateOf(register, document.content, now)} />
                  </td>
                )}
                <td data-number="" data-wide="">
                  {document.version}
                </td>
                <td data-wide={hasStates ? '' : undefined}>
                  {sayDay(document.changedAt, language)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <BackToGovern />
    </div>
  )
}

/** What a document is about, in a few words. */
function summaryOf(content: Stored['content'], words: GovernWording): string {
  if ('kind' in content) return `${words.kinds[content.kind]} · ${words.states[content.state]}`
  if ('about' in content) return `${words.abouts[content.about]} · ${content.recipient}`
  if ('title' in content) return content.title
  if ('what' in content) return content.what
  if ('because' in content) return content.because
  if ('name' in content) return `${content.name} (${content.country})`
  if ('account' in content) return content.account
  return `${content.owner} (${content.country})`
}
