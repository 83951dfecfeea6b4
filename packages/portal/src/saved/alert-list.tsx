import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, type ReactNode } from 'react'
import { Trouble } from '../account/form/form.tsx'
import { useDeed } from '../account/form/use-deed.ts'
import { sayMoment } from '../account/own/moment.ts'
import { tellNode } from '../node-api/ask-node.ts'
import { ProblemNotice } from '../parts/problem-notice.tsx'
import { useSpeaking } from '../words/speaking.tsx'
import { alertsQuery } from './saved-queries.ts'
import { useSavedWords } from './words/saved-words.ts'
import styles from './saved.module.css'

/** The thresholds that somebody has set, and what releases have met. */
export function AlertList(): ReactNode {
  const t = useSavedWords()
  const { language } = useSpeaking()
  const client = useQueryClient()
  const answer = useQuery(alertsQuery(language))
  const remove = useDeed(async (id: string) => {
    await tellNode('DELETE', `/api/publish/alerts/${id}`, language)
    await client.invalidateQueries(alertsQuery(language))
  })
  const { alerts = [], notices = [] } = answer.data ?? {}
  useEffect(() => {
    // The entry of a feed leads to its notice, which was not there yet when the page opened.
    if (notices.length > 0 && location.hash.startsWith('#notice-')) {
      document.getElementById(location.hash.slice(1))?.scrollIntoView()
    }
  }, [notices])
  return (
    <>
      <section className={styles['section']} aria-labelledby="alerts">
        <h2 id="alerts">{t.alerts}</h2>
        <p>{t.alertsLead}</p>
        {answer.isError && (
          <ProblemNotice error={answer.error} retry={() => void answer.refetch()} />
        )}
        <Trouble problem={remove.problem} />
        {answer.data && alerts.length === 0 && <p className="hint">{t.noAlerts}</p>}
        {alerts.length > 0 && (
          <ul className={styles['list']}>
            {alerts.map((alert) => (
              <li key={alert.id}>
                <div className={styles['what']}>
                  <a href={alert.path}>{alert.name}</a>
                  <span className="hint">{t.thresholdOf(alert)}</span>
                </div>
                <button
                  type="button"
                  className="button"
                  data-quiet=""
                  aria-label={t.forgetNamed(alert.name)}
                  disabled={remove.busy}
                  onClick={() => void remove.run(alert.id)}
                >
                  {t.forget}
                </button>
              </li>
            ))}
          </ul>
        )}
      </section>
      {notices.length > 0 && (
        <section className={styles['section']} aria-labelledby="notices">
          <h2 id="notices">{t.notices}</h2>
          <ul className={styles['list']}>
            {notices.map(({ id, name, told, toldAt, release, path }) => (
              <li key={id} id={`notice-${id}`}>
                <div className={styles['what']}>
                  <a href={path}>{name}</a>
                  <span>{told}</span>
                  <span className="hint">
                    {sayMoment(toldAt, language)} ·{' '}
                    <a href={`/releases/${release}/${language}/index.html`}>{t.theRelease}</a>
                  </span>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
