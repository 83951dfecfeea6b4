import { useId, useRef, useState, type ReactNode } from 'react'
import { useSpeaking } from '../words/speaking.tsx'
import styles from './copy-text.module.css'

/** Text to take along. Where the browser may not copy, the text is selected for the reader to do so. */
export function CopyText({
  label,
  text,
  lines = 1,
  isCode = false,
}: {
  readonly label: string
  readonly text: string
  readonly lines?: number
  /** A program: as wide as the page, in letters of one width. */
  readonly isCode?: boolean
}): ReactNode {
  const { words } = useSpeaking()
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const [outcome, setOutcome] = useState<'copied' | 'failed'>()

  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text)
      setOutcome('copied')
    } catch {
      field.current?.focus()
      field.current?.select()
      setOutcome('failed')
    }
  }

  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        ref={field}
        className={`input ${styles['text']}`}
        data-code={isCode ? '' : undefined}
        readOnly
        rows={lines}
        value={text}
        onFocus={({ target }) => target.select()}
      />
      <div className={styles['actions']}>
        <button type="button" className="button" onClick={() => void copy()}>
          {words.figure.copy}
        </button>
        <output>
          {outcome === 'copied' && words.figure.copied}
          {outcome === 'failed' && words.figure.copyFailed}
        </output>
      </div>
    </div>
  )
}
