import { useState, type ReactNode } from 'react'
import type { RegisterDocument } from '@caudal/methods/govern'
import { Form, type Fault } from '../../account/form/form.tsx'
import { findEmpty } from '../../account/form/needed.ts'
import { TextField } from '../../account/form/text-field.tsx'
import { useDeed } from '../../account/form/use-deed.ts'
import { useAccountWords } from '../../account/words/account-words.ts'
import { usePutRequest } from './use-put-request.ts'
import { useGovernWords } from './words/govern-words.ts'
import styles from '../desk.module.css'

/** That a request is not met, and why: what the person is told. */
export function Refusing({
  id,
  version,
  content,
  onDone,
}: {
  readonly id: string
  /** Version of the request that is being read: whoever changed it meanwhile is not overruled. */
  readonly version: number
  readonly content: RegisterDocument<'request'>
  readonly onDone: () => void
}): ReactNode {
  const { request: words } = useGovernWords()
  // before it is known who asks, that is why it is closed
  const unproved = content.state === 'received'
  const label = unproved ? words.closeUnproved : words.refuse
  const account = useAccountWords()
  const put = usePutRequest()
  const [because, setBecause] = useState('')
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const refuse = useDeed(async () => {
    await put(id, version, { ...content, state: 'refused', outcome: because })
    onDone()
  })
  return (
    <details>
      <summary>{label}</summary>
      <Form
        problem={refuse.problem}
        faults={faults}
        onSend={() => {
          const empty = findEmpty(account, { refused: [words.because, because] })
          setFaults(empty)
          if (empty.length === 0) void refuse.run()
        }}
      >
        <TextField
          id="refused"
          label={words.because}
          hint={unproved ? words.closeHint : words.refuseHint}
          value={because}
          onText={setBecause}
          faults={faults}
          autoComplete="off"
        />
        <div className={styles['buttons']}>
          <button className="button" type="submit" disabled={refuse.busy}>
            {label}
          </button>
        </div>
      </Form>
    </details>
  )
}
