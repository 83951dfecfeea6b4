import { useState, type ReactNode } from 'react'
import { languages } from '@caudal/methods/vocabulary'
import { useReadingWords } from '../words/reading-words.ts'
import { saidOf, textOf } from './said-of-part.ts'
import type { LeaveOutDraft } from './submission.ts'
import styles from '../../desk.module.css'
import own from './explain.module.css'

/** Rows that are no records, such as totals printed among them, with the reason to leave them out. */
export function LeaveOutEditor({
  columns,
  leaveOut,
  onChange,
}: {
  readonly columns: readonly string[]
  readonly leaveOut: readonly LeaveOutDraft[]
  readonly onChange: (leaveOut: readonly LeaveOutDraft[]) => void
}): ReactNode {
  const { leaveOut: words } = useReadingWords()
  const change = (at: number, part: Partial<LeaveOutDraft>) =>
    onChange(leaveOut.map((each, other) => (other === at ? { ...each, ...part } : each)))
  return (
    <details open={leaveOut.length > 0}>
      <summary>{words.title}</summary>
      <div className={styles['stack']}>
        <p>{words.lead}</p>
        {leaveOut.map(({ column, values, reason }, at) => (
          <div key={at} className={own['rule']}>
            <label className="field">
              {words.column}
              <select
                className="select"
                aria-label={words.of(words.column, at + 1)}
                value={column}
                onChange={({ target }) => change(at, { column: target.value })}
              >
                {columns.map((name) => (
                  <option key={name}>{name}</option>
                ))}
              </select>
            </label>
            <Values
              label={words.values}
              name={words.of(words.values, at + 1)}
              values={values}
              onChange={(next) => change(at, { values: next })}
            />
            {languages.map((each) => (
              <label key={each} className="field">
                {words.reason[each]}
                <input
                  className="input"
                  lang={each}
                  aria-label={words.of(words.reason[each], at + 1)}
                  value={reason[each]}
                  onChange={({ target }) =>
                    change(at, { reason: { ...reason, [each]: target.value } })
                  }
                />
              </label>
            ))}
            <button
              className="button"
              data-quiet=""
              type="button"
              onClick={() => onChange(leaveOut.filter((_, other) => other !== at))}
            >
              {words.remove(at + 1)}
            </button>
          </div>
        ))}
        <div className={styles['buttons']}>
          <button
            className="button"
            type="button"
            disabled={columns.length === 0}
            onClick={() =>
              onChange([
                ...leaveOut,
                { column: columns[0] ?? '', values: ['TOTAL'], reason: words.usualReason },
              ])
            }
          >
            {words.add}
          </button>
        </div>
      </div>
    </details>
  )
}

function Values({
  label,
  name,
  values,
  onChange,
}: {
  readonly label: string
  readonly name: string
  readonly values: readonly string[]
  readonly onChange: (values: readonly string[]) => void
}): ReactNode {
  const [text, setText] = useState(() => textOf(values))
  return (
    <label className="field">
      {label}
      <input
        className="input"
        aria-label={name}
        value={text}
        onChange={({ target }) => {
          setText(target.value)
          onChange((saidOf('lines', target.value) ?? []) as readonly string[])
        }}
      />
    </label>
  )
}
