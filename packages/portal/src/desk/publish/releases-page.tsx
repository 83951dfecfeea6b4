import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useWho } from '../../account/who.ts'
import { sayMoment } from '../../account/own/moment.ts'
import { usePageTitle } from '../../frame/page-title.ts'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { useSpeaking } from '../../words/speaking.tsx'
import { ClockAhead } from './clock-ahead.tsx'
import { releasesQuery } from './releases.ts'
import { publishSection } from './section.ts'
import { usePublishWords } from './words/publish-words.ts'
import { Scroll } from '../scroll.tsx'
import styles from '../desk.module.css'

/** Every release, the newest first, and where each stands. */
export function ReleasesPage(): ReactNode {
  const words = usePublishWords()
  const { language } = useSpeaking()
  const who = useWho()
  const releases = useQuery(releasesQuery(language))
  const title = publishSection.title[language]
  usePageTitle(title)
  const operations = who.data && who.data.account !== null ? who.data.operations : []
  return (
    <div className={styles['page']} aria-busy={releases.isPending}>
      <div className={styles['head']}>
        <h1 id="releases">{title}</h1>
        {operations.includes('protect.run') && (
          <Link
            className="button"
            data-primary=""
            to="/$language/desk/publish/new"
            params={{ language }}
          >
            {words.list.draft}
          </Link>
        )}
      </div>
      {operations.includes('publish.review') && (
        <p>
          <Link to="/$language/desk/publish/calendar" params={{ language }}>
            {words.calendar.title}
          </Link>
        </p>
      )}
      {releases.isError && (
        <ProblemNotice error={releases.error} retry={() => void releases.refetch()} />
      )}
      {releases.data !== undefined && releases.data.clock.aheadSeconds > 0 && (
        <ClockAhead
          seconds={releases.data.clock.aheadSeconds}
          mayConfirm={operations.includes('publish.release')}
          confirmed={() => void releases.refetch()}
        />
      )}
      {releases.data?.releases.length === 0 && <p>{words.list.none}</p>}
      {releases.data !== undefined && releases.data.releases.length > 0 && (
        <Scroll heading="releases" stacked>
          <table className={styles['table']}>
            <caption className="visually-hidden">{title}</caption>
            <thead>
              <tr>
                <th scope="col">{words.list.release}</th>
                <th scope="col">{words.list.state}</th>
                <th scope="col">{words.list.time}</th>
              </tr>
            </thead>
            <tbody>
              {releases.data.releases.map(({ id, title: name, state, isOwn, publishAt }) => (
                <tr key={id}>
                  <th scope="row">
                    {isOwn ? (
                      <Link to="/$language/desk/publish/release/$id" params={{ language, id }}>
                        {name}
                      </Link>
                    ) : (
                      <a href={`/releases/${id}/${language}/index.html`}>{name}</a>
                    )}
                    <br />
                    <span className="hint">{id}</span>
                  </th>
                  <td>{words.states[state]}</td>
                  <td>{publishAt === null ? '–' : sayMoment(publishAt, language)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </div>
  )
}
