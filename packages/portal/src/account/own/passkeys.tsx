import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { askNode, tellNode } from '../../node-api/ask-node.ts'
import { useSpeaking } from '../../words/speaking.tsx'
import { Confirm, needsConfirming } from '../change/confirm.tsx'
import { Trouble } from '../form/form.tsx'
import { useDeed } from '../form/use-deed.ts'
import { knowsPasskeys } from '../passkey.ts'
import { useAccountWords } from '../words/account-words.ts'
import { sayDay } from './moment.ts'
import styles from '../account.module.css'

interface PasskeySeen {
  readonly id: string
  readonly label: string
  readonly createdAt: string
  readonly lastUsedAt: string | null
}

export const passkeysQuery = {
  queryKey: ['account-items', 'passkeys'],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    askNode<{ passkeys: PasskeySeen[] }>('/api/govern/account/passkeys', signal),
  staleTime: 0,
}

/** The passkeys of the account: both steps of a sign-in at once. */
export function Passkeys(): ReactNode {
  const words = useAccountWords()
  const { language } = useSpeaking()
  const client = useQueryClient()
  const { data } = useQuery(passkeysQuery)
  const remove = useDeed(async (id: string) => {
    await tellNode('DELETE', `/api/govern/account/passkeys/${encodeURIComponent(id)}`, language)
    await client.invalidateQueries({ queryKey: ['account-items'] })
  })
  if (needsConfirming(remove.problem)) return <Confirm within onDone={remove.forget} />
  return (
    <section className={styles['stack']} aria-labelledby="passkeys">
      <h2 id="passkeys">{words.own.passkeys}</h2>
      <p>{words.own.passkeysLead}</p>
      <Trouble problem={remove.problem} />
      {data && data.passkeys.length > 0 && <p className="hint">{words.own.passkeyRemoval}</p>}
      {data && data.passkeys.length > 0 && (
        <ul className={styles['list']}>
          {data.passkeys.map(({ id, label, createdAt, lastUsedAt }) => (
            <li key={id}>
              <span>
                <strong>{label}</strong>
                <br />
                <span className="hint">
                  {lastUsedAt === null
                    ? `${sayDay(createdAt, language)} · ${words.own.neverUsed}`
                    : words.own.used(sayDay(lastUsedAt, language))}
                </span>
              </span>
              <button
                className="button"
                type="button"
                disabled={remove.busy}
                aria-label={words.own.removePasskey(label)}
                onClick={() => void remove.run(id)}
              >
                {words.own.remove}
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className={styles['buttons']}>
        {knowsPasskeys ? (
          <Link
            className="button"
            to="/$language/account/change/$what"
            params={{ language, what: 'passkey' }}
          >
            {words.own.addPasskey}
          </Link>
        ) : (
          <p className="hint">{words.own.passkeysElsewhere}</p>
        )}
      </div>
    </section>
  )
}
