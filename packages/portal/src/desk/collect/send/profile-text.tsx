import { useState, type ReactNode } from 'react'
import { Form, type Fault } from '../../../account/form/form.tsx'
import { useExplainWords } from '../words/explain-words.ts'
import type { OpenedSubmission, ProfileDraft } from './submission.ts'
import { useDraft } from './use-draft.ts'
import styles from '../../desk.module.css'
import own from './explain.module.css'

/** The draft as the JSON that it is: for all that the pages before have no field for. */
export function ProfileText({
  submission,
  profile,
}: {
  readonly submission: OpenedSubmission
  readonly profile: ProfileDraft
}): ReactNode {
  const { text: words } = useExplainWords()
  const [text, setText] = useState(() => JSON.stringify(profile, null, 2))
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const draft = useDraft(submission)
  const use = () => {
    try {
      const said: unknown = JSON.parse(text)
      if (typeof said !== 'object' || said === null || Array.isArray(said)) throw new Error('{ … }')
      setFaults([])
      void draft.run(said as ProfileDraft, 'trial')
    } catch (error) {
      setFaults([{ field: 'profile-text', what: words.broken((error as Error).message) }])
    }
  }
  return (
    <details>
      <summary>{words.title}</summary>
      <Form problem={draft.problem} faults={faults} onSend={use}>
        <p>{words.lead}</p>
        <div className="field">
          <label htmlFor="profile-text">{words.label}</label>
          <textarea
            id="profile-text"
            className={`input ${own['text']}`}
            spellCheck={false}
            aria-invalid={faults.length > 0}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        </div>
        <div className={styles['buttons']}>
          <button className="button" type="submit" disabled={draft.busy}>
            {words.use}
          </button>
        </div>
      </Form>
    </details>
  )
}
