import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo, useState, type ReactNode } from 'react'
import {
  accountActOf,
  accountActs,
  isOperation,
  isPurpose,
  operations,
  purposes,
} from '@caudal/methods/govern'
import type { Language } from '@caudal/methods/vocabulary'
import { sayMoment } from '../../account/own/moment.ts'
import { usePageTitle } from '../../frame/page-title.ts'
import { cubesQuery } from '../../node-api/queries.ts'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { useSpeaking } from '../../words/speaking.tsx'
import { Scroll } from '../scroll.tsx'
import { BackToGovern } from './back-to-govern.tsx'
import { auditQuery, type LoggedEntry, type LogPage } from './govern-queries.ts'
import { saySubject, type SubjectNames } from './say-subject.ts'
import { useGovernWords } from './words/govern-words.ts'
import styles from '../desk.module.css'

/** The audit log, the newest entries first; each leads to the proof that it is in the log. */
export function AuditPage(): ReactNode {
  const words = useGovernWords()
  const [before, setBefore] = useState<number>()
  const log = useQuery(auditQuery(before))
  const names = useNames(log.data)
  usePageTitle(words.audit)
  const last = log.data?.entries.at(-1)?.index
  return (
    <div className={styles['page']} aria-busy={log.isPending}>
      <h1 id="log">{words.audit}</h1>
      <p>{words.log.lead}</p>
      {log.isError && <ProblemNotice error={log.error} />}
      {log.data !== undefined && (
        <>
          <p>{words.log.entries(log.data.size)}</p>
          <Scroll heading="log" folded>
            <table className={styles['table']}>
              <caption className="visually-hidden">{words.audit}</caption>
              <thead>
                <tr>
                  <th scope="col">{words.log.when}</th>
                  <th scope="col">{words.log.what}</th>
                  <th scope="col" data-wide="">
                    {words.log.who}
                  </th>
                  <th scope="col" data-wide="">
                    {words.log.purpose}
                  </th>
                  <th scope="col" data-wide="">
                    {words.log.outcome}
                  </th>
                </tr>
              </thead>
              <tbody>
                {log.data.entries.map((logged) => (
                  <Row key={logged.index} {...logged} names={names} />
                ))}
              </tbody>
            </table>
          </Scroll>
        </>
      )}
      <div className={styles['buttons']}>
        {before !== undefined && (
          <button className="button" type="button" onClick={() => setBefore(undefined)}>
            {words.log.newest}
          </button>
        )}
        {last !== undefined && last > 0 && (
          <button className="button" type="button" onClick={() => setBefore(last)}>
            {words.log.older}
          </button>
        )}
      </div>
      <BackToGovern />
    </div>
  )
}

/** How what the log names by identifiers is called. */
function useNames(log: LogPage | undefined): SubjectNames {
  const { language } = useSpeaking()
  const cubes = useQuery(cubesQuery(language)).data?.cubes
  return useMemo(
    () => ({
      people: log?.people ?? {},
      cubes: new Map(cubes?.map(({ id, title }) => [id, title])),
      countries: new Map(
        Object.entries(log?.countries ?? {}).map(([code, label]) => [code, label[language]]),
      ),
    }),
    [log, cubes, language],
  )
}

function Row({ index, entry, names }: LoggedEntry & { readonly names: SubjectNames }): ReactNode {
  const words = useGovernWords()
  const { language } = useSpeaking()
  const { at, action, actor, via, purpose, subject, outcome } = entry
  const name = names.people[actor] ?? actor.replace(/^terminal:/, '')
  const who = [words.log.vias[via], name].filter((each) => each !== '').join(' ')
  const forWhat = purpose !== undefined && isPurpose(purpose) ? purposes[purpose][language] : ''
  return (
    <tr>
      <th scope="row">
        <Link
          to="/$language/desk/govern/audit/$index"
          params={{ language, index: String(index) }}
          aria-label={`${words.log.entry(index)}, ${sayMoment(at, language)}`}
        >
          {sayMoment(at, language)}
        </Link>
      </th>
      <td>
        {sayAction(action, language)}
        {subject !== undefined && (
          <>
            <br />
            <span className="hint">{saySubject(subject, names, language)}</span>
          </>
        )}
        {/* where there is no room for columns of their own */}
        <span data-fold="">
          {[who, forWhat, words.log.outcomes[outcome]].filter((each) => each !== '').join(' · ')}
        </span>
      </td>
      <td data-wide="">
        {words.log.vias[via]}
        {actor !== '' && (
          <>
            <br />
            <span className="hint">{name}</span>
          </>
        )}
      </td>
      <td data-wide="">{forWhat === '' ? '–' : forWhat}</td>
      <td data-wide="">{words.log.outcomes[outcome]}</td>
    </tr>
  )
}

function sayAction(action: string, language: Language): string {
  const act = accountActOf(action)
  if (act !== undefined) return accountActs[act][language]
  return isOperation(action) ? operations[action].label[language] : action
}
