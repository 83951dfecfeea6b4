import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { usePageTitle } from '../../frame/page-title.ts'
import { NotFoundPage } from '../../frame/not-found-page.tsx'
import { tellNode } from '../../node-api/ask-node.ts'
import { useSpeaking } from '../../words/speaking.tsx'
import { AuthenticatorKey } from '../authenticator.tsx'
import { Form, Trouble, type Fault } from '../form/form.tsx'
import { findEmpty } from '../form/needed.ts'
import { CodeField, PasswordField } from '../form/text-field.tsx'
import { useDeed } from '../form/use-deed.ts'
import { RecoveryCodes } from '../recovery-codes.tsx'
import { SignedInOnly } from '../signed-in-only.tsx'
import { useAccountWords } from '../words/account-words.ts'
import { whoQuery, type Who } from '../who.ts'
import { AddPasskey } from './add-passkey.tsx'
import { Confirm, needsConfirming } from './confirm.tsx'
import { MakeToken } from './make-token.tsx'
import styles from '../account.module.css'

/** One change of one's own account, one a page. */
export function ChangePage(): ReactNode {
  const { what } = useParams({ from: '/$language/account/change/$what' })
  return (
    <SignedInOnly operation="govern.own-account">
      {(who) => {
        if (what === 'password') return <ChangePassword who={who} />
        if (what === 'authenticator') return <ChangeAuthenticator />
        if (what === 'recovery-codes') return <RenewCodes />
        if (what === 'passkey') return <AddPasskey />
        if (what === 'token') return <MakeToken who={who} />
        return <NotFoundPage />
      }}
    </SignedInOnly>
  )
}

/** Back to the account, and the way there without a change. */
function useBack() {
  const { language } = useSpeaking()
  const words = useAccountWords()
  const navigate = useNavigate()
  const client = useQueryClient()
  return {
    back: async () => {
      await client.invalidateQueries(whoQuery)
      await navigate({ to: '/$language/account', params: { language } })
    },
    cancel: (
      <Link to="/$language/account" params={{ language }}>
        {words.change.cancel}
      </Link>
    ),
  }
}

function ChangePassword({ who }: { readonly who: Who }): ReactNode {
  const words = useAccountWords()
  const { language } = useSpeaking()
  const { back, cancel } = useBack()
  const [current, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  const [faults, setFaults] = useState<readonly Fault[]>([])
  usePageTitle(words.change.passwordTitle)
  const save = useDeed(async () => {
    await tellNode('PUT', '/api/govern/account/password', language, { current, password })
    await back()
  })
  if (needsConfirming(save.problem)) return <Confirm onDone={() => void save.run()} />
  return (
    <div className={styles['whole']}>
      <div className={styles['form']}>
        <h1>{words.change.passwordTitle}</h1>
        <Form
          problem={save.problem}
          faults={faults}
          onSend={() => {
            const empty = findEmpty(words, {
              current: [words.change.currentPassword, current],
              password: [words.change.newPassword, password],
            })
            setFaults(empty)
            if (empty.length === 0) void save.run()
          }}
        >
          <input
            type="text"
            name="username"
            value={who.account.name}
            autoComplete="username"
            readOnly
            hidden
          />
          <PasswordField
            id="current"
            label={words.change.currentPassword}
            value={current}
            onText={setCurrent}
            faults={faults}
            autoComplete="current-password"
          />
          <PasswordField
            id="password"
            label={words.change.newPassword}
            hint={words.link.passwordHint}
            value={password}
            onText={setPassword}
            faults={faults}
            autoComplete="new-password"
          />
          <div className={styles['buttons']}>
            <button className="button" data-primary="" type="submit" disabled={save.busy}>
              {words.change.save}
            </button>
            {cancel}
          </div>
        </Form>
      </div>
    </div>
  )
}

function ChangeAuthenticator(): ReactNode {
  const words = useAccountWords()
  const { language } = useSpeaking()
  const { back, cancel } = useBack()
  const [offered, setOffered] = useState<{ address: string; key: string; wrapped: string }>()
  const [code, setCode] = useState('')
  const [faults, setFaults] = useState<readonly Fault[]>([])
  usePageTitle(words.change.authenticatorTitle)
  const offer = useDeed(async () => {
    setOffered(await tellNode('POST', '/api/govern/account/authenticator', language, {}))
  })
  const save = useDeed(async () => {
    await tellNode('PUT', '/api/govern/account/authenticator', language, {
      wrapped: offered?.wrapped ?? '',
      code,
    })
    await back()
  })
  if (needsConfirming(offer.problem)) return <Confirm onDone={() => void offer.run()} />
  if (needsConfirming(save.problem)) return <Confirm onDone={() => void save.run()} />
  return (
    <div className={styles['whole']}>
      <div className={styles['form']}>
        <h1>{words.change.authenticatorTitle}</h1>
        <p>{words.change.authenticatorLead}</p>
        {offered === undefined ? (
          <>
            <Trouble problem={offer.problem} />
            <div className={styles['buttons']}>
              <button
                className="button"
                data-primary=""
                type="button"
                disabled={offer.busy}
                onClick={() => void offer.run()}
              >
                {words.link.next}
              </button>
              {cancel}
            </div>
          </>
        ) : (
          <Form
            problem={save.problem}
            faults={faults}
            onSend={() => {
              const empty = findEmpty(words, { code: [words.link.code, code] })
              setFaults(empty)
              if (empty.length === 0) void save.run()
            }}
          >
            <AuthenticatorKey address={offered.address} keyText={offered.key} />
            <CodeField
              id="code"
              label={words.link.code}
              hint={words.link.codeHint}
              value={code}
              onText={setCode}
              faults={faults}
            />
            <div className={styles['buttons']}>
              <button className="button" data-primary="" type="submit" disabled={save.busy}>
                {words.change.save}
              </button>
              {cancel}
            </div>
          </Form>
        )}
      </div>
    </div>
  )
}

function RenewCodes(): ReactNode {
  const words = useAccountWords()
  const { language } = useSpeaking()
  const { back, cancel } = useBack()
  const [codes, setCodes] = useState<readonly string[]>()
  usePageTitle(words.change.codesTitle)
  const draw = useDeed(async () => {
    const answer = await tellNode<{ recoveryCodes: string[] }>(
      'POST',
      '/api/govern/account/recovery-codes',
      language,
      {},
    )
    setCodes(answer.recoveryCodes)
  })
  if (needsConfirming(draw.problem)) return <Confirm onDone={() => void draw.run()} />
  return (
    <div className={styles['whole']}>
      <div className={styles['form']}>
        <h1>{codes === undefined ? words.change.codesTitle : words.link.codesTitle}</h1>
        {codes === undefined ? (
          <>
            <Trouble problem={draw.problem} />
            <p>{words.change.codesLead}</p>
            <div className={styles['buttons']}>
              <button
                className="button"
                data-primary=""
                type="button"
                disabled={draw.busy}
                onClick={() => void draw.run()}
              >
                {words.change.draw}
              </button>
              {cancel}
            </div>
          </>
        ) : (
          <RecoveryCodes codes={codes} onKept={() => void back()} />
        )}
      </div>
    </div>
  )
}
