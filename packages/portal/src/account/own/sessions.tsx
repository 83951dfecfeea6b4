import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { askNode, tellNode } from '../../node-api/ask-node.ts'
import { useSpeaking } from '../../words/speaking.tsx'
import { Confirm, needsConfirming } from '../change/confirm.tsx'
import { Trouble } from '../form/form.tsx'
import { useDeed } from '../form/use-deed.ts'
import { useAccountWords } from '../words/account-words.ts'
import { sayMoment } from './moment.ts'
import styles from '../account.module.css'

interface SessionSeen {
  readonly id: string
  readonly method: 'link' | 'password' | 'passkey' | 'provider'
  readonly client: string
  readonly lastSeenAt: string
  readonly here: boolean
}

const sessionsQuery = {
  queryKey: ['account-items', 'sessions'],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    askNode<{ sessions: SessionSeen[] }>('/api/govern/account/sessions', signal),
  staleTime: 0,
}

/** The sessions that stand open, each with the way to end it. */
export function Sessions(): ReactNode {
  const words = useAccountWords()
  const { language } = useSpeaking()
  const client = useQueryClient()
  const { data } = useQuery(sessionsQuery)
  // Confirming begins another session, so that what was to be ended is chosen on the new list.
  const again = async () => {
    end.forget()
    await client.invalidateQueries(sessionsQuery)
  }
  const end = useDeed(async (id: string) => {
    await tellNode('DELETE', `/api/govern/account/sessions${id && `/${id}`}`, language)
    await client.invalidateQueries(sessionsQuery)
  })
  const sessions = data?.sessions ?? []
  if (needsConfirming(end.problem)) return <Confirm within onDone={() => void again()} />

  return (
    <section className={styles['stack']} aria-labelledby="sessions">
      <h2 id="sessions">{words.own.sessions}</h2>
      <Trouble problem={end.problem} />
      <ul className={styles['list']}>
        {sessions.map(({ id, client: browser, method, lastSeenAt, here }) => {
          const name = browser || words.own.unknownClient
          return (
            <li key={id}>
              <span>
                <strong>{name}</strong>
                {here && ` (${words.own.here})`}
                <br />
                <span className="hint">
                  {words.own.methods[method]} · {words.own.seen(sayMoment(lastSeenAt, language))}
                </span>
              </span>
              {!here && (
                <button
                  className="button"
                  type="button"
                  disabled={end.busy}
                  aria-label={words.own.endNamed(name)}
                  onClick={() => void end.run(id)}
                >
                  {words.own.end}
                </button>
              )}
            </li>
          )
        })}
      </ul>
      {sessions.length > 1 && (
        <div className={styles['buttons']}>
          <button
            className="button"
            type="button"
            disabled={end.busy}
            onClick={() => void end.run('')}
          >
            {words.own.endOthers}
          </button>
        </div>
      )}
    </section>
  )
}
