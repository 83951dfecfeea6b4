import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { roles } from '@caudal/methods/govern'
import { usePageTitle } from '../../frame/page-title.ts'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { useColumnNames } from '../../parts/use-column-names.ts'
import { useSpeaking } from '../../words/speaking.tsx'
import { SignedInOnly } from '../signed-in-only.tsx'
import { useAccountWords } from '../words/account-words.ts'
import { sayDay } from '../own/moment.ts'
import { institutionsQuery, nameInstitution } from './institutions.ts'
import { peopleQuery } from './people.ts'
import styles from '../account.module.css'

/** Every account of the node, for its administrators. */
export function PeoplePage(): ReactNode {
  return <SignedInOnly operation="govern.accounts">{() => <People />}</SignedInOnly>
}

function People(): ReactNode {
  const words = useAccountWords()
  const { language } = useSpeaking()
  const people = useQuery(peopleQuery)
  const listed = useQuery(institutionsQuery).data
  const holder = useColumnNames<HTMLDivElement>()
  usePageTitle(words.people.title)
  return (
    <div className={styles['page']}>
      <div className={styles['head']}>
        <h1>{words.people.title}</h1>
        <Link
          className="button"
          data-primary=""
          to="/$language/account/invite"
          params={{ language }}
        >
          {words.people.invite}
        </Link>
      </div>
      {people.isError && <ProblemNotice error={people.error} />}
      <div ref={holder} data-stacked="">
        <table className={styles['table']} aria-busy={people.isPending}>
          <caption className="visually-hidden">{words.people.title}</caption>
          <thead>
            <tr>
              <th scope="col">{words.people.person}</th>
              <th scope="col">{words.people.roles}</th>
              <th scope="col">{words.people.institution}</th>
              <th scope="col">{words.people.state}</th>
              <th scope="col">{words.people.secondStep}</th>
              <th scope="col">{words.people.lastSeen}</th>
            </tr>
          </thead>
          <tbody>
            {people.data?.accounts.map((person) => (
              <tr key={person.id}>
                <th scope="row">
                  <Link to="/$language/account/people/$id" params={{ language, id: person.id }}>
                    {person.shownName}
                  </Link>
                  {person.own && ` (${words.people.you})`}
                  <br />
                  <span className="hint">{person.name}</span>
                </th>
                <td>{person.roles.map((role) => roles[role][language]).join(', ')}</td>
                <td>
                  {nameInstitution(listed, person.institution, person.country, language) || '–'}
                </td>
                <td>
                  {words.people.status[person.status]}
                  {person.recoveryAskedBy && (
                    <>
                      <br />
                      {words.people.waits}
                    </>
                  )}
                </td>
                <td>{person.secondFactor ? words.people.yes : words.people.no}</td>
                <td>
                  {person.lastSeenAt ? sayDay(person.lastSeenAt, language) : words.people.never}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>
        <Link to="/$language/account" params={{ language }}>
          {words.own.title}
        </Link>
      </p>
    </div>
  )
}
