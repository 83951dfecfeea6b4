import { useQueryClient } from '@tanstack/react-query'
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { usePageTitle } from '../frame/page-title.ts'
import { tellNode } from '../node-api/ask-node.ts'
import { keepWayBack } from '../node-api/way-back.ts'
import { useSpeaking } from '../words/speaking.tsx'
import { Form, type Fault } from './form/form.tsx'
import { findEmpty } from './form/needed.ts'
import { CodeField, PasswordField, TextField } from './form/text-field.tsx'
import { useDeed } from './form/use-deed.ts'
import { knowsPasskeys, signInByPasskey } from './passkey.ts'
import { goToProvider, takeRefusal } from './provider.ts'
import { useAccountWords } from './words/account-words.ts'
import { whoQuery } from './who.ts'
import styles from './account.module.css'

/** Two steps, one a page: name and password, then a code. */
export function SignIn({
  second,
  provider,
}: {
  readonly second: boolean
  readonly provider: string | undefined
}): ReactNode {
  const [step, setStep] = useState<'first' | 'second'>(second ? 'second' : 'first')
  return step === 'first' ? (
    <FirstStep provider={provider} onDone={() => setStep('second')} />
  ) : (
    <SecondStep onAgain={() => setStep('first')} />
  )
}

function FirstStep({
  provider,
  onDone,
}: {
  readonly provider: string | undefined
  readonly onDone: () => void
}): ReactNode {
  const words = useAccountWords()
  const { language } = useSpeaking()
  const client = useQueryClient()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [faults, setFaults] = useState<readonly Fault[]>([])
  usePageTitle(words.signIn.title)
  const signIn = useDeed(async () => {
    await tellNode('POST', '/api/govern/sign-in', language, { name, password })
    onDone()
  })
  const [refused] = useState(() => takeRefusal(words))
  const byProvider = useDeed(() => {
    keepWayBack(location)
    return goToProvider('/api/govern/sign-in/provider', language)
  })
  const byPasskey = useDeed(async () => {
    await signInByPasskey(language)
    await client.invalidateQueries(whoQuery)
  })

  return (
    <div className={styles['whole']}>
      <div className={styles['form']}>
        <h1>{words.signIn.title}</h1>
        <Form
          problem={signIn.problem ?? byPasskey.problem ?? byProvider.problem ?? refused}
          faults={faults}
          onSend={() => {
            const empty = findEmpty(words, {
              name: [words.signIn.name, name],
              password: [words.signIn.password, password],
            })
            setFaults(empty)
            signIn.forget()
            byPasskey.forget()
            if (empty.length === 0) void signIn.run()
          }}
        >
          <TextField
            id="name"
            label={words.signIn.name}
            value={name}
            onText={setName}
            faults={faults}
            autoComplete="username"
          />
          <PasswordField
            id="password"
            label={words.signIn.password}
            value={password}
            onText={setPassword}
            faults={faults}
            autoComplete="current-password"
          />
          <div className={styles['buttons']}>
            <button className="button" data-primary="" type="submit" disabled={signIn.busy}>
              {words.signIn.next}
            </button>
            {knowsPasskeys && (
              <button
                className="button"
                type="button"
                disabled={byPasskey.busy}
                onClick={() => {
                  setFaults([])
                  signIn.forget()
                  void byPasskey.run()
                }}
              >
                {words.signIn.passkey}
              </button>
            )}
            {provider !== undefined && (
              <button
                className="button"
                type="button"
                disabled={byProvider.busy}
                onClick={() => void byProvider.run()}
              >
                {words.provider.by(provider)}
              </button>
            )}
          </div>
        </Form>
        <p className="hint">{words.signIn.forgotten}</p>
      </div>
    </div>
  )
}

function SecondStep({ onAgain }: { readonly onAgain: () => void }): ReactNode {
  const words = useAccountWords()
  const { language } = useSpeaking()
  const client = useQueryClient()
  const [code, setCode] = useState('')
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const heading = useRef<HTMLHeadingElement>(null)
  usePageTitle(words.signIn.codeTitle)
  useLayoutEffect(() => heading.current?.focus(), [])
  const signIn = useDeed(async () => {
    await tellNode('POST', '/api/govern/sign-in/code', language, { code })
    await client.invalidateQueries(whoQuery)
  })

  return (
    <div className={styles['whole']}>
      <div className={styles['form']}>
        <h1 ref={heading} tabIndex={-1}>
          {words.signIn.codeTitle}
        </h1>
        <Form
          problem={signIn.problem}
          faults={faults}
          onSend={() => {
            const empty = findEmpty(words, { code: [words.signIn.code, code] })
            setFaults(empty)
            signIn.forget()
            if (empty.length === 0) void signIn.run()
          }}
        >
          <CodeField
            id="code"
            label={words.signIn.code}
            hint={words.signIn.codeHint}
            value={code}
            onText={setCode}
            faults={faults}
          />
          <div className={styles['buttons']}>
            <button className="button" data-primary="" type="submit" disabled={signIn.busy}>
              {words.signIn.finish}
            </button>
            <button className="button" data-quiet="" type="button" onClick={onAgain}>
              {words.signIn.startAgain}
            </button>
          </div>
        </Form>
      </div>
    </div>
  )
}
