import { useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import type { Problem } from '../../node-api/problem.ts'
import { tellNode } from '../../node-api/ask-node.ts'
import { useSpeaking } from '../../words/speaking.tsx'
import { Form, type Fault } from '../form/form.tsx'
import { findEmpty } from '../form/needed.ts'
import { CodeField, PasswordField } from '../form/text-field.tsx'
import { useDeed } from '../form/use-deed.ts'
import { confirmByPasskey, knowsPasskeys } from '../passkey.ts'
import { useAccountWords } from '../words/account-words.ts'
import styles from '../account.module.css'

/** Whether a change was refused only because the sign-in is too long ago. */
export function needsConfirming(problem: Problem | undefined): boolean {
  return problem?.code === 'govern.accounts.sign-in-again'
}

/** Password and code once more; then what was asked for is done after all. */
export function Confirm({
  onDone,
  within = false,
}: {
  readonly onDone: () => void
  /** Whether it stands inside a page that has a heading of its own. */
  readonly within?: boolean
}): ReactNode {
  const Heading = within ? 'h2' : 'h1'
  const words = useAccountWords()
  const { language } = useSpeaking()
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => heading.current?.focus(), [])
  const confirm = useDeed(async () => {
    await tellNode('POST', '/api/govern/account/confirm', language, { password, code })
    onDone()
  })
  const byPasskey = useDeed(async () => {
    await confirmByPasskey(language)
    onDone()
  })
  return (
    <div className={within ? styles['narrow'] : styles['whole']}>
      <div className={styles['form']}>
        <Heading ref={heading} tabIndex={-1}>
          {words.change.confirmTitle}
        </Heading>
        <Form
          problem={confirm.problem ?? byPasskey.problem}
          faults={faults}
          onSend={() => {
            const empty = findEmpty(words, {
              password: [words.signIn.password, password],
              code: [words.signIn.code, code],
            })
            setFaults(empty)
            if (empty.length === 0) void confirm.run()
          }}
        >
          <p>{words.change.confirmLead}</p>
          <PasswordField
            id="password"
            label={words.signIn.password}
            value={password}
            onText={setPassword}
            faults={faults}
            autoComplete="current-password"
          />
          <CodeField
            id="code"
            label={words.signIn.code}
            hint={words.signIn.codeHint}
            value={code}
            onText={setCode}
            faults={faults}
          />
          <div className={styles['buttons']}>
            <button className="button" data-primary="" type="submit" disabled={confirm.busy}>
              {words.change.confirm}
            </button>
            {knowsPasskeys && (
              <button
                className="button"
                type="button"
                disabled={byPasskey.busy}
                onClick={() => void byPasskey.run()}
              >
                {words.signIn.passkey}
              </button>
            )}
          </div>
        </Form>
      </div>
    </div>
  )
}
