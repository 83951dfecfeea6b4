import { useEffect, useRef, useState, type ReactNode } from 'react'
import { Form, type Fault } from '../../account/form/form.tsx'
import { TextField } from '../../account/form/text-field.tsx'
import { useDeed } from '../../account/form/use-deed.ts'
import { tellNode } from '../../node-api/ask-node.ts'
import { useSpeaking } from '../../words/speaking.tsx'
import { useKeys } from './use-keys.ts'
import { useLinkWords } from './words/link-words.ts'
import styles from '../desk.module.css'

/** Takes a decision back, for a reason that is kept beside it. */
export function UndoForm({
  decision,
  undone,
  leave,
}: {
  readonly decision: number
  readonly undone: () => void
  readonly leave: () => void
}): ReactNode {
  const words = useLinkWords()
  const { language } = useSpeaking()
  const [because, setBecause] = useState(words.undo.usual)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const form = useRef<HTMLDivElement>(null)
  const field = `undo-${decision}`
  useEffect(() => {
    form.current?.querySelector('input')?.focus()
  }, [])
  useKeys({ Escape: leave })
  const deed = useDeed(async () => {
    await tellNode('POST', `/api/link/decisions/${decision}/undo`, language, {
      because: because.trim(),
    })
    undone()
  })
  return (
    <div ref={form}>
      <Form
        problem={deed.problem}
        faults={faults}
        onSend={() => {
          const empty = because.trim() === ''
          setFaults(empty ? [{ field, what: words.decide.reasonNeeded }] : [])
          if (!empty) void deed.run()
        }}
      >
        <TextField
          id={field}
          label={words.undo.reason(decision)}
          value={because}
          onText={setBecause}
          onFocus={({ target }) => target.select()}
          faults={faults}
          maxLength={1000}
          autoComplete="off"
        />
        <div className={styles['buttons']}>
          <button type="submit" className="button" data-primary="" disabled={deed.busy}>
            {words.undo.send}
          </button>
          <button type="button" className="button" onClick={leave}>
            {words.undo.leave}
          </button>
        </div>
      </Form>
    </div>
  )
}
