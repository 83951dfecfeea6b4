import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { Form, type Fault } from '../../../account/form/form.tsx'
import { findEmpty } from '../../../account/form/needed.ts'
import { TextField } from '../../../account/form/text-field.tsx'
import { useDeed } from '../../../account/form/use-deed.ts'
import { useAccountWords } from '../../../account/words/account-words.ts'
import { tellNode } from '../../../node-api/ask-node.ts'
import { useSpeaking } from '../../../words/speaking.tsx'
import { useCodesWords } from '../words/codes-words.ts'
import { forgetCodes, type ShownCode, type ShownList } from './codes.ts'
import styles from '../../desk.module.css'

/** Ends a code of the node: it is in force until a day, and stays in what was counted. */
export function EndCode({
  list,
  code: { code, label },
}: {
  readonly list: ShownList
  readonly code: ShownCode
}): ReactNode {
  const words = useCodesWords()
  const account = useAccountWords()
  const { language } = useSpeaking()
  const client = useQueryClient()
  const [on, setOn] = useState('')
  const [replacedBy, setReplacedBy] = useState('')
  const [because, setBecause] = useState('')
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const end = useDeed(async () => {
    const address = `/api/collect/codes/${encodeURIComponent(list.id)}/${encodeURIComponent(code)}/end`
    await tellNode('POST', address, language, {
      on,
      because,
      ...(replacedBy.trim() === '' ? {} : { replacedBy: replacedBy.trim() }),
    })
    await forgetCodes(client)
  })
  const id = (part: string) => `end-${code}-${part}`
  return (
    <details>
      <summary>{words.endNamed(label)}</summary>
      <Form
        problem={end.problem}
        faults={faults}
        onSend={() => {
          const missing = findEmpty(account, {
            [id('on')]: [words.lastDay, on],
            [id('because')]: [words.because, because],
          })
          setFaults(missing)
          if (missing.length === 0) void end.run()
        }}
      >
        <p>{words.endLead}</p>
        <TextField
          id={id('on')}
          type="date"
          label={words.lastDay}
          faults={faults}
          value={on}
          onText={setOn}
        />
        <TextField
          id={id('heir')}
          label={words.heir}
          hint={words.heirHint}
          faults={faults}
          value={replacedBy}
          onText={setReplacedBy}
        />
        <TextField
          id={id('because')}
          label={words.because}
          faults={faults}
          maxLength={1000}
          value={because}
          onText={setBecause}
        />
        <div className={styles['buttons']}>
          <button className="button" type="submit" disabled={end.busy}>
            {words.end}
          </button>
        </div>
      </Form>
    </details>
  )
}
