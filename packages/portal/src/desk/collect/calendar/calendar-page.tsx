import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { periodLabel } from '@caudal/methods/publish'
import { sayDay } from '../../../account/own/moment.ts'
import { SignedInOnly } from '../../../account/signed-in-only.tsx'
import { useSpeaking } from '../../../words/speaking.tsx'
import { QueriedPage } from '../../queried-page.tsx'
import { useCollectWords } from '../words/collect-words.ts'
import { calendarQuery, type ListedDuty } from './calendar.ts'
import { EndDuty, NewDuty } from './keep-duties.tsx'
import styles from '../../desk.module.css'

/** Who owes which file for which period: on time, late, missing. */
export function CalendarPage(): ReactNode {
  return (
    <SignedInOnly operation="collect.read-batches">
      {({ operations }) => <Calendar mayKeep={operations.includes('collect.keep-calendar')} />}
    </SignedInOnly>
  )
}

/** Periods of one duty that are shown at once. */
const shownPeriods = 12

function Calendar({ mayKeep }: { readonly mayKeep: boolean }): ReactNode {
  const { calendar: words } = useCollectWords()
  const { language } = useSpeaking()
  const calendar = useQuery(calendarQuery(language))
  return (
    <QueriedPage title={words.title} lead={words.lead} query={calendar}>
      {calendar.data?.duties.length === 0 && <p>{words.none}</p>}
      {calendar.data?.duties.map((duty) => (
        <Duty key={duty.id} duty={duty} mayKeep={mayKeep} />
      ))}
      {mayKeep && <NewDuty />}
    </QueriedPage>
  )
}

function Duty({
  duty: { id, institution, title, every, graceDays, until, periods },
  mayKeep,
}: {
  readonly duty: ListedDuty
  readonly mayKeep: boolean
}): ReactNode {
  const { calendar: words } = useCollectWords()
  const { language } = useSpeaking()
  const [isWhole, setIsWhole] = useState(false)
  const earlier = periods.slice(shownPeriods)
  const missing = earlier.filter(({ state }) => state === 'missing').length
  return (
    <section aria-labelledby={`duty-${id}`}>
      <h2 id={`duty-${id}`}>
        {institution}: {title}
      </h2>
      <p className="hint">
        {words.rule(words.every[every], graceDays)}
        {until !== undefined && ` · ${words.endedOn(sayDay(until, language))}`}
      </p>
      <table className={styles['table']}>
        <caption className="visually-hidden">
          {institution}: {title}
        </caption>
        <thead>
          <tr>
            <th scope="col">{words.period}</th>
            <th scope="col" data-wide="">
              {words.due}
            </th>
            <th scope="col">{words.standing}</th>
            <th scope="col">{words.received}</th>
          </tr>
        </thead>
        <tbody>
          {periods.slice(0, isWhole ? periods.length : shownPeriods).map((period) => (
            <tr key={period.period}>
              <th scope="row">{periodLabel(period.period, language)}</th>
              <td data-wide="">{sayDay(period.dueOn, language)}</td>
              <td>
                <span className={styles['state']} data-state={period.state}>
                  {words.states[period.state]}
                </span>
                {period.daysLate > 0 && (
                  <span className="hint"> · {words.daysLate(period.daysLate)}</span>
                )}
              </td>
              <td>
                {period.batch === null ? (
                  '–'
                ) : (
                  <Link
                    to="/$language/desk/collect/batches/$id"
                    params={{ language, id: String(period.batch) }}
                  >
                    {sayDay(period.receivedOn ?? '', language)}
                  </Link>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {earlier.length > 0 && !isWhole && (
        <p>
          {words.earlier(earlier.length, missing)}{' '}
          <button className="button" type="button" onClick={() => setIsWhole(true)}>
            {words.showEarlier}
          </button>
        </p>
      )}
      {mayKeep && until === undefined && <EndDuty id={id} name={`${institution}: ${title}`} />}
    </section>
  )
}
