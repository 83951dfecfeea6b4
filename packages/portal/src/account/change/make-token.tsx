import { Link } from '@tanstack/react-router'
import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { operations, purposes, type Operation, type Purpose } from '@caudal/methods/govern'
import { usePageTitle } from '../../frame/page-title.ts'
import { tellNode } from '../../node-api/ask-node.ts'
import { CopyText } from '../../parts/copy-text.tsx'
import { useSpeaking } from '../../words/speaking.tsx'
import { Choices } from '../form/choices.tsx'
import { Form, type Fault } from '../form/form.tsx'
import { findEmpty } from '../form/needed.ts'
import { TextField } from '../form/text-field.tsx'
import { useDeed } from '../form/use-deed.ts'
import { tokensQuery } from '../own/tokens.tsx'
import { useAccountWords } from '../words/account-words.ts'
import type { Who } from '../who.ts'
import { Confirm, needsConfirming } from './confirm.tsx'
import styles from '../account.module.css'

/** A token for a program: what it may do is chosen from what its owner may. */
export function MakeToken({ who }: { readonly who: Who }): ReactNode {
  const words = useAccountWords()
  const { language } = useSpeaking()
  const client = useQueryClient()
  const [label, setLabel] = useState('')
  const [chosen, setChosen] = useState<readonly Operation[]>([])
  const [forPurposes, setForPurposes] = useState<readonly Purpose[]>([])
  const [days, setDays] = useState('90')
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [secret, setSecret] = useState<string>()
  usePageTitle(secret === undefined ? words.token.title : words.token.madeTitle)
  const make = useDeed(async () => {
    const made = await tellNode<{ secret: string }>(
      'POST',
      '/api/govern/account/tokens',
      language,
      { label, operations: chosen, purposes: forPurposes, days: Number(days) },
    )
    await client.invalidateQueries(tokensQuery)
    setSecret(made.secret)
  })
  const back = (
    <Link to="/$language/account" params={{ language }}>
      {secret === undefined ? words.change.cancel : words.own.title}
    </Link>
  )
  if (needsConfirming(make.problem)) return <Confirm onDone={() => void make.run()} />
  if (secret !== undefined) {
    return (
      <div className={styles['whole']}>
        <div className={styles['form']}>
          <h1>{words.token.madeTitle}</h1>
          <p>{words.token.madeLead}</p>
          <CopyText label={words.token.secret} text={secret} lines={2} />
          <p>{back}</p>
        </div>
      </div>
    )
  }

  const check = (): Fault[] => {
    const found = findEmpty(words, {
      label: [words.token.label, label],
      operations: [words.token.operations, chosen.join()],
    })
    const whole = /^\d{1,3}$/.test(days) && Number(days) >= 1 && Number(days) <= 366
    return whole ? found : [...found, { field: 'days', what: words.token.days }]
  }

  return (
    <div className={styles['whole']}>
      <div className={styles['form']}>
        <h1>{words.token.title}</h1>
        {who.tokenOperations.length === 0 ? (
          <p>{words.token.noOperations}</p>
        ) : (
          <Form
            problem={make.problem}
            faults={faults}
            onSend={() => {
              const found = check()
              setFaults(found)
              if (found.length === 0) void make.run()
            }}
          >
            <TextField
              id="label"
              label={words.token.label}
              hint={words.token.labelHint}
              value={label}
              onText={setLabel}
              faults={faults}
              maxLength={80}
              autoComplete="off"
            />
            <div id="operations" tabIndex={-1}>
              <Choices
                legend={words.token.operations}
                hint={words.token.operationsHint}
                of={who.tokenOperations.map((each) => [each, operations[each].label[language]])}
                chosen={chosen}
                onChoose={setChosen}
              />
            </div>
            {who.purposes.length > 0 && (
              <Choices
                legend={words.token.purposes}
                hint={words.token.purposesHint}
                of={who.purposes.map((each) => [each, purposes[each][language]])}
                chosen={forPurposes}
                onChoose={setForPurposes}
              />
            )}
            <TextField
              id="days"
              label={words.token.days}
              value={days}
              onText={setDays}
              faults={faults}
              inputMode="numeric"
              maxLength={3}
              className={styles['short'] ?? ''}
            />
            <div className={styles['buttons']}>
              <button className="button" data-primary="" type="submit" disabled={make.busy}>
                {words.token.make}
              </button>
              {back}
            </div>
          </Form>
        )}
        {who.tokenOperations.length === 0 && <p>{back}</p>}
      </div>
    </div>
  )
}
