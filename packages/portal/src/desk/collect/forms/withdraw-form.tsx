import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { Form, type Fault } from '../../../account/form/form.tsx'
import { findEmpty } from '../../../account/form/needed.ts'
import { TextField } from '../../../account/form/text-field.tsx'
import { useDeed } from '../../../account/form/use-deed.ts'
import { useAccountWords } from '../../../account/words/account-words.ts'
import { tellNode } from '../../../node-api/ask-node.ts'
import { useSpeaking } from '../../../words/speaking.tsx'
import { formQuery } from './forms.ts'
import { useFormsWords } from './words/forms-words.ts'
import styles from '../../desk.module.css'

/** Withdraws a version of a form, for a reason that stays with it. */
export function WithdrawForm({ id }: { readonly id: string }): ReactNode {
  const { one: words } = useFormsWords()
  const account = useAccountWords()
  const { language } = useSpeaking()
  const client = useQueryClient()
  const [because, setBecause] = useState('')
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const withdraw = useDeed(async () => {
    await tellNode('POST', `/api/collect/forms/${id}/withdrawal`, language, { because })
    await client.invalidateQueries(formQuery(id, language))
  })
  return (
    <details>
      <summary>{words.withdraw}</summary>
      <Form
        problem={withdraw.problem}
        faults={faults}
        onSend={() => {
          const empty = findEmpty(account, { because: [words.because, because] })
          setFaults(empty)
          if (empty.length === 0) void withdraw.run()
        }}
      >
        <p>{words.withdrawLead}</p>
        <TextField
          id="because"
          label={words.because}
          faults={faults}
          maxLength={1000}
          value={because}
          onText={setBecause}
        />
        <div className={styles['buttons']}>
          <button className="button" type="submit" disabled={withdraw.busy}>
            {words.withdraw}
          </button>
        </div>
      </Form>
    </details>
  )
}
