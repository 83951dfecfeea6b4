import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { endsSoon, operations as operationRules, type Operation } from '@caudal/methods/govern'
import { askNode, tellNode } from '../../node-api/ask-node.ts'
import { useSpeaking } from '../../words/speaking.tsx'
import { Trouble } from '../form/form.tsx'
import { useDeed } from '../form/use-deed.ts'
import { useAccountWords } from '../words/account-words.ts'
import { sayDay } from './moment.ts'
import styles from '../account.module.css'

interface TokenSeen {
  readonly id: string
  readonly label: string
  readonly operations: readonly Operation[]
  readonly expiresAt: string
  readonly lastUsedOn: string | null
}

export const tokensQuery = {
  queryKey: ['account-items', 'tokens'],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    askNode<{ tokens: TokenSeen[] }>('/api/govern/account/tokens', signal),
  staleTime: 0,
}

/** The tokens of one's programs, each with the way to revoke it. */
export function Tokens(): ReactNode {
  const words = useAccountWords()
  const { language } = useSpeaking()
  const client = useQueryClient()
  const { data } = useQuery(tokensQuery)
  const revoke = useDeed(async (id: string) => {
    await tellNode('DELETE', `/api/govern/account/tokens/${id}`, language)
    await client.invalidateQueries(tokensQuery)
  })
  const tokens = data?.tokens ?? []
  const [now] = useState(() => new Date().toISOString())

  return (
    <section className={styles['stack']} aria-labelledby="tokens">
      <h2 id="tokens">{words.own.tokens}</h2>
      <p>{words.own.tokensLead}</p>
      <Trouble problem={revoke.problem} />
      {data && tokens.length === 0 && <p className="hint">{words.own.noTokens}</p>}
      {tokens.length > 0 && (
        <ul className={styles['list']}>
          {tokens.map(({ id, label, operations, expiresAt, lastUsedOn }) => (
            <li key={id}>
              <span>
                <strong>{label}</strong>
                <br />
                <span className="hint">
                  {[
                    ...operations.map((each) => operationRules[each].label[language]),
                    lastUsedOn === null
                      ? words.own.neverUsed
                      : words.own.used(sayDay(lastUsedOn, language)),
                  ].join(' · ')}
                </span>
                <br />
                <Until expiresAt={expiresAt} now={now} />
              </span>
              {expiresAt > now && (
                <button
                  className="button"
                  type="button"
                  disabled={revoke.busy}
                  aria-label={words.own.revokeNamed(label)}
                  onClick={() => void revoke.run(id)}
                >
                  {words.own.revoke}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      <div className={styles['buttons']}>
        <Link
          className="button"
          to="/$language/account/change/$what"
          params={{ language, what: 'token' }}
        >
          {words.own.makeToken}
        </Link>
      </div>
    </section>
  )
}

/** Until when a token is good; what ends soon, or has ended, stands out. */
function Until({
  expiresAt,
  now,
}: {
  readonly expiresAt: string
  readonly now: string
}): ReactNode {
  const words = useAccountWords()
  const { language } = useSpeaking()
  const day = sayDay(expiresAt, language)
  if (expiresAt <= now) return <strong>{words.own.ended(day)}</strong>
  return endsSoon(expiresAt.slice(0, 10), now.slice(0, 10)) ? (
    <strong>{words.own.untilSoon(day)}</strong>
  ) : (
    <span className="hint">{words.own.until(day)}</span>
  )
}
