import { Link, useNavigate } from '@tanstack/react-router'
import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { usePageTitle } from '../../frame/page-title.ts'
import { useSpeaking } from '../../words/speaking.tsx'
import { Form, type Fault } from '../form/form.tsx'
import { findEmpty } from '../form/needed.ts'
import { TextField } from '../form/text-field.tsx'
import { useDeed } from '../form/use-deed.ts'
import { passkeysQuery } from '../own/passkeys.tsx'
import { makePasskey } from '../passkey.ts'
import { useAccountWords } from '../words/account-words.ts'
import { Confirm, needsConfirming } from './confirm.tsx'
import styles from '../account.module.css'

/** A passkey gets a name, then the browser asks the device for it. */
export function AddPasskey(): ReactNode {
  const words = useAccountWords()
  const { language } = useSpeaking()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [label, setLabel] = useState('')
  const [faults, setFaults] = useState<readonly Fault[]>([])
  usePageTitle(words.own.addPasskey)
  const add = useDeed(async () => {
    await makePasskey(label, language)
    await client.invalidateQueries(passkeysQuery)
    await navigate({ to: '/$language/account', params: { language } })
  })
  if (needsConfirming(add.problem)) return <Confirm onDone={() => void add.run()} />
  return (
    <div className={styles['whole']}>
      <div className={styles['form']}>
        <h1>{words.own.addPasskey}</h1>
        <p>{words.own.passkeysLead}</p>
        <Form
          problem={add.problem}
          faults={faults}
          onSend={() => {
            const empty = findEmpty(words, { label: [words.own.passkeyLabel, label] })
            setFaults(empty)
            if (empty.length === 0) void add.run()
          }}
        >
          <TextField
            id="label"
            label={words.own.passkeyLabel}
            value={label}
            onText={setLabel}
            faults={faults}
            maxLength={80}
            autoComplete="off"
          />
          <div className={styles['buttons']}>
            <button className="button" data-primary="" type="submit" disabled={add.busy}>
              {words.link.next}
            </button>
            <Link to="/$language/account" params={{ language }}>
              {words.change.cancel}
            </Link>
          </div>
        </Form>
      </div>
    </div>
  )
}
