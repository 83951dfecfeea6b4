import { useState, type ReactNode } from 'react'
import { useReadingWords } from '../words/reading-words.ts'
import { saidOf, textOf } from './said-of-part.ts'
import type { FieldDraft } from './submission.ts'

/** How dates are written: one pattern, or several of which the first that reads counts. */
export function DatePatterns({
  label,
  date,
  onChange,
}: {
  readonly label: string
  readonly date: FieldDraft['date']
  readonly onChange: (date: FieldDraft['date']) => void
}): ReactNode {
  const words = useReadingWords()
  const [text, setText] = useState(() => textOf(date))
  return (
    <label className="field">
      <span className="field-name">{label}</span>
      <span className="hint">{words.severalDates}</span>
      <input
        className="input"
        placeholder="yyyy-MM-dd"
        autoCapitalize="none"
        spellCheck={false}
        value={text}
        onChange={({ target }) => {
          setText(target.value)
          const patterns = saidOf('lines', target.value) as readonly string[] | undefined
          onChange(patterns?.length === 1 ? patterns[0] : patterns)
        }}
      />
    </label>
  )
}
