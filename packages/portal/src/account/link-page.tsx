import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { usePageTitle } from '../frame/page-title.ts'
import { tellNode } from '../node-api/ask-node.ts'
import { SlowNotice } from '../parts/slow-notice.tsx'
import { useSpeaking } from '../words/speaking.tsx'
import { AuthenticatorKey } from './authenticator.tsx'
import { Form, Trouble, type Fault } from './form/form.tsx'
import { findEmpty } from './form/needed.ts'
import { CodeField, PasswordField } from './form/text-field.tsx'
import { useDeed } from './form/use-deed.ts'
import { RecoveryCodes } from './recovery-codes.tsx'
import { useAccountWords } from './words/account-words.ts'
import { whoQuery } from './who.ts'
import styles from './account.module.css'

interface Followed {
  readonly kind: 'invitation' | 'recovery'
  readonly name: string
  readonly factors: {
    readonly authenticator: boolean
    readonly passkeys: number
    readonly recoveryCodes: number
  }
}

interface Offered {
  readonly address: string
  readonly key: string
  readonly wrapped: string
}

/** Where a one-time link leads: a password, a second step, recovery codes, one page after another. */
export function LinkPage(): ReactNode {
  const words = useAccountWords()
  const { language } = useSpeaking()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [secret] = useState(takeSecret)
  const [followed, setFollowed] = useState<Followed>()
  const [step, setStep] = useState<'password' | 'second' | 'codes'>('password')
  const [password, setPassword] = useState('')
  const [offered, setOffered] = useState<Offered>()
  const [code, setCode] = useState('')
  const [codes, setCodes] = useState<readonly string[]>([])
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const heading = useRef<HTMLHeadingElement>(null)
  const stands = followed !== undefined && Object.values(followed.factors).some(Boolean)

  const follow = useDeed(async () => {
    setFollowed(
      await tellNode<Followed>('POST', '/api/govern/sign-in/link', language, { link: secret }),
    )
  })
  const { run: runFollow } = follow
  useEffect(() => {
    if (secret !== '') void runFollow()
  }, [secret, runFollow])
  useLayoutEffect(() => {
    if (step !== 'password') heading.current?.focus()
  }, [step])

  const toAccount = () => navigate({ to: '/$language/account', params: { language } })

  const toSecond = useDeed(async () => {
    if (!stands && offered === undefined) {
      setOffered(
        await tellNode<Offered>('POST', '/api/govern/enrolment/authenticator', language, {}),
      )
    }
    setStep('second')
  })
  const finish = useDeed(async () => {
    const answer = await tellNode<{ recoveryCodes: string[] }>(
      'POST',
      '/api/govern/enrolment',
      language,
      {
        password,
        code,
        ...(offered === undefined ? {} : { wrapped: offered.wrapped }),
      },
    )
    await client.invalidateQueries(whoQuery)
    if (answer.recoveryCodes.length === 0) return toAccount()
    setCodes(answer.recoveryCodes)
    setStep('codes')
  })

  const title =
    secret === ''
      ? words.link.missing
      : step === 'codes'
        ? words.link.codesTitle
        : step === 'second'
          ? stands
            ? words.link.standingTitle
            : words.link.authenticatorTitle
          : followed?.kind === 'recovery'
            ? words.link.recovery
            : words.link.invitation
  usePageTitle(title)

  const send = (needed: Parameters<typeof findEmpty>[1], then: () => Promise<void>) => {
    const empty = findEmpty(words, needed)
    setFaults(empty)
    if (empty.length === 0) void then()
  }

  return (
    <div className={styles['whole']}>
      <div className={styles['form']}>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {content()}
      </div>
    </div>
  )

  function content(): ReactNode {
    if (secret === '') return <p>{words.link.missingAdvice}</p>
    if (follow.problem) return <Trouble problem={follow.problem} />
    if (followed === undefined) {
      return (
        <div aria-busy="true">
          <SlowNotice />
        </div>
      )
    }
    if (step === 'codes') return <RecoveryCodes codes={codes} onKept={() => void toAccount()} />
    if (step === 'password') {
      return (
        <Form
          problem={toSecond.problem}
          faults={faults}
          onSend={() => send({ password: [words.link.password, password] }, toSecond.run)}
        >
          <p>{words.link.lead(followed.name)}</p>
          <h2>{words.link.passwordTitle}</h2>
          {/* By this a password manager knows whose password it keeps. */}
          <input
            type="text"
            name="username"
            value={followed.name}
            autoComplete="username"
            readOnly
            hidden
          />
          <PasswordField
            id="password"
            label={words.link.password}
            hint={words.link.passwordHint}
            value={password}
            onText={setPassword}
            faults={faults}
            autoComplete="new-password"
          />
          <div className={styles['buttons']}>
            <button className="button" data-primary="" type="submit" disabled={toSecond.busy}>
              {words.link.next}
            </button>
          </div>
        </Form>
      )
    }
    return (
      <Form
        problem={finish.problem}
        faults={faults}
        onSend={() => send({ code: [words.link.code, code] }, finish.run)}
      >
        {offered && (
          <>
            <p>{words.link.authenticatorLead}</p>
            <AuthenticatorKey address={offered.address} keyText={offered.key} />
          </>
        )}
        <CodeField
          id="code"
          label={stands ? words.signIn.code : words.link.code}
          hint={stands ? words.link.standingHint : words.link.codeHint}
          value={code}
          onText={setCode}
          faults={faults}
        />
        <div className={styles['buttons']}>
          <button className="button" data-primary="" type="submit" disabled={finish.busy}>
            {words.link.finish}
          </button>
          <button
            className="button"
            data-quiet=""
            type="button"
            onClick={() => setStep('password')}
          >
            {words.signIn.startAgain}
          </button>
        </div>
      </Form>
    )
  }
}

/** The secret behind the `#`, taken out of the address so that nobody reads it over a shoulder. */
function takeSecret(): string {
  const secret = location.hash.slice(1)
  if (secret !== '') history.replaceState(history.state, '', location.pathname)
  return secret
}
