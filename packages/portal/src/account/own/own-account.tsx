import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { roles } from '@caudal/methods/govern'
import { usePageTitle } from '../../frame/page-title.ts'
import { tellNode } from '../../node-api/ask-node.ts'
import { forgetKeptAnswers } from '../../offline/kept-answers.ts'
import { useSpeaking } from '../../words/speaking.tsx'
import { Trouble } from '../form/form.tsx'
import { useDeed } from '../form/use-deed.ts'
import { Confirm, needsConfirming } from '../change/confirm.tsx'
import { institutionsQuery, nameCountry, nameInstitution } from '../people/institutions.ts'
import { goToProvider } from '../provider.ts'
import { useAccountWords } from '../words/account-words.ts'
import { whoQuery, type Who } from '../who.ts'
import { Passkeys } from './passkeys.tsx'
import { Sessions } from './sessions.tsx'
import { Tokens } from './tokens.tsx'
import { Undertaking } from './undertaking.tsx'
import styles from '../account.module.css'

/** One's own account: who one is here, how one signs in, and what stands open. */
export function OwnAccount({ who }: { readonly who: Who }): ReactNode {
  const words = useAccountWords()
  const { language } = useSpeaking()
  const client = useQueryClient()
  usePageTitle(words.own.title)
  const { account, factors, operations } = who
  const listed = useQuery(institutionsQuery).data
  const signOut = useDeed(async () => {
    await tellNode('POST', '/api/govern/sign-out', language, {})
    client.removeQueries({ queryKey: ['account-items'] })
    await forgetKeptAnswers()
    await client.invalidateQueries(whoQuery)
  })
  const tie = useDeed(async () => {
    if (who.identities === 0) return goToProvider('/api/govern/account/identity', language)
    await tellNode('DELETE', '/api/govern/account/identity', language)
    return client.invalidateQueries(whoQuery)
  })
  if (needsConfirming(tie.problem)) return <Confirm onDone={() => void tie.run()} />
  const toChange = (what: string, label: string) => (
    <Link to="/$language/account/change/$what" params={{ language, what }}>
      {label}
    </Link>
  )

  return (
    <div className={styles['page']}>
      <div className={styles['head']}>
        <div>
          <p className="eyebrow">{words.own.title}</p>
          <h1>{account.shownName}</h1>
        </div>
        <div className={styles['buttons']}>
          {operations.includes('govern.accounts') && (
            <Link className="button" to="/$language/account/people" params={{ language }}>
              {words.own.people}
            </Link>
          )}
          <button
            className="button"
            type="button"
            disabled={signOut.busy}
            onClick={() => void signOut.run()}
          >
            {words.own.signOut}
          </button>
        </div>
      </div>
      <Trouble problem={signOut.problem ?? tie.problem} />

      <dl className={styles['facts']}>
        <div>
          <dt>{words.own.as}</dt>
          <dd>{account.name}</dd>
        </div>
        <div>
          <dt>{words.own.roles}</dt>
          <dd>{account.roles.map((role) => roles[role][language]).join(', ')}</dd>
        </div>
        {account.institution !== '' && (
          <div>
            <dt>{words.own.institution}</dt>
            <dd>{nameInstitution(listed, account.institution, account.country, language)}</dd>
          </div>
        )}
        {account.institution === '' && account.country !== '' && (
          <div>
            <dt>{words.own.country}</dt>
            <dd>{nameCountry(listed, account.country, language)}</dd>
          </div>
        )}
        <Undertaking who={who} />
      </dl>

      <section className={styles['stack']} aria-labelledby="ways">
        <h2 id="ways">{words.own.ways}</h2>
        <dl className={styles['facts']}>
          <div>
            <dt>{words.own.password}</dt>
            <dd>••••••••••••</dd>
            <dd>{toChange('password', words.own.change)}</dd>
          </div>
          <div>
            <dt>{words.own.authenticator}</dt>
            <dd>{factors.authenticator ? words.own.authenticatorOn : '–'}</dd>
            <dd>{toChange('authenticator', words.own.change)}</dd>
          </div>
          <div>
            <dt>{words.own.recoveryCodes}</dt>
            <dd>{words.own.codesLeft(factors.recoveryCodes)}</dd>
            <dd>{toChange('recovery-codes', words.own.renew)}</dd>
          </div>
          {who.provider !== null && (
            <div>
              <dt>
                {words.provider.identity}: {who.provider}
              </dt>
              <dd>{who.identities > 0 ? words.provider.tied : words.provider.notTied}</dd>
              <dd>
                <button
                  className="button"
                  data-quiet=""
                  type="button"
                  disabled={tie.busy}
                  onClick={() => void tie.run()}
                >
                  {who.identities > 0 ? words.provider.untie : words.provider.tie}
                </button>
              </dd>
            </div>
          )}
        </dl>
      </section>

      <Passkeys />
      <Sessions />
      <Tokens />
    </div>
  )
}
